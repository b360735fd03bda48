import { eq } from 'drizzle-orm'
import { doRun } from '../app/modules/directory/imports/run.server.ts'
import { addSource, askRun, sourceForm } from '../app/modules/directory/imports/sources.server.ts'
import { importSource } from '../app/modules/directory/schema.server.ts'
import { type Register, registerStandIns } from './register-stand-ins.ts'
import { town } from './town.ts'

export const organisation = '0f6e3c1a-5b1d-4e0b-9a61-2d4f5b6c7d80'
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const ids = { libraryService: uuid(1), swimming: uuid(2), library: uuid(11), hall: uuid(12), phone: uuid(13), booking: uuid(14), form: uuid(15), bar: uuid(16) }

/** A small organisation as a national register has it: two services, three places, a telephone, an e-service and a form. */
export const someRegister = (): Register => ({
  organisation, municipality: '980',
  services: [
    { id: ids.libraryService, name: { fi: 'Kirjastopalvelut', sv: 'Bibliotekstjänster' }, summary: { fi: 'Lainaa, lue ja opi.' }, description: { fi: '<p>Kirjasto on <b>kaikille</b>.</p><p>Tervetuloa!</p>' }, instructions: { fi: 'Ota kirjastokortti mukaan.' }, terms: { fi: 'Kaikki kunnassa.' }, charge: 'free', targets: ['KR1.2', 'KR1.1'], classes: ['P27.2'] },
    { id: ids.swimming, name: { fi: 'Uimahallit' }, summary: { fi: 'Uimaan ympäri vuoden.' }, charge: 'paid', price: { fi: 'Aikuiset 6 €' }, targets: ['KR1'], classes: ['P26.1'] },
  ],
  channels: [
    { id: ids.library, type: 'location', name: { fi: 'Kirjasto Leija', sv: 'Biblioteket Leija' }, description: { fi: 'Kirjasto keskustassa.' }, phone: '401234567', email: 'kirjasto@ylojarvi.example', url: 'https://www.ylojarvi.example/kirjasto', services: [ids.libraryService], street: { fi: 'Kirkkotie', sv: 'Kyrkvägen' }, door: '3', postalCode: '33470', office: 'YLÖJÄRVI', longitude: 23.596, latitude: 61.556, hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '19:00' }, { days: [6], from: '10:00', to: '15:00' }], closed: [{ from: '2026-12-24', until: '2026-12-26', why: { fi: 'Joulu' } }], entrance: { name: { fi: 'Pääsisäänkäynti' }, sentences: [{ group: { fi: 'Sisäänkäynti' }, sentence: { fi: 'Ovi on 95 cm leveä.' } }] } },
    { id: ids.hall, type: 'location', name: { fi: 'Ylöjärven uimahalli' }, services: [ids.swimming], street: { fi: 'Uimarinkuja' }, door: '1', postalCode: '33470', office: 'YLÖJÄRVI', longitude: 23.61, latitude: 61.55 },
    { id: ids.bar, type: 'location', name: { fi: 'Nuorisotila Yökerho' }, services: [], street: { fi: 'Soppeentie' }, postalCode: '33470', office: 'YLÖJÄRVI', longitude: 23.62, latitude: 61.54, overMidnight: [{ day: 5, from: '20:00', until: 6, to: '02:00' }] },
    { id: ids.phone, type: 'phone', name: { fi: 'Kirjaston puhelinneuvonta' }, phone: '407654321', services: [ids.libraryService], hours: [{ days: [1, 2, 3], from: '10:00', to: '12:00' }] },
    { id: ids.booking, type: 'eservice', name: { fi: 'Varaa uintivuoro' }, url: 'https://varaa.ylojarvi.example/uinti', services: [ids.swimming, ids.libraryService] },
    { id: ids.form, type: 'form', name: { fi: 'Kortin hakulomake' }, url: 'https://www.ylojarvi.example/kortti.pdf', services: [ids.libraryService] },
  ],
  sites: [], resources: [],
})

/** A test town, the registers that it brings from, and how to bring. */
export async function registerTown(options: { register?: Register; pageSize?: number } = {}) {
  const people = await town()
  const stand = await registerStandIns(options.register ?? someRegister(), options.pageSize)
  const paths = { ptv11: '/api/v11', ptv12: '/api/v12', lipas: '/v2', hauki: '/v1', geojson: '', csv: '' } as const
  const source = async (kind: keyof typeof paths, more: Record<string, string> = {}) => {
    const made = await people.antti.does(addSource, sourceForm.parse({ name: `Lähde ${kind}`, kind, unitId: people.units.library, municipality: '980', ...(kind.startsWith('ptv') ? { organisation } : {}), ...(kind === 'ptv12' ? { apiKey: stand.key } : {}), ...more }))
    if ('problems' in made) throw new Error(JSON.stringify(made.problems))
    // an admin gives an address of the open internet; here it is the stand-in's
    if (paths[kind]) await people.house.database.owner.update(importSource).set({ url: stand.url + paths[kind] }).where(eq(importSource.id, made.id))
    return made.id
  }
  const bring = async (sourceId: string, how: { dry?: boolean } = {}) => {
    const { id } = await people.antti.does(askRun, sourceId, how)
    const state = await doRun(people.house, people.municipality, id, stand.manners)
    return { id, state }
  }
  return { ...people, stand, source, bring }
}
