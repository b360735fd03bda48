import { and, asc, eq, gt } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { organisation, unit } from '#core/identity/schema.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { area, isPublic, subject } from '#core/trail/schema.server.ts'
import { placeKinds } from '../place-kinds.ts'
import { place, service } from '../schema.server.ts'

type Asked = { after?: string | undefined; limit: number }
const common = { id: subject.id, unit: unit.name, provider: organisation.name }
const from = (ctx: Ctx, after: string | undefined) => and(eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, isId(after) ? gt(subject.id, after) : undefined)
const inAll = (name: string, its: Translated | null) => ({ [`${name}_fi`]: its?.fi ?? null, [`${name}_sv`]: its?.sv ?? null, [`${name}_en`]: its?.en ?? null })
const columnsIn = (name: string) => [`${name}_fi`, `${name}_sv`, `${name}_en`]
type Row = Record<string, string | number | boolean | null> & { id: string }

/** The columns of the open data of places, in order; open data's texts say what each means. */
export const placeColumns = ['id', 'url', 'placeKind', 'placeKindName', ...columnsIn('name'), ...columnsIn('description'), 'street', 'postalCode', 'city', 'area', 'areaName', 'longitude', 'latitude', 'phone', 'email', 'webAddress', 'priceKind', 'price', 'audiences', 'accessible', 'unit', 'provider', 'partOf', 'changed'] as const
/** Public places in the order of their ids, after one: the next page of an export. */
export async function openPlaces(ctx: Ctx, { after, limit }: Asked): Promise<Row[]> {
  const rows = await ctx.db.select({ ...common, its: place, area: subject.area, areaName: area.name, longitude: subject.longitude, latitude: subject.latitude }).from(subject)
    .innerJoin(place, and(eq(place.municipalityId, subject.municipalityId), eq(place.id, subject.id)))
    .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId))).leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
    .leftJoin(area, and(eq(area.municipalityId, subject.municipalityId), eq(area.key, subject.area)))
    .where(and(from(ctx, after), eq(subject.kind, 'place'))).orderBy(asc(subject.id)).limit(limit)
  const say = (text: Translated | null) => inLanguage(text, ctx.language) || null
  return rows.map(({ its, ...row }) => ({
    id: row.id, url: ctx.address(`/places/${row.id}`), placeKind: its.kind, placeKindName: placeKinds.get(its.kind)?.name[ctx.language] ?? null, ...inAll('name', its.name), ...inAll('description', its.description), street: say(its.street), postalCode: its.postalCode || null, city: its.city || null,
    area: row.area, areaName: row.areaName ? say(row.areaName) : row.area, longitude: row.longitude, latitude: row.latitude, phone: its.phone || null, email: its.email || null, webAddress: its.url || null, priceKind: its.priceKind, price: say(its.price),
    audiences: its.audiences.join(' ') || null, accessible: its.accessible, unit: row.unit ? say(row.unit) : null, provider: its.providerId ? row.provider : null, partOf: its.partOf, changed: its.changedAt.toISOString(),
  }))
}

export const serviceColumns = ['id', 'url', ...columnsIn('name'), ...columnsIn('summary'), ...columnsIn('description'), 'forWhom', 'how', 'promise', 'priceKind', 'price', 'audiences', 'classes', 'unit', 'provider', 'changed'] as const
/** Public services, as `openPlaces`. */
export async function openServices(ctx: Ctx, { after, limit }: Asked): Promise<Row[]> {
  const rows = await ctx.db.select({ ...common, its: service }).from(subject)
    .innerJoin(service, and(eq(service.municipalityId, subject.municipalityId), eq(service.id, subject.id)))
    .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId))).leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
    .where(and(from(ctx, after), eq(subject.kind, 'service'))).orderBy(asc(subject.id)).limit(limit)
  const say = (text: Translated | null) => inLanguage(text, ctx.language) || null
  return rows.map(({ its, ...row }) => ({
    id: row.id, url: ctx.address(`/services/${row.id}`), ...inAll('name', its.name), ...inAll('summary', its.summary), ...inAll('description', its.description), forWhom: say(its.forWhom), how: say(its.how), promise: say(its.promise), priceKind: its.priceKind, price: say(its.price),
    audiences: its.audiences.join(' ') || null, classes: its.classes.join(' ') || null, unit: row.unit ? say(row.unit) : null, provider: its.providerId ? row.provider : null, changed: its.changedAt.toISOString(),
  }))
}
