import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, numeric, pgSchema, primaryKey, smallint, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { OrderState } from './states.ts'

export const work = pgSchema('work')

/** Those who go out together. Their members are officials; one of them may be a contractor's. */
export const crew = work.table('crew', {
  municipalityId: municipality(), id: id().notNull(), unitId: id('unit_id').notNull(), name: text('name').notNull(), closedAt: moment('closed_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), unique('crew_name').on(t.municipalityId, t.unitId, t.name), foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] })])

export const crewMember = work.table('crew_member', {
  municipalityId: municipality(), crewId: id('crew_id').notNull(), personId: id('person_id').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.crewId, t.personId] }), index('crew_member_person').on(t.municipalityId, t.personId),
  foreignKey({ columns: [t.municipalityId, t.crewId], foreignColumns: [crew.municipalityId, crew.id] }),
])

/**
 * What field staff do: because of reports, or announced works and outages of their own. Title, place, unit, due date and
 * visibility are its subject's (core/trail); the id is the same. `version` counts its changes, so that what was done without a
 * network meets what was done meanwhile.
 */
export const order = work.table('work_order', {
  municipalityId: municipality(), id: id().notNull(), /** said on the phone, such as T-K7M43P */ reference: text('reference').notNull(),
  kind: text('kind').$type<'task' | 'works' | 'outage'>().notNull().default('task'),
  state: text('state').$type<OrderState>().notNull().default('new'), stateSince: since('state_since'), /** why it cannot be done */ reason: text('reason'),
  crewId: id('crew_id'), priority: smallint('priority').notNull().default(1), instructions: text('instructions').notNull().default(''),
  /** the day it is planned for, and its place in that day's list */ plannedFor: date('planned_for'), position: integer('position').notNull().default(0),
  /** announced works and outages: what people are told, from when to when, and how far around it concerns */ announcement: text('announcement'), startsAt: moment('starts_at'), endsAt: moment('ends_at'), metres: integer('metres'),
  /** keys of the categories whose reports it answers before they are sent: "no water" by a water cut; none: of every category */ answers: text('answers').array().notNull().default(sql`'{}'`),
  startedAt: moment('started_at'), closedAt: moment('closed_at'), mergedInto: id('merged_into'), version: integer('version').notNull().default(1),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('order_reference').on(t.municipalityId, t.reference),
  index('order_of_crew').on(t.municipalityId, t.crewId, t.plannedFor, t.position), index('order_open').on(t.municipalityId, t.priority.desc().nullsFirst()).where(sql`state in ('new', 'planned', 'underWay')`),
  index('order_closed').on(t.municipalityId, t.closedAt.desc().nullsFirst()).where(sql`closed_at is not null`),
  index('order_announced').on(t.municipalityId, t.endsAt).where(sql`announcement is not null`),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.crewId], foreignColumns: [crew.municipalityId, crew.id] }),
  foreignKey({ columns: [t.municipalityId, t.mergedInto], foreignColumns: [t.municipalityId, t.id] }),
  check('order_states', sql`state in ('new', 'planned', 'underWay', 'done', 'cannot', 'merged')`),
  check('order_closed', sql`(state in ('done', 'cannot', 'merged')) = (closed_at is not null)`),
  check('cannot_has_a_reason', sql`state <> 'cannot' or length(trim(reason)) > 0`),
  check('order_merged', sql`(state = 'merged') = (merged_into is not null) and merged_into is distinct from id`),
  check('order_kinds', sql`kind in ('task', 'works', 'outage') and priority between 0 and 3`),
  check('announced_whole', sql`(kind = 'task') = (announcement is null) and (announcement is null or (starts_at is not null and ends_at > starts_at and metres between 0 and 20000))`),
])

/** Of orders that are not closed; written out, so that a plan uses their own index. */
export const isOpenOrder = sql`${order.state} in ('new', 'planned', 'underWay')`

/** The reports an order is done because of. A report is in one order at a time: the key says so. */
export const orderReport = work.table('order_report', {
  municipalityId: municipality(), reportId: id('report_id').notNull(), orderId: id('order_id').notNull(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.reportId] }), index('order_report_of').on(t.municipalityId, t.orderId),
  foreignKey({ columns: [t.municipalityId, t.orderId], foreignColumns: [order.municipalityId, order.id] }),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [subject.municipalityId, subject.id] }),
])

export const checkItem = work.table('check_item', {
  municipalityId: municipality(), id: id().notNull(), orderId: id('order_id').notNull(), position: integer('position').notNull(), text: text('text').notNull(),
  doneAt: moment('done_at'), doneBy: id('done_by'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('check_item_of').on(t.municipalityId, t.orderId, t.position),
  foreignKey({ columns: [t.municipalityId, t.orderId], foreignColumns: [order.municipalityId, order.id] }),
])

/** A line of what it took: materials, hours, other costs. Money in cents. */
export const line = work.table('line', {
  municipalityId: municipality(), id: id().notNull(), orderId: id('order_id').notNull(), kind: text('kind').$type<'material' | 'hours' | 'cost'>().notNull(),
  name: text('name').notNull(), quantity: numeric('quantity', { precision: 12, scale: 3, mode: 'number' }).notNull(), measure: text('measure').notNull().default(''), cents: integer('cents'),
  by: id('by'), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('line_of').on(t.municipalityId, t.orderId), check('line_amounts', sql`kind in ('material', 'hours', 'cost') and quantity >= 0 and cents >= 0`),
  foreignKey({ columns: [t.municipalityId, t.orderId], foreignColumns: [order.municipalityId, order.id] }),
])

/** What staff wrote of it for each other. `clientId` makes one written without a network arrive once. */
export const note = work.table('note', {
  municipalityId: municipality(), id: id().notNull(), orderId: id('order_id').notNull(), text: text('text').notNull(), by: id('by'), at: since('at'), clientId: text('client_id'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('note_of').on(t.municipalityId, t.orderId, t.at), uniqueIndex('note_once').on(t.municipalityId, t.clientId).where(sql`client_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.orderId], foreignColumns: [order.municipalityId, order.id] }),
])

/** Everything that came from a device without a network, by the id the device gave it: the same twice is once, and what met a conflict is kept here until someone has looked. */
export const fromField = work.table('from_field', {
  municipalityId: municipality(), clientId: text('client_id').notNull(), orderId: id('order_id').notNull(), personId: id('person_id').notNull(), at: since('at'),
  what: text('what').notNull(), outcome: text('outcome').$type<'taken' | 'conflict' | 'resolved'>().notNull(), told: text('told').notNull().default(''), /** not yet looked at */ open: boolean('open').notNull().default(false),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.clientId] }), index('from_field_open').on(t.municipalityId, t.orderId).where(sql`open`), check('open_is_a_conflict', sql`open = (outcome = 'conflict') and outcome in ('taken', 'conflict', 'resolved')`),
  foreignKey({ columns: [t.municipalityId, t.orderId], foreignColumns: [order.municipalityId, order.id] }),
])
