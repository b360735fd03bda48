import { sql } from 'drizzle-orm'
import { doublePrecision, foreignKey, index, integer, pgSchema, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { id, municipality } from '#core/db/columns.server.ts'

export const geo = pgSchema('geo')

/** A street by its names, with the middle of its addresses. `search` is what it is found by: its names in small letters and what their inflected forms share. */
export const street = geo.table('street', {
  municipalityId: municipality(), id: id().notNull(), fi: text('fi'), sv: text('sv'), search: text('search').notNull(),
  area: text('area'), longitude: doublePrecision('longitude').notNull(), latitude: doublePrecision('latitude').notNull(), count: integer('count').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('street_once').on(t.municipalityId, t.fi, t.sv).nullsNotDistinct(),
  index('street_search').using('gin', sql`municipality_id`, sql`search gin_trgm_ops`),
])

/** A door: a number on a street, with its point. `x` and `y` are the same point on the map's plane (mercator.ts), by which the nearest is found. */
export const address = geo.table('address', {
  municipalityId: municipality(), id: id().notNull(), streetId: id('street_id').notNull(), /** as written: "12", "12 A", "12–14" */ number: text('number').notNull(), /** its first number, for order */ first: integer('first').notNull(),
  postalCode: text('postal_code'), area: text('area'), longitude: doublePrecision('longitude').notNull(), latitude: doublePrecision('latitude').notNull(), x: doublePrecision('x').notNull(), y: doublePrecision('y').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('address_once').on(t.municipalityId, t.streetId, t.number),
  index('address_near').using('gist', sql`municipality_id`, sql`point(x, y)`), index('address_in_order').on(t.municipalityId, t.streetId, t.first),
  foreignKey({ columns: [t.municipalityId, t.streetId], foreignColumns: [street.municipalityId, street.id] }).onDelete('cascade'),
])
