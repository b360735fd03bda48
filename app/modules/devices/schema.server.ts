import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgSchema, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { subject } from '#core/trail/schema.server.ts'

export const devices = pgSchema('devices')

/** A thing that posts by itself: a sensor, a gate that counts, an access-control or ticket system, a camera. Its key is kept as a digest. */
export const device = devices.table('device', {
  municipalityId: municipality(), id: id().notNull(), name: text('name').notNull(), kind: text('kind').$type<'sensor' | 'gate' | 'access' | 'camera'>().notNull(), unitId: id('unit_id').notNull(), digest: text('digest').notNull(),
  createdAt: since('created_at'), heardAt: moment('heard_at'), endedAt: moment('ended_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('device_digest').on(t.municipalityId, t.digest), index('device_of_unit').on(t.municipalityId, t.unitId),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }), check('device_kinds', sql`kind in ('sensor', 'gate', 'access', 'camera')`),
])
/** The places that a device may speak of. */
export const devicePlace = devices.table('device_place', {
  municipalityId: municipality(), deviceId: id('device_id').notNull(), placeId: id('place_id').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.deviceId, t.placeId] }), index('device_place_back').on(t.municipalityId, t.placeId),
  foreignKey({ columns: [t.municipalityId, t.deviceId], foreignColumns: [device.municipalityId, device.id] }).onDelete('cascade'), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] }),
])
