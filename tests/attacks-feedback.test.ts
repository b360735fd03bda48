import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { PageDef, Route } from '#core/http/page.ts'
import { linkToken } from '#core/context/link-token.server.ts'
import { forwarding, forwardReport } from '../app/modules/feedback/forwarding/forward.server.ts'
import { partnerPurpose } from '../app/modules/feedback/forwarding/letter.server.ts'
import { keepPartner, partnerForm } from '../app/modules/feedback/forwarding/partners.server.ts'
import { makeOrder } from '../app/modules/work/make-order.server.ts'
import { routes } from '../app/routes.ts'
import { feedbackTown } from './feedback-town.ts'

const t = await feedbackTown()
const key = await t.keyFor('send', 'letters', 'updates', 'status')
const isPage = (route: Route): route is PageDef => 'view' in route
const ours = routes.filter((route) => /^\/(feedback|work|found|ask|partner|open311|admin\/(feedback|assets|addresses|partners|open311))/.test(route.path as string))
/** An address with what there is in the place of each parameter. */
function addressOf(path: string): string {
  const own = path.startsWith('/feedback/own') || path.startsWith('/feedback/thanks') || path.startsWith('/found/answer')
  const values: Record<string, string> = { token: own ? t.tokens.own : t.tokens.partner, id: t.ids.open, reportId: t.ids.open, orderId: t.ids.order, picture: t.pictures.open, code: t.ids.question, secret: t.tokens.kiosk, categoryId: t.categories.road, partnerId: t.ids.partner, assetId: t.ids.asset, kind: 'lamp', key: 'V-1', file: 'discovery.json', call: 'requests', its: 'x.json' }
  return '/fi' + path.replace(/:(\w+)(\{[^}]*\})?/g, (_all, name: string) => encodeURIComponent(values[name] ?? 'x'))
}
const nasty = ['\u0000', 'x'.repeat(20_000), '__proto__', 'constructor', '-1', 'NaN', '1e308', '-Infinity', '99999999999999999999', '\u202eotsi\u200b\ufeff', '\ud83d', '0000-00-00', '0000-01-01T00:00:00Z', '9999-12-31T23:59', '-000001-01-01', '275760-09-13', '{"a":[', '../../etc/passwd', "';--", '=1+1', '<script>alert(1)</script>', t.ids.secret, '11111111-1111-7111-8111-111111111111']
const roles = ['guest', 'jari', 'antti'] as const
/** A third of the values for each field, another third for the next, so that all are tried somewhere in moments. */
const some = (n: number, all = nasty) => all.filter((_each, i) => i % 3 === n % 3)
const why = () => JSON.stringify(t.logged.at(-1) ?? '').slice(0, 900)

