import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import type { Language } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'

export const discussion = pgSchema('discussion')

/** What became of what was said: an official's word on one comment or on a group that says the same. Never changed: a later word is a new row, and the earlier one stays to be read. */
export const outcome = discussion.table('outcome', {
  municipalityId: municipality(), id: id().notNull(), subjectId: id('subject_id').notNull(),
  /** what the group is about, in the official's words */ theme: text('theme').notNull().default(''),
  outcome: text('outcome').$type<'used' | 'partly' | 'not'>().notNull(), why: text('why').notNull(),
  byPersonId: id('by_person_id').notNull(), unitId: id('unit_id'), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('outcome_subject').on(t.municipalityId, t.subjectId),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('outcome_known', sql`outcome in ('used', 'partly', 'not')`), check('outcome_says_why', sql`length(btrim(why)) > 0`),
])

/** One thing said about a subject. Threads are two deep: a reply's parent has no parent (a trigger keeps it so). */
export const comment = discussion.table('comment', {
  municipalityId: municipality(), id: id().notNull(), subjectId: id('subject_id').notNull(), parentId: id('parent_id'),
  authorPersonId: id('author_person_id'), authorOrganisationId: id('author_organisation_id'),
  /** an official speaks with the unit's voice */ unitId: id('unit_id'),
  stance: text('stance').$type<'for' | 'against' | 'neutral'>().notNull(),
  text: text('text').notNull(), at: since('at'), editedAt: moment('edited_at'), removedAt: moment('removed_at'), hiddenAt: moment('hidden_at'),
  sendKey: text('send_key'), importedFrom: text('imported_from'), /** who wrote it where it was imported from: a name, not an account */ authorName: text('author_name'), replies: integer('replies').notNull().default(0),
  /** the part of the subject it is about, such as a section of a hearing's document */ partId: id('part_id'),
  /** the sentence of that part it is about */ quote: text('quote'),
  /** what should stand there instead */ proposed: text('proposed'),
  /** a mark on the map */ longitude: doublePrecision('longitude'), latitude: doublePrecision('latitude'),
  /** where the mark is, in words */ placeName: text('place_name'),
  /** said without an account, where the subject lets anyone speak: the name given, if any, is `author_name` */ byGuest: boolean('by_guest').notNull().default(false),
  /** what became of it */ outcomeId: id('outcome_id'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  index('comment_newest').on(t.municipalityId, t.subjectId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`parent_id is null`),
  index('comment_replies').on(t.municipalityId, t.parentId, t.at).where(sql`parent_id is not null`),
  index('comment_author').on(t.municipalityId, t.authorPersonId),
  uniqueIndex('comment_sent_once').on(t.municipalityId, t.sendKey), uniqueIndex('comment_imported_once').on(t.municipalityId, t.importedFrom),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.parentId], foreignColumns: [t.municipalityId, t.id] }),
  index('comment_of_part').on(t.municipalityId, t.subjectId, t.partId).where(sql`part_id is not null`), index('comment_of_subject').on(t.municipalityId, t.subjectId, t.id),
  index('comment_of_outcome').on(t.municipalityId, t.outcomeId).where(sql`outcome_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.outcomeId], foreignColumns: [outcome.municipalityId, outcome.id] }),
  check('mark_whole', sql`(longitude is null) = (latitude is null)`),
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

/** Which word was given to which comment, and when: the newest is the comment's `outcome_id`, the others its history. */
export const outcomeGiven = discussion.table('outcome_given', {
  municipalityId: municipality(), id: id().notNull(), commentId: id('comment_id').notNull(), outcomeId: id('outcome_id').notNull(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex('outcome_given_once').on(t.municipalityId, t.commentId, t.outcomeId),
  foreignKey({ columns: [t.municipalityId, t.commentId], foreignColumns: [comment.municipalityId, comment.id] }),
  foreignKey({ columns: [t.municipalityId, t.outcomeId], foreignColumns: [outcome.municipalityId, outcome.id] }),
])

/** Where a guest wants to hear what became of their comment. Shown to nobody; forgotten when it is not confirmed in a week. */
export const guestAddress = discussion.table('guest_address', {
  municipalityId: municipality(), commentId: id('comment_id').notNull(), email: text('email').notNull(), language: text('language').$type<Language>().notNull(),
  createdAt: since('created_at'), confirmedAt: moment('confirmed_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.commentId] }), index('guest_address_email').on(t.municipalityId, t.email),
  foreignKey({ columns: [t.municipalityId, t.commentId], foreignColumns: [comment.municipalityId, comment.id] }),
])

/** What someone had written when they were asked to sign in or to be identified first: given back to who holds its signed name, forgotten in a day. */
export const written = discussion.table('written', {
  municipalityId: municipality(), id: id().notNull(), subjectId: id('subject_id').notNull(), fields: jsonb('fields').$type<Record<string, string>>().notNull(), createdAt: since('created_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('written_at').on(t.municipalityId, t.createdAt),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
])
