import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgSchema, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { subject } from '#core/trail/schema.server.ts'

export const discussion = pgSchema('discussion')

/** One thing said about a subject. Threads are two deep: a reply's parent has no parent (a trigger keeps it so). */
export const comment = discussion.table('comment', {
  municipalityId: municipality(), id: id().notNull(), subjectId: id('subject_id').notNull(), parentId: id('parent_id'),
  authorPersonId: id('author_person_id'), authorOrganisationId: id('author_organisation_id'),
  /** an official speaks with the unit's voice */ unitId: id('unit_id'),
  stance: text('stance').$type<'for' | 'against' | 'neutral'>().notNull(),
  text: text('text').notNull(), at: since('at'), editedAt: moment('edited_at'), removedAt: moment('removed_at'), hiddenAt: moment('hidden_at'),
  sendKey: text('send_key'), importedFrom: text('imported_from'), /** who wrote it where it was imported from: a name, not an account */ authorName: text('author_name'), replies: integer('replies').notNull().default(0),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  index('comment_newest').on(t.municipalityId, t.subjectId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`parent_id is null`),
  index('comment_replies').on(t.municipalityId, t.parentId, t.at).where(sql`parent_id is not null`),
  index('comment_author').on(t.municipalityId, t.authorPersonId),
  uniqueIndex('comment_sent_once').on(t.municipalityId, t.sendKey), uniqueIndex('comment_imported_once').on(t.municipalityId, t.importedFrom),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.parentId], foreignColumns: [t.municipalityId, t.id] }),
  check('stance_known', sql`stance in ('for', 'against', 'neutral')`),
])

/** Earlier wordings of a comment. */
export const commentVersion = discussion.table('comment_version', {
  municipalityId: municipality(), commentId: id('comment_id').notNull(), number: integer('number').notNull(),
  text: text('text').notNull(), until: since('until'),
  /** what a moderator had hidden: its author and moderators may read it, nobody else, ever */ wasHidden: boolean('was_hidden').notNull().default(false),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.commentId, t.number] }),
  foreignKey({ columns: [t.municipalityId, t.commentId], foreignColumns: [comment.municipalityId, comment.id] }),
])
