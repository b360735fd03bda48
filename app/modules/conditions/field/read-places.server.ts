import { and, asc, eq, inArray, isNotNull, ne, type SQL } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { place, placeKinds } from '#modules/directory/server'
import { can } from '../permissions.ts'
import { type PlaceNow, placesNow } from '../read.server.ts'
import { vocabulary } from '../vocabulary.ts'
import type { FieldPlace, PlacesData } from './data.ts'

/** More than this is in nobody's care. */
const most = 500
const kinds = Object.keys(vocabulary)

/**
 * The places in a person's care, whole, for a phone to take along: those of their units, and of the provider they act as, whose
 * kind has conditions. `also`: one place besides, when they may tell of it; `only`: no other. Throws SignInNeeded.
 */
export async function readPlaces(ctx: Ctx, its: { also?: string | undefined; only?: string | undefined } = {}): Promise<PlacesData> {
  const me = allow(ctx, can.openField)
  const asked = [its.only ?? its.also].filter(isId)
  const units = me.units.map((each) => each.id)
  const [ofUnits, ofProvider, named] = await Promise.all([
    units.length > 0 && !its.only ? rowsOf(ctx, inArray(subject.ownerUnitId, units)) : [],
    me.as && !its.only ? rowsOf(ctx, and(isNotNull(place.providerId), eq(subject.authorOrganisationId, me.as.id))!) : [],
    asked.length > 0 ? rowsOf(ctx, inArray(place.id, asked)) : [],
  ])
  const rows = [...new Map([...named, ...ofUnits, ...ofProvider].filter((row) => may(ctx, can.observe, row)).map((row) => [row.id, row])).values()]
  const now = await placesNow(ctx, rows.map((row) => row.id))
  const others = named.find((row) => !may(ctx, can.observe, row))
  return {
    person: { id: me.id, name: me.name }, asOf: ctx.now.toISOString(), others: others ? { id: others.id, name: inLanguage(others.name, ctx.language) } : null,
    places: rows.map((row): FieldPlace => ({
      id: row.id, kind: row.kind, name: inLanguage(row.name, ctx.language), kindName: placeKinds.get(row.kind)?.name[ctx.language] ?? '', where: inLanguage(row.street, ctx.language) || row.area || '', longitude: row.longitude, latitude: row.latitude, ...nowOf(ctx, now.get(row.id)),
    })).toSorted((a, b) => a.name.localeCompare(b.name, 'fi')),
  }
}

/** Places in use that have conditions, by who keeps them. */
const rowsOf = (ctx: Ctx, whose: SQL) => ctx.db.select({
  id: place.id, kind: place.kind, name: place.name, street: place.street, area: subject.area, longitude: subject.longitude, latitude: subject.latitude,
  ownerUnitId: subject.ownerUnitId, authorPersonId: subject.authorPersonId, authorOrganisationId: subject.authorOrganisationId,
}).from(place).innerJoin(subject, and(eq(subject.municipalityId, place.municipalityId), eq(subject.id, place.id)))
  .where(and(eq(place.municipalityId, ctx.scope.municipalityId), eq(subject.visibility, 'public'), ne(subject.stage, 'ended'), inArray(place.kind, kinds), whose)).orderBy(asc(place.id)).limit(most)

function nowOf(ctx: Ctx, its: PlaceNow | undefined): Pick<FieldPlace, 'seen' | 'cared' | 'notice' | 'season'> {
  return {
    seen: (its?.conditions ?? []).map((each) => ({ property: each.property, ...each.was, at: each.observedAt.toISOString(), since: each.since.toISOString() })),
    cared: (its?.maintained ?? []).map((each) => ({ what: each.what, at: each.at.toISOString() })),
    notice: its?.notice ? { words: inLanguage(its.notice.words, ctx.language), until: its.notice.until.toISOString() } : null,
    season: its?.season ? { on: its.season.on, at: its.season.since.toISOString() } : null,
  }
}
