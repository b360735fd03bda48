import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { person } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { type Subject, subjectColumns, subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'
import { matter, phase } from './schema.server.ts'

export type Phase = Omit<typeof phase.$inferSelect, 'municipalityId' | 'matterId'>
/** A matter whole: its subject's row, its own, its phases in order. `open` is the phase under way; a draft has none. `contact` is the name of whom one may ask, null when they have left the municipality's work or it says nobody. */
export type Matter = { id: string; subject: Subject; its: typeof matter.$inferSelect; phases: Phase[]; open: Phase | null; contact: string | null }

const p = sql.placeholder
const whole = once((db) => db.select({
  subject: subjectColumns, its: getTableColumns(matter), contact: person.name,
  phases: sql<Phase[] | null>`(select json_agg(json_build_object('id', f.id, 'position', f.position, 'name', f.name, 'does', f.does, 'stage', f.stage, 'hearing', f.hearing, 'startsOn', f.starts_on, 'endsOn', f.ends_on, 'state', f.state) order by f.position)
    from ${phase} f where f.municipality_id = ${matter.municipalityId} and f.matter_id = ${matter.id})`,
}).from(matter).innerJoin(subject, and(eq(subject.municipalityId, matter.municipalityId), eq(subject.id, matter.id)))
  .leftJoin(person, and(eq(person.municipalityId, matter.municipalityId), eq(person.id, matter.contactPersonId), isNull(person.leftAt)))
  .where(and(eq(matter.municipalityId, p('m')), eq(matter.id, p('id')))).prepare('preparation_matter'))

/** A matter, whatever its visibility. `lock` holds its subject's row until the transaction ends. Throws NotFound. */
export async function matterOf(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Matter> {
  if (options.lock) await subjectOf(ctx, id, { lock: true, kind: 'matter' })
  const [row] = isId(id) ? await whole(ctx.db).execute({ m: ctx.scope.municipalityId, id }) : []
  if (!row) throw new NotFound()
  const phases = row.phases ?? []
  const found = { ...row, id, phases, open: phases.find((each) => each.state === 'open') ?? null }
  readWith.set(row.subject, found)
  return found
}
const readWith = new WeakMap<Pick<Subject, 'id'>, Matter>()
/** The matter that a subject's row was read with: who hands on the row of `matterOf` is not made to read it a second time. */
export const matterOfRow = async (ctx: Ctx, its: Pick<Subject, 'id'>): Promise<Matter> => readWith.get(its) ?? matterOf(ctx, its.id)

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
