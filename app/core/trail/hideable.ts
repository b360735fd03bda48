import type { Ctx } from '#core/context/context.server.ts'

/** A subject, or one comment on it. */
export type Thing = { subjectId: string; commentId: string | null }

/**
 * What moderation needs of a module whose texts people write: to take one out of sight and back, and to read it.
 * Modules register theirs under a subject's kind (`idea`) or the name of a part (`comment`), so that moderation knows none of them.
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
