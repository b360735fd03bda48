import { sql } from 'drizzle-orm'
import { boolean, check, customType, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import type { Language } from '#core/text/language.ts'

export const notices = pgSchema('notices')
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** One follower's red dot: this happened, to something of yours. One per event and follower, so delivering twice changes nothing. */
export const notice = notices.table('notice', {
  municipalityId: municipality(), id: id().notNull(),
  personId: id('person_id'), followId: id('follow_id'),
  subjectId: id('subject_id').notNull(), eventId: id('event_id').notNull(),
  /** what to say, as a key of the notice texts, with its facts */ kind: text('kind').notNull(),
  data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
  rhythm: text('rhythm').$type<'atOnce' | 'daily' | 'weekly' | 'inApp'>().notNull(),
  /** the channels besides the app */ byMail: boolean('by_mail').notNull().default(true), /** only of who has a browser that hears */ byPush: boolean('by_push').notNull().default(false),
  at: since('at'), readAt: moment('read_at'),
  /** gathered into a mail */ mailedAt: moment('mailed_at'), /** gathered into a push message */ pushedAt: moment('pushed_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  uniqueIndex('notice_person_once').on(t.municipalityId, t.eventId, t.personId).where(sql`person_id is not null`),
  uniqueIndex('notice_follow_once').on(t.municipalityId, t.eventId, t.followId).where(sql`person_id is null`),
  index('notice_unread').on(t.municipalityId, t.personId).where(sql`read_at is null`),
  index('notice_of_person').on(t.municipalityId, t.personId, t.at.desc().nullsFirst()),
  index('notice_unmailed').on(t.municipalityId, t.rhythm, t.personId).where(sql`mailed_at is null and by_mail`),
  index('notice_unmailed_address').on(t.municipalityId, t.followId).where(sql`mailed_at is null and by_mail and person_id is null`),
  index('notice_unpushed').on(t.municipalityId, t.rhythm, t.personId).where(sql`pushed_at is null and by_push`),
  index('notice_latest').on(t.municipalityId, t.at),
  check('one_reader', sql`person_id is not null or follow_id is not null`),
])

/** Mail to be sent: written with the change, handed to the mail server after it, tried again when the server is away. */
export const mail = notices.table('mail', {
  municipalityId: municipality(), id: id().notNull(),
  to: text('to').notNull(), language: text('language').$type<Language>().notNull(),
  subject: text('subject').notNull(), text: text('text').notNull(), html: text('html').notNull(),
  /** one-click stop, RFC 8058 */ stopUrl: text('stop_url'), /** where an answer to it goes, when someone reads answers */ replyTo: text('reply_to'),
  /** of one subject that moved, a digest of many, or something else */ kind: text('kind').$type<'notice' | 'digest' | 'other'>().notNull().default('other'), subjectId: id('subject_id'),
  createdAt: since('created_at'), sentAt: moment('sent_at'),
  attempts: integer('attempts').notNull().default(0), tryAfter: since('try_after'), lastError: text('last_error'),
  /** from when nobody tries any more; five days after it was written unless said */ giveUpAt: moment('give_up_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index('mail_unsent').on(t.tryAfter).where(sql`sent_at is null`), index('mail_to').on(t.municipalityId, t.to, t.createdAt), index('mail_latest').on(t.municipalityId, t.createdAt)])

/** A file that goes with a mail, and is erased with it. */
export const attachment = notices.table('attachment', {
  municipalityId: municipality(), mailId: id('mail_id').notNull(), position: integer('position').notNull(),
  name: text('name').notNull(), type: text('type').notNull(), bytes: bytea('bytes').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.mailId, t.position] }),
  foreignKey({ columns: [t.municipalityId, t.mailId], foreignColumns: [mail.municipalityId, mail.id] }).onDelete('cascade'),
])

/** A browser that hears by Web Push (RFC 8030), and the keys its messages are encrypted with (RFC 8291). Removed when its push service says that it is gone. */
export const pushTo = notices.table('push_to', {
  municipalityId: municipality(), id: id().notNull(), /** null: of someone without an account, who follows by `trail.follow.device_id` */ personId: id('person_id'),
  endpoint: text('endpoint').notNull(), p256dh: text('p256dh').notNull(), auth: text('auth').notNull(),
  /** what its owner knows it by, such as "Firefox, Android" */ device: text('device').notNull().default(''),
  createdAt: since('created_at'), heardAt: moment('heard_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex('push_to_once').on(t.municipalityId, t.endpoint), index('push_to_person').on(t.municipalityId, t.personId)])

/** A push message to be sent: written with the notices it tells of, tried again when the push service is away. Nothing personal is in it. */
export const push = notices.table('push', {
  municipalityId: municipality(), id: id().notNull(), toId: id('to_id').notNull(),
  payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
  createdAt: since('created_at'), sentAt: moment('sent_at'),
  attempts: integer('attempts').notNull().default(0), tryAfter: since('try_after'), lastError: text('last_error'),
  /** from when nobody tries any more: a push message is for its day */ giveUpAt: moment('give_up_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('push_unsent').on(t.tryAfter).where(sql`sent_at is null`), index('push_of').on(t.municipalityId, t.toId), index('push_latest').on(t.municipalityId, t.createdAt),
  foreignKey({ columns: [t.municipalityId, t.toId], foreignColumns: [pushTo.municipalityId, pushTo.id] }).onDelete('cascade'),
])
