import { sql } from 'drizzle-orm'
import { boolean, check, customType, date, doublePrecision, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import type { Language } from '#core/text/language.ts'
import { unit } from '#core/identity/schema.server.ts'
import { pushTo } from '#core/notices/schema.server.ts'
import type { MultiPolygon } from '#core/geo/geo.ts'
import type { Stage } from './stages.ts'

export const trail = pgSchema('trail')
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** What the municipality sorts its matters by; each has the unit that answers for it. */
export const topic = trail.table('topic', {
  municipalityId: municipality(), id: id().notNull(),
  key: text('key').notNull(), name: translated('name').notNull(),
  unitId: id('unit_id').notNull(),
  /** word beginnings, in any language, that suggest this topic */ hints: text('hints').array().notNull().default(sql`'{}'`),
  /** a sub-topic's topic; one level only */ parentId: id('parent_id'),
  /** this topic is now part of that one: its follows and subjects went there, its address leads there */ mergedInto: id('merged_into'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique().on(t.municipalityId, t.key),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
  foreignKey({ columns: [t.municipalityId, t.parentId], foreignColumns: [t.municipalityId, t.id] }),
  foreignKey({ columns: [t.municipalityId, t.mergedInto], foreignColumns: [t.municipalityId, t.id] }),
])

/** A part of the municipality. Subjects and places name it by its key, which stays when its name changes. */
export const area = trail.table('area', {
  municipalityId: municipality(), key: text('key').notNull(), name: translated('name').notNull(),
  /** its borders, when someone has drawn or imported them */ shape: jsonb('shape').$type<MultiPolygon>(),
  /** the box around the borders, by which a point finds the few areas that may hold it */ west: doublePrecision('west'), south: doublePrecision('south'), east: doublePrecision('east'), north: doublePrecision('north'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.key] }), check('area_boxed', sql`num_nulls(shape, west, south, east, north) in (0, 5)`)])

/** A place people know by its name, and the area (part of the municipality) it lies in. */
export const place = trail.table('place', {
  municipalityId: municipality(), id: id().notNull(),
  name: translated('name').notNull(), area: text('area').notNull(),
  longitude: doublePrecision('longitude').notNull(), latitude: doublePrecision('latitude').notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] })])

/**
 * Everything followable is one row here, kept by its module in the same transaction as its own tables.
 * Search, following, the trail, the due clock, maps, feeds, the officials' queue, sitemap and open data read only this.
 */
