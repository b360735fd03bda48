import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import type { Language } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'

export const meetings = pgSchema('meetings')

/** Who meets: the council, the board, a committee. */
export const body = meetings.table('body', {
  municipalityId: municipality(), id: id().notNull(), key: text('key').notNull(), name: translated('name').notNull(), position: integer('position').notNull().default(0),
  /** whose officials write its meetings; without one only admins do */ unitId: id('unit_id'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('body_key').on(t.municipalityId, t.key),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
])

/** Where meetings come from besides the pen: an address that is fetched by the clock, or files that an admin sends. */
export const feed = meetings.table('feed', {
  municipalityId: municipality(), id: id().notNull(), name: text('name').notNull(),
  /** a key of `formats` (feeds/formats.ts) */ format: text('format').notNull(), /** empty: files only */ url: text('url').notNull().default(''),
  /** whose meetings these are when the rows do not say */ bodyId: id('body_id'), language: text('language').$type<Language>().notNull(),
  /** which column of a table fills which field, by its name on the first line */ mapping: jsonb('mapping').$type<Record<string, string>>().notNull().default({}),
  /** fetched by the clock only after an admin has seen what it brings */ active: boolean('active').notNull().default(false),
  etag: text('etag').notNull().default(''), lastModified: text('last_modified').notNull().default(''),
  triedAt: moment('tried_at'), workedAt: moment('worked_at'), /** a code of what went wrong the last time; empty when it worked */ error: text('error').notNull().default(''),
  failures: integer('failures').notNull().default(0), nextAt: moment('next_at'),
  /** what the last reading brought */ brought: jsonb('brought').$type<Record<string, number>>().notNull().default({}),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('feed_due').on(t.nextAt).where(sql`active`),
  foreignKey({ columns: [t.municipalityId, t.bodyId], foreignColumns: [body.municipalityId, body.id] }),
])

/** A meeting. It is coming until its day is over, unless it was cancelled; unpublished ones are seen by who may write them. */
export const meeting = meetings.table('meeting', {
  municipalityId: municipality(), id: id().notNull(), bodyId: id('body_id').notNull(), startsAt: moment('starts_at').notNull(), /** only its day is known; `startsAt` is then that day's noon */ dayOnly: boolean('day_only').notNull().default(false), place: text('place').notNull().default(''),
  agendaUrl: text('agenda_url').notNull().default(''), minutesUrl: text('minutes_url').notNull().default(''),
  publishedAt: moment('published_at'), cancelledAt: moment('cancelled_at'), changedAt: since('changed_at'), createdAt: since('created_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('meeting_by_time').on(t.municipalityId, t.startsAt), index('meeting_of_body').on(t.municipalityId, t.bodyId, t.startsAt),
  foreignKey({ columns: [t.municipalityId, t.bodyId], foreignColumns: [body.municipalityId, body.id] }),
])

/** One thing on an agenda. Title, topic, place, visibility and the meeting's day (`comesAt`) are its subject's; the id is the same. */
export const item = meetings.table('item', {
  municipalityId: municipality(), id: id().notNull(), meetingId: id('meeting_id').notNull(), position: integer('position').notNull(),
  /** its paragraph, such as "345" of "345 §" */ sign: text('sign').notNull().default(''), /** what is presented */ text: text('text').notNull().default(''), url: text('url').notNull().default(''),
  /** diaarinumero, as `caseNumberOf` writes it */ caseNumber: text('case_number').notNull().default(''),
  decision: text('decision').notNull().default(''), decisionUrl: text('decision_url').notNull().default(''), decidedAt: moment('decided_at'),
  feedId: id('feed_id'), /** what the feed calls it */ sourceId: text('source_id'), /** of what the feed said last */ digest: text('digest'),
  /** the agenda no longer has it */ goneAt: moment('gone_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('item_of_meeting').on(t.municipalityId, t.meetingId, t.position),
  uniqueIndex('item_imported_once').on(t.municipalityId, t.feedId, t.sourceId), index('item_case').on(t.municipalityId, t.caseNumber).where(sql`case_number <> ''`),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.meetingId], foreignColumns: [meeting.municipalityId, meeting.id] }),
  foreignKey({ columns: [t.municipalityId, t.feedId], foreignColumns: [feed.municipalityId, feed.id] }),
  check('decided_has_words', sql`(decided_at is null) = (decision = '' and decision_url = '')`),
])
