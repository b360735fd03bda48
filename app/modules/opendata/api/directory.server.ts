import type { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound, problems } from '#core/errors/errors.ts'
import { pointOf } from '#core/geo/geo.ts'
import { addLocalDays, wallClock } from '#core/time/local.ts'
import { conditionsOf, maintainedOf } from '#modules/conditions/server'
import { attributionsOf, haukiOf, hoursOf, type NowFact, placeCards, placeKinds, placesListed, rightNow, serviceCards, servicesListed, showPlace, showService } from '#modules/directory/server'
import { hoursQuery, placeQuery, serviceQuery } from './directory-shapes.ts'
import { listed, type Operation } from './operation.ts'

const at = (moment: Date | null) => moment?.toISOString() ?? null
const toldNow = (facts: NowFact[]) => facts.map(({ key, words, tone, at: seen, until, data }) => ({ key, words, tone, at: at(seen), until: at(until), data }))
const given = (query: Record<string, unknown>) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
const mostDays = 92
const sourcesOf = async (ctx: Ctx, id: string) => ((await attributionsOf(ctx, [id])).get(id) ?? []).map(({ name, licence }) => ({ name, licence: licence && `${licence.owner}, ${licence.name}, ${licence.url}` }))

/** A place that everyone may read. Throws NotFound. */
async function publicPlace(ctx: Ctx, id: string) {
  const its = isId(id) ? await showPlace(ctx, id) : null
  if (!its || its.visibility !== 'public') throw new NotFound()
  return its
}
/** Services and places, their hours and what they are like right now. */
export const directoryOperations: Operation[] = [
  {
    id: 'listPlaces', method: 'get', path: '/api/v1/places', query: placeQuery, answer: 'PlacePage',
    does: async (ctx, { query, base }) => {
      const { near: said, open, accessible, free, good, sort, limit = 20, ...its } = query as z.infer<typeof placeQuery>
      const near = pointOf(said)
      if (said && !near) return problems({ near: 'invalid' })
      if (its.kind !== undefined && !placeKinds.has(its.kind)) return problems({ kind: 'invalid' })
      if (sort === 'nearest' && !near) return problems({ near: 'required' })
      const flags = Object.fromEntries(Object.entries({ open, accessible, free, good }).filter(([, value]) => value).map(([name]) => [name, true]))
      const { ids, next, facts } = await placesListed(ctx, { ...given(its), ...flags, sort: sort ?? (near ? 'nearest' : 'name'), ...(near ? { near } : {}) }, near ?? null, limit)
      const items = (await placeCards(ctx, ids, near ?? null, facts)).map((each) => ({
        id: each.id, url: ctx.address(`/places/${each.id}`), name: each.name, placeKind: each.kind, placeKindName: each.kindName, address: each.address, area: each.area, priceKind: each.priceKind, accessible: each.accessible, provider: each.provider, metres: each.metres === null ? null : Math.round(each.metres), now: toldNow(each.facts),
      }))
      return listed(items, next, `${base}/api/v1/places`, given(query))
    },
  },
  {
    id: 'showPlace', method: 'get', path: '/api/v1/places/:placeId', answer: 'Place',
    does: async (ctx, { params }) => {
      const its = await publicPlace(ctx, params.placeId!)
      const { id, url, name, kind, kindName, description, street, postalCode, city, arrival, area, areaName, longitude, latitude, phone, email, webAddress, priceKind, price, audiences, accessible, access, stage } = its
      const short = (all: { id: string; name: string }[]) => all.map((each) => ({ id: each.id, name: each.name }))
      return { body: {
        id, url, name, placeKind: kind, placeKindName: kindName, description, street, postalCode, city, arrival, area, areaName, longitude, latitude, phone, email, webAddress, priceKind, price: price || null, audiences, accessible, access, stage,
        entrances: its.entrances.map(({ name: called, main, longitude: east, latitude: north, accessible: way }) => ({ name: called, main, longitude: east, latitude: north, accessible: way })), equipment: its.equipment.map((each) => ({ name: each.name, count: each.count })),
        rooms: its.rooms.map((each) => ({ id: each.id, name: each.name, description: each.description, capacity: each.capacity, size: each.size })), services: short(its.services), parts: short(its.parts), partOf: its.partOf, unit: its.unit?.name ?? null, provider: its.provider?.name ?? null,
        changed: at(its.changedAt), sources: await sourcesOf(ctx, id), now: toldNow((await rightNow(ctx, [id])).get(id) ?? []),
      } }
    },
  },
  {
    id: 'placeHours', method: 'get', path: '/api/v1/places/:placeId/hours', query: hoursQuery, answer: 'Hours',
    does: async (ctx, { params, query }) => {
      const { id } = await publicPlace(ctx, params.placeId!)
      const { start = wallClock(ctx.now).day, end = wallClock(addLocalDays(ctx.now, 13)).day } = query as z.infer<typeof hoursQuery>
      if (end < start) return problems({ end: 'endsBeforeStart' })
      if (Date.parse(end) - Date.parse(start) > mostDays * 86_400_000) return problems({ end: 'tooFar' })
      const hours = (await hoursOf(ctx, [id])).get(id)
      return { body: haukiOf(hours ?? { periods: [], exceptions: [] }, start, end) }
    },
  },
  {
    id: 'placeConditions', method: 'get', path: '/api/v1/places/:placeId/conditions', answer: 'Conditions',
    does: async (ctx, { params }) => {
      const { id } = await publicPlace(ctx, params.placeId!)
      const [conditions, cares] = await Promise.all([conditionsOf(ctx, [id]), maintainedOf(ctx, [id])])
      return { body: {
        conditions: (conditions.get(id) ?? []).map((each) => ({ property: each.property, primary: each.primary, known: each.known, value: each.value, number: each.number, quality: each.quality, observed: at(each.observedAt), expires: at(each.expiresAt), since: at(each.since), source: each.source })),
        maintained: (cares.get(id) ?? []).map((each) => ({ what: each.what, at: at(each.at), source: each.source })),
      } }
    },
  },
  {
    id: 'listServices', method: 'get', path: '/api/v1/services', query: serviceQuery, answer: 'ServicePage',
    does: async (ctx, { query, base }) => {
      const { free, limit = 20, ...its } = query as z.infer<typeof serviceQuery>
      const { ids, next } = await servicesListed(ctx, { ...given(its), ...(free ? { free: true } : {}) }, limit)
      const items = (await serviceCards(ctx, ids)).map(({ id, name, summary, priceKind, unit, provider, channels }) => ({ id, url: ctx.address(`/services/${id}`), name, summary, priceKind, unit, provider, channels }))
      return listed(items, next, `${base}/api/v1/services`, given(query))
    },
  },
  {
    id: 'showService', method: 'get', path: '/api/v1/services/:serviceId', answer: 'Service',
    does: async (ctx, { params }) => {
      const its = isId(params.serviceId!) ? await showService(ctx, params.serviceId!) : null
      if (!its || its.visibility !== 'public') throw new NotFound()
      const { id, url, name, summary, description, forWhom, how, promise, priceKind, price, audiences, classes, stage } = its
      return { body: {
        id, url, name, summary, description, forWhom, how, promise, priceKind, price: price || null, audiences, classes, stage, unit: its.unit?.name ?? null, provider: its.provider?.name ?? null, changed: at(its.changedAt), sources: await sourcesOf(ctx, id),
        channels: its.channels.map((each) => ({ id: each.id, kind: each.kind, name: each.name, description: each.description, url: each.url, phone: each.phone, email: each.email, charge: each.charge, place: each.place && { id: each.place.id, name: each.place.name } })),
      } }
    },
  },
]