export const subject = trail.table('subject', {
  municipalityId: municipality(), id: id().notNull(),
  kind: text('kind').notNull(),
  /** the language it was written in */ language: text('language').$type<Language>().notNull(),
  title: translated('title').notNull(),
  summary: text('summary').notNull().default(''),
  stage: text('stage').$type<Stage>().notNull(),
  /** public: everyone; waiting: its author until confirmed; hidden: moderators and author; withdrawn: kept, marked, not listed; private: its author and the officials of its unit, never in public data */
  visibility: text('visibility').$type<'public' | 'waiting' | 'hidden' | 'withdrawn' | 'private'>().notNull(),
  authorPersonId: id('author_person_id'), authorOrganisationId: id('author_organisation_id'),
  ownerUnitId: id('owner_unit_id'), ownerPersonId: id('owner_person_id'),
  /** until when the owner says the next word; null when nothing is owed */ dueAt: moment('due_at'),
  /** the first reply of the owner, ever */ answeredAt: moment('answered_at'),
  /** when it next comes up for who it touches: its meeting, the end of its open phase, of its hearing, of its collecting. Its module keeps it; past or null: nothing is coming. Koti and /coming-to-me read it. */ comesAt: moment('comes_at'),
  topicId: id('topic_id'), area: text('area'), placeName: text('place_name'),
  longitude: doublePrecision('longitude'), latitude: doublePrecision('latitude'),
  /** kept by triggers where the facts are written: people behind it, comments on it */
  supports: integer('supports').notNull().default(0), comments: integer('comments').notNull().default(0),
  search: tsvector('search').notNull(),
  createdAt: since('created_at'), movedAt: since('moved_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  index('subject_newest').on(t.municipalityId, t.kind, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`visibility = 'public'`),
  index('subject_moving').on(t.municipalityId, t.kind, t.movedAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`visibility = 'public'`),
  index('subject_supported').on(t.municipalityId, t.kind, t.supports.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`visibility = 'public'`),
  index('subject_unanswered').on(t.municipalityId, t.kind, t.createdAt, t.id).where(sql`visibility = 'public' and answered_at is null and due_at is not null`),
  index('subject_stage').on(t.municipalityId, t.kind, t.stage, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`visibility = 'public'`),
  index('subject_topic').on(t.municipalityId, t.topicId, t.createdAt.desc().nullsFirst()).where(sql`visibility = 'public'`),
  index('subject_area').on(t.municipalityId, t.area, t.createdAt.desc().nullsFirst()).where(sql`visibility = 'public'`),
  index('subject_topic_moving').on(t.municipalityId, t.topicId, t.kind, t.movedAt.desc().nullsFirst()).where(sql`visibility = 'public'`),
  index('subject_area_moving').on(t.municipalityId, t.area, t.kind, t.movedAt.desc().nullsFirst()).where(sql`visibility = 'public'`),
  index('subject_unit_moving').on(t.municipalityId, t.ownerUnitId, t.kind, t.movedAt.desc().nullsFirst()).where(sql`visibility = 'public'`),
  index('subject_owner').on(t.municipalityId, t.ownerUnitId, t.dueAt),
  index('subject_coming').on(t.municipalityId, t.comesAt).where(sql`comes_at is not null and visibility = 'public'`),
  index('subject_due').on(t.dueAt).where(sql`due_at is not null`),
  index('subject_author').on(t.municipalityId, t.authorPersonId),
  index('subject_search').using('gin', t.municipalityId, t.kind, t.search),
  index('subject_title').using('gin', sql`municipality_id`, sql`lower(coalesce(title->>'fi', title->>'sv', title->>'en')) gin_trgm_ops`),
  index('subject_near').using('gist', sql`municipality_id`, sql`point(longitude, latitude)`).where(sql`longitude is not null and visibility = 'public'`),
  index('subject_near_open').using('gist', sql`municipality_id`, sql`point(longitude, latitude)`).where(sql`longitude is not null and visibility = 'public' and stage in ('idea', 'developing', 'experiment', 'decision')`),
  check('place_whole', sql`(longitude is null) = (latitude is null)`), check('visibilities', sql`visibility in ('public', 'waiting', 'hidden', 'withdrawn', 'private')`),
])

/** Under way, said as literals for the same reason: the stages of `openStages`. */
export const isUnderWay = sql`${subject.stage} in ('idea', 'developing', 'experiment', 'decision')`
/** What is in officials' hands: the public, and what only they and its author see. */
export const isHandled = sql`${subject.visibility} in ('public', 'private')`
/** Said as a literal, because a prepared plan uses the indexes of public subjects only when it can see the word. */
export const isPublic = sql`${subject.visibility} = 'public'`

/** One thing that happened to a subject. Public ones are the trail; all are delivered to reactions, at least once. */
export const event = trail.table('event', {
  municipalityId: municipality(), id: id().notNull(),
  subjectId: id('subject_id').notNull(),
  kind: text('kind').notNull(),
  at: since('at'),
  actorPersonId: id('actor_person_id'), actorOrganisationId: id('actor_organisation_id'), actorUnitId: id('actor_unit_id'),
  stage: text('stage').$type<Stage>(),
  /** a public sentence, said by whoever acted */ sentence: text('sentence'),
  data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
  /** shown on the trail */ onTrail: boolean('on_trail').notNull(),
  deliveredAt: moment('delivered_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  index('event_trail').on(t.municipalityId, t.subjectId, t.at.desc().nullsFirst()).where(sql`on_trail`),
  index('event_by_organisation').on(t.municipalityId, t.actorOrganisationId, t.at.desc().nullsFirst()).where(sql`actor_organisation_id is not null`),
  index('event_undelivered').on(t.at).where(sql`delivered_at is null`),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
])

/** A reaction that failed on an event and is tried again; gone when it succeeds. `tryAfter` is null when nobody tries any more. */
export const setback = trail.table('setback', {
  municipalityId: municipality(), eventId: id('event_id').notNull(), reaction: text('reaction').notNull(),
  attempts: integer('attempts').notNull(), tryAfter: moment('try_after'), error: text('error').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.eventId, t.reaction] }), index('setback_due').on(t.tryAfter).where(sql`try_after is not null`),
  foreignKey({ columns: [t.municipalityId, t.eventId], foreignColumns: [event.municipalityId, event.id] }),
])

