import { foreignKey, index, pgSchema, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { organisation, person } from '#core/identity/schema.server.ts'

export const opendata = pgSchema('opendata')

/** A key with which a program writes through the API in a person's name. Only its digest is kept; it is shown once, when made. */
export const token = opendata.table('token', {
  municipalityId: municipality(), id: id().notNull(),
  personId: id('person_id').notNull(),
  /** made while acting as an organisation: the program speaks in its name */ actsAs: id('acts_as'),
  name: text('name').notNull(),
  hash: text('hash').notNull(),
  createdAt: since('created_at'), lastUsedAt: moment('last_used_at'), revokedAt: moment('revoked_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.personId), uniqueIndex('token_hash').on(t.municipalityId, t.hash),
  foreignKey({ columns: [t.municipalityId, t.personId], foreignColumns: [person.municipalityId, person.id] }),
  foreignKey({ columns: [t.municipalityId, t.actsAs], foreignColumns: [organisation.municipalityId, organisation.id] }),
])
