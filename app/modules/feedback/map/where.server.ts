import type { Ctx } from '#core/context/context.server.ts'
import type { Problems } from '#core/errors/errors.ts'
import { findPlaces } from '#core/geo/find.server.ts'
import { isPoint } from '#core/geo/geo.ts'

/** Where something is, as keepReport takes it: a place's name, a street address, a point; any of them may be missing. */
export type Where = { place?: string; address?: string; longitude?: number; latitude?: number }

/** What the fields of `WhereField` say. Problems are by `where`. */
export async function readWhere(ctx: Ctx, form: FormData): Promise<Where | { problems: Problems; values?: Record<string, string> }> {
  const get = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value.trim().slice(0, 200) : '' }
  const point = { longitude: Number.parseFloat(get('longitude')), latitude: Number.parseFloat(get('latitude')) }
  const names = { ...(get('place') ? { place: get('place') } : {}), ...(get('address') ? { address: get('address') } : {}) }
  if (isPoint(point)) return { ...names, ...point }
  const [found] = await findPlaces(ctx, get('where'))
  if (found) return { ...(found.kind === 'place' ? { place: found.name } : { address: found.name }), longitude: found.longitude, latitude: found.latitude }
  return get('where') ? { place: get('where') } : {}
}
