import { eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { PageDef, Route } from '#core/http/page.ts'
import { subject } from '#core/trail/schema.server.ts'
import { channelFacts, placeDetails, placeFacts, showPlace, showService } from '#modules/directory/server'
import { noticeForm, sayNotice } from '../app/modules/conditions/say.server.ts'
import { changeDetails } from '../app/modules/directory/entries/change.server.ts'
import { addChannel, addServiceAt } from '../app/modules/directory/entries/channels.server.ts'
import { makePlace } from '../app/modules/directory/entries/make.server.ts'
import { endProvider } from '../app/modules/directory/entries/provider.server.ts'
import { endEntry, publishEntry } from '../app/modules/directory/entries/state.server.ts'
import { saveHoursNote, savePeriod } from '../app/modules/directory/hours/change-hours.server.ts'
import { plainText } from '../app/modules/directory/imports/plain-text.ts'
import { provider as providerTable, serviceChannel } from '../app/modules/directory/schema.server.ts'
import { routes } from '../app/routes.ts'
import { directoryTown, secretWord } from './directory-town.ts'

const t = await directoryTown()
const isPage = (route: Route): route is PageDef => 'view' in route
const ours = routes.filter((route) => /^\/(services|places|providers|hours|life|disruptions|cameras|search|field\/(places|counter)|admin\/(imports|exceptions|synonyms|life|devices|counters|cameras)|api\/v1\/(observations|counts|cameras))/.test(route.path as string))
const nowhere = '11111111-1111-7111-8111-111111111111'
const ids: Record<string, string> = { placeId: t.ids.hall, serviceId: t.ids.swimming, providerId: t.ids.club, ownerId: t.ids.room, kind: 'week', sourceId: t.ids.source, runId: t.ids.run, situationId: t.ids.life, key: 'muutto', deviceId: t.devices.sensor.id, counterId: t.counters.gate, cameraId: t.cameras.rink, disruptionId: t.ids.disruption, file: `${t.cameras.rink}.webp` }
/** An address with what there is in the place of each parameter. */
const addressOf = (path: string, more: Record<string, string> = {}) => (path.startsWith('/api/') ? '' : '/fi') + path.replace(/:(\w+)(\{[^}]*\})?/g, (_all, name: string) => encodeURIComponent({ ...ids, ...(path.startsWith('/field/counter') ? { counterId: t.counters.hand } : {}), ...more }[name] ?? 'x'))
const nasty = ['\u0000', 'x'.repeat(20_000), '__proto__', 'constructor', '-1', 'NaN', '1e308', '-Infinity', '99999999999999999999', '\u202eotsi\u200b\ufeff', '\ud83d', '0000-00-00', '0000-01-01T00:00:00Z', '9999-12-31T23:59', '-000001-01-01', '275760-09-13', '{"a":[', '../../etc/passwd', "';--", '=1+1', '<script>alert(1)</script>', 'javascript:alert(1)', `${'a'.repeat(199)}😀${'b'.repeat(400)}`, '-'.repeat(36), t.ids.hidden, nowhere]
const roles = ['guest', 'jari', 'antti', 'ry'] as const
/** A third of the values for each field, another third for the next, so that all are tried somewhere in moments. */
const some = (n: number, all = nasty) => all.filter((_each, i) => i % 3 === n % 3)
const why = () => JSON.stringify(t.logged.at(-1) ?? '').slice(0, 1200)

