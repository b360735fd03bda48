import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { official, person } from './schema.server.ts'

export type Official = { id: string; name: string; unitId: string; lead: boolean }

/** Who answers for a unit's people: those who lead, and where nobody does, all of them. */
export function leadsOf(people: Official[]): Official[] {
  const leads = people.filter((each) => each.lead)
  return leads.length > 0 ? leads : people
}

/** The officials of these units, by name. One who works in two units is there twice. */
export async function officialsOf(ctx: Ctx, unitIds: string[]): Promise<Official[]> {
  if (unitIds.length === 0) return []
  return ctx.db.select({ id: person.id, name: person.name, unitId: official.unitId, lead: official.lead }).from(official)
    .innerJoin(person, and(eq(person.municipalityId, official.municipalityId), eq(person.id, official.personId), isNull(person.leftAt)))
    .where(and(eq(official.municipalityId, ctx.scope.municipalityId), inArray(official.unitId, unitIds))).orderBy(asc(person.name))
}
