import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, municipality, since } from '#core/db/columns.server.ts'

export const files = pgSchema('files')

/** A stored picture. Its bytes are in the storage port under its id; location and camera data were stripped on the way in. */
export const picture = files.table('picture', {
  municipalityId: municipality(), id: id().notNull(),
  /** another picture's bytes, when one picture is of several subjects: ten reports that one work mended */ storedAs: id('stored_as'),
  /** null until what it belongs to is sent */ subjectId: id('subject_id'),
  width: integer('width').notNull(), height: integer('height').notNull(), bytes: integer('bytes').notNull(),
  /** of work: what it looked like before and after it; '' is a picture of the thing itself */ role: text('role').$type<'' | 'before' | 'after'>().notNull().default(''),
  description: text('description').notNull().default(''),
  ownerPersonId: id('owner_person_id'), hidden: boolean('hidden').notNull().default(false),
  createdAt: since('created_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.subjectId), index('picture_stored_as').on(t.municipalityId, t.storedAs).where(sql`stored_as is not null`)])
