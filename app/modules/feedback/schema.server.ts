import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, foreignKey, index, integer, jsonb, pgSchema, primaryKey, smallint, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import type { Language, Translated } from '#core/text/language.ts'
import { subject, topic } from '#core/trail/schema.server.ts'
import type { ReportState } from './states.ts'

export const feedback = pgSchema('feedback')

/** An extra question of a category. Types as Open311's attributes know them: text, number, one choice, many choices, a day with time. */
export type Question = {
  key: string; type: 'text' | 'number' | 'choice' | 'many' | 'date'; label: Translated; hint?: Translated; required: boolean
  /** of a choice */ options?: { key: string; name: Translated }[]
}
/** What stops a report before it is written: danger to life (call 112), or another owner, who is told of and reached here, or gets it forwarded. */
export type Stopper = { kind: 'danger' | 'notOurs'; text: Translated; phone?: string; url?: string; /** reports may be sent and are forwarded to this partner */ partnerId?: string }
export type Answers = Record<string, string | string[]>

/** Someone outside who mends things: a contractor, or another owner such as the state's roads. How they are reached is theirs: by mail, or by Open311. */
export const partner = feedback.table('partner', {
  municipalityId: municipality(), id: id().notNull(), name: text('name').notNull(), kind: text('kind').$type<'contractor' | 'owner'>().notNull(),
  language: text('language').$type<Language>().notNull().default('fi'), email: text('email'),
  /** an Open311 (GeoReport v2) endpoint, its jurisdiction and key, and which of its services ours are */ open311Url: text('open311_url'), jurisdiction: text('jurisdiction'), apiKey: text('api_key'),
  services: jsonb('services').$type<Record<string, string>>().notNull().default({}),
  closedAt: moment('closed_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), check('reachable', sql`email is not null or open311_url is not null`), check('partner_kind', sql`kind in ('contractor', 'owner')`)])

/** What reports are sorted by, kept by an admin. Its key is its service_code in Open311 and stays. */
export const category = feedback.table('category', {
  municipalityId: municipality(), id: id().notNull(), key: text('key').notNull(),
  name: translated('name').notNull(), description: translated('description'), group: translated('group'),
  unitId: id('unit_id').notNull(), topicId: id('topic_id'), position: integer('position').notNull().default(0), icon: text('icon').notNull().default('place'),
  /** word beginnings, in any language, that suggest this category */ keywords: text('keywords').array().notNull().default(sql`'{}'`),
  questions: jsonb('questions').$type<Question[]>().notNull().default([]),
  /** told to who has chosen it */ notice: translated('notice'), stopper: jsonb('stopper').$type<Stopper>(),
  private: boolean('private').notNull().default(false),
  /** how far the same thing is looked for, in metres; 0: not at all */ duplicateMetres: integer('duplicate_metres').notNull().default(250),
  /** calendar days in which it is promised to be dealt with */ promisedDays: integer('promised_days').notNull().default(14),
  /** how urgent before anyone has looked: 0 low … 3 urgent */ priority: smallint('priority').notNull().default(1),
  /** said to the sender at once, in the unit's name */ autoAnswer: translated('auto_answer'),
  /** what can be picked instead of a point: the kind of its assets */ assetKind: text('asset_kind'),
  /** goes to this partner by itself */ partnerId: id('partner_id'),
  /** months after closing until who sent it is forgotten */ forgetAfterMonths: integer('forget_after_months').notNull().default(24),
  /** no longer offered; old reports keep it */ closedAt: moment('closed_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('category_key').on(t.municipalityId, t.key),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
  foreignKey({ columns: [t.municipalityId, t.topicId], foreignColumns: [topic.municipalityId, topic.id] }),
  foreignKey({ columns: [t.municipalityId, t.partnerId], foreignColumns: [partner.municipalityId, partner.id] }),
  check('category_numbers', sql`duplicate_metres between 0 and 5000 and promised_days between 0 and 365 and priority between 0 and 3 and forget_after_months between 1 and 120`),
])

/** How long a category has taken, from the reports done in the last year: counted every night. Hours from sending to done. */
export const pace = feedback.table('pace', {
  municipalityId: municipality(), categoryId: id('category_id').notNull(), count: integer('count').notNull(),
  medianHours: doublePrecision('median_hours').notNull(), ninetyHours: doublePrecision('ninety_hours').notNull(), at: since('at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.categoryId] }), foreignKey({ columns: [t.municipalityId, t.categoryId], foreignColumns: [category.municipalityId, category.id] })])

/** A thing of the municipality that can be picked: a lamp, a rink, a bin. Imported; one that vanished from the import keeps its history. */
export const asset = feedback.table('asset', {
  municipalityId: municipality(), id: id().notNull(), kind: text('kind').notNull(), /** its number in its own register, such as "V-1042" */ key: text('key').notNull(),
  name: text('name').notNull().default(''), longitude: doublePrecision('longitude').notNull(), latitude: doublePrecision('latitude').notNull(),
  properties: jsonb('properties').$type<Record<string, unknown>>().notNull().default({}), importedAt: since('imported_at'), goneAt: moment('gone_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('asset_once').on(t.municipalityId, t.kind, t.key),
  index('asset_near').using('gist', sql`municipality_id`, sql`point(longitude, latitude)`).where(sql`gone_at is null`),
])

export const channels = ['web', 'phone', 'desk', 'open311', 'satisfaction', 'mail'] as const
/** One piece of map feedback. Its title, place, unit, due date and visibility are its subject's (core/trail); the id is the same. */
export const report = feedback.table('report', {
  municipalityId: municipality(), id: id().notNull(),
  /** said on the phone and written on paper, such as K7M4-3PQ9 */ reference: text('reference').notNull(),
  categoryId: id('category_id').notNull(), text: text('text').notNull(), answers: jsonb('answers').$type<Answers>().notNull().default({}),
  /** street and number, or how to get there */ address: text('address'), assetId: id('asset_id'),
  state: text('state').$type<ReportState>().notNull().default('received'), stateSince: since('state_since'),
  /** first taken into someone's hands; done or otherwise closed */ handledAt: moment('handled_at'), closedAt: moment('closed_at'),
  priority: smallint('priority').notNull().default(1),
  mergedInto: id('merged_into'), channel: text('channel').$type<(typeof channels)[number]>().notNull().default('web'),
  sentAt: since('sent_at'), /** the same send twice is one report */ sendKey: text('send_key'),
  /** its sender has been forgotten */ forgottenAt: moment('forgotten_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('report_reference').on(t.municipalityId, t.reference), uniqueIndex('report_sent_once').on(t.municipalityId, t.sendKey).where(sql`send_key is not null`),
  index('report_of_category').on(t.municipalityId, t.categoryId, t.sentAt.desc().nullsFirst()), index('report_newest').on(t.municipalityId, t.sentAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
  index('report_of_asset').on(t.municipalityId, t.assetId).where(sql`asset_id is not null`), index('report_merged').on(t.municipalityId, t.mergedInto).where(sql`merged_into is not null`),
  index('report_open').on(t.municipalityId, t.priority.desc().nullsFirst(), t.sentAt).where(sql`state in ('received', 'planned', 'underWay', 'elsewhere')`),
  index('report_closed').on(t.municipalityId, t.closedAt).where(sql`closed_at is not null`),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.categoryId], foreignColumns: [category.municipalityId, category.id] }),
  foreignKey({ columns: [t.municipalityId, t.assetId], foreignColumns: [asset.municipalityId, asset.id] }),
  foreignKey({ columns: [t.municipalityId, t.mergedInto], foreignColumns: [t.municipalityId, t.id] }),
  check('report_states', sql`state in ('received', 'planned', 'underWay', 'elsewhere', 'done', 'cannot', 'merged')`),
  check('closed_when_closed', sql`(state in ('done', 'cannot', 'merged')) = (closed_at is not null)`),
  check('merged_into_one', sql`(state = 'merged') = (merged_into is not null) and merged_into is distinct from id`),
  check('report_priority', sql`priority between 0 and 3`), check('report_channel', sql`channel in ('web', 'phone', 'desk', 'open311', 'satisfaction', 'mail')`),
])

/** Of reports that wait for someone (`open` of states.ts); written out, so that a plan uses their own index. */
export const isOpenReport = sql`${report.state} in ('received', 'planned', 'underWay', 'elsewhere')`

/** Who sent it and how they are reached: read by who handles it, never public but for a name its owner shows; erased when its time is full. */
export const sender = feedback.table('sender', {
  municipalityId: municipality(), reportId: id('report_id').notNull(), personId: id('person_id'),
  name: text('name'), email: text('email'), phone: text('phone'), language: text('language').$type<Language>().notNull(),
  /** the name is shown with the report */ shown: boolean('shown').notNull().default(false),
  /** typed in by this official on the sender's behalf */ byOfficial: id('by_official'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.reportId] }), index('sender_person').on(t.municipalityId, t.personId).where(sql`person_id is not null`), index('sender_email').on(t.municipalityId, t.email).where(sql`email is not null`),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [report.municipalityId, report.id] }),
  check('shown_has_a_name', sql`not shown or name is not null`),
])

/** "Me too": one a person, or one a visitor a day. subject.supports is kept by a trigger on this table. */
export const meToo = feedback.table('me_too', {
  municipalityId: municipality(), reportId: id('report_id').notNull(), /** a person's id, or the day's key of a visitor (core/identity/visitor) */ who: text('who').notNull(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.reportId, t.who] }),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [report.municipalityId, report.id] }),
])

