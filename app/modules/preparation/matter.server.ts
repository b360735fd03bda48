import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'
import { matter, phase } from './schema.server.ts'

export type Phase = Omit<typeof phase.$inferSelect, 'municipalityId' | 'matterId'>
/** A matter whole: its subject's row, its own, its phases in order. `open` is the phase under way; a draft has none. */
export type Matter = { id: string; subject: Subject; its: typeof matter.$inferSelect; phases: Phase[]; open: Phase | null }

const p = sql.placeholder
const own = once((db) => db.select().from(matter).where(and(eq(matter.municipalityId, p('m')), eq(matter.id, p('id')))).prepare('preparation_matter'))
const phases = once((db) => db.select({ id: phase.id, position: phase.position, name: phase.name, does: phase.does, stage: phase.stage, hearing: phase.hearing, startsOn: phase.startsOn, endsOn: phase.endsOn, state: phase.state })
  .from(phase).where(and(eq(phase.municipalityId, p('m')), eq(phase.matterId, p('id')))).orderBy(asc(phase.position)).prepare('preparation_phases'))

/** A matter, whatever its visibility. `lock` holds its subject's row until the transaction ends. Throws NotFound. */
export async function matterOf(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Matter> {
  const subject = await subjectOf(ctx, id, { ...options, kind: 'matter' })
  const [its] = await own(ctx.db).execute({ m: ctx.scope.municipalityId, id })
  if (!its) throw new NotFound()
  const all = await phases(ctx.db).execute({ m: ctx.scope.municipalityId, id })
  return { id, subject, its, phases: all, open: all.find((each) => each.state === 'open') ?? null }
}

/** A matter that everyone may see. Throws NotFound for a draft, a scheduled, a hidden and a withdrawn one. */
export async function publicMatter(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Matter> {
  const found = await matterOf(ctx, id, options)
  if (found.subject.visibility !== 'public') throw new NotFound()
  return found
}

/** A matter that the asker may see: public and withdrawn ones, drafts to its unit, hidden ones to moderators and its unit. Throws NotFound. */
export async function visibleMatter(ctx: Ctx, id: string): Promise<Matter> {
  const found = await matterOf(ctx, id)
  const { visibility } = found.subject
  if (visibility === 'public' || visibility === 'withdrawn' || (visibility === 'waiting' && may(ctx, can.seeDraft, found.subject)) || (visibility === 'hidden' && may(ctx, can.seeHidden, found.subject))) return found
  throw new NotFound()
}

/**
 * A matter that the asker manages, held until the transaction ends: what officials do waits for each other. A draft that
 * is not theirs does not exist for them. Throws NotFound, SignInNeeded, Forbidden, Conflict('matterWithdrawn' | 'matterHidden').
 */
export async function managedMatter(ctx: Ctx, id: string, options: { lock?: boolean } = { lock: true }): Promise<{ matter: Matter; me: Person }> {
  const found = await matterOf(ctx, id, options)
  if (found.subject.visibility === 'waiting' && ctx.actor.kind === 'person' && !may(ctx, can.seeDraft, found.subject)) throw new NotFound()
  const me = allow(ctx, can.manage, found.subject)
  if (found.subject.visibility === 'withdrawn') throw new Conflict('matterWithdrawn')
  if (found.subject.visibility === 'hidden') throw new Conflict('matterHidden')
  return { matter: found, me }
}

/** Is the matter public and still under way, so that people may take part in what its phase lets them? */
export const isUnderWay = ({ subject }: Pick<Matter, 'subject'>): boolean => subject.visibility === 'public' && isOpen(subject.stage)

/** Narrows rows of any of the module's tables to one matter. */
export const thisMatter = (ctx: Ctx, id: string) => and(eq(matter.municipalityId, ctx.scope.municipalityId), eq(matter.id, id))