/** The fields of a form as its page draws them, with what is in them. */
async function fieldsOf(path: string, who: string, name: string): Promise<Record<string, string>> {
  const html = await (await t.get(path, who)).text()
  const form = html.split('<form').find((each) => each.split('</form>')[0]!.includes(`name="_do" value="${name}"`))?.split('</form>')[0] ?? ''
  return Object.fromEntries([...form.matchAll(/<(?:input|select|textarea|button)[^>]*\bname="([^"_][^"]*)"[^>]*?(?:value="([^"]*)")?/g)].map(([, field, value]) => [field!, value ?? '']))
}

/** Everything that somebody reads, with the hidden things' ids in the addresses. */
const unseenPlaces = [t.ids.hidden, t.ids.draft]
test.each(['guest', 'aino', 'ry', 'oy', 'besideJari', 'neighbour'])('what is hidden, a draft, or of one who waits to be let in is in nothing that %s reads', async (who) => {
  const found: string[] = []
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await t.get(path, who, { ...(who === 'guest' ? { cookie: 'fresh=1' } : {}), ...headers })
    const text = await answer.text()
    // who waits to be let in reads its own words, and a club its own draft
    const own = (who === 'oy' && (path.includes(t.ids.waiting) || path === '/fi/providers')) || (who === 'ry' && (path.includes(t.ids.clubDraft) || path.includes(t.ids.club) || path === '/fi/providers'))
    if (answer.status >= 500) found.push(`${path}: ${answer.status}`)
    if (!own && text.replaceAll(/value="[^"]*"/g, '').includes(secretWord)) found.push(path)
  }
  for (const path of ours.filter((each) => !/^\/(admin|api)/.test(each.path as string)).map((each) => each.path as string)) {
    for (const placeId of [...unseenPlaces, t.ids.hall]) await read(addressOf(path, { placeId, ownerId: placeId, serviceId: t.ids.hiddenService, providerId: t.ids.waiting, disruptionId: t.ids.hiddenDisruption, counterId: t.counters.hidden, file: `${t.cameras.hidden}.webp` }))
  }
  for (const placeId of unseenPlaces) for (const path of ['', '/hours', '/conditions']) await read(`/api/v1/places/${placeId}${path}`)
  for (const path of [`/services/${t.ids.clubDraft}`, `/providers/${t.ids.club}`, '/services/all.atom', '/places.atom', '/disruptions.atom', `/pictures/${t.pictures.hidden}.webp`, '/open-data/places.csv', '/open-data/services.json', '/open-data/openTimes.csv', '/open-data/conditions.csv', '/open-data/observations.csv', '/open-data/subjects.csv', '/open-data/trail.csv', ...['kenttä', 'luonnos', 'kurssi', 'leipoo', 'häiriö', 'palvelu', 'ajat'].map((word) => `/search?q=${encodeURIComponent(word)}`), '/search?q=kentt%C3%A4&kind=place&near=23.6,61.55', '/places/map-points?bbox=23,61,24,62&zoom=20', '', `/trail/${t.ids.hidden}`, `/places/map-points?bbox=23,61,24,62&zoom=5`]) await read(`/fi${path}`)
  for (const path of ['/api/v1/places', '/api/v1/services', `/api/v1/services/${t.ids.hiddenService}`, `/api/v1/search?q=luonnos`, '/sitemap.xml', '/api/v1/subjects']) await read(path, { accept: 'application/json' })
  expect(found).toEqual([])
}, 60_000)

describe('a provider', () => {
  const publicText = async (path: string) => (await t.get(path, 'guest', { cookie: 'fresh=1' })).text()
  test('that teaches at the municipality\'s place gets no hold of the municipality\'s ways, nor it of the provider\'s', async () => {
    const place = await t.placeOf('Jaettu kenttä'), own = await t.serviceOf('Kunnan luistelu')
    const way = { kind: 'place', placeId: place, 'name.fi': 'Seuran tapa' }
    expect((await t.post(`/fi/services/${t.ids.clubService}/edit/channels`, 'ry', { _do: 'save', ...way })).status).toBe(303)
    await t.jari.does(addServiceAt, place, own)
    const ways = async (id: string) => (await t.guest.sees(showService, id)).channels
    const [theirs, ours] = [(await ways(t.ids.clubService)).find((each) => each.placeId === place)!, (await ways(own)).find((each) => each.placeId === place)!]
    expect(ours.id).not.toBe(theirs.id)
    expect([theirs.name, ours.name]).toEqual(['Seuran tapa', 'Jaettu kenttä'])
    await expect(t.ry.does(addChannel, t.ids.clubService, channelFacts.parse({ kind: 'desk', name: { fi: 'Kaapattu' } }), ours.id)).rejects.toThrow('notFound')
    // the other way round: what the club adds later does not join what the municipality has
    await t.jari.does(addServiceAt, place, t.ids.swimming)
    expect((await ways(t.ids.clubService)).filter((each) => each.placeId === place).map((each) => each.id)).toEqual([theirs.id])
    expect((await t.guest.sees(showPlace, place)).services.map((each) => each.name).sort()).toEqual(['Kunnan luistelu', 'Luistelukoulu', 'Uiminen'])
  })
  test('a way that two keepers share since before is changed by neither', async () => {
    const way = (await t.guest.sees(showService, t.ids.clubService)).channels.find((each) => each.kind === 'email')!.id
    await t.db.insert(serviceChannel).values({ municipalityId: t.municipality.id, serviceId: t.ids.swimming, channelId: way })
    for (const [who, service] of [[t.ry, t.ids.clubService], [t.jari, t.ids.swimming]] as const) await expect(who.does(addChannel, service, channelFacts.parse({ kind: 'desk', name: { fi: 'Kaapattu' } }), way)).rejects.toThrow('forbidden')
    await t.db.delete(serviceChannel).where(eq(serviceChannel.serviceId, t.ids.swimming))
  })
  test('learns no name of a draft or of what is hidden by leading a way there', async () => {
    for (const placeId of [t.ids.draft, t.ids.hidden, nowhere, 'x', t.beside.municipality.id.toString()]) {
      const answer = await t.post(`/fi/services/${t.ids.clubService}/edit/channels`, 'ry', { _do: 'save', kind: 'place', placeId })
      expect([400, 404, 422]).toContain(answer.status)
      expect(await answer.text()).not.toContain(secretWord)
      await expect(t.ry.does(addChannel, t.ids.clubService, channelFacts.parse({ kind: 'place', name: { fi: 'Siellä' }, placeId }))).rejects.toThrow('placeUnknown')
    }
  })
  test('whose words a moderator has hidden does not show them again by ending, nor tells them on the municipality\'s pages', async () => {
    await t.ry.does(addChannel, t.ids.clubDraft, channelFacts.parse({ kind: 'place', name: { fi: `${secretWord} mainos` }, placeId: t.ids.rink }))
    const way = (await t.ry.sees(showService, t.ids.clubDraft)).channels[0]!.id
    expect(await t.ry.does(saveHoursNote, way, { fi: secretWord }, 0)).toMatchObject({ changed: true })
    expect(await publicText(`/fi/places/${t.ids.rink}/hours`)).not.toContain(secretWord)
    const provider = t.ids.club
    await t.unseen(provider, 'hidden')
    await t.ry.does(endProvider, provider, 'Lopetimme')
    expect((await t.get(`/fi/providers/${provider}`, 'aino')).status).toBe(404)
    await t.db.update(subject).set({ visibility: 'public', stage: 'service' }).where(eq(subject.id, provider))
    await t.db.update(providerTable).set({ state: 'approved' }).where(eq(providerTable.id, provider))
    await t.db.update(subject).set({ visibility: 'public', stage: 'service' }).where(inArray(subject.id, [t.ids.clubPlace, t.ids.clubService]))
  })
  test('says nothing unseen by the rules of moderation: in hours, in a word on its place, at an end, in a draft that is published', async () => {
    const bad = 'Soita 010190-123M'
    const seen = async (id: string) => (await t.db.select({ visibility: subject.visibility }).from(subject).where(eq(subject.id, id)))[0]!.visibility
    const fresh = async (draft = false) => (await t.ry.does(makePlace, placeFacts.parse({ kind: 'rink', name: { fi: `Kenttä ${Math.random()}` }, longitude: 23.61, latitude: 61.55 }), { draft }) as { id: string }).id
    const noted = await fresh()
    await t.ry.does(saveHoursNote, noted, { fi: bad }, 0)
    expect(await seen(noted)).toBe('hidden')
    const named = await fresh()
    await t.ry.does(savePeriod, named, { key: null, kind: 'exception', full: false, version: 0, values: { 'name.fi': bad, from: '2026-12-24', until: '2026-12-24', whole: 'closed' } })
    expect(await seen(named)).toBe('hidden')
    const draft = await fresh(true)
    await t.ry.does(changeDetails, draft, placeDetails.parse({ rooms: [{ name: { fi: bad } }] }))
    await t.ry.does(publishEntry, 'place', draft)
    expect(await seen(draft)).toBe('hidden')
    const worded = await fresh()
    expect(await t.ry.does(sayNotice, noticeForm.parse({ placeId: worded, wordsFi: bad, until: '2026-11-25', clientId: 'bad word' }))).toEqual({ problems: { wordsFi: 'invalid' } })
    await t.ry.does(endEntry, 'place', worded, bad)
    expect(await publicText(`/fi/places/${worded}`)).not.toContain('010190')
    expect(await seen(worded)).toBe('withdrawn')
  })
})

test('long nonsense in an address field is refused at once, not thought about', async () => {
  const began = performance.now()
  for (const [field, value] of [['url', `http://${'.'.repeat(400_000)} x`], ['email', `a@${'.'.repeat(400_000)}@`], ['phone', '1'.repeat(400_000)]] as const) expect((await t.post('/fi/providers/new', 'oy', { _do: 'ask', 'offers.fi': 'x', [field]: value })).status).toBeLessThan(500)
  for (const said of ['<!--', '<a href="http://x">', '<script', '**a', '[', '<a ']) plainText(said.repeat(2_000_000 / said.length))
  expect(performance.now() - began).toBeLessThan(3000)
})

// What follows changes whatever it can: it comes last.
describe('whatever is written into a field of a form of services and places, it is no failure of the house', () => {
  test.each(ours.filter(isPage).flatMap((page) => Object.keys(page.forms ?? {}).map((name) => [page.path as string, name] as const)))('%s: %s', async (path, name) => {
    const address = addressOf(path)
    const names = new Set<string>(), failed: string[] = []
    const drawn = new Map(await Promise.all(roles.map(async (who) => [who, await fieldsOf(address, who, name)] as const)))
    for (const fields of drawn.values()) for (const field of Object.keys(fields)) names.add(field)
    for (const [n, field] of [...names].slice(0, 60).entries()) for (const value of some(n + path.length)) {
      const who = roles[(field.length + value.length) % 4]!
      const kept = drawn.get(who)!
      const answer = await t.post(address, who, { ...kept, _do: name, [field]: n % 4 === 3 ? [value, value] : value })
      if (answer.status >= 500) failed.push(`${who} ${field}=${value.slice(0, 40)}: ${why()}`)
    }
    expect(failed.slice(0, 3)).toEqual([])
  }, 60_000)
})

describe('no address of services and places breaks', () => {
  const params = ['bbox', 'zoom', 'after', 'sort', 'kind', 'group', 'open', 'good', 'area', 'near', 'where', 'audience', 'unit', 'provider', 'channel', 'q', 'also', 'only', 'place', 'size', 'run', 'add', 'said', 'step', 'street', 'shape', 'drawn', 'width', 'work', 'state', 'at', 'day', 'days', 'from', 'until', 'find', 'page', 'period', 'full', 'whose', 'places', 'kinds', 'limit', 'start', 'end']
  test.each([...ours.map((route) => route.path as string), '/services/all.atom', '/places.atom', '/api/v1/places', '/api/v1/places/:placeId/hours', '/api/v1/services', '/open-data/places.csv', '/open-data/observations.json'])('GET %s', async (path) => {
    const failed: string[] = []
    for (const [n, value] of nasty.filter((each) => each.isWellFormed() && each.length < 1000).entries()) for (const part of path.startsWith('/api') ? params.map((each) => [each]) : [params.slice(0, 23), params.slice(23)]) {
      if (path.startsWith('/api') && (n + part[0]!.length) % 4) continue
      const answer = await t.get(`${addressOf(path)}?${new URLSearchParams(part.map((param) => [param, value]))}`, roles[n % 4]!)
      if (answer.status >= 500) failed.push(`${roles[n % 4]} ${part[0]}=${value}: ${why()}`)
      await answer.body?.cancel()
    }
    for (const value of nasty.filter((each) => each.isWellFormed() && each.length < 1000)) {
      const answer = await t.get(addressOf(path, Object.fromEntries(Object.keys(ids).map((name) => [name, value]))), 'antti').catch(() => ({ status: 400 }))
      if (answer.status >= 500) failed.push(`${path} ${value}: ${why()}`)
    }
    expect(failed.slice(0, 3)).toEqual([])
  }, 30_000)
})