/** How two subjects belong together: `from` grew out of, was merged into, answers, concerns … `to`. Who follows `to` hears of what grew out of it. */
export const link = trail.table('link', {
  municipalityId: municipality(), fromId: id('from_id').notNull(), toId: id('to_id').notNull(),
  kind: text('kind').$type<'grewOutOf' | 'mergedInto' | 'splitFrom' | 'answers' | 'concerns'>().notNull(),
  at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.fromId, t.toId, t.kind] }), index().on(t.municipalityId, t.toId),
  foreignKey({ columns: [t.municipalityId, t.fromId], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.toId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('not_itself', sql`from_id <> to_id`),
])

export const rhythms = ['atOnce', 'daily', 'weekly', 'inApp'] as const

/**
 * Who hears, of what, and how. A follower is a person, an e-mail address without an account, or a browser without one (of a
 * subject, by push only). What is followed is one of: a subject, a topic with its sub-topics, an area, a unit, the
 * surroundings of a point.
 */
export const follow = trail.table('follow', {
  municipalityId: municipality(), id: id().notNull(),
  subjectId: id('subject_id'), topicId: id('topic_id'), area: text('area'), unitId: id('unit_id'),
  /** a saved place: its owner's word for it, and how far around it */ nearName: text('near_name'), longitude: doublePrecision('longitude'), latitude: doublePrecision('latitude'), metres: integer('metres'),
  personId: id('person_id'), email: text('email'), deviceId: id('device_id'), language: text('language').$type<Language>().notNull(),
  rhythm: text('rhythm').$type<(typeof rhythms)[number]>().notNull(),
  /** the channels besides the app */ byMail: boolean('by_mail').notNull().default(true), byPush: boolean('by_push').notNull().default(true),
  why: text('why').$type<'author' | 'supporter' | 'chosen' | 'commenter'>().notNull(),
  /** an address is heard only after its owner has confirmed */ confirmedAt: moment('confirmed_at'),
  createdAt: since('created_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  uniqueIndex('follow_person').on(t.municipalityId, t.subjectId, t.personId).where(sql`person_id is not null`),
  uniqueIndex('follow_email').on(t.municipalityId, t.subjectId, t.email).where(sql`email is not null`),
  uniqueIndex('follow_topic').on(t.municipalityId, t.topicId, sql`coalesce(person_id::text, email)`).where(sql`topic_id is not null`),
  uniqueIndex('follow_area').on(t.municipalityId, t.area, sql`coalesce(person_id::text, email)`).where(sql`area is not null`),
  uniqueIndex('follow_unit').on(t.municipalityId, t.unitId, sql`coalesce(person_id::text, email)`).where(sql`unit_id is not null`),
  uniqueIndex('follow_device').on(t.municipalityId, t.deviceId, t.subjectId).where(sql`device_id is not null`),
  index('follow_near').using('gist', sql`municipality_id`, sql`point(longitude, latitude)`).where(sql`longitude is not null`),
  index('follow_of_person').on(t.municipalityId, t.personId), index('follow_of_address').on(t.municipalityId, t.email).where(sql`email is not null`), index('follow_of_subject').on(t.municipalityId, t.subjectId).where(sql`subject_id is not null`),
  check('one_follower', sql`num_nonnulls(person_id, email, device_id) = 1`), check('device_of_subject', sql`device_id is null or (subject_id is not null and not by_mail)`),
  check('one_target', sql`num_nonnulls(subject_id, topic_id, area, unit_id, longitude) = 1`),
  check('near_whole', sql`num_nulls(longitude, latitude, metres) in (0, 3) and (metres is null or metres between 100 and 20000)`),
  foreignKey({ columns: [t.municipalityId, t.deviceId], foreignColumns: [pushTo.municipalityId, pushTo.id] }).onDelete('cascade'),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.topicId], foreignColumns: [topic.municipalityId, topic.id] }),
  foreignKey({ columns: [t.municipalityId, t.area], foreignColumns: [area.municipalityId, area.key] }).onUpdate('cascade'),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
])

