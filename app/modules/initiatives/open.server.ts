import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { Conflict, Forbidden, NotFound } from '#core/errors/errors.ts'
import { guest } from '#core/identity/actor.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { role } from '#core/identity/schema.server.ts'
import type { Thing } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { type Subject, subjectColumns, subjectOf } from '#core/trail/subject.server.ts'
import { allowedActs, type AnyAct, standingOf } from './rules/acts.ts'
import { coAuthor, initiative } from './schema.server.ts'

export type Row = typeof initiative.$inferSelect
/** An initiative with its subject, as operations need it: `thing` is what permissions look at. */
export type Its = { row: Row; subject: Subject; thing: Thing; acts: Set<AnyAct> }

export const thisOne = (ctx: Ctx, id: string) => and(eq(initiative.municipalityId, ctx.scope.municipalityId), eq(initiative.id, id))

/** An initiative in any state. `lock` holds it until the transaction ends; the initiative's row always comes before the subject's. Throws NotFound. */
export async function initiativeOf(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Its> {
  if (options.lock && isId(id)) {
    await ctx.db.select({ id: initiative.id }).from(initiative).where(thisOne(ctx, id)).for('update')
    await subjectOf(ctx, id, { lock: true })
  }
  const found = await initiativeOrNone(ctx, id)
  if (!found) throw new NotFound()
  return found
}

/** The same without a lock; null when there is none of our own by that id. */
export async function initiativeOrNone(ctx: Ctx, id: string): Promise<Its | null> {
  const [found] = isId(id) ? await whole(ctx.db).execute({ m: ctx.scope.municipalityId, id }) : []
  if (!found) return null
  const { row, subject, others } = found
  return { row, subject, acts: allowedActs(standingOf(row)), thing: { authorPersonId: row.authorPersonId, authorOrganisationId: row.authorOrganisationId, coAuthorPersonIds: others, ownerUnitId: subject.ownerUnitId } }
}
const whole = once((db) => db.select({
  row: getTableColumns(initiative), subject: subjectColumns,
  others: sql<string[]>`array(select c.person_id from ${coAuthor} c where c.municipality_id = ${initiative.municipalityId} and c.initiative_id = ${initiative.id} and c.accepted_at is not null and c.person_id is not null)`,
}).from(initiative).innerJoin(subject, and(eq(subject.municipalityId, initiative.municipalityId), eq(subject.id, initiative.id)))
  .where(and(eq(initiative.municipalityId, sql.placeholder('m')), eq(initiative.id, sql.placeholder('id')))).prepare('initiatives_whole'))

/** The same, refused when its standing does not allow the act. Throws Conflict('notNow'). */
export function mustAllow(its: Its, act: AnyAct) {
  if (!its.acts.has(act) || its.subject.visibility === 'hidden') throw new Conflict('notNow')
}

/** The context in which authors act on the trail: nameless when the name is not shown, and when a co-author, whose name may be hidden, acts for the author. */
export const asAuthor = (ctx: Ctx, row: Row): Ctx => (row.authorShown && isAuthor(ctx, row) ? ctx : { ...ctx, actor: guest })
const isAuthor = ({ actor }: Ctx, row: Row) => actor.kind === 'person' && (row.authorOrganisationId ? actor.as?.id === row.authorOrganisationId : actor.id === row.authorPersonId)

/** Whom the registry's work concerns: the officials of its unit, else the admins. */
export async function officersOf(ctx: Ctx, unitId: string | null): Promise<string[]> {
  const people = unitId ? await officialsOf(ctx, [unitId]) : []
  if (people.length) return [...new Set(people.map((each) => each.id))]
  return (await ctx.db.select({ id: role.personId }).from(role).where(and(eq(role.municipalityId, ctx.scope.municipalityId), inArray(role.role, ['admin'])))).map((each) => each.id)
}
/** The author and those beside them. */
export const authorsOf = (its: Its): string[] => [its.row.authorPersonId, ...its.thing.coAuthorPersonIds ?? []]

/** Nobody checks or decides an initiative of their own (Administrative Procedure Act 434/2003, 28 §: a party is disqualified). Throws Forbidden. */
export function mustBeAnothers(its: Its, me: { id: string }) {
  if (authorsOf(its).includes(me.id)) throw new Forbidden()
}
