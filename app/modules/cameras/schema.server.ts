import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, pgSchema, primaryKey, real, smallint, text } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { Trouble } from './limits.ts'

export const cameras = pgSchema('cameras')

/**
 * A camera of a place, and of its newest picture the facts; the bytes are one file, written over each time. How small and blurred a
 * picture must be at least is settled here too: a face at the nearest distance stays under eight pixels (limits.ts).
 */
export const camera = cameras.table('camera', {
  municipalityId: municipality(), id: id().notNull(), placeId: id('place_id').notNull(), name: translated('name').notNull(), /** what the picture shows, for who does not see it */ shows: translated('shows').notNull(),
  /** fetched: we ask its address; posted: it sends with a device's key */ way: text('way').$type<'fetched' | 'posted'>().notNull(), /** of one that is fetched; may carry its own key, so it is shown to its keepers alone */ url: text('url').notNull().default(''), deviceId: id('device_id'),
  everyMinutes: smallint('every_minutes').notNull().default(10), /** an older picture is not shown */ oldAfterMinutes: smallint('old_after_minutes').notNull().default(60),
  /** metres to where the nearest person may stand */ nearest: real('nearest').notNull(), /** horizontal, degrees */ fieldOfView: smallint('field_of_view').notNull().default(90),
  /** pixels, at most */ width: smallint('width').notNull(), /** sigma of the blur, pixels */ blur: real('blur').notNull().default(1.5), /** side of the squares, pixels */ squares: smallint('squares').notNull().default(2),
  /** hours by Finland's clock between which nothing is taken or shown; both null: always on */ offFrom: smallint('off_from'), offUntil: smallint('off_until'),
  /** the checklist without which it cannot be on */ signOn: date('sign_on'), purpose: translated('purpose'), controller: text('controller').notNull().default(''), privacyUrl: text('privacy_url').notNull().default(''),
  on: boolean('is_on').notNull().default(false), onSince: moment('on_since'),
  takenAt: moment('taken_at'), bytes: integer('bytes'), shownWidth: smallint('shown_width'), shownHeight: smallint('shown_height'), /** when it is fetched next */ nextAt: moment('next_at'),
  /** pictures in a row that could not be had */ failures: smallint('failures').notNull().default(0), trouble: text('trouble').$type<Trouble>(), /** since when, as its unit was told */ brokenSince: moment('broken_since'), endedAt: moment('ended_at'),
  version: integer('version').notNull().default(1), createdAt: since('created_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('camera_of_place').on(t.municipalityId, t.placeId), index('camera_due').on(t.municipalityId, t.nextAt).where(sql`is_on and way = 'fetched' and ended_at is null`),
  foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('camera_way', sql`(way = 'fetched' and url like 'https://%') or (way = 'posted' and url = '')`), check('camera_minutes', sql`every_minutes between 1 and 120 and old_after_minutes between every_minutes and 1440`),
  // 0.16 m of face among 2 × distance × tan(half the view) metres of picture
  check('camera_faces', sql`nearest between 2 and 200 and field_of_view between 20 and 150 and width between 64 and 640 and width * 0.16 <= 8 * 2 * nearest * tand(field_of_view / 2.0) and blur between 1.5 and 20 and squares between 2 and 32`),
  check('camera_off', sql`num_nonnulls(off_from, off_until) in (0, 2) and off_from between 0 and 23 and off_until between 0 and 23 and off_from <> off_until`),
  check('camera_checklist', sql`not is_on or (sign_on is not null and purpose is not null and controller <> '' and privacy_url like 'https://%' and ended_at is null)`),
  check('camera_picture', sql`num_nonnulls(taken_at, bytes, shown_width, shown_height) in (0, 4) and shown_width <= width`), check('camera_troubles', sql`trouble in ('unreachable', 'refused', 'notPicture', 'tooLarge', 'silent')`),
])