/** Whom a subject concerns besides its own topic, area and unit: more topics, more areas, the professionals of a topic's network. */
export const audience = trail.table('audience', {
  municipalityId: municipality(), id: id().notNull(), subjectId: id('subject_id').notNull(),
  topicId: id('topic_id'), area: text('area'), professionals: boolean('professionals').notNull().default(false),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  uniqueIndex('audience_once').on(t.municipalityId, t.subjectId, sql`coalesce(topic_id::text, area)`, t.professionals),
  index('audience_topic').on(t.municipalityId, t.topicId), index('audience_area').on(t.municipalityId, t.area),
  check('one_audience', sql`(topic_id is null) <> (area is null)`), check('professionals_of_a_topic', sql`not professionals or topic_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.topicId], foreignColumns: [topic.municipalityId, topic.id] }),
  foreignKey({ columns: [t.municipalityId, t.area], foreignColumns: [area.municipalityId, area.key] }).onUpdate('cascade'),
])

/** A person who has offered skills to a topic's network ("architect, happy to comment for coffee"). Officials may write to them through the house; their addresses are shown to nobody. */
export const professional = trail.table('professional', {
  municipalityId: municipality(), id: id().notNull(), topicId: id('topic_id').notNull(), personId: id('person_id').notNull(),
  skill: text('skill').notNull(), offer: text('offer').notNull().default(''),
  /** shown by name on the topic's page; otherwise only officials see them */ shown: boolean('shown').notNull().default(false), since: since('since'),
  /** taken from the topic's page by a moderator: its owner cannot show it again */ hiddenAt: moment('hidden_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('professional_once').on(t.municipalityId, t.topicId, t.personId), index('professional_person').on(t.municipalityId, t.personId),
  foreignKey({ columns: [t.municipalityId, t.topicId], foreignColumns: [topic.municipalityId, topic.id] }),
])

/** That someone was reminded of one due date, so that it happens once: `soon` to the owner before it, `late` to the unit's lead after it. */
export const reminder = trail.table('reminder', {
  municipalityId: municipality(), subjectId: id('subject_id').notNull(),
  dueAt: moment('due_at').notNull(), kind: text('kind').$type<'soon' | 'late'>().notNull(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.subjectId, t.dueAt, t.kind] }),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
])

/** Words that people use for what is called otherwise here, kept by admins: who searches for what is said is shown what it means too. */
export const synonym = trail.table('synonym', {
  municipalityId: municipality(), id: id().notNull(), /** one word or several, in small letters, each form of it meant */ said: text('said').notNull(), means: text('means').notNull(), madeBy: id('made_by'), madeAt: since('made_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), unique('synonym_once').on(t.municipalityId, t.said, t.means), check('synonym_says_something', sql`said <> '' and means <> '' and said <> means`)])

/** What was searched for and not found, by day: words only, of nobody. Shown to admins when it was so on several days, and kept a while (searched.server.ts). */
export const missed = trail.table('missed', {
  municipalityId: municipality(), day: date('day').notNull(), words: text('words').notNull(), times: integer('times').notNull().default(1),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.day, t.words] }), index('missed_words').on(t.municipalityId, t.words)])
