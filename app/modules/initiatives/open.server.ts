import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, Forbidden, NotFound } from '#core/errors/errors.ts'
import { guest } from '#core/identity/actor.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { role } from '#core/identity/schema.server.ts'
import type { Thing } from '#core/permissions/permissions.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { allowedActs, type AnyAct, standingOf } from './rules/acts.ts'
import { coAuthor, initiative } from './schema.server.ts'

export type Row = typeof initiative.$inferSelect
/** An initiative with its subject, as operations need it: `thing` is what permissions look at. */
export type Its = { row: Row; subject: Subject; thing: Thing; acts: Set<AnyAct> }

export const thisOne = (ctx: Ctx, id: string) => and(eq(initiative.municipalityId, ctx.scope.municipalityId), eq(initiative.id, id))

/** An initiative in any state. `lock` holds it until the transaction ends; the initiative's row always comes before the subject's. Throws NotFound. */
export async function initiativeOf(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Its> {
  if (!isId(id)) throw new NotFound()
  const found = ctx.db.select().from(initiative).where(thisOne(ctx, id))
  const [row] = await (options.lock ? found.for('update') : found)
  if (!row) throw new NotFound()
  const subject = await subjectOf(ctx, id, options)
  const others = await ctx.db.select({ id: coAuthor.personId }).from(coAuthor).where(and(eq(coAuthor.municipalityId, ctx.scope.municipalityId), eq(coAuthor.initiativeId, id), isNotNull(coAuthor.acceptedAt), isNotNull(coAuthor.personId)))
  return { row, subject, acts: allowedActs(standingOf(row)), thing: { authorPersonId: row.authorPersonId, authorOrganisationId: row.authorOrganisationId, coAuthorPersonIds: others.map((each) => each.id!), ownerUnitId: subject.ownerUnitId } }
}

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
