import { and, eq, inArray, isNull } from 'drizzle-orm'
import { command, type Ctx } from '#core/context/context.server.ts'
import { Forbidden } from '#core/errors/errors.ts'
import { problemsOf, resource } from '#core/http/page.ts'
import { readLimited } from '#core/http/serve.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { type Device, devicePost, deviceOf, refusedOf } from '#modules/devices/server'
import { type Count, countsShape, passages, type Taken } from '../passages.server.ts'
import { can } from '../permissions.ts'
import { counter } from '../schema.server.ts'

const kinds = ['gate', 'access'] as const
devicePost({ key: 'occupancy', order: 20, path: '/api/v1/counts', kinds, name: { fi: 'Kävijöiden laskenta', sv: 'Besöksräkning', en: 'Counting visitors' }, choices: [{ key: 'counts', name: { fi: 'Tulleet ja lähteneet', sv: 'Kommit och gått', en: 'Came and left' } }] })

const mayCount = (its: Device) => (kinds as readonly string[]).includes(its.kind) && (its.may.length === 0 || its.may.includes('counts'))
const most = 200_000

async function take(ctx: Ctx, ids: string[], counts: (Count & { counter: string })[]): Promise<Taken> {
  const all: Taken = { taken: 0, known: 0, refused: [] }
  for (const id of ids) {
    const its = await passages(ctx, id, counts.filter((each) => each.counter === id))
    all.taken += its.taken; all.known += its.known; all.refused.push(...its.refused)
  }
  return all
}

/**
 * Counts of gate and ticket systems: one, or up to five hundred, of counters of the device's own places, in any order; the same
 * `clientId` twice is once. Answers what was taken, what was known already and what was refused and why; 401 without a key in
 * use, 403 for another's counter, 422 for what is no count, all as problem+json.
 */
export const countsResource = resource('/api/v1/counts', {
  waits: true, // a slow line holds no transaction
  post: async (ctx, _params, request, { house }) => {
    allowAnyone(ctx, can.read)
    const device = await deviceOf(ctx, request)
    if (!mayCount(device)) throw new Forbidden('notItsKind')
    let body: unknown
    try { body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readLimited(request, most))) } catch (cause) { if (cause instanceof SyntaxError || cause instanceof TypeError) return { problems: { body: 'notJson' } }; throw cause }
    const given = countsShape.safeParse(body)
    if (!given.success) { return { problems: problemsOf(given.error) } }
    const ids = [...new Set(given.data.map((each) => each.counter))].sort()
    const known = await ctx.db.select({ id: counter.id, placeId: counter.placeId, deviceId: counter.deviceId }).from(counter).where(and(eq(counter.municipalityId, ctx.scope.municipalityId), inArray(counter.id, ids), isNull(counter.endedAt)))
    // A counter that is not the device's and one that is not there are told apart to nobody.
    if (known.length < ids.length || known.some((its) => !device.placeIds.includes(its.placeId) || (its.deviceId !== null && its.deviceId !== device.id))) throw new Forbidden('notItsCounter')
    const all = await command(house, { municipality: ctx.municipality }, take, ids, given.data)
    if (all.refused.length > 0) await refusedOf(ctx, device, all.refused[0]!.reason)
    return Response.json(all, { headers: { 'cache-control': 'no-store' } })
  },
})