/** The fields of a form as its page draws them, with what is in them. */
async function fieldsOf(path: string, who: string, name: string): Promise<Record<string, string>> {
  const html = await (await t.get(path, who)).text()
  const form = html.split('<form').find((each) => each.split('</form>')[0]!.includes(`name="_do" value="${name}"`))?.split('</form>')[0] ?? ''
  return Object.fromEntries([...form.matchAll(/<(?:input|select|textarea|button)[^>]*\bname="([^"_][^"]*)"[^>]*?(?:value="([^"]*)")?/g)].map(([, field, value]) => [field!, value ?? '']))
}

describe('whatever is written into a field of a form of map feedback, it is no failure of the house', () => {
  test.each(ours.filter(isPage).flatMap((page) => Object.keys(page.forms ?? {}).map((name) => [page.path as string, name] as const)))('%s: %s', async (path, name) => {
    const address = addressOf(path)
    const names = new Set<string>(), failed: string[] = []
    const drawn = new Map(await Promise.all(roles.map(async (who) => [who, await fieldsOf(address, who, name)] as const)))
    for (const fields of drawn.values()) for (const field of Object.keys(fields)) names.add(field)
    for (const [n, field] of [...names].entries()) for (const value of some(n + path.length)) {
      const who = roles[(field.length + value.length) % 3]!
      const kept = drawn.get(who)!
      const answer = await t.post(address, who, { ...kept, _do: name, [field]: n % 4 === 3 ? [value, value] : value })
      if (answer.status >= 500) failed.push(`${who} ${field}=${value.slice(0, 40)}: ${why()}`)
    }
    expect(failed.slice(0, 3)).toEqual([])
  }, 30_000)
})

describe('no address of map feedback breaks', () => {
  const params = ['bbox', 'zoom', 'after', 'sort', 'state', 'category', 'area', 'days', 'from', 'to', 'q', 'near', 'where', 'longitude', 'latitude', 'place', 'kind', 'also', 'template', 'unit', 'crew', 'priority', 'page', 'limit', 'reports', 'token', 'key', 'asset', 'text', 'said', 'answer', 'done', 'n', 'came', 'topic', 'score', 'size', 'separator', 'form']
  test.each(ours.map((route) => [route.path as string]))('GET %s', async (path) => {
    const failed: string[] = []
    for (const [n, value] of nasty.filter((each) => each.isWellFormed() && each.length < 1000).entries()) for (const part of [params.slice(0, 18), params.slice(18)]) {
      const who = roles[n % 3]!
      const answer = await t.get(`${addressOf(path)}?${new URLSearchParams(part.map((param) => [param, value]))}`, who)
      if (answer.status >= 500) failed.push(`${who} ${part[0]}=${value}: ${why()}`)
      await answer.body?.cancel()
    }
    expect(failed.slice(0, 3)).toEqual([])
  }, 30_000)
})

describe('Open311 takes whatever programs send, and says in its own words what is wrong', () => {
  const good = { requests: { service_code: 'road', lat: '61.55', long: '23.58', description: 'Kuoppa' }, servicerequestupdates: { service_request_id: 'x', status: 'OPEN', description: 'x', update_id: '1', updated_datetime: '2026-11-22T00:00:00Z' } }
  const names = ['service_code', 'lat', 'long', 'address_string', 'address_id', 'email', 'first_name', 'last_name', 'phone', 'title', 'description', 'account_id', 'device_id', 'media_url', 'geometry', 'service_object_id', 'service_object_type', 'attribute[x]', 'attribute[__proto__]', 'service_request_id', 'status', 'update_id', 'updated_datetime', 'api_key', 'jurisdiction_id', 'locale', 'extensions', 'start_date', 'end_date', 'updated_after', 'bbox', 'radius', 'handler', 'page', 'limit', 'page_size']
  const reference = async () => (await t.house.database.ownerPool.query<{ reference: string }>('select reference from feedback.report where id = $1', [t.ids.open])).rows[0]!.reference
  test.each(['requests', 'servicerequestupdates'] as const)('POST of %s, as a form and as JSON', async (call) => {
    const failed: string[] = [], its = { api_key: key, ...good[call], ...(call === 'servicerequestupdates' ? { service_request_id: await reference() } : {}) }
    const values: unknown[] = [...nasty, ['a', 'b'], { a: 1 }, true, 1e308, { type: 'Point', coordinates: [1e308, '\u0000'] }]
    for (const [n, name] of names.entries()) for (const value of values.filter((_each, i) => i % 3 === n % 3)) {
      const body = { ...its, [name]: value }
      const json = await t.send(`/open311/v2/${call}.json`, 'guest', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', accept: '*/*' } })
      if (json.status >= 500) failed.push(`json ${name}=${JSON.stringify(value).slice(0, 60)}: ${why()}`)
      if (typeof value !== 'string') continue
      const form = await t.send(`/open311/v2/${call}.xml`, 'guest', { method: 'POST', body: new URLSearchParams(body as Record<string, string>), headers: { accept: '*/*' } })
      if (form.status >= 500) failed.push(`form ${name}=${value.slice(0, 40)}: ${why()}`)
    }
    expect(failed.slice(0, 4)).toEqual([])
  }, 30_000)
  test.each(['services', 'requests', 'servicerequestupdates', 'services/road', 'requests/X', 'tokens/x', 'statistics/services'])('GET %s', async (call) => {
    const failed: string[] = []
    for (const [n, name] of names.entries()) for (const value of some(n).filter((each) => each.isWellFormed() && each.length < 1000)) {
      const answer = await t.get(`/open311/v2/${call}.xml?${new URLSearchParams({ [name]: value })}`, 'guest', { accept: '*/*' })
      if (answer.status >= 500) failed.push(`${name}=${value}: ${why()}`)
    }
    expect(failed.slice(0, 4)).toEqual([])
  }, 30_000)
})

describe('files that are not what they say', () => {
  const upload = async (path: string, does: string, bytes: BlobPart, name: string) => { const form = new FormData(); form.set('_do', does); form.set('file', new File([bytes], name)); return t.post(path, 'antti', form) }
  const point = (properties: object, coordinates: unknown = [23.58, 61.55]) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates } }] })
  test.each([
    ['deep', '['.repeat(200_000)], ['deep and whole', `{"type":"FeatureCollection","features":${'['.repeat(100_000)}${']'.repeat(100_000)}}`], ['huge numbers', point({ id: 1 }, [1e308, -1e308])], ['no numbers', point({ id: 1 }, ['23', null])], ['prototype names', '{"type":"FeatureCollection","__proto__":{},"features":[{"type":"Feature","properties":{"__proto__":"x","constructor":"y","id":"\\u0000\\ud83d"},"geometry":{"type":"Point","coordinates":[23.58,61.55]}}]}'], ['nothing', 'null'], ['bytes', new Uint8Array([0xff, 0xfe, 0, 0, 80, 75, 3, 4])],
  ])('things: %s', async (_what, bytes) => {
    const taken = await upload('/fi/admin/assets/import', 'upload', bytes, 'a.geojson')
    expect(taken.status, why()).toBeLessThan(500)
    const to = taken.headers.get('location')
    if (!to) return
    expect((await t.get(`${to}&kind=lamp&key=id&name=constructor`, 'antti')).status, why()).toBeLessThan(500)
    expect((await t.post(`${to}&kind=lamp&key=id&name=__proto__`, 'antti', { _do: 'run', total: '1', added: '1', changed: '0', gone: '1' })).status, why()).toBeLessThan(500)
  })
  test.each([
    ['zeros', 'street_fi;number;lat;lon\nKatu\u0000;1\u0000;61.55;23.58\n'], ['cut signs', `street_fi;number;postal_code;lat;lon\n${'a'.repeat(99)}😀;1${'b'.repeat(18)}😀;${'3'.repeat(9)}😀;61.55;23.58\n`], ['quotes without end', 'street_fi;number;lat;lon\n"Katu;1;61.55;23.58\n'.repeat(50)], ['one line of a million columns', `${';'.repeat(1_000_000)}\n`], ['bytes', new Uint8Array([0xff, 0xfe, 0, 0, 80, 75, 3, 4])], ['formulas', 'street_fi;number;lat;lon\n=cmd|x;1;61.55;23.58\n'],
  ])('addresses: %s', async (_what, bytes) => {
    const names = (routes.find((each) => each.path === '/admin/addresses') as PageDef).forms!
    expect((await upload('/fi/admin/addresses', Object.keys(names)[0]!, bytes, 'a.csv')).status, why()).toBeLessThan(500)
    for (const path of ['/fi/feedback/where?q=katu', '/fi/admin/addresses']) expect((await t.get(path, 'antti')).status, why()).toBe(200)
  })
  test('pictures: a bomb, another kind, a cut one, a script; in every form that takes photos', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } }).png({ compressionLevel: 9 }).toBuffer()
    for (const bytes of [svg, new Uint8Array(bomb), new Uint8Array(t.jpeg.subarray(0, t.jpeg.length / 2)), 'GIF89a', '%PDF-1.7', '\u0000'.repeat(1000)]) for (const [path, does] of [['/fi/feedback/new', 'send'], [`/fi/feedback/own/${t.tokens.own}`, 'add'], [`/fi/partner/${t.tokens.partner}`, 'answer']]) {
      const form = new FormData()
      for (const [name, value] of Object.entries({ _do: does!, text: 'Kuoppa tiessä', said: 'note', categoryId: t.categories.road, noPlace: '1', at: 'send' })) form.set(name, value)
      form.set('photo1', new File([bytes], 'a.jpg', { type: 'image/jpeg' }))
      expect((await t.post(path!, 'guest', form)).status, `${path}: ${bytes.slice(0, 20)}`).toBe(422)
    }
  })
})

