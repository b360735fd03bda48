import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ids, organisation, registerTown } from '../../../../tests/register-town.ts'
import { web } from '../../../../tests/web.ts'
import { importRecord, place } from '../schema.server.ts'
import { placeFacts } from '../facts.ts'
import { keepPlace } from '../keep-place.server.ts'
import { doRun } from './run.server.ts'

const its = await registerTown()
const site = await web(its as never)
const text = async (path: string, who: string) => { const answer = await site.get(path, who); return { status: answer.status, html: await answer.text() } }
const source = await its.source('ptv11')
const row = (await its.bring(source)).id
const [record] = await its.house.database.owner.select().from(importRecord).where(and(eq(importRecord.key, ids.library), eq(importRecord.what, 'place')))
const own = record!.ownId

describe('the pages of imports', () => {
  test.each(['/fi/admin/imports', `/fi/admin/imports/${source}`, `/fi/admin/imports/runs/${row}`, '/sv/admin/imports', '/en/admin/imports/conflicts'])('%s is the admin\'s', async (path) => {
    expect((await text(path, 'antti')).status).toBe(200)
    expect((await text(path, 'aino')).status).toBe(403)
    expect([302, 303, 401]).toContain((await text(path, 'guest')).status)
  })
  test('a source is added by a form that gives back what is wrong, and its key is not told', async () => {
    const form = { _do: 'add', name: 'PTV', kind: 'ptv12', unitId: its.units.library, municipality: 'kunta', organisation, apiKey: 'salainen-avain-123', url: 'http://10.0.0.1/', nightly: 'on' }
    const wrong = await site.post('/fi/admin/imports', 'antti', form)
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('Osoitteen on oltava julkinen https-osoite.')
    expect(html).toContain('Kirjoita vain numeroita.')
    const made = await site.post('/fi/admin/imports', 'antti', { ...form, municipality: '980', url: '' })
    expect(made.status).toBe(303)
    const shown = await text(made.headers.get('location')!, 'antti')
    expect(shown.html).toContain('Avain on tallessa')
    expect(shown.html).not.toContain('salainen-avain-123')
  })
  test.each([['/fi/admin/imports', { _do: 'start', source: 'x' }], ['/fi/admin/imports/conflicts', { _do: 'settle', conflict: 'x', choice: 'there' }], ['/fi/admin/imports/conflicts', { _do: 'settle', conflict: 'x', choice: 'both' }], [`/fi/admin/imports/runs/${row}`, { _do: 'goOn' }], ['/fi/admin/imports/runs/x', { _do: 'leave' }], [`/fi/admin/imports/${source}`, { _do: 'file' }]])('bad input at %s is told, not broken: %j', async (path, form) => {
    const { status } = await site.post(path, 'antti', form as Record<string, string>)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })
  test('a conflict is shown side by side to the unit\'s official, and one tap settles it', async () => {
    const [before] = await its.house.database.owner.select().from(place).where(eq(place.id, own))
    await its.leena.does(keepPlace, placeFacts.parse({ ...before, phone: '+358 40 555', longitude: 23.596, latitude: 61.556 }), { id: own })
    its.stand.register.channels[0]!.phone = '406666666'
    const started = await site.post('/fi/admin/imports', 'antti', { _do: 'start', source })
    await doRun(its.house, its.municipality, started.headers.get('location')!.split('/').at(-1)!, its.stand.manners)
    const report = await text(started.headers.get('location')!, 'antti')
    expect(report.html).toContain('Kysytään sinulta')
    expect((await text('/fi/admin/imports/conflicts', 'saara')).html).toContain('Mitään ei tarvitse valita.')
    const page = await text('/fi/admin/imports/conflicts', 'leena')
    expect(page.html).toContain('+358 40 555')
    expect(page.html).toContain('+358406666666')
    expect(page.html).toContain('Ota lähteen')
    const conflict = /name="conflict" value="([^"]+)"/.exec(page.html)![1]!
    expect((await site.post('/fi/admin/imports/conflicts', 'saara', { _do: 'settle', conflict, choice: 'there' })).status).toBe(403)
    expect((await site.post('/fi/admin/imports/conflicts', 'leena', { _do: 'settle', conflict, choice: 'there' })).headers.get('location')).toContain('/fi/admin/imports/conflicts?settled=1')
    expect((await its.house.database.owner.select().from(place).where(eq(place.id, own)))[0]!.phone).toBe('+358406666666')
    expect((await text('/fi/admin/imports/conflicts', 'leena')).html).toContain('Mitään ei tarvitse valita.')
  })
  test('a place says whose data it is', async () => {
    const { status, html } = await text(`/fi/places/${own}`, 'guest')
    expect(status).toBe(200)
    expect(html).toContain('Suomi.fi-palvelutietovaranto, Digi- ja väestötietovirasto, CC BY 4.0')
  })
  test('a table is sent, seen and mapped without a script', async () => {
    const made = await site.post('/fi/admin/imports', 'antti', { _do: 'add', name: 'Matonpesu', kind: 'csv', unitId: its.units.library })
    const path = made.headers.get('location')!
    const form = new FormData()
    form.set('_do', 'file'); form.set('file', new File(['Koodi;Paikan nimi;Selitys\n1;Rantamatto;Laituri <b>ja</b> mankeli\n'], 'a.csv'))
    expect((await site.post(path, 'antti', form)).status).toBe(303)
    const seen = await text(path, 'antti')
    expect(seen.html).toContain('Rantamatto')
    expect(seen.html).toContain('<option value="Selitys">')
    expect((await site.post(path, 'antti', { _do: 'columns', 'c-key': 'Koodi', 'c-name': 'Paikan nimi', 'c-description': 'Selitys' })).status).toBe(303)
    expect((await site.post(path, 'antti', { _do: 'dry' })).headers.get('location')).toContain('/fi/admin/imports/runs/')
  })
})
