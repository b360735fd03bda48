import { command } from '#core/context/context.server.ts'
import { Forbidden, Invalid } from '#core/errors/errors.ts'
import { problemsOf, resource } from '#core/http/page.ts'
import { problemJson, readLimited } from '#core/http/serve.server.ts'
import { devicePost, deviceOf, refusedOf } from '#modules/devices/server'
import { posted, takeFromDevice } from '../take.server.ts'
import { conditionWords } from '../texts/index.ts'
import { vocabulary } from '../vocabulary.ts'

const path = '/api/v1/observations'
const inAll = (of: (t: ReturnType<typeof conditionWords>) => string) => ({ fi: of(conditionWords('fi')), sv: of(conditionWords('sv')), en: of(conditionWords('en')) })
const every = Object.values(vocabulary)
/** Each property and kind of care once, whatever kinds of places have it. */
const choices = [...new Map([...every.flatMap((its) => its.properties), ...every.flatMap((its) => its.maintenance)].map((its) => [its.key, { key: its.key, name: its.name }])).values()]
devicePost({ key: 'observations', order: 10, path, kinds: ['sensor', 'access'], name: inAll((t) => t.devices.post), choices, example: (placeId) => [{ placeId, property: 'water', value: 17.5, observedAt: '2026-07-01T12:00:00+03:00', clientId: 'a-1' }] })

/** What one device may send: steadily a hundred a second, and three thousand at once after a break of its network. */
const rate = { aSecond: 100, atOnce: 3000 }
const buckets = new Map<string, { left: number; at: number }>()
/** Takes so many from a device's measure; how many seconds it is to wait when there is not so much left. A process measures what comes to it. */
function waitOf(deviceId: string, count: number, now: number): number {
  if (buckets.size > 10_000) for (const [id, its] of buckets) if (now - its.at > 60_000) buckets.delete(id)
  const its = buckets.get(deviceId) ?? { left: rate.atOnce, at: now }
  const left = Math.min(rate.atOnce, its.left + (Math.max(0, now - its.at) / 1000) * rate.aSecond)
  if (left < count) { buckets.set(deviceId, { left, at: now }); return Math.ceil((count - left) / rate.aSecond) }
  buckets.set(deviceId, { left: left - count, at: now })
  return 0
}

/**
 * Where sensors and access-control systems say what places are like: `Authorization: Bearer nousu_d_…`, JSON of one or at
 * most 500, each `{ placeId | placeKey, property, value | number | null, maintained?, observedAt?, clientId }`. All or nothing:
 * 200 `{ kept, known }`, 422 with which of them is wrong, 403 when it is not the device's to say, 401, 413, 429.
 */
export const takeObservations = resource(path, {
  waits: true, // a slow line holds no transaction
  post: async (ctx, _params, request, { house }) => {
    const device = await deviceOf(ctx, request)
    if (device.kind !== 'sensor' && device.kind !== 'access') throw new Forbidden('notItsToSay')
    let body: unknown
    const bytes = await readLimited(request, 300_000)
    try { body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) } catch { throw new Invalid('notJson') }
    // one, a list, or a list under its name: a mistake is told as of the list
    const list = Array.isArray(body) ? body : typeof body === 'object' && body !== null && 'observations' in body ? body.observations : [body]
    const read = posted.safeParse({ observations: list })
    if (!read.success) return refuse(422, 'problems', { problems: problemsOf(read.error) })
    const wait = waitOf(device.id, read.data.observations.length, ctx.now.getTime())
    if (wait > 0) return problemJson(429, 'tooOften', {}, { 'retry-after': String(wait) })
    const taken = await command(house, { municipality: ctx.municipality }, takeFromDevice, device, read.data.observations)
    return 'problems' in taken ? refuse(taken.forbidden ? 403 : 422, taken.forbidden ? 'notItsToSay' : 'problems', { problems: taken.problems }) : Response.json(taken, { headers: { 'cache-control': 'no-store' } })

    async function refuse(status: number, code: string, more: { problems: Record<string, string> }) {
      const [field, why] = Object.entries(more.problems)[0]!
      await refusedOf(ctx, device, `${field}: ${why}`)
      return problemJson(status, code, more)
    }
  },
})
