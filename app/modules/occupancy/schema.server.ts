import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, jsonb, pgSchema, primaryKey, real, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { Band, FaultKind, Way } from './bands.ts'

export const occupancy = pgSchema('occupancy')

/**
 * What counts the people of a place, or of a room of it. How many are inside is never written by hand: `occupancy.settle`
 * works it out of the passages of one counting day, which begins at `resetHour` by Finland's clock.
 */
export const counter = occupancy.table('counter', {
  municipalityId: municipality(), id: id().notNull(), placeId: id('place_id').notNull(), /** a room of the place (directory) */ roomId: id('room_id'), name: translated('name').notNull(),
  /** gates count both ways, tickets only those who come in, manual is a person at the door */ way: text('way').$type<Way>().notNull(),
  /** people */ capacity: integer('capacity').notNull(), /** upper edges of the bands, percent of the capacity */ quietTo: smallint('quiet_to').notNull(), normalTo: smallint('normal_to').notNull(), busyTo: smallint('busy_to').notNull(),
  /** of tickets: how long people usually stay */ stayMinutes: smallint('stay_minutes'), /** the one device that counts; null: any of the place's */ deviceId: id('device_id'),
  resetHour: smallint('reset_hour').notNull().default(4), /** so many percent of the day's entries may be inside when the day ends */ driftPercent: smallint('drift_percent').notNull().default(15),
  /** the counting day that the next facts are of */ day: date('day'), inside: integer('inside').notNull().default(0), entered: integer('entered').notNull().default(0), left: integer('left_out').notNull().default(0), /** who left though nobody was inside: how many could not be taken off */ clipped: integer('clipped').notNull().default(0),
  /** the newest count's own time */ countedAt: moment('counted_at'), /** when a count last came */ heardAt: moment('heard_at'), /** its usual longest silence while open, counted every night */ usualGapMinutes: integer('usual_gap_minutes'),
  /** as last told, for noticing when it falls quiet */ band: text('band').$type<Band>(), fault: text('fault').$type<FaultKind>(), pausedAt: moment('paused_at'), endedAt: moment('ended_at'),
  version: integer('version').notNull().default(1), createdAt: since('created_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('counter_of_place').on(t.municipalityId, t.placeId), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('counter_ways', sql`way in ('gates', 'tickets', 'manual') and (way = 'tickets') = (stay_minutes is not null) and stay_minutes between 10 and 480`),
  check('counter_never_below_zero', sql`inside >= 0 and entered >= 0 and left_out >= 0 and clipped >= 0`),
  check('counter_bands', sql`0 < quiet_to and quiet_to < normal_to and normal_to < busy_to and busy_to <= 100 and band in ('quiet', 'normal', 'busy', 'full')`),
  // fewer than five people are always "quiet", so that no band tells of one or two
  check('counter_small_is_quiet', sql`capacity between 10 and 20000 and quiet_to * capacity >= 500`),
  check('counter_limits', sql`reset_hour between 0 and 23 and drift_percent between 5 and 50 and fault in ('silent', 'drift', 'negative', 'stuck', 'above')`),
])

/** One thing that a counter said: so many came and went, or so many are inside. Kept for 14 days. */
export const passage = occupancy.table('passage', {
  municipalityId: municipality(), counterId: id('counter_id').notNull(), /** made by who sends: the same twice is once */ clientId: text('client_id').notNull(), at: moment('at').notNull(), /** the counting day */ day: date('day').notNull(),
  entered: integer('entered').notNull().default(0), left: integer('left_out').notNull().default(0), /** absolute: what came before it does not matter */ inside: integer('inside'), receivedAt: since('received_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.counterId, t.clientId] }), index('passage_of_day').on(t.municipalityId, t.counterId, t.day, t.at), index('passage_old').on(t.municipalityId, t.day),
  foreignKey({ columns: [t.municipalityId, t.counterId], foreignColumns: [counter.municipalityId, counter.id] }).onDelete('cascade'),
  check('passage_counts', sql`entered between 0 and 5000 and left_out between 0 and 5000 and inside between 0 and 50000 and (inside is null or (entered = 0 and left_out = 0)) and length(client_id) between 1 and 100`),
])

/** How many were inside at the end of each quarter of an hour, folded of the passages. Kept for 400 days. */
export const level = occupancy.table('level', {
  municipalityId: municipality(), counterId: id('counter_id').notNull(), /** the quarter's beginning */ at: moment('at').notNull(),
  /** by Finland's clock */ day: date('day').notNull(), /** 0 … 95 */ slot: smallint('slot').notNull(), /** 1 Monday … 7 Sunday, 8 a public holiday */ kind: smallint('kind').notNull(), inside: integer('inside').notNull(), /** false while the counter was not trusted: not part of what is typical */ sure: boolean('sure').notNull().default(true),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.counterId, t.at] }), index('level_day').on(t.municipalityId, t.day), index('level_holiday').on(t.municipalityId, t.day).where(sql`kind = 8`),
  foreignKey({ columns: [t.municipalityId, t.counterId], foreignColumns: [counter.municipalityId, counter.id] }).onDelete('cascade'),
  check('level_facts', sql`slot between 0 and 95 and kind between 1 and 8 and inside >= 0`),
])

/** What is usual for a kind of day and a quarter: median and quartiles of the last eight weeks, counted every night. */
export const typical = occupancy.table('typical', {
  municipalityId: municipality(), counterId: id('counter_id').notNull(), kind: smallint('kind').notNull(), slot: smallint('slot').notNull(), low: real('low').notNull(), middle: real('middle').notNull(), high: real('high').notNull(), /** of how many days */ days: smallint('days').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.counterId, t.kind, t.slot] }), foreignKey({ columns: [t.municipalityId, t.counterId], foreignColumns: [counter.municipalityId, counter.id] }).onDelete('cascade'),
  check('typical_in_order', sql`low >= 0 and low <= middle and middle <= high and days > 0`),
])

/** When a counter was not believed, and why. One that is open has no end yet. */
export const fault = occupancy.table('fault', {
  municipalityId: municipality(), id: id().notNull(), counterId: id('counter_id').notNull(), what: text('what').$type<FaultKind>().notNull(), /** from when its counts are not known */ since: moment('since').notNull(), noticedAt: since('noticed_at'),
  /** numbers that show it, for officials */ shown: jsonb('shown').$type<Record<string, number>>().notNull().default({}), until: moment('until'), /** who set it right; null: it came right by itself */ endedBy: id('ended_by'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('fault_of').on(t.municipalityId, t.counterId, t.since.desc().nullsFirst()), uniqueIndex('fault_open').on(t.municipalityId, t.counterId).where(sql`until is null`),
  foreignKey({ columns: [t.municipalityId, t.counterId], foreignColumns: [counter.municipalityId, counter.id] }).onDelete('cascade'), check('fault_kinds', sql`what in ('silent', 'drift', 'negative', 'stuck', 'above')`),
])
