import sharp from 'sharp'
import { linkToken } from '#core/context/link-token.server.ts'
import { attachPictures, storePicture, type StoredPicture } from '#core/files/pictures.server.ts'
import { keepAssets, keepReport, type NewReport, ownToken } from '#modules/feedback/server'
import { keepQuestion, questionForm } from '#modules/satisfaction/server'
import { keepCrew } from '#modules/work/server'
import { forwarding, forwardReport } from '../app/modules/feedback/forwarding/forward.server.ts'
import { partnerPurpose } from '../app/modules/feedback/forwarding/letter.server.ts'
import { keepPartner, partnerForm } from '../app/modules/feedback/forwarding/partners.server.ts'
import { keepTemplate, templatesOf } from '../app/modules/feedback/handling/templates.server.ts'
import { askSender } from '../app/modules/found/decide.server.ts'
import { keyInput, makeKey, newKey } from '../app/modules/open311/keys.server.ts'
import { addKiosk } from '../app/modules/satisfaction/kiosks.server.ts'
import { makeOrder } from '../app/modules/work/make-order.server.ts'
import { freshHouse, type Someone, town } from './town.ts'
import { web } from './web.ts'

/** A small town in which everything of map feedback is there once: what is attacked by tests of all its pages at once. */
export async function feedbackTown() {
  const house = Object.assign(await freshHouse(), { replyAddress: 'palaute@koivula.example' })
  const here = await town({ house, primary: true })
  /** the admin of the municipality beside it, who asks there */ const neighbour = (await town({ house, name: 'Naapurila' })).antti
  const site = await web(Object.assign(here, { neighbour }))
  const { aino, guest, jari, leena, antti, categories, units } = site
  const report = async (who: Someone, text: string, more: Partial<NewReport> = {}) =>
    (await who.does(keepReport, { categoryId: categories.road, text, longitude: 23.58, latitude: 61.55, sender: who.actor.kind === 'person' ? { personId: who.id, name: 'Aino Koskela', email: 'aino@koti.example', phone: '040 123' } : {}, channel: 'web', ...more })).id
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#456' } }).jpeg().toBuffer()
  const pictured = async (who: Someone, id: string) => { const its = await who.does(storePicture, jpeg) as StoredPicture; await who.does(attachPictures, id, [{ ...its, description: '' }]); return its.id }
  const tokenOf = (id: string) => guest.sees((ctx) => Promise.resolve(ownToken(ctx, id)))

  const open = await report(aino, 'Kuoppa pysäkin kohdalla. Siihen voisi tehdä korotetun suojatien.')
  const secret = await report(aino, 'Salakieli: vastaanotossa huudettiin.', { categoryId: categories.family })
  const taken = await report(aino, 'Monttu risteyksessä.'), sentOn = await report(guest, 'Liikennemerkki kaatunut.')
  const pictures = { open: await pictured(aino, open), secret: await pictured(aino, secret) }
  await jari.does(keepCrew, { unitId: units.sports, name: 'Itäpiiri', members: [site.saara.id] })
  const order = (await jari.does(makeOrder, { title: 'Paikkaa risteys', unitId: units.sports, plannedFor: '2026-11-22', checklist: ['Rajaa'], reports: [taken] })).id
  const partner = (await antti.does(keepPartner, partnerForm.parse({ name: 'Tiehuolto Oy', kind: 'contractor', language: 'fi', email: 'tyot@tiehuolto.example' }))).id
  const forward = (await jari.does(forwardReport, sentOn, forwarding.parse({ partnerId: partner, withSender: 'on' }))).id
  const partnerToken = await guest.sees((ctx) => Promise.resolve(linkToken(ctx, partnerPurpose, forward)))
  const { code } = await leena.does(keepQuestion, questionForm.parse({ about: 'unit', unitId: units.library, nameFi: 'Pääkirjasto', categoryId: categories.light }))
  const kiosk = await leena.does(addKiosk, code, 'Aula')
  await jari.does(keepTemplate, { unitId: units.sports, of: 'answer', name: 'Kiitos', text: 'Kiitos, tulemme.' })
  const [template] = await jari.sees(templatesOf, [units.sports])
  await jari.does(askSender, open)
  await antti.does(keepAssets, 'lamp', [{ key: 'V-1', name: 'Valo 1', longitude: 23.58, latitude: 61.55, properties: {} }])
  const asset = (await house.database.ownerPool.query<{ id: string }>('select id from feedback.asset')).rows[0]!.id
  const keyFor = async (...scopes: string[]) => { const made = await antti.does(makeKey, keyInput.parse({ name: `Avain ${scopes.join()} ${Math.random()}`, scopes, perHour: 100_000 })) as { id: string }; return (await antti.sees(newKey, made.id))! }
  return { ...site, house, report, pictured, tokenOf, jpeg, ids: { open, secret, taken, sentOn, order, partner, forward, asset, template: template!.id, question: code, kiosk: kiosk.id }, pictures, tokens: { own: await tokenOf(open), ownSecret: await tokenOf(secret), partner: partnerToken, kiosk: kiosk.secret }, keyFor }
}
