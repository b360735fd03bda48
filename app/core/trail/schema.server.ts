import { sql } from 'drizzle-orm'
import { boolean, check, customType, doublePrecision, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import type { Language } from '#core/text/language.ts'
import { unit } from '#core/identity/schema.server.ts'
import type { Stage } from './stages.ts'

export const trail = pgSchema('trail')
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** What the municipality sorts its matters by; each has the unit that answers for it. */
export const topic = trail.table('topic', {
  municipalityId: municipality(), id: id().notNull(),
  key: text('key').notNull(), name: translated('name').notNull(),
  unitId: id('unit_id').notNull(),
  /** word beginnings, in any language, that suggest this topic */ hints: text('hints').array().notNull().default(sql`'{}'`),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique().on(t.municipalityId, t.key),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
])

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
  /** public: everyone; waiting: its author until confirmed; hidden: moderators and author; withdrawn: kept, marked, not listed */
  visibility: text('visibility').$type<'public' | 'waiting' | 'hidden' | 'withdrawn'>().notNull(),
  authorPersonId: id('author_person_id'), authorOrganisationId: id('author_organisation_id'),
  ownerUnitId: id('owner_unit_id'), ownerPersonId: id('owner_person_id'),
  /** until when the owner says the next word; null when nothing is owed */ dueAt: moment('due_at'),
  /** the first reply of the owner, ever */ answeredAt: moment('answered_at'),
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
  index('subject_owner').on(t.municipalityId, t.ownerUnitId, t.dueAt),
  index('subject_due').on(t.dueAt).where(sql`due_at is not null`),
  index('subject_author').on(t.municipalityId, t.authorPersonId),
  index('subject_search').using('gin', t.municipalityId, t.search),
  index('subject_title').using('gin', sql`municipality_id`, sql`lower(coalesce(title->>'fi', title->>'sv', title->>'en')) gin_trgm_ops`),
  index('subject_near').using('gist', sql`municipality_id`, sql`point(longitude, latitude)`).where(sql`longitude is not null and visibility = 'public'`),
  check('place_whole', sql`(longitude is null) = (latitude is null)`),
])

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

/** How two subjects belong together: `from` grew out of, was merged into, answers … `to`. */
export const link = trail.table('link', {
  municipalityId: municipality(), fromId: id('from_id').notNull(), toId: id('to_id').notNull(),
  kind: text('kind').$type<'grewOutOf' | 'mergedInto' | 'splitFrom' | 'answers'>().notNull(),
  at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.fromId, t.toId, t.kind] }), index().on(t.municipalityId, t.toId),
  foreignKey({ columns: [t.municipalityId, t.fromId], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.toId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('not_itself', sql`from_id <> to_id`),
])

/** Who hears when a subject moves, and how. A follower is a person, or an e-mail address without an account. */
export const follow = trail.table('follow', {
  municipalityId: municipality(), id: id().notNull(),
  subjectId: id('subject_id').notNull(),
  personId: id('person_id'), email: text('email'), language: text('language').$type<Language>().notNull(),
  rhythm: text('rhythm').$type<'atOnce' | 'daily' | 'inApp'>().notNull(),
  why: text('why').$type<'author' | 'supporter' | 'chosen' | 'commenter'>().notNull(),
  /** an address is heard only after its owner has confirmed */ confirmedAt: moment('confirmed_at'),
  createdAt: since('created_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  uniqueIndex('follow_person').on(t.municipalityId, t.subjectId, t.personId).where(sql`person_id is not null`),
  uniqueIndex('follow_email').on(t.municipalityId, t.subjectId, t.email).where(sql`email is not null`),
  index('follow_of_person').on(t.municipalityId, t.personId),
  check('one_follower', sql`(person_id is null) <> (email is null)`),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
])

/** That someone was reminded of one due date, so that it happens once: `soon` to the owner before it, `late` to the unit's lead after it. */
export const reminder = trail.table('reminder', {
  municipalityId: municipality(), subjectId: id('subject_id').notNull(),
  dueAt: moment('due_at').notNull(), kind: text('kind').$type<'soon' | 'late'>().notNull(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.subjectId, t.dueAt, t.kind] }),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
])
