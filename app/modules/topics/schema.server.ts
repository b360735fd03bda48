import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, municipality, since } from '#core/db/columns.server.ts'
import { subject, topic } from '#core/trail/schema.server.ts'

export const topics = pgSchema('topics')

/** What an official asked of a topic's professionals, about which public thing. Officials read it; it is said in its writer's language. */
export const question = topics.table('question', {
  municipalityId: municipality(), id: id().notNull(), topicId: id('topic_id').notNull(), subjectId: id('subject_id').notNull(),
  authorPersonId: id('author_person_id').notNull(), title: text('title').notNull(), text: text('text').notNull(),
  /** how many were asked */ asked: integer('asked').notNull(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('question_of_topic').on(t.municipalityId, t.topicId, t.at.desc().nullsFirst()), index('question_of_author').on(t.municipalityId, t.authorPersonId, t.at),
  check('somebody_asked', sql`asked > 0`),
  foreignKey({ columns: [t.municipalityId, t.topicId], foreignColumns: [topic.municipalityId, topic.id] }),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
])