test('where a photo was taken is in no picture, whichever way it comes in', async () => {
  const located = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#345' } }).withExif({ IFD0: { Make: 'Salakamera', Artist: 'Aino Koskela' }, IFD3: { GPSLatitude: '61/1 33/1 0/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer()
  expect(located.toString('latin1')).toContain('Salakamera')
  const form = (fields: Record<string, string>, name: string) => { const its = new FormData(); for (const [key, value] of Object.entries(fields)) its.set(key, value); its.set(name, new File([new Uint8Array(located)], 'a.jpg', { type: 'image/jpeg' })); return its }
  const sent = await t.report(t.guest, 'Kuvattava kuoppa.'), taken = await t.report(t.guest, 'Kuvattava työ.')
  const order = (await t.jari.does(makeOrder, { title: 'Kuvattava', unitId: t.units.sports, plannedFor: '2026-11-22', reports: [taken] })).id
  const { id: forward } = await t.jari.does(forwardReport, sent, forwarding.parse({ partnerId: (await t.antti.does(keepPartner, partnerForm.parse({ name: 'Kuvaaja Oy', kind: 'contractor', language: 'fi', email: 'k@kuvaaja.example' }))).id }))
  const partner = await t.guest.sees((ctx) => Promise.resolve(linkToken(ctx, partnerPurpose, forward))), own = await t.tokenOf(sent)
  const day = await (await t.get('/fi/work/field/data', 'saara', { accept: 'application/json' })).json() as { asOf: string; person: { id: string }; orders: { id: string; version: number; seal: string }[] }
  const its = day.orders.find((each) => each.id === order)!
  expect((await t.post(`/fi/feedback/own/${own}`, 'guest', form({ _do: 'add', text: 'x' }, 'photo1'))).status).toBe(303)
  expect((await t.post(`/fi/partner/${partner}`, 'guest', form({ _do: 'answer', said: 'done', text: 'Tehty.' }, 'photo1'))).status).toBe(303)
  expect((await t.post(`/fi/work/${order}`, 'jari', form({ _do: 'photos', role: 'before' }, 'photo1'))).status).toBe(303)
  expect((await t.send('/fi/work/field/sync', 'saara', { method: 'PATCH', headers: { origin: 'http://localhost:3000' }, body: form({ what: 'photo', role: 'after', clientId: 'phone-exif-1', person: day.person.id, orderId: its.id, version: String(its.version), asOf: day.asOf, seal: its.seal }, 'photo') })).status).toBe(200)
  expect((await t.send('/open311/v2/requests.json', 'guest', { method: 'POST', body: form({ api_key: key, service_code: 'road', lat: '61.55', long: '23.58', description: 'Kuoppa' }, 'media') })).status).toBe(200)
  let pictures = 0
  for await (const stored of t.house.storage.keys()) {
    const bytes = await t.house.storage.get(stored)
    if (!stored.endsWith('.webp') || !bytes) continue
    pictures++
    expect(bytes.toString('latin1')).not.toMatch(/Salakamera|Koskela/)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  }
  expect(pictures).toBeGreaterThan(10)
})