/** "Was it fixed?", asked of the sender when it is said to be done (round 1) and four weeks later (round 2); anew when it was reopened (`time`). */
export const fixed = feedback.table('fixed', {
  municipalityId: municipality(), reportId: id('report_id').notNull(), time: integer('time').notNull(), round: smallint('round').$type<1 | 2>().notNull(),
  askedAt: moment('asked_at').notNull(), answeredAt: moment('answered_at'), answer: text('answer').$type<'yes' | 'no' | 'dontKnow'>(), /** said with it: read by who handles it and who sent it */ words: text('words').notNull().default(''),
  /** of round 2: its sender has been told that it is asked again */ toldAt: moment('told_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.reportId, t.time, t.round] }), index('fixed_unanswered').on(t.municipalityId, t.askedAt).where(sql`answered_at is null`), index('fixed_to_ask').on(t.municipalityId, t.askedAt).where(sql`round = 2 and told_at is null and answered_at is null`),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [report.municipalityId, report.id] }),
  check('fixed_answer', sql`(answer is null) = (answered_at is null) and answer in ('yes', 'no', 'dontKnow') and round in (1, 2)`),
])

/** Words that its sender added later; photos go on the report itself. Hidden while a moderator has it. */
export const addition = feedback.table('addition', {
  municipalityId: municipality(), id: id().notNull(), reportId: id('report_id').notNull(), text: text('text').notNull(), at: since('at'), hidden: boolean('hidden').notNull().default(false),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('addition_of').on(t.municipalityId, t.reportId, t.at),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [report.municipalityId, report.id] }),
])

