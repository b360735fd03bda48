import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, pgSchema, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { Geometry } from './geometry.ts'

export const open311 = pgSchema('open311')

/** What a key lets a program do: send reports, and have us write to their senders (`letters`); write to reports (`updates`); say how the work stands (`status`). */
export const scopes = ['send', 'letters', 'updates', 'status'] as const
export type Scope = (typeof scopes)[number]

/** With what a program writes. Only a digest is kept; it is shown when it is made. A partner's key moves only what is the partner's. */
export const key = open311.table('key', {
  municipalityId: municipality(), id: id().notNull(), name: text('name').notNull(), hash: text('hash').notNull(),
  scopes: text('scopes').array().$type<Scope[]>().notNull(), perHour: integer('per_hour').notNull(), partnerId: id('partner_id'),
  /** its last day */ endsOn: date('ends_on'),
  createdAt: since('created_at'), lastUsedAt: moment('last_used_at'), revokedAt: moment('revoked_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex('open311_key_hash').on(t.municipalityId, t.hash),
  check('open311_key_scopes', sql`cardinality(scopes) > 0 and scopes <@ array['send', 'letters', 'updates', 'status'] and per_hour between 1 and 100000`),
])

/** How often a key has been used in an hour: one row for all processes, so that its limit is exact. */
export const keyHour = open311.table('key_hour', {
  municipalityId: municipality(), keyId: id('key_id').notNull(), hour: moment('hour').notNull(), used: integer('used').notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.keyId, t.hour] }), foreignKey({ columns: [t.municipalityId, t.keyId], foreignColumns: [key.municipalityId, key.id] }).onDelete('cascade')])

/** What came with a report through Open311 that the report itself has no room for: said back as it was given. */
export const sent = open311.table('sent', {
  municipalityId: municipality(), reportId: id('report_id').notNull(), keyId: id('key_id').notNull(),
  addressId: text('address_id'), objectId: text('object_id'), objectType: text('object_type'), geometry: jsonb('geometry').$type<Geometry>(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.reportId] }), index('open311_sent_object').on(t.municipalityId, t.objectId, t.objectType).where(sql`object_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.keyId], foreignColumns: [key.municipalityId, key.id] }),
])

/** What a program has written to a report. Its own number for it makes the same twice one. */
export const update = open311.table('update', {
  municipalityId: municipality(), id: id().notNull(), keyId: id('key_id').notNull(), reportId: id('report_id').notNull(), /** the program's own */ number: text('number'),
  status: text('status'), text: text('text').notNull().default(''), /** what the update is known by outside: the event on the trail */ eventId: id('event_id'), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex('open311_update_once').on(t.municipalityId, t.keyId, t.number).where(sql`number is not null`), index('open311_update_of').on(t.municipalityId, t.reportId, t.at),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.keyId], foreignColumns: [key.municipalityId, key.id] }),
])

/** A photo that could not be fetched when it was told of, tried again for a day; gone when it is on its report or has been tried long enough. */
export const awaited = open311.table('awaited_media', {
  municipalityId: municipality(), id: id().notNull(), reportId: id('report_id').notNull(), url: text('url').notNull(), /** what it shows: as it was, or after the work */ role: text('role').$type<'' | 'after'>().notNull().default(''),
  tries: smallint('tries').notNull().default(0), tryAt: moment('try_at').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('open311_awaited_due').on(t.municipalityId, t.tryAt),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [subject.municipalityId, subject.id] }),
])

/** When the services last became other than they were, for the discovery's changeset: a digest of them, looked at by a job. */
export const changeset = open311.table('changeset', {
  municipalityId: municipality(), digest: text('digest').notNull(), at: since('at'),
}, (t) => [primaryKey({ columns: [t.municipalityId] })])
