import type { Found } from '#core/geo/find.server.ts'
import { isPoint } from '#core/geo/geo.ts'

/** A hit as a form's value: what it is, where, and its name, which comes last because it may hold anything. */
export const hitOf = (hit: Omit<Found, 'detail'>): string => [hit.kind, hit.longitude.toFixed(6), hit.latitude.toFixed(6), hit.name.replaceAll('|', ' ')].join('|')

export function readHit(text: string): Omit<Found, 'detail'> | null {
  const [, kind, longitude, latitude, name] = /^(place|address|street)\|(-?\d{1,3}\.\d+)\|(-?\d{1,2}\.\d+)\|([^|]{1,120})$/.exec(text) ?? []
  const point = { longitude: Number(longitude), latitude: Number(latitude) }
  return kind && isPoint(point) ? { kind: kind as Found['kind'], name: name!, ...point } : null
}
