import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { web } from '../../../tests/web.ts'
import { endDisruption, reopenDisruption, updateDisruption } from './change.server.ts'
import { capTime } from './cap.ts'
import { makeDisruption } from './make.server.ts'
import type { Where } from './where.server.ts'

const t = await web()
const nowhere: Where = { whole: false, areas: [], streets: [], places: [], shape: '', drawn: 'polygon', width: 30, name: '' }
const make = async (its: object = {}, where: Where = nowhere) => ((await t.jari.does(makeDisruption, { kind: 'water', unitId: t.units.sports, ...its }, where)) as { id: string }).id
const shape = '61.55 23.58\n61.55 23.60\n61.56 23.60\n61.56 23.58'
const read = async (id: string) => (await t.get(`/fi/disruptions/${id}/cap.xml`)).text()

/** The elements of CAP 1.2 in the order of its schema (CAP-v1.2-os, 3.4): name → may it come many times. */
const orders = {
  alert: ['identifier', 'sender', 'sent', 'status', 'msgType', 'source', 'scope', 'restriction', 'addresses', 'code', 'note', 'references', 'incidents', 'info'],
  info: ['language', 'category', 'event', 'responseType', 'urgency', 'severity', 'certainty', 'audience', 'eventCode', 'effective', 'onset', 'expires', 'senderName', 'headline', 'description', 'instruction', 'web', 'contact', 'parameter', 'resource', 'area'],
  area: ['areaDesc', 'polygon', 'circle', 'geocode', 'altitude', 'ceiling'],
}
const many = ['code', 'info', 'category', 'responseType', 'eventCode', 'parameter', 'resource', 'area', 'polygon', 'circle', 'geocode']
const needed = { alert: ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'], info: ['category', 'event', 'urgency', 'severity', 'certainty'], area: ['areaDesc'] }
const words: Record<string, string[]> = {
  status: ['Actual', 'Exercise', 'System', 'Test', 'Draft'], msgType: ['Alert', 'Update', 'Cancel', 'Ack', 'Error'], scope: ['Public', 'Restricted', 'Private'], urgency: ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'], severity: ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'], certainty: ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'],
  category: ['Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra', 'CBRNE', 'Other'], responseType: ['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None'],
}
const moments = ['sent', 'effective', 'onset', 'expires']
type Node = Record<string, Node[] | string>
const parser = new XMLParser({ preserveOrder: true, parseTagValue: false, ignoreAttributes: false })

/** Everything that the schema and the text of CAP 1.2 ask; returns the text of each element. */
function check(text: string): { all: Record<string, string[]>; infos: Record<string, string[]>[] } {
  expect(XMLValidator.validate(text)).toBe(true)
  const root = (parser.parse(text) as Node[]).find((each) => each.alert)!
  expect((root[':@'] as unknown as Record<string, string>)['@_xmlns']).toBe('urn:oasis:names:tc:emergency:cap:1.2')
  const infos: Record<string, string[]>[] = []
  const walk = (name: keyof typeof orders, children: Node[]): Record<string, string[]> => {
    const names = children.map((each) => Object.keys(each).find((key) => key !== ':@')!)
    const places = names.map((each) => orders[name].indexOf(each))
    expect(places, `${name}: ${names.join(' ')}`).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    for (const each of needed[name]) expect(names, `${name} needs ${each}`).toContain(each)
    for (const each of new Set(names)) if (!many.includes(each)) expect(names.filter((one) => one === each), each).toHaveLength(1)
    const found: Record<string, string[]> = {}
    children.forEach((child, i) => {
      const its = names[i]!, inner = child[its] as Node[]
      if (its === 'info' || its === 'area') { const of = walk(its, inner); if (its === 'info') infos.push(of); else Object.assign(found, of); return }
      if (its === 'geocode') { expect(inner.map((each) => Object.keys(each)[0])).toEqual(['valueName', 'value']); return }
      const said = String((inner[0] as Record<string, unknown> | undefined)?.['#text'] ?? '')
      expect(said, its).not.toBe('')
      if (words[its]) expect(words[its]).toContain(said)
      if (moments.includes(its)) expect(said).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/)
      if (its === 'identifier' || its === 'sender') expect(said).not.toMatch(/[\s,<&]/)
      if (its === 'headline') expect(said.length).toBeLessThanOrEqual(160)
      if (its === 'polygon') { const pairs = said.split(' '); expect(pairs.length).toBeGreaterThanOrEqual(4); expect(pairs[0]).toBe(pairs.at(-1)); for (const pair of pairs) expect(pair).toMatch(/^6\d\.\d+,2\d\.\d+$/) }
      if (its === 'circle') expect(said).toMatch(/^6\d\.\d+,2\d\.\d+ \d+\.\d+$/)
      ;(found[its] ??= []).push(said)
    })
    return found
  }
  const all = walk('alert', root.alert as Node[])
  expect(infos.map((each) => each.language![0])).toEqual(['fi-FI', 'sv-FI', 'en-GB'])
  if (all.msgType![0] === 'Alert') expect(all.references).toBeUndefined()
  else for (const each of all.references![0]!.split(' ')) expect(each.split(',')).toHaveLength(3)
  return { all, infos }
}

