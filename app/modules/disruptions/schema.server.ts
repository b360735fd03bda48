import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, foreignKey, index, integer, jsonb, pgSchema, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { area, subject } from '#core/trail/schema.server.ts'
import type { DisruptionKind, Severity } from './kinds.ts'
import type { Corner, PartKind } from './shape.ts'

export const disruptions = pgSchema('disruptions')

/**
 * Something that does not work as usual, told to those it concerns. Its title, place name, unit and visibility are its
 * subject's (core/trail); the id is the same. It is coming before `startsAt`, on from then, and over from `endedAt`.
 */
export const disruption = disruptions.table('disruption', {
  municipalityId: municipality(), id: id().notNull(), kind: text('kind').$type<DisruptionKind>().notNull(), severity: text('severity').$type<Severity>().notNull(),
  startsAt: moment('starts_at').notNull(), /** null: until further notice */ endsAt: moment('ends_at'), /** when people are told more, where the end is not known */ nextWordAt: moment('next_word_at'),
  begunAt: moment('begun_at'), endedAt: moment('ended_at'), endedBy: text('ended_by').$type<'hand' | 'clock'>(),
  /** in the language of its subject: what has happened */ text: text('text').notNull().default(''), /** and what to do meanwhile */ instead: text('instead').notNull().default(''),
  /** where the substitute is: the water tank, the other hall */ insteadName: text('instead_name').notNull().default(''), insteadLongitude: doublePrecision('instead_longitude'), insteadLatitude: doublePrecision('instead_latitude'),
  /** the whole municipality, whatever its parts are */ whole: boolean('whole').notNull().default(false),
  madeBy: id('made_by'), madeAt: since('made_at'), changedAt: since('changed_at'), version: integer('version').notNull().default(1), /** of the form that it was sent with: the same twice is once */ clientId: text('client_id'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('disruption_open').on(t.municipalityId, t.startsAt).where(sql`ended_at is null`), index('disruption_ended').on(t.municipalityId, t.endedAt.desc().nullsFirst()).where(sql`ended_at is not null`),
  index('disruption_by_clock').on(t.endsAt).where(sql`ended_at is null and ends_at is not null`), uniqueIndex('disruption_once').on(t.municipalityId, t.clientId).where(sql`client_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }),
  check('disruption_kinds', sql`kind in ('water', 'heat', 'power', 'roadWorks', 'closed', 'bus', 'school', 'other') and severity in ('minor', 'moderate', 'severe', 'extreme')`),
  check('disruption_times', sql`ends_at > starts_at`), check('disruption_ended_by', sql`(ended_at is null) = (ended_by is null) and ended_by in ('hand', 'clock')`),
  check('instead_point', sql`(instead_longitude is null) = (instead_latitude is null)`),
])

/** A piece of where it is: a polygon, a line with a width, or a point with its surroundings. The box around it, buffer included, finds it. */
export const part = disruptions.table('part', {
  municipalityId: municipality(), disruptionId: id('disruption_id').notNull(), position: smallint('position').notNull(),
  kind: text('kind').$type<PartKind>().notNull(), /** as GeoJSON has them: [longitude, latitude]; a polygon's ring is closed */ corners: jsonb('corners').$type<Corner[]>().notNull(), /** how far outside it still concerns */ metres: integer('metres').notNull(),
  west: doublePrecision('west').notNull(), south: doublePrecision('south').notNull(), east: doublePrecision('east').notNull(), north: doublePrecision('north').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.disruptionId, t.position] }), foreignKey({ columns: [t.municipalityId, t.disruptionId], foreignColumns: [disruption.municipalityId, disruption.id] }),
  check('part_kinds', sql`kind in ('polygon', 'line', 'point') and metres between 0 and 20000`), check('part_corners', sql`jsonb_array_length(corners) >= case kind when 'polygon' then 4 when 'line' then 2 else 1 end and jsonb_array_length(corners) <= 2001`),
])

/** The areas (parts of the municipality) that it touches: who follows one hears. */
export const inArea = disruptions.table('in_area', {
  municipalityId: municipality(), disruptionId: id('disruption_id').notNull(), area: text('area').notNull(), /** picked by name, not only touched by the shape */ picked: boolean('picked').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.disruptionId, t.area] }), index('in_area_of').on(t.municipalityId, t.area), foreignKey({ columns: [t.municipalityId, t.disruptionId], foreignColumns: [disruption.municipalityId, disruption.id] }),
  foreignKey({ columns: [t.municipalityId, t.area], foreignColumns: [area.municipalityId, area.key] }).onUpdate('cascade').onDelete('cascade'),
])

/** The places and services of the directory that it closes. */
export const closes = disruptions.table('closes', {
  municipalityId: municipality(), disruptionId: id('disruption_id').notNull(), placeId: id('place_id').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.disruptionId, t.placeId] }), index('closes_place').on(t.municipalityId, t.placeId), foreignKey({ columns: [t.municipalityId, t.disruptionId], foreignColumns: [disruption.municipalityId, disruption.id] }),
  foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] }),
])

/** What has been said of it to other programs (CAP 1.2): each refers to those before it. */
export const message = disruptions.table('message', {
  municipalityId: municipality(), disruptionId: id('disruption_id').notNull(), number: integer('number').notNull(), type: text('type').$type<'Alert' | 'Update' | 'Cancel'>().notNull(), sentAt: moment('sent_at').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.disruptionId, t.number] }), foreignKey({ columns: [t.municipalityId, t.disruptionId], foreignColumns: [disruption.municipalityId, disruption.id] }),
  check('message_types', sql`type in ('Alert', 'Update', 'Cancel') and (number = 1) = (type = 'Alert')`),
])

/** How a person wants to hear of disruptions, when otherwise than of all else: at once, and of what concerns their home too. */
export const listener = disruptions.table('listener', {
  municipalityId: municipality(), personId: id('person_id').notNull(), pushAtOnce: boolean('push_at_once').notNull(), mailAtOnce: boolean('mail_at_once').notNull(), home: boolean('home').notNull(), changedAt: since('changed_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.personId] }), foreignKey({ columns: [t.municipalityId, t.personId], foreignColumns: [person.municipalityId, person.id] }), index('listener_home').on(t.municipalityId).where(sql`home`)])
