import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { unitNamed } from './pass-reports.server.ts'
import { can } from './permissions.ts'
import { crew, crewMember } from './schema.server.ts'

export type Crew = { id: string; name: string; unitId: string; members: { id: string; name: string }[] }

/** The crews of these units that still work, by name, with who is in them. */
export async function crewsOf(ctx: Ctx, unitIds: string[]): Promise<Crew[]> {
  allow(ctx, can.read)
  if (unitIds.length === 0) return []
  const rows = await ctx.db.select({ id: crew.id, name: crew.name, unitId: crew.unitId, personId: person.id, person: person.name }).from(crew)
    .leftJoin(crewMember, and(eq(crewMember.municipalityId, crew.municipalityId), eq(crewMember.crewId, crew.id)))
    .leftJoin(person, and(eq(person.municipalityId, crew.municipalityId), eq(person.id, crewMember.personId), isNull(person.leftAt)))
    .where(and(eq(crew.municipalityId, ctx.scope.municipalityId), isNull(crew.closedAt), inArray(crew.unitId, unitIds))).orderBy(asc(crew.name), asc(person.name))
  const found = new Map<string, Crew>()
  for (const { personId, person: name, ...its } of rows) {
    const mine = found.get(its.id) ?? { ...its, members: [] }
    if (personId && name) mine.members.push({ id: personId, name })
    found.set(its.id, mine)
  }
  return [...found.values()]
}

/** A crew that still works. Throws NotFound. */
export async function crewOf(ctx: Ctx, id: string): Promise<{ id: string; name: string; unitId: string }> {
  allow(ctx, can.read)
  const [row] = isId(id) ? await ctx.db.select({ id: crew.id, name: crew.name, unitId: crew.unitId }).from(crew).where(and(eq(crew.municipalityId, ctx.scope.municipalityId), eq(crew.id, id), isNull(crew.closedAt))) : []
  if (!row) throw new NotFound()
  return row
}

/**
 * Makes a crew of a unit, or (with its id) names it anew and says who is in it. Members are the unit's officials.
 * Problems: name taken; members notInUnit. Throws Forbidden, NotFound.
 */
export async function keepCrew(ctx: Ctx, its: { id?: string | undefined; unitId: string; name: string; members: string[] }): Promise<{ id: string } | Mended> {
  allow(ctx, can.keepCrews, { ownerUnitId: its.unitId })
  await unitNamed(ctx, its.unitId)
  if (its.id && (await crewOf(ctx, its.id)).unitId !== its.unitId) throw new NotFound()
  const mine = (await officialsOf(ctx, [its.unitId])).map((each) => each.id), members = [...new Set(its.members)]
  if (members.some((each) => !mine.includes(each))) return problems({ members: 'notInUnit' })
  const here = eq(crew.municipalityId, ctx.scope.municipalityId)
  const [same] = await ctx.db.select({ id: crew.id, closedAt: crew.closedAt }).from(crew).where(and(here, eq(crew.unitId, its.unitId), eq(crew.name, its.name)))
  if (same && same.id !== its.id && (its.id || same.closedAt === null)) return problems({ name: 'taken' })
  const id = its.id ?? same?.id ?? ctx.newId() // one that was closed comes back by its name
  await ctx.db.insert(crew).values({ ...ctx.scope, id, unitId: its.unitId, name: its.name }).onConflictDoUpdate({ target: [crew.municipalityId, crew.id], set: { name: its.name, closedAt: null } })
  await ctx.db.delete(crewMember).where(and(eq(crewMember.municipalityId, ctx.scope.municipalityId), eq(crewMember.crewId, id)))
  if (members.length > 0) await ctx.db.insert(crewMember).values(members.map((personId) => ({ ...ctx.scope, crewId: id, personId })))
  return { id }
}

/** Ends a crew: it gets no new work; what it has done keeps its name. Throws Forbidden, NotFound. */
export async function closeCrew(ctx: Ctx, id: string) {
  const its = await crewOf(ctx, id)
  allow(ctx, can.keepCrews, { ownerUnitId: its.unitId })
  await ctx.db.update(crew).set({ closedAt: ctx.now }).where(and(eq(crew.municipalityId, ctx.scope.municipalityId), eq(crew.id, id)))
}
