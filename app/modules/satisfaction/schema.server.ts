import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, pgSchema, primaryKey, smallint, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import type { Language } from '#core/text/language.ts'
import { place, subject } from '#core/trail/schema.server.ts'

export const satisfaction = pgSchema('satisfaction')

/** What is asked about: a service, a place or a whole unit, answered in one tap. */
export const question = satisfaction.table('question', {
  municipalityId: municipality(), id: id().notNull(), /** on the poster and in its address, such as K7M43 */ code: text('code').notNull(),
  about: text('about').$type<'service' | 'place' | 'unit'>().notNull(), /** what it is about, as people call it */ name: translated('name').notNull(), /** the sentence asked; the house's own when empty */ prompt: translated('prompt'),
  unitId: id('unit_id').notNull(), placeId: id('place_id'), /** the service or the place that it is about, where it has a page of its own */ subjectId: id('subject_id'), /** where a low answer's report goes */ categoryId: id('category_id'),
  createdAt: since('created_at'), closedAt: moment('closed_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('question_code').on(t.municipalityId, t.code), index('question_of_unit').on(t.municipalityId, t.unitId),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [place.municipalityId, place.id] }),
  index('question_of_subject').on(t.municipalityId, t.subjectId).where(sql`subject_id is not null`), foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('question_place', sql`about in ('service', 'unit') or (about = 'place' and (place_id is not null or subject_id is not null))`),
])

/** A tablet in a lobby. Its address has a secret, kept here as a digest; it is turned off in one tap. */
export const kiosk = satisfaction.table('kiosk', {
  municipalityId: municipality(), id: id().notNull(), questionId: id('question_id').notNull(), name: text('name').notNull(), secret: text('secret').notNull(),
  createdAt: since('created_at'), heardAt: moment('heard_at'), endedAt: moment('ended_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('kiosk_of').on(t.municipalityId, t.questionId), unique('kiosk_secret').on(t.municipalityId, t.secret),
  foreignKey({ columns: [t.municipalityId, t.questionId], foreignColumns: [question.municipalityId, question.id] }),
])

/**
 * One answer: a face, and a free word after it. One a visit: `visit` is the day's key of the visitor
 * (core/identity/visitor), so that a second tap changes the first; it is erased with the day. From a kiosk `clientId` makes
 * one kept without a network arrive once.
 */
export const answer = satisfaction.table('answer', {
  municipalityId: municipality(), id: id().notNull(), questionId: id('question_id').notNull(), at: since('at'),
  /** the day in Finland, by which answers are counted */ day: date('day').notNull(),
  /** 1 very unhappy … 5 very happy */ value: smallint('value').notNull(), words: text('words').notNull().default(''), language: text('language').$type<Language>().notNull(),
  from: text('from').$type<'page' | 'poster' | 'kiosk'>().notNull(), visit: text('visit'), kioskId: id('kiosk_id'), clientId: text('client_id'),
  /** the report that it became */ reportId: id('report_id'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('answer_newest').on(t.municipalityId, t.questionId, t.at.desc().nullsFirst()),
  uniqueIndex('answer_a_visit').on(t.municipalityId, t.questionId, t.visit).where(sql`visit is not null`), uniqueIndex('answer_once').on(t.municipalityId, t.clientId).where(sql`client_id is not null`),
  index('answer_worded').on(t.municipalityId, t.questionId, t.at.desc().nullsFirst()).where(sql`words <> ''`),
  foreignKey({ columns: [t.municipalityId, t.questionId], foreignColumns: [question.municipalityId, question.id] }), foreignKey({ columns: [t.municipalityId, t.kioskId], foreignColumns: [kiosk.municipalityId, kiosk.id] }),
  check('answer_face', sql`value between 1 and 5`), check('answer_from', sql`"from" in ('page', 'poster', 'kiosk') and ("from" = 'kiosk') = (kiosk_id is not null)`),
])

/** How many of each face a day: kept by a trigger on the answers. */
export const count = satisfaction.table('count', {
  municipalityId: municipality(), questionId: id('question_id').notNull(), day: date('day').notNull(), value: smallint('value').notNull(), number: integer('number').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.questionId, t.day, t.value] }), check('count_not_below', sql`number >= 0`),
  foreignKey({ columns: [t.municipalityId, t.questionId], foreignColumns: [question.municipalityId, question.id] }),
])
