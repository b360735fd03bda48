import { sql } from 'drizzle-orm'
import { type House, municipalityAddress } from '#core/context/context.server.ts'
import { account, municipality, official, organisation, person, representative, role, unit } from '#core/identity/schema.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'

/** What the start prints in demonstration mode: one line per municipality and one per persona, with what the persona is there. */
export async function whoCanSignIn(house: House): Promise<string[]> {
  const towns = await house.database.owner.select().from(municipality).orderBy(municipality.id)
  const { rows } = await house.database.owner.execute<{ municipality_id: number; name: string; email: string; units: Translated[]; roles: string[]; organisations: string[]; installation: boolean }>(sql`
    select p.municipality_id, p.name, a.email, a.installation_admin installation,
      array(select u.name from ${official} o join ${unit} u on u.municipality_id = o.municipality_id and u.id = o.unit_id where o.municipality_id = p.municipality_id and o.person_id = p.id) units,
      array(select r.role from ${role} r where r.municipality_id = p.municipality_id and r.person_id = p.id) roles,
      array(select g.name from ${representative} r join ${organisation} g on g.municipality_id = r.municipality_id and g.id = r.organisation_id where r.municipality_id = p.municipality_id and r.person_id = p.id and r.until is null) organisations
    from ${person} p join ${account} a on a.id = p.id where a.persona and p.left_at is null order by p.municipality_id, p.id`)
  return towns.flatMap((town) => {
    const here = rows.filter((row) => row.municipality_id === town.id)
    if (here.length === 0) return []
    return ['', `${inLanguage(town.name, 'fi')}: sign in with one tap at ${municipalityAddress(house.baseUrl, town)}/fi/personas`, ...here.map((its) => {
      const what = [...its.units.map((each) => inLanguage(each, 'fi')), ...its.roles, ...its.organisations, ...(its.installation ? ['installation admin'] : [])]
      return `  ${its.name.padEnd(18)} ${(what.join(', ') || 'resident').padEnd(26)} ${its.email}`
    })]
  })
}
