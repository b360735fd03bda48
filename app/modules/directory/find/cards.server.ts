import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { organisation, unit } from '#core/identity/schema.server.ts'
import { metresBetween, type Point } from '#core/geo/geo.ts'
import { inLanguage, type Language, otherLanguage } from '#core/text/language.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { summaryOf } from '#core/trail/subject.server.ts'
import type { Accessible, ChannelKind, PriceKind } from '../facts.ts'
import { type Hours, hoursOf } from '../hours/hours.server.ts'
import { placeKinds } from '../place-kinds.ts'
import { type NowFact, rightNow } from '../right-now.ts'
import { place, service } from '../schema.server.ts'

/** A place as a row of a list shows it. */
export type PlaceCard = { id: string; name: string; lang: Language | undefined; kind: string; kindName: string; icon: string; /** the beginning of what is told of it */ summary: string; address: string; area: string | null; provider: string | null; priceKind: PriceKind; accessible: Accessible; metres: number | null; facts: NowFact[]; hours: Hours | null }
/** A service as a row of a list shows it. */
export type ServiceCard = { id: string; name: string; lang: Language | undefined; summary: string; unit: string | null; provider: string | null; priceKind: PriceKind; channels: ChannelKind[] }

const shortAddress = (street: string, city: string) => [street, city].filter(Boolean).join(', ')

/** Places of a list in its order, with what they are like right now and their hours. Two queries, and those of what is right now. */
export async function placeCards(ctx: Ctx, ids: string[], near: Point | null, read?: Map<string, NowFact[]>): Promise<PlaceCard[]> {
  if (ids.length === 0) return []
  const [rows, facts, hours] = await Promise.all([
    ctx.db.select({ id: place.id, name: place.name, description: place.description, kind: place.kind, street: place.street, city: place.city, area: subject.area, longitude: subject.longitude, latitude: subject.latitude, priceKind: place.priceKind, accessible: place.accessible, providerId: place.providerId, organisation: organisation.name })
      .from(place).innerJoin(subject, and(eq(subject.municipalityId, place.municipalityId), eq(subject.id, place.id))).leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
      .where(and(eq(place.municipalityId, ctx.scope.municipalityId), inArray(place.id, ids), isPublic)),
    read ?? rightNow(ctx, ids), hoursOf(ctx, ids),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const kind = placeKinds.get(row.kind) ?? placeKinds.get('other')!
    const point = row.longitude !== null && row.latitude !== null ? { longitude: row.longitude, latitude: row.latitude } : null
    return [{
      id, name: inLanguage(row.name, ctx.language), lang: otherLanguage(row.name, ctx.language), kind: row.kind, kindName: kind.name[ctx.language], icon: kind.icon, summary: summaryOf(inLanguage(row.description, ctx.language)), address: shortAddress(inLanguage(row.street, ctx.language), row.city), area: row.area,
      provider: row.providerId ? row.organisation : null, priceKind: row.priceKind, accessible: row.accessible, metres: near && point ? metresBetween(near, point) : null, facts: facts.get(id) ?? [], hours: hours.get(id) ?? null,
    }]
  })
}

/** Services of a list in its order, with the ways to use them. One query. */
export async function serviceCards(ctx: Ctx, ids: string[]): Promise<ServiceCard[]> {
  if (ids.length === 0) return []
  const m = ctx.scope.municipalityId
  const rows = await ctx.db.select({ id: service.id, name: service.name, summary: service.summary, priceKind: service.priceKind, providerId: service.providerId, organisation: organisation.name, unit: unit.name,
    channels: sql<ChannelKind[]>`(select coalesce(jsonb_agg(distinct c.kind), '[]') from directory.service_channel l join directory.channel c on c.municipality_id = l.municipality_id and c.id = l.channel_id and c.vanished_at is null where l.municipality_id = ${m} and l.service_id = directory.service.id)` })
    .from(service).innerJoin(subject, and(eq(subject.municipalityId, service.municipalityId), eq(subject.id, service.id))).leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId))).leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
    .where(and(eq(service.municipalityId, m), inArray(service.id, ids), isPublic))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ id, name: inLanguage(row.name, ctx.language), lang: otherLanguage(row.name, ctx.language), summary: inLanguage(row.summary, ctx.language), unit: row.unit ? inLanguage(row.unit, ctx.language) : null, provider: row.providerId ? row.organisation : null, priceKind: row.priceKind, channels: row.channels }] : []
  })
}
