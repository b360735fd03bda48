import type { Ctx } from '#core/context/context.server.ts'
import { areaName, placesOf } from '#core/trail/facets.server.ts'

/** Something with a name and a point: a place that people know, a street, or an address on one. `detail` tells it from others of its name. */
export type Found = { name: string; detail: string; longitude: number; latitude: number; kind: 'place' | 'address' | 'street' }

/** Places and addresses by what someone has written of them, best first, at most eight. */
export async function findPlaces(ctx: Ctx, q: string): Promise<Found[]> {
  const wanted = q.trim().toLocaleLowerCase('fi')
  if (wanted.length < 2) return []
  const places = (await placesOf(ctx)).filter((each) => each.name.toLocaleLowerCase('fi').includes(wanted)).slice(0, 8)
  return Promise.all(places.map(async (each) => ({ name: each.name, detail: await areaName(ctx, each.area) ?? '', longitude: each.longitude, latitude: each.latitude, kind: 'place' as const })))
}
