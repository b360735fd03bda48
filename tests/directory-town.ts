import sharp from 'sharp'
import { eq } from 'drizzle-orm'
import { subject } from '#core/trail/schema.server.ts'
import { attachPictures, storePicture, type StoredPicture } from '#core/files/pictures.server.ts'
import { cameraForm, makeCamera, switchOn } from '#modules/cameras/server'
import { makeDevice } from '#modules/devices/server'
import { askToProvide, channelFacts, decideProvider, keepDetails, keepHours, keepPlace, keepService, placeDetails, placeFacts, type Place, serviceFacts, showPlace } from '#modules/directory/server'
import { makeDisruption } from '#modules/disruptions/server'
import { counterForm, makeCounter } from '#modules/occupancy/server'
import { addChannel } from '../app/modules/directory/entries/channels.server.ts'
import { makePlace, makeService } from '../app/modules/directory/entries/make.server.ts'
import { askForm } from '../app/modules/directory/entries/provider.server.ts'
import { keepLife, keepStep, situationForm, stepForm } from '../app/modules/directory/find/keep-life.server.ts'
import { observationForm, observe } from '../app/modules/conditions/observe.server.ts'
import { addSource, askRun, bringFile, sourceForm } from '../app/modules/directory/imports/sources.server.ts'
import { freshHouse, type Someone, town } from './town.ts'
import { web } from './web.ts'

/** The word that is in everything which not everyone may see. */
export const secretWord = 'Salahanke'