/** What those who handle a report write of it for each other; never shown to anyone else. */
export const staffNote = feedback.table('staff_note', {
  municipalityId: municipality(), id: id().notNull(), reportId: id('report_id').notNull(), text: text('text').notNull(), by: id('by'), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('staff_note_of').on(t.municipalityId, t.reportId, t.at),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [report.municipalityId, report.id] }),
])

/** A unit's ready words: for answers, or for a state that a report comes to; of one category, or of any. */
export const template = feedback.table('template', {
  municipalityId: municipality(), id: id().notNull(), unitId: id('unit_id').notNull(), categoryId: id('category_id'),
  of: text('of').$type<'answer' | ReportState>().notNull(), name: text('name').notNull(), text: text('text').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('template_name').on(t.municipalityId, t.unitId, t.name),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
  foreignKey({ columns: [t.municipalityId, t.categoryId], foreignColumns: [category.municipalityId, category.id] }),
  check('template_of', sql`of in ('answer', 'received', 'planned', 'underWay', 'elsewhere', 'done', 'cannot')`),
])

/**
 * What lists and maps know of a public report, and of no other: kept by triggers on report and subject, so that what is
 * hidden or private is in no list. `x` and `y`: its point on the map's plane (core/geo/mercator), when it has one.
 */
export const listing = feedback.table('listing', {
  municipalityId: municipality(), id: id().notNull(), categoryId: id('category_id').notNull(), open: boolean('open').notNull(), doneAt: moment('done_at'),
  area: text('area'), sentAt: moment('sent_at').notNull(), meToos: integer('me_toos').notNull(), x: doublePrecision('x'), y: doublePrecision('y'),
}, (t) => {
  const newest = [t.sentAt.desc().nullsFirst(), t.id.desc().nullsFirst()] as const
  return [
    primaryKey({ columns: [t.municipalityId, t.id] }), foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [report.municipalityId, report.id] }).onDelete('cascade'),
    index('listing_newest').on(t.municipalityId, ...newest), index('listing_newest_open').on(t.municipalityId, ...newest).where(sql`open`),
    index('listing_category').on(t.municipalityId, t.categoryId, ...newest), index('listing_category_open').on(t.municipalityId, t.categoryId, ...newest).where(sql`open`),
    index('listing_area').on(t.municipalityId, t.area, ...newest), index('listing_area_open').on(t.municipalityId, t.area, ...newest).where(sql`open`),
    index('listing_me_too').on(t.municipalityId, t.meToos.desc().nullsFirst(), t.id.desc().nullsFirst()), index('listing_me_too_open').on(t.municipalityId, t.meToos.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`open`),
    index('listing_done').on(t.municipalityId, t.doneAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`done_at is not null`),
    index('listing_near').using('gist', sql`municipality_id`, sql`point(x, y)`).where(sql`x is not null`), index('listing_near_open').using('gist', sql`municipality_id`, sql`point(x, y)`).where(sql`x is not null and open`),
    index('listing_near_of_category').using('gist', sql`municipality_id`, sql`category_id`, sql`point(x, y)`).where(sql`x is not null`),
  ]
})

