import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Municipality } from '#core/context/context.server.ts'
import { type Database, once, whole } from '#core/db/open.server.ts'
import type { Language, Translated } from '#core/text/language.ts'
import type { Person } from './actor.ts'
import { official, organisation, person, representative, role, unit } from './schema.server.ts'

/** What sign-in knows of an account, in any municipality. */
export type SignedIn = { accountId: string; name: string; /** null: no address that reaches them */ email: string | null; sessionId: string; assurance: string | null; installationAdmin: boolean; actsAs?: string | undefined }

const known = once((db) => db.select({
  id: person.id, name: person.name, leftAt: person.leftAt, language: person.language,
  roles: whole<string[]>(sql`array(select ${role.role} from ${role} where ${role.municipalityId} = ${person.municipalityId} and ${role.personId} = ${person.id})`),
  units: whole<{ id: string; name: Translated; lead: boolean }[]>(sql`coalesce((select json_agg(json_build_object('id', ${unit.id}, 'name', ${unit.name}, 'lead', ${official.lead}) order by ${unit.key})
    from ${official} join ${unit} on ${unit.municipalityId} = ${official.municipalityId} and ${unit.id} = ${official.unitId}
    where ${official.municipalityId} = ${person.municipalityId} and ${official.personId} = ${person.id}), '[]')`),
  represents: whole<Person['represents']>(sql`coalesce((select json_agg(json_build_object('id', ${organisation.id}, 'name', ${organisation.name}, 'kind', ${organisation.kind}) order by ${organisation.name})
    from ${representative} join ${organisation} on ${organisation.municipalityId} = ${representative.municipalityId} and ${organisation.id} = ${representative.organisationId}
    where ${representative.municipalityId} = ${person.municipalityId} and ${representative.personId} = ${person.id} and ${isNull(representative.until)}), '[]')`),
}).from(person).where(and(eq(person.municipalityId, sql.placeholder('m')), eq(person.id, sql.placeholder('id')))).prepare('identity_known'))

/**
 * The person a signed-in account is in one municipality. On the first visit there a person is made: signing in to a
 * neighbour needs nothing else. One query.
 */
export async function personOf(database: Database, municipality: Municipality, account: SignedIn, language: Language): Promise<Person> {
  const db = database.of(municipality.id)
  const read = async () => (await known(db).execute({ m: municipality.id, id: account.accountId }))[0]
  let row = await read()
  if (!row || row.leftAt) {
    await db.insert(person).values({ municipalityId: municipality.id, id: account.accountId, name: account.name, email: account.email, language })
      .onConflictDoUpdate({ target: [person.municipalityId, person.id], set: { name: account.name, email: account.email, leftAt: null } })
    row = (await read())!
  }
  const as = row.represents.find((its) => its.id === account.actsAs)
  return {
    kind: 'person', id: row.id, name: row.name, sessionId: account.sessionId, represents: row.represents, units: row.units,
    moderator: row.roles.includes('moderator'), admin: row.roles.includes('admin'), installationAdmin: account.installationAdmin,
    identified: account.assurance !== null, ...(as ? { as: { id: as.id, name: as.name } } : {}),
  }
}
