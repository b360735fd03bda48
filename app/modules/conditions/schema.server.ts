import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, foreignKey, index, pgSchema, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { Source } from './vocabulary.ts'

export const conditions = pgSchema('conditions')

/** Who says it: a worker on a phone, a sensor, an access-control or ticket system. */
const said = () => ({
  source: text('source').$type<Source>().notNull(), deviceId: id('device_id'), /** the worker; forgotten after 90 days */ personId: id('person_id'),
  /** made where it was said, so that what is sent twice is kept once */ clientId: text('client_id').notNull(), receivedAt: since('received_at'),
})

/**
 * What somebody saw, or something measured, at a place at a moment: a word of its property, a number, or neither (what was
 * known is known no more). A trigger lets nobody change or take one away: only the one who said it is forgotten, and those
 * past their keeping (conditions.forget).
 */
export const observation = conditions.table('observation', {
  municipalityId: municipality(), id: id().notNull(), placeId: id('place_id').notNull(), /** a key of the vocabulary */ property: text('property').notNull(), value: text('value'), number: doublePrecision('number'),
  observedAt: moment('observed_at').notNull(), ...said(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('observation_once').on(t.municipalityId, t.deviceId, t.clientId).nullsNotDistinct(),
  index('observation_of').on(t.municipalityId, t.placeId, t.property, t.observedAt.desc().nullsFirst()), index('observation_age').on(t.municipalityId, t.observedAt), index('observation_by').on(t.municipalityId, t.personId).where(sql`person_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('observation_one_value', sql`num_nonnulls(value, number) <= 1`), check('observation_source', sql`source in ('worker', 'sensor', 'access') and (source = 'worker') = (device_id is null) and (person_id is null or source = 'worker')`),
])
/** The newest observation of each property of a place, whatever order they came in: kept by a trigger. */
export const latest = conditions.table('latest', {
  municipalityId: municipality(), placeId: id('place_id').notNull(), property: text('property').notNull(), observationId: id('observation_id').notNull(), value: text('value'), number: doublePrecision('number'),
  observedAt: moment('observed_at').notNull(), /** from when it has been the same: "closed since" */ sameSince: moment('same_since').notNull(), source: text('source').$type<Source>().notNull(), deviceId: id('device_id'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.placeId, t.property] }), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] })])

/** Somebody took care of a place at a moment: iced, ploughed, cleaned. A fact of its own, not a condition. Append-only as observations are. */
export const maintenance = conditions.table('maintained', {
  municipalityId: municipality(), id: id().notNull(), placeId: id('place_id').notNull(), /** a key of the vocabulary's maintenance */ what: text('what').notNull(), at: moment('at').notNull(), ...said(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('maintained_once').on(t.municipalityId, t.deviceId, t.clientId).nullsNotDistinct(),
  index('maintained_of').on(t.municipalityId, t.placeId, t.at.desc().nullsFirst()), index('maintained_age').on(t.municipalityId, t.at), index('maintained_by').on(t.municipalityId, t.personId).where(sql`person_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('maintained_source', sql`source in ('worker', 'sensor', 'access') and (source = 'worker') = (device_id is null) and (person_id is null or source = 'worker')`),
])
/** When each kind of care was last taken of a place: kept by a trigger. */
export const maintainedLatest = conditions.table('maintained_latest', {
  municipalityId: municipality(), placeId: id('place_id').notNull(), what: text('what').notNull(), maintainedId: id('maintained_id').notNull(), at: moment('at').notNull(), source: text('source').$type<Source>().notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.placeId, t.what] }), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] })])

/** A word on a place that is true until a moment: "The eastern end is roped off." One at a time; a new one ends the former. */
export const notice = conditions.table('notice', {
  municipalityId: municipality(), id: id().notNull(), placeId: id('place_id').notNull(), words: translated('words').notNull(), from: since('from'), until: moment('until').notNull(), endedAt: moment('ended_at'), personId: id('person_id'), clientId: text('client_id').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex('notice_one').on(t.municipalityId, t.placeId).where(sql`ended_at is null`), unique('notice_once').on(t.municipalityId, t.clientId), index('notice_of').on(t.municipalityId, t.placeId, t.from.desc().nullsFirst()), index('notice_by').on(t.municipalityId, t.personId).where(sql`person_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] }), check('notice_in_order', sql`until > "from"`), check('notice_says', sql`jsonb_typeof(words) = 'object' and words <> '{}'::jsonb`),
])
/** Is a place's season on? Without a row nobody has said, and it is. Out of season nothing is asked and nothing is told but that. */
export const season = conditions.table('season', {
  municipalityId: municipality(), placeId: id('place_id').notNull(), on: boolean('on').notNull(), /** when it was said to have begun or ended */ at: moment('at').notNull(), personId: id('person_id'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.placeId] }), index('season_by').on(t.municipalityId, t.personId).where(sql`person_id is not null`), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] })])