test('an alert by the rules of CAP 1.2, in three languages, with what to do and where', async () => {
  const id = await make({ text: 'Runkojohto on poikki & vesi valuu <tielle>.', instead: 'Varavettä saa säiliöstä.', insteadName: 'koulun piha', endsAt: new Date('2026-11-22T13:00:00Z') }, { ...nowhere, shape, name: 'Keijärvi' })
  const { all, infos } = check(await read(id))
  expect(all).toMatchObject({ identifier: [`${id}.1`], status: ['Actual'], msgType: ['Alert'], scope: ['Public'], sent: ['2026-11-22T11:00:00+02:00'], sender: ['localhost/koivula'] })
  expect(infos[0]).toMatchObject({ category: ['Infra'], event: ['Vedenjakelun häiriö'], urgency: ['Immediate'], severity: ['Severe'], certainty: ['Observed'], onset: ['2026-11-22T11:00:00+02:00'], expires: ['2026-11-22T15:00:00+02:00'], headline: ['Vesikatko: Keijärvi'], senderName: ['Koivula, Liikuntapalvelut'], instruction: ['Varavettä saa säiliöstä. – koulun piha'], areaDesc: ['Keijärvi'] })
  expect(infos[1]!.headline).toEqual(['Vattenavbrott: Keijärvi'])
  expect(infos[0]!.description![0]).toContain('Runkojohto on poikki & vesi valuu <tielle>.')
  const answer = await t.get(`/fi/disruptions/${id}/cap.xml`)
  expect(answer.headers.get('content-type')).toBe('application/cap+xml; charset=utf-8')
  expect((await t.get(`/fi/disruptions/${id}/cap.xml`, 'guest', { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304)
})

test('what is said after it is a chain: Update, Cancel, Update, each with references to all before', async () => {
  const id = await make({}, { ...nowhere, areas: ['Soppeenmäki'] })
  await t.jari.does(updateDisruption, id, { sentence: 'Vika löytyi.', endsAt: new Date('2026-11-22T18:00:00Z') })
  const second = check(await read(id)).all
  expect(second).toMatchObject({ msgType: ['Update'], identifier: [`${id}.2`], references: [`localhost/koivula,${id}.1,2026-11-22T11:00:00+02:00`] })
  await t.jari.does(endDisruption, id)
  const over = check(await read(id))
  expect(over.all.msgType).toEqual(['Cancel'])
  expect(over.infos[0]).toMatchObject({ urgency: ['Past'], responseType: ['AllClear'] })
  expect(over.all.references![0]!.split(' ')).toHaveLength(2)
  await t.jari.does(reopenDisruption, id, {})
  expect(check(await read(id)).all).toMatchObject({ msgType: ['Update'], identifier: [`${id}.4`] })
})

test.each([
  ['a line', { ...nowhere, shape: '61.55 23.58\n61.55 23.60\n61.56 23.60', drawn: 'line' as const, width: 20 }, 'polygon', 2], ['the whole municipality', { ...nowhere, whole: true }, 'polygon', 0], ['an area of places', { ...nowhere, areas: ['Soppeenmäki'] }, 'circle', 1],
])('%s is an area that programs understand', async (_name, where, as, count) => {
  const { infos } = check(await read(await make({}, where)))
  expect(infos[0]![as] ?? []).toHaveLength(count)
})

test('what is coming is future and likely; every kind is by the rules', async () => {
  const { infos } = check(await read(await make({ startsAt: new Date('2026-11-23T07:00:00Z') }, { ...nowhere, whole: true })))
  expect(infos[0]).toMatchObject({ urgency: ['Future'], certainty: ['Likely'], onset: ['2026-11-23T09:00:00+02:00'] })
  for (const kind of ['water', 'power', 'heat', 'roadWorks', 'bus', 'closed', 'school', 'other']) check(await read(await make({ kind, title: 'Ä'.repeat(140) }, { ...nowhere, whole: true })))
})

describe('the offset is Finland’s on both sides of both clock changes', () => {
  test.each([['2026-03-29T00:59:59Z', '2026-03-29T02:59:59+02:00'], ['2026-03-29T01:00:00Z', '2026-03-29T04:00:00+03:00'], ['2026-10-25T00:30:00Z', '2026-10-25T03:30:00+03:00'], ['2026-10-25T01:30:00Z', '2026-10-25T03:30:00+02:00']])('%s is %s', (utc, said) => { expect(capTime(new Date(utc))).toBe(said) })
})

test('the demonstration says that nothing of it has happened', async () => {
  const { capOf } = await import('./cap.ts')
  const at = new Date('2026-11-22T09:00:00Z')
  const its = { id: 'x', kind: 'water' as const, severity: 'severe' as const, title: { fi: 'Vesikatko' }, text: '', instead: '', language: 'fi' as const, place: 'Soppeenmäki', unit: null, whole: true, parts: [], startsAt: at, endsAt: null, nextWordAt: null, endedAt: null }
  const { all } = check(capOf(its, [{ number: 1, type: 'Alert', sentAt: at }], { sender: 'kunta.example', name: { fi: 'Koivula' }, code: '980', exercise: true, page: () => 'https://kunta.example/', now: at }))
  expect(all).toMatchObject({ status: ['Exercise'], note: [expect.stringContaining('made up')] })
})

test('the feed leads to each message; JSON has its dictionary; GeoJSON its shapes; what is not there is 404', async () => {
  const id = await make({ kind: 'bus' }, { ...nowhere, shape, name: 'Linja 80' })
  const feed = await (await t.get('/fi/disruptions/cap.atom')).text()
  expect(XMLValidator.validate(feed)).toBe(true)
  expect(feed).toContain(`/fi/disruptions/${id}/cap.xml`)
  const json = await (await t.get('/fi/disruptions.json?kind=bus')).json() as { dictionary: Record<string, string>; disruptions: Record<string, unknown>[] }
  expect(json.disruptions.find((each) => each.id === id)).toMatchObject({ kind: 'bus', state: 'on', place: 'Linja 80' })
  expect(new Set(json.disruptions.map((each) => each.kind))).toEqual(new Set(['bus']))
  for (const key of Object.keys(json.disruptions[0]!)) expect(json.dictionary, key).toHaveProperty(key)
  const geo = await (await t.get('/fi/disruptions.geojson?kind=bus')).json() as { features: { id: string }[] }
  expect(geo.features.find((each) => each.id === id)).toMatchObject({ type: 'Feature', geometry: { type: 'Polygon' }, properties: { reachMetres: [60] } })
  const atom = await (await t.get('/fi/disruptions.atom')).text()
  expect(atom).toContain(`urn:uuid:${id}`)
  expect(await (await t.get('/fi/disruptions.atom?area=Soppeenm%C3%A4ki')).text()).not.toContain(`urn:uuid:${id}`)
  for (const wrong of ['nothing', crypto.randomUUID()]) expect((await t.get(`/fi/disruptions/${wrong}/cap.xml`)).status).toBe(404)
})
