import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { locate } from '#core/geo/locate.server.ts'
import { maybePoint } from '#core/http/form-fields.ts'
import { allow } from '#core/permissions/permissions.ts'
import { placesOf } from '#core/trail/facets.server.ts'
import { type Follow, followsOf, followTarget, mostPlaces, unfollowTarget } from '#core/trail/follow.server.ts'
import { rhythms } from '#core/trail/schema.server.ts'
import { can } from './permissions.ts'

/** How far around a place its owner may want to hear, in metres. */
export const radii = [500, 1000, 2000, 5000] as const
const text = (most: number) => z.string().trim().max(most, 'tooLong').refine((its) => !its.includes('\0'), 'invalid')

export const placeForm = z.object({
  name: text(60).min(1, 'required'), place: text(120).default(''), ...maybePoint,
  metres: z.coerce.number('required').pipe(z.literal([...radii], 'required')).default(2000), rhythm: z.enum(rhythms, 'required').optional(),
})
export type PlaceInput = z.input<typeof placeForm>
export type SavedPlace = Extract<Follow['target'], { kind: 'near' }> & Pick<Follow, 'id' | 'rhythm'>

/** The places around which I hear of what happens; nobody else sees them. And the known places to choose from. */
export async function myPlaces(ctx: Ctx): Promise<{ places: SavedPlace[]; known: string[] }> {
  const me = allow(ctx, can.savePlaces)
  const follows = await followsOf(ctx, me.id)
  return {
    places: follows.flatMap(({ id, rhythm, target }) => (target.kind === 'near' ? [{ ...target, id, rhythm }] : [])).sort((a, b) => a.name.localeCompare(b.name, ctx.language)),
    known: [...new Set((await placesOf(ctx)).map((each) => each.name))],
  }
}

/**
 * Saves a place, or another point, distance or rhythm for one of the same name. The point is what the map or the phone
 * said, else that of a known place; to about ten metres, which is enough for what it is for. Returns `unknownPlace`,
 * `farAway`, `tooMany`.
 */
export async function savePlace(ctx: Ctx, input: PlaceInput): Promise<{ id: string } | Mended> {
  const me = allow(ctx, can.savePlaces)
  const { name, place, longitude, latitude, metres, rhythm } = placeForm.parse(input)
  const at = await locate(ctx, { name: place || name, longitude, latitude })
  if (at === 'farAway') return problems({ place: 'farAway' })
  if (at.longitude === null || at.latitude === null) return problems({ place: 'unknownPlace' })
  const { places } = await myPlaces(ctx)
  if (places.length >= mostPlaces && !places.some((each) => each.name === name)) return problems({ form: 'tooMany' })
  return { id: await followTarget(ctx, me, { near: { name, longitude: rounded(at.longitude), latitude: rounded(at.latitude), metres } }, { rhythm }) }
}
const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000

/** Forgets a place of mine; a second time changes nothing. */
export async function forgetPlace(ctx: Ctx, id: string) {
  const me = allow(ctx, can.savePlaces)
  if (!isId(id)) throw new NotFound()
  await unfollowTarget(ctx, me, { followId: id })
}