/**
 * How many public reports lie in each square of the map's plane, for the wide views of the map: the plane is cut into
 * 2^level columns and rows. Counted for each category, for each area (the digest of its key as an id) and for all together
 * (the nil id). Every connection counts
 * on its own rows (`slot`), so that nobody waits for another; `foldHeaps` adds them up.
 */
export const heap = feedback.table('heap', {
  municipalityId: municipality(), level: smallint('level').notNull(), categoryId: id('category_id').notNull(), column: integer('col').notNull(), row: integer('row').notNull(), open: boolean('open').notNull(), slot: integer('slot').notNull(),
  count: integer('count').notNull(), x: doublePrecision('x').notNull(), y: doublePrecision('y').notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.level, t.categoryId, t.column, t.row, t.open, t.slot] })])

/**
 * A report on its way to a partner, by mail or by Open311: tried until taken, and heard of until closed. At most one is
 * under way between a report and a partner. `replyKey` is the tail of the address that the partner's mail answers to.
 */
export const forward = feedback.table('forward', {
  municipalityId: municipality(), id: id().notNull(), reportId: id('report_id').notNull(), partnerId: id('partner_id').notNull(),
  by: text('by').$type<'mail' | 'open311'>().notNull(), state: text('state').$type<'waiting' | 'sent' | 'answered' | 'failed' | 'closed'>().notNull(),
  /** said to the partner besides the report */ words: text('words').notNull().default(''), /** the sender's way to be reached goes too */ withSender: boolean('with_sender').notNull().default(false),
  replyKey: text('reply_key').notNull(), mailId: id('mail_id'), /** the partner's id of it, or the token that will become one */ externalId: text('external_id'), externalToken: text('external_token'),
  attempts: integer('attempts').notNull().default(0), tryAfter: moment('try_after'), lastError: text('last_error'),
  at: since('at'), sentAt: moment('sent_at'), heardAt: moment('heard_at'), /** when it is asked about next */ askAfter: moment('ask_after'), byPerson: id('by_person'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('forward_of').on(t.municipalityId, t.reportId), uniqueIndex('forward_once').on(t.municipalityId, t.reportId, t.partnerId).where(sql`state <> 'closed'`),
  uniqueIndex('forward_reply_key').on(t.replyKey), index('forward_waiting').on(t.tryAfter).where(sql`state = 'waiting'`), index('forward_asked').on(t.askAfter).where(sql`ask_after is not null`), index('forward_failed').on(t.municipalityId, t.partnerId).where(sql`state = 'failed'`),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [report.municipalityId, report.id] }), foreignKey({ columns: [t.municipalityId, t.partnerId], foreignColumns: [partner.municipalityId, partner.id] }),
  check('forward_states', sql`by in ('mail', 'open311') and state in ('waiting', 'sent', 'answered', 'failed', 'closed')`), check('tried_while_waiting', sql`(state = 'waiting') = (try_after is not null)`),
])

/** What a partner said: by mail, on its own page, by Open311. `said` is the state it told of. What came by mail is read by staff before anyone else. */
export const forwardReply = feedback.table('forward_reply', {
  municipalityId: municipality(), id: id().notNull(), forwardId: id('forward_id').notNull(), at: since('at'), from: text('from').$type<'mail' | 'page' | 'open311'>().notNull(),
  text: text('text').notNull().default(''), said: text('said').$type<'underWay' | 'done' | 'notOurs' | 'note' | 'undelivered'>().notNull(), /** the partner's own id of it, or the message's: the same twice is one */ externalId: text('external_id').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('forward_reply_once').on(t.municipalityId, t.forwardId, t.externalId),
  foreignKey({ columns: [t.municipalityId, t.forwardId], foreignColumns: [forward.municipalityId, forward.id] }),
  check('reply_said', sql`"from" in ('mail', 'page', 'open311') and said in ('underWay', 'done', 'notOurs', 'note', 'undelivered')`),
])