/** A small town in which everything of services, places and what they are like right now is there once: what is attacked by tests of all its pages at once. */
export async function directoryTown() {
  const house = await freshHouse()
  const here = await town({ house, primary: true })
  const beside = await town({ house, name: 'Naapurila' })
  const site = await web(Object.assign(here, { neighbour: beside.antti, besideJari: beside.jari }))
  const { aino, jari, leena, antti, ry, oy, units, orgs } = site
  const db = house.database.owner
  const placeOf = async (name: string, kind = 'rink', unitId = units.sports) => (await antti.does(keepPlace, placeFacts.parse({ kind, name: { fi: name }, longitude: 23.6, latitude: 61.55 }), { unitId })).id
  const serviceOf = async (name: string, unitId = units.sports) => (await antti.does(keepService, serviceFacts.parse({ name: { fi: name } }), { unitId })).id
  const provide = async (who: Someone, offers: string) => (await who.does(askToProvide, askForm.parse({ offers: { fi: offers }, phone: '040 123 4567', email: 'me@seura.example' })) as { id: string }).id
  const unseen = (id: string, visibility: 'hidden' | 'waiting') => db.update(subject).set({ visibility, ...(visibility === 'waiting' ? { stage: 'waiting' as const } : {}) }).where(eq(subject.id, id))

  const hall = await placeOf('Keijärven uimahalli', 'swimmingHall'), rink = await placeOf('Soppeenmäen kenttä'), library = await placeOf('Kirjasto Leija', 'library', units.library)
  const hidden = await placeOf(`${secretWord} kenttä`), draft = await placeOf(`${secretWord} luonnos`)
  await antti.does(keepDetails, hall, placeDetails.parse({ rooms: [{ name: { fi: 'Kuntosali' }, capacity: 20 }], equipment: [{ name: { fi: 'Sauna' }, count: 2 }], entrances: [{ name: { fi: 'Pääovi' }, main: true }], accessSentences: [{ heading: { fi: 'Ovi' }, sentence: { fi: 'Ovi on leveä.' } }] }))
  const swimming = await serviceOf('Uiminen'), hiddenService = await serviceOf(`${secretWord} palvelu`)
  await jari.does(addChannel, swimming, channelFacts.parse({ kind: 'phone', name: { fi: 'Puhelin' }, phone: '03 123 4567' }))
  await jari.does(addChannel, swimming, channelFacts.parse({ kind: 'place', name: { fi: 'Halli' }, placeId: hall }))
  await jari.does(addChannel, swimming, channelFacts.parse({ kind: 'web', name: { fi: 'Varaa' }, url: 'https://varaa.koivula.example/' }))
  const week = [{ name: {}, groups: [{ spans: [{ start: '06:00', end: '21:00' }] }] }]
  for (const id of [hall, rink, hidden, draft]) await antti.does(keepHours, id, 'place', week, { note: { fi: id === hidden || id === draft ? `${secretWord} ajat` : 'Tervetuloa' } })
  const room = (await jari.sees(showPlace, hall) as Place).rooms[0]!.id
  await antti.does(keepHours, room, 'room', week)

  // a provider that is in, one that waits, each with what it keeps
  const club = await provide(ry, 'Luisteluseura kaikille.'), waiting = await provide(oy, `${secretWord} leipoo.`)
  await jari.does(decideProvider, club, { decision: 'approved' })
  const clubPlace = (await ry.does(makePlace, placeFacts.parse({ kind: 'rink', name: { fi: 'Seuran kenttä' }, longitude: 23.61, latitude: 61.55 })) as { id: string }).id
  const clubService = (await ry.does(makeService, serviceFacts.parse({ name: { fi: 'Luistelukoulu' } })) as { id: string }).id
  const clubDraft = (await ry.does(makeService, serviceFacts.parse({ name: { fi: `${secretWord} kurssi` } }), { draft: true }) as { id: string }).id
  await ry.does(addChannel, clubService, channelFacts.parse({ kind: 'email', name: { fi: 'Posti' }, email: 'me@seura.example' }))

  const device = async (kind: 'sensor' | 'gate' | 'camera' | 'access', placeIds: string[], who = jari) => await who.does(makeDevice, { name: `Laite ${kind}`, kind, unitId: units.sports, expectedMinutes: null, may: [], placeIds }) as { id: string; key: string }
  const devices = { sensor: await device('sensor', [rink]), gate: await device('gate', [hall]), camera: await device('camera', [rink]) }
  const counter = async (placeId: string, more: Record<string, string> = {}) => (await jari.does(makeCounter, placeId, counterForm.parse({ nameFi: 'Portti', way: 'gates', capacity: '20', ...more })) as { id: string }).id
  const counters = { gate: await counter(hall), hand: await counter(hall, { nameFi: 'Ovi', way: 'manual' }), hidden: await counter(hidden, { nameFi: secretWord }) }
  const cameraAt = async (placeId: string, name: string) => { const { id } = await jari.does(makeCamera, placeId, cameraForm.parse({ nameFi: name, showsFi: 'Kenttä', way: 'posted', nearest: '8', width: '400', signOn: '2026-11-01', purposeFi: 'Näet jään.', controller: 'Koivulan kunta', privacyUrl: 'https://koivula.example/kamera' })) as { id: string }; await jari.does(switchOn, id); return id }
  const cameras = { rink: await cameraAt(rink, 'Kioski'), hidden: await cameraAt(hidden, secretWord) }
  for (const placeId of [rink, hidden]) await jari.does(observe, observationForm.parse({ placeId, property: 'ice', value: 'good', clientId: `seen ${placeId}` }))

  const source = (await antti.does(addSource, sourceForm.parse({ name: 'Taulukko', kind: 'csv', unitId: units.sports })) as { id: string }).id
  const file = new FormData()
  file.set('file', new File(['nimi;lat;lon\nLaituri;61.55;23.58\n'], 'a.csv'))
  await antti.does(bringFile, source, file)
  const run = (await antti.does(askRun, source, { dry: true })).id
  const life = (await antti.does(keepLife, null, situationForm.parse({ 'name.fi': 'Muutto', key: 'muutto', icon: 'home', shown: 'on' })) as { id: string }).id
  await antti.does(keepStep, life, stepForm.parse({ 'name.fi': 'Käy uimassa', hit: hiddenService }))
  const disruption = async (title: string) => (await jari.does(makeDisruption, { kind: 'closed', unitId: units.sports, title, text: 'Putki vuotaa.' }, { whole: false, areas: [], streets: [], places: [hall], shape: '61.55 23.58\n61.55 23.60\n61.56 23.60', drawn: 'polygon', width: 30, name: '' }) as { id: string }).id
  const disruptions = { on: await disruption('Vesivahinko'), hidden: await disruption(`${secretWord} häiriö`) }

  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#456' } }).jpeg().toBuffer()
  const pictured = async (id: string) => { const its = await antti.does(storePicture, jpeg) as StoredPicture; await antti.does(attachPictures, id, [{ ...its, description: id === hidden ? secretWord : '' }]); return its.id }
  const pictures = { hall: await pictured(hall), hidden: await pictured(hidden) }
  await unseen(hidden, 'hidden'); await unseen(draft, 'waiting'); await unseen(hiddenService, 'hidden'); await unseen(disruptions.hidden, 'hidden')
  return { ...site, house, db, beside, placeOf, serviceOf, device, counter, unseen, aino, leena, orgs, jpeg, devices, counters, cameras, pictures, ids: { hall, rink, library, hidden, draft, swimming, hiddenService, room, club, waiting, clubPlace, clubService, clubDraft, source, run, life, disruption: disruptions.on, hiddenDisruption: disruptions.hidden } }
}
