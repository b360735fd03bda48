import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgSchema, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { subject } from '#core/trail/schema.server.ts'

export const devices = pgSchema('devices')

/** A thing that posts by itself: a sensor, a gate that counts, an access-control or ticket system, a camera. Its key is kept as a digest. */
export const device = devices.table('device', {
  municipalityId: municipality(), id: id().notNull(), name: text('name').notNull(), kind: text('kind').$type<'sensor' | 'gate' | 'access' | 'camera'>().notNull(), unitId: id('unit_id').notNull(), digest: text('digest').notNull(),
  /** what it may post, as keys of posts.ts; none: whatever fits its kind */ may: text('may').array().notNull().default(sql`'{}'`), /** it is to be heard of at least so often; null: nobody waits for it */ expectedMinutes: integer('expected_minutes'),
  createdAt: since('created_at'), heardAt: moment('heard_at'), /** what it last sent that was not taken, and why */ refusedAt: moment('refused_at'), refusedWhy: text('refused_why').notNull().default(''),
  /** since when it has been silent, as its unit was told */ silentSince: moment('silent_since'), rotatedAt: moment('rotated_at'), endedAt: moment('ended_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('device_digest').on(t.municipalityId, t.digest), index('device_of_unit').on(t.municipalityId, t.unitId),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }), check('device_kinds', sql`kind in ('sensor', 'gate', 'access', 'camera')`), check('device_expected', sql`expected_minutes between 1 and 44640`),
  index('device_expected_of').on(t.municipalityId).where(sql`expected_minutes is not null and ended_at is null`),
])
/** The places that a device may speak of. */
export const devicePlace = devices.table('device_place', {
  municipalityId: municipality(), deviceId: id('device_id').notNull(), placeId: id('place_id').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.deviceId, t.placeId] }), index('device_place_back').on(t.municipalityId, t.placeId),
  foreignKey({ columns: [t.municipalityId, t.deviceId], foreignColumns: [device.municipalityId, device.id] }).onDelete('cascade'), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] }),
])
