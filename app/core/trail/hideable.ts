import type { Ctx } from '#core/context/context.server.ts'

/** A subject, or one part of it that people made: a comment, a video. `commentId` is the part's. */
export type Thing = { subjectId: string; commentId: string | null }

/**
 * What moderation needs of a module whose texts people write: to take one out of sight and back, and to read it.
 * Modules register theirs under a subject's kind (`idea`) with `hideable`, or under the name of a part (`comment`) with
 * `hideablePart`, so that moderation knows none of them.
 */
export type Hideable = {
  hide(ctx: Ctx, thing: Thing, hidden: boolean): Promise<void>
  /** the text as it stands, hidden or not, and whose it is; null when it is gone */
  look(ctx: Ctx, thing: Thing): Promise<Looked | null>
}
export type Looked = { title: string; text: string; authorPersonId: string | null; authorOrganisationId: string | null; hidden: boolean; /** its address in the municipality */ path: string }

const registered = new Map<string, Hideable>()
export const hideable = (of: string, its: Hideable) => { registered.set(of, its) }
/** The registered way to hide a subject's kind or a part; undefined when its module is not there. */
export const hideableOf = (of: string): Hideable | undefined => registered.get(of)

const parts = new Set<string>()
/** A part of any subject, known by an id of its own. */
export const hideablePart = (of: string, its: Hideable) => { hideable(of, its); parts.add(of) }

/** A thing as its module tells of it: by its subject's kind, or as the part whose id it has. Null when it is gone, or its module is not there. */
export async function lookedAt(ctx: Ctx, thing: Thing, kind: string): Promise<{ of: string; part: Hideable; looked: Looked } | null> {
  for (const of of thing.commentId === null ? [kind] : parts) {
    const part = registered.get(of)
    const looked = await part?.look(ctx, thing)
    if (part && looked) return { of, part, looked }
  }
  return null
}
