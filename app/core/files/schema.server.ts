import { boolean, index, integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, municipality, since } from '#core/db/columns.server.ts'

export const files = pgSchema('files')

/** A stored picture. Its bytes are in the storage port under its id; location and camera data were stripped on the way in. */
export const picture = files.table('picture', {
  municipalityId: municipality(), id: id().notNull(),
  /** null until what it belongs to is sent */ subjectId: id('subject_id'),
  width: integer('width').notNull(), height: integer('height').notNull(), bytes: integer('bytes').notNull(),
  description: text('description').notNull().default(''),
  ownerPersonId: id('owner_person_id'), hidden: boolean('hidden').notNull().default(false),
  createdAt: since('created_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.subjectId)])
