import { zipSync } from 'fflate'
import sharp from 'sharp'
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { storePicture } from '#core/files/pictures.server.ts'
import { everyHolding } from '#core/identity/holdings.ts'
import { notice } from '#core/notices/schema.server.ts'
import { proposeIdea } from '#modules/ideas/server'
import { web } from '../../../tests/web.ts'
import { withdrawMatter } from './decide.server.ts'
import { type FileKind, kindOfFile } from './file-kinds.ts'
import type { Beginning } from './input.ts'
import { addFile, addLink, addPicture, materialsOf, removeMaterial } from './materials.server.ts'
import { answerOffer, helpShown, offerHelp, offersOf, takeOfferBack } from './offers.server.ts'
import { movePhase } from './phases.server.ts'
import { publishMatter } from './publish.server.ts'
import { putMatter } from './put.server.ts'
import { choicesShown, choose, keepQuestion } from './question.server.ts'
import { matterOf } from './matter.server.ts'
import { account, municipality } from '#core/identity/schema.server.ts'
import { chosen, matter, offer } from './schema.server.ts'

const here = await web()
const { aino, otso, jari, saara, leena, antti, ry, oy, guest, topics, house, get, post, newPerson } = here
const db = house.database.owner
let count = 0
const put = async (more: Partial<Beginning> = {}) => (await jari.does(putMatter, { title: `Kirkonkylän tori ${++count}`, thought: 'Torille voisi tehdä katoksen, jos muutkin pitävät ajatusta hyvänä.', topicId: topics.sports, ...more }) as { id: string }).id
const published = async (more: Partial<Beginning> = {}) => { const id = await put(more); await jari.does(publishMatter, id); return id }
const asking = { ask: 'Kumpi katos?', choices: 'Puinen\nKankainen' }
const choicesOf = (id: string) => guest.sees(choicesShown, id)

describe('a quick choice', () => {
  test('is one a person, changed freely and taken back', async () => {
    const id = await published(asking)
    const [wood, cloth] = (await choicesOf(id)).choices
    await Promise.all([aino.does(choose, id, wood!.id), aino.does(choose, id, cloth!.id), aino.does(choose, id, wood!.id)])
    expect(await db.select().from(chosen).where(eq(chosen.matterId, id))).toHaveLength(1)
    await aino.does(choose, id, cloth!.id)
    expect((await aino.sees(choicesShown, id)).mine).toBe(cloth!.id)
    await aino.does(choose, id, '')
    await aino.does(choose, id, '')
    expect((await aino.sees(choicesShown, id)).mine).toBeNull()
  })
  test('is counted for others, officials too, only from five on', async () => {
    const id = await published(asking)
    const [wood, cloth] = (await choicesOf(id)).choices
    for (let i = 0; i < 4; i++) await (await newPerson(`Torilainen ${i}`)).does(choose, id, wood!.id)
    for (const who of [guest, jari]) expect(await who.sees(choicesShown, id)).toMatchObject({ total: null, choices: [{ count: null }, { count: null }] })
    await aino.does(choose, id, cloth!.id)
    expect(await choicesOf(id)).toMatchObject({ total: 5, choices: [{ count: 4 }, { count: 1 }] })
  })
  test('is made in one’s own name, of this matter’s choices, while the phase lets people speak', async () => {
    const id = await published(asking), other = await published(asking)
    const [wood] = (await choicesOf(id)).choices
    await expect(ry.does(choose, id, wood!.id)).rejects.toMatchObject({ status: 403 })
    await expect(guest.does(choose, id, wood!.id)).rejects.toMatchObject({ status: 401 })
    await expect(aino.does(choose, other, wood!.id)).rejects.toMatchObject({ status: 404 })
    await expect(aino.does(choose, await put(asking), wood!.id)).rejects.toMatchObject({ status: 404 })
    const { phases } = await guest.sees(matterOf, id)
    await jari.does(movePhase, id, { to: phases[4]!.id, sentence: 'Lautakunta päättää katoksesta ensi kuussa.', endsOn: '2027-01-15' })
    await expect(aino.does(choose, id, wood!.id)).rejects.toMatchObject({ code: 'choosingClosed' })
  })
  test('where only residents speak, it is theirs who live here by the register', async () => {
    const id = await published(asking)
    const [wood] = (await choicesOf(id)).choices
    await db.update(matter).set({ speakers: 'identified' }).where(eq(matter.id, id))
    await db.update(municipality).set({ code: '980' }).where(eq(municipality.id, here.municipality.id))
    const at = here.someone({ ...otso.actor, identified: true } as never)
    const before = house.signIn
    const lives = async (home: string) => db.update(account).set({ assurance: 'high', homeMunicipalityCode: home }).where(eq(account.id, otso.id))
    house.signIn = { factsOf: async (personId: string) => { const [row] = await db.select().from(account).where(eq(account.id, personId)); return row?.assurance ? row : null } } as never
    Object.assign(here.municipality, { code: '980' })
    await lives('837')
    await expect(at.does(choose, id, wood!.id)).rejects.toThrow('residentsOnly')
    await expect(aino.does(choose, id, wood!.id)).rejects.toThrow('identifyFirst')
    await lives('980')
    await at.does(choose, id, wood!.id)
    expect((await at.sees(choicesShown, id)).mine).toBe(wood!.id)
    await at.does(choose, id, '')
    house.signIn = before as never
  })
  test('a choice that someone has taken keeps its words; others come beside it', async () => {
    const id = await published(asking)
    const [wood, cloth] = (await choicesOf(id)).choices
    await aino.does(choose, id, wood!.id)
    expect(await jari.does(keepQuestion, id, { ask: 'Kumpi katos?', choices: 'Metallinen\nKankainen' })).toEqual({ problems: { choices: 'choiceTaken' } })
    expect(await jari.does(keepQuestion, id, { ask: 'Eri kysymys?', choices: 'Puinen\nKankainen' })).toEqual({ problems: { ask: 'askAnswered' } })
    await jari.does(keepQuestion, id, { ask: 'Kumpi katos?', choices: 'Metallinen\nPuinen' })
    const after = (await choicesOf(id)).choices
    expect(after.map((each) => each.text)).toEqual(['Metallinen', 'Puinen'])
    expect(after[1]!.id).toBe(wood!.id)
    expect(after.map((each) => each.id)).not.toContain(cloth!.id)
    expect(await jari.does(keepQuestion, id, { ask: '', choices: 'A\nB' })).toEqual({ problems: { ask: 'askForChoices' } })
    expect(await jari.does(keepQuestion, id, { ask: 'Kumpi katos?', choices: 'Puinen' })).toEqual({ problems: { choices: 'choicesFew' } })
  })
})

describe('an offer of help', () => {
  const text = 'Voin piirtää torille luonnoksen ja esitellä sen.'
  test('is one of a person or of an organisation, read by the matter’s officials alone, who hear of it', async () => {
    const id = await published()
    await Promise.all([aino.does(offerHelp, id, { text }), aino.does(offerHelp, id, { text }), oy.does(offerHelp, id, { text: 'Leipomo tuo pullat avajaisiin.', shown: 'on' })])
    expect((await db.select().from(offer).where(eq(offer.matterId, id))).map((each) => each.organisationId).sort()).toEqual([here.orgs.oy, null].sort())
    await aino.does(offerHelp, id, { text: `${text} Myös värit.` })
    expect((await jari.sees(offersOf, id)).map((each) => [each.who, each.state])).toEqual(expect.arrayContaining([['Aino Koskela', 'new'], ['Leipomo Oy', 'new']]))
    expect((await db.select().from(notice).where(and(eq(notice.subjectId, id), eq(notice.kind, 'preparation.helpOffered')))).map((each) => each.personId)).toEqual([jari.id, jari.id])
    expect(await (await get(`/fi/matters/${id}`, 'otso')).text()).not.toContain('piirtää')
    expect(await (await get(`/fi/matters/${id}`, 'aino')).text()).toContain('Myös värit.')
  })
  test('is accepted or thanked with a word that its sender hears; who agreed is named on the page', async () => {
    const id = await published()
    await aino.does(offerHelp, id, { text })
    await oy.does(offerHelp, id, { text: 'Leipomo tuo pullat avajaisiin.', shown: 'on' })
    const [mine, theirs] = [(await jari.sees(offersOf, id)).find((each) => !each.byOrganisation)!, (await jari.sees(offersOf, id)).find((each) => each.byOrganisation)!]
    expect(await saara.does(answerOffer, id, { offerId: mine.id, state: 'accepted', reply: '' })).toEqual({ problems: { reply: 'required' } })
    await saara.does(answerOffer, id, { offerId: mine.id, state: 'accepted', reply: 'Mainiota, soitan sinulle huomenna.' })
    await saara.does(answerOffer, id, { offerId: theirs.id, state: 'accepted', reply: 'Tervetuloa!' })
    await expect(leena.does(answerOffer, id, { offerId: mine.id, state: 'thanked', reply: 'Kiitos.' })).rejects.toMatchObject({ status: 403 })
    await expect(jari.does(answerOffer, await published(), { offerId: mine.id, state: 'thanked', reply: 'Kiitos.' })).rejects.toMatchObject({ status: 404 })
    expect((await guest.sees(helpShown, id)).helpers.map((each) => each.who)).toEqual(['Leipomo Oy'])
    expect(await db.select().from(notice).where(and(eq(notice.personId, aino.id), eq(notice.kind, 'preparation.offerAccepted')))).toMatchObject([{ subjectId: id, data: { sentence: 'Mainiota, soitan sinulle huomenna.' } }])
    await expect(aino.does(offerHelp, id, { text })).rejects.toMatchObject({ code: 'offerAnswered' })
    await oy.does(takeOfferBack, id)
    expect((await guest.sees(helpShown, id)).helpers).toEqual([])
  })
  test('is not made of what is not there', async () => {
    await expect(aino.does(offerHelp, await put(), { text })).rejects.toMatchObject({ status: 404 })
    await expect(guest.does(offerHelp, await published(), { text })).rejects.toMatchObject({ status: 401 })
    expect(await aino.does(offerHelp, await published(), { text: 'Joo' })).toEqual({ problems: { text: 'tooShort' } })
  })
  test('and a choice are told to whose they are, and go when they leave', async () => {
    const id = await published(asking)
    const [wood] = (await choicesOf(id)).choices
    await otso.does(choose, id, wood!.id)
    await otso.does(offerHelp, id, { text })
    const its = everyHolding().get('preparation')!
    expect(await otso.sees((ctx: Ctx) => its.read(ctx, otso.id))).toMatchObject({ choices: [{ choice: 'Puinen' }], offers: [{ text }] })
    await otso.does((ctx: Ctx) => its.erase(ctx, otso.id))
    expect(await otso.sees((ctx: Ctx) => its.read(ctx, otso.id))).toEqual({ matters: [], choices: [], offers: [] })
  })
})

const bytes = (text: string) => new TextEncoder().encode(text)
const zip = (files: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, name === 'mimetype' ? [bytes(text), { level: 0 }] : bytes(text)])) as Parameters<typeof zipSync>[0])
const pdf = bytes('%PDF-1.7\n1 0 obj')
const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })

describe('background', () => {
  test.each([
    ['a PDF', pdf, 'pdf'], ['a DOCX', docx, 'docx'], ['an XLSX', zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }), 'xlsx'], ['a PPTX', zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }), 'pptx'],
    ['an ODT', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }), 'odt'], ['an ODS', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' }), 'ods'],
    ['a document with macros', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' }), null], ['a page called PDF', bytes('<html><script>alert(1)</script>%PDF-'), null], ['any zip', zip({ 'a.txt': 'a' }), null],
    ['a jar', zip({ 'META-INF/MANIFEST.MF': 'x' }), null], ['nothing', new Uint8Array(), null], ['a cut zip', docx.slice(0, -30), null], ['a program', bytes('MZ\u0090\u0000'), null], ['a zip whose directory lies', docx.map((each, i) => (i === docx.length - 6 ? 0xff : each)), null],
  ] as [string, Uint8Array, FileKind | null][])('%s is known by its content', (_what, content, kind) => { expect(kindOfFile(content)).toBe(kind) })

  test('a file is saved, never shown, to everyone of a public matter and to its unit of a draft', async () => {
    const id = await put()
    await jari.does(addFile, id, docx, { title: 'Pohjakuva: tori 2026/11', description: 'Mitat ja varjot' })
    const [its] = await jari.sees(materialsOf, id)
    expect(its).toMatchObject({ kind: 'file', fileKind: 'docx', bytes: docx.length })
    const path = `/fi${its!.href}`
    for (const who of ['guest', 'aino', 'leena', 'mirja', 'ry']) expect((await get(path, who)).status, who).toBe(404)
    expect((await get(path, 'saara')).status).toBe(200)
    await jari.does(publishMatter, id)
    const answer = await get(path)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(docx)
    expect(Object.fromEntries(['content-disposition', 'x-content-type-options', 'content-type'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-disposition': `attachment; filename="liite.docx"; filename*=UTF-8''Pohjakuva%20tori%202026%2011.docx`, 'x-content-type-options': 'nosniff', 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
    expect((await get(path.replace(id, await published()))).status).toBe(404)
    await jari.does(withdrawMatter, id, { sentence: 'Tori myytiin, joten katosta ei valmistella.' })
    expect((await get(path)).status).toBe(404)
  })
  test('a picture of a draft is not everyone’s, and has its words', async () => {
    const id = await put()
    const picture = await jari.does(storePicture, await sharp({ create: { width: 40, height: 30, channels: 3, background: '#369' } }).png().toBuffer())
    if (typeof picture === 'string') throw new Error(picture)
    expect(await jari.does(addPicture, id, picture, { title: '', description: '' })).toEqual({ problems: { description: 'alternativeNeeded' } })
    await jari.does(addPicture, id, picture, { title: 'Havainnekuva', description: 'Puinen katos torin laidalla.' })
    expect((await get(`/fi/pictures/${picture.id}.webp`, 'aino')).status).toBe(404)
    await jari.does(publishMatter, id)
    expect((await get(`/fi/pictures/${picture.id}.webp`, 'aino')).status).toBe(200)
    expect(await (await get(`/fi/matters/${id}`)).text()).toContain('alt="Puinen katos torin laidalla."')
    const [its] = await jari.sees(materialsOf, id)
    await jari.does(removeMaterial, id, its!.id)
    expect((await get(`/fi/pictures/${picture.id}.webp`, 'aino')).status).toBe(404)
  })
  test('is its unit’s to add and remove', async () => {
    const id = await published()
    for (const who of [aino, leena]) await expect(who.does(addLink, id, { title: 'Linkki', url: 'https://example.fi', description: '' })).rejects.toMatchObject({ status: 403 })
    expect(await jari.does(addFile, id, bytes('hei'), { title: 'Hei', description: '' })).toEqual({ problems: { file: 'fileUnknown' } })
    await jari.does(addLink, id, { title: 'Kaava', url: 'https://example.fi/kaava', description: '' })
    const [its] = await jari.sees(materialsOf, id)
    await expect(leena.does(removeMaterial, id, its!.id)).rejects.toMatchObject({ status: 403 })
    await antti.does(removeMaterial, id, its!.id)
    await antti.does(removeMaterial, id, its!.id)
    expect(await jari.sees(materialsOf, id)).toEqual([])
  })
})

describe('pages', () => {
  const location = (answer: Response) => new URL(answer.headers.get('location')!, 'http://localhost').pathname
  test('the minute without script: written, looked over with whom it reaches, published; three screens', async () => {
    const first = await get('/fi/matters/new', 'jari')
    expect(first.status).toBe(200)
    const sendKey = /name="sendKey" value="([^"]+)"/.exec(await first.text())![1]!
    const written = await post('/fi/matters/new', 'jari', { _do: 'send', sendKey, title: 'Pallokentän valot', thought: 'Valot voisi ajastaa puhelimella.', topicId: topics.sports, next: 'review' })
    const review = location(written)
    expect(review).toMatch(/^\/fi\/matters\/[\w-]{36}\/publish$/)
    expect(await (await get(review, 'jari')).text()).toContain('Määrää ei kerrota, kun joukossa on alle viisi')
    const done = await post(review, 'jari', { _do: 'publish' })
    expect(await (await get(location(done))).text()).toContain('Valot voisi ajastaa puhelimella.')
  })
  test('what was written comes back when something is to be mended', async () => {
    const answer = await post('/fi/matters/new', 'jari', { _do: 'send', title: '', thought: 'Tämä ajatus ei saa kadota.', choices: 'Yksi\nKaksi', professionals: 'on' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    for (const kept of ['Tämä ajatus ei saa kadota.', 'Yksi\nKaksi', 'id="send-title-problem"']) expect(text).toContain(kept)
    expect(text).toMatch(/name="professionals"[^>]*checked/)
  })
  test('an official of its unit takes an idea into preparation from its page', async () => {
    const idea = (await aino.does(proposeIdea, { title: 'Luistinten lainaus', text: 'Kentältä voisi lainata luistimia.', topicId: topics.sports }) as { id: string }).id
    expect(await (await get(`/fi/ideas/${idea}`, 'jari')).text()).toContain(`/fi/matters/new?idea=${idea}`)
    for (const who of ['aino', 'leena']) expect(await (await get(`/fi/ideas/${idea}`, who)).text()).not.toContain('/matters/new?idea=')
    const form = await (await get(`/fi/matters/new?idea=${idea}`, 'jari')).text()
    expect(form).toContain('value="Luistinten lainaus"')
    expect(form).toContain(`name="ideaId" value="${idea}"`)
  })
  test('a draft’s pages are not there for others', async () => {
    const id = await put()
    for (const page of ['', '/manage', '/publish', '/history']) for (const who of ['aino', 'leena', 'mirja', 'ry']) expect((await get(`/fi/matters/${id}${page}`, who)).status, `${page} ${who}`).toBe(404)
    expect((await get(`/fi/matters/${id}`)).status).toBe(404)
    expect((await get(`/fi/follow/${id}`)).status).toBe(404)
    expect((await get(`/fi/report?subject=${id}`)).status).toBe(404)
    expect(await (await get('/fi/search?q=kirkonkyl%C3%A4n+tori', 'aino')).text()).not.toContain(id)
  })
  test('the list is narrowed to what can be spoken in now', async () => {
    const [open, closed] = [await published(), await published()]
    const { phases } = await guest.sees(matterOf, closed)
    await jari.does(movePhase, closed, { to: phases[4]!.id, sentence: 'Lautakunta päättää ensi kuussa.', endsOn: '2027-01-15' })
    const all = await (await get('/fi/matters')).text(), now = await (await get('/fi/matters?speak=1')).text()
    for (const id of [open, closed]) expect(all).toContain(`/fi/matters/${id}"`)
    expect(now).toContain(open)
    expect(now).not.toContain(closed)
    expect(await (await get(`/fi/matters?topic=${topics.library}`)).text()).not.toContain(open)
  })
  test('every part of managing says what is wrong, keeps what was sent, and says when it is kept', async () => {
    const id = await published()
    const path = `/fi/matters/${id}/manage`
    for (const [form, field] of [['words', { title: 'A', thought: 'Ei saa kadota' }], ['link', { url: 'javascript:alert(1)', title: 'Ei saa kadota' }], ['move', { sentence: 'Lyhyt', to: (await guest.sees(matterOf, id)).phases[1]!.id }], ['addPhase', { name: '', startsOn: '2026-02-31' }], ['decide', { decision: '', decisionUrl: 'https://example.fi/kadota' }], ['close', { sentence: 'Ei' }]] as [string, Record<string, string>][]) {
      const answer = await post(path, 'jari', { _do: form, ...field })
      expect(answer.status, form).toBe(422)
      expect(await answer.text(), form).toContain('role="alert"')
    }
    const kept = await post(path, 'jari', { _do: 'conditions', law: 'Maankäyttölaki', money: '', time: '', notOpen: '' })
    expect(kept.headers.get('location')).toBe(`${path}?kept=conditions#conditions`)
    expect(await (await get(`/fi/matters/${id}`)).text()).toContain('Maankäyttölaki')
    const file = new FormData()
    file.set('_do', 'file'); file.set('file', new File([pdf as BlobPart], 'Selvitys torista.pdf')); file.set('title', '')
    expect((await post(path, 'jari', file)).status).toBe(303)
    expect(await (await get(`/fi/matters/${id}`, 'aino')).text()).toContain('Selvitys torista')
  })
  test('how many it reaches is told to officials, never a small number', async () => {
    expect((await get(`/fi/matters/reach?topicId=${topics.sports}`, 'aino')).status).toBe(403)
    expect(await (await get(`/fi/matters/reach?topicId=${topics.sports}`, 'jari')).json()).toEqual({ reach: null })
    expect((await get('/fi/matters/reach?topicId=x', 'jari')).status).toBe(400)
  })
  test('templates are the admin’s: the usual one becomes theirs, another stands beside it, and the last removed brings it back', async () => {
    const names = async () => [...(await (await get('/fi/admin/templates', 'antti')).text()).matchAll(/<b>([^<]+)<\/b>/g)].map((each) => each[1])
    expect((await get('/fi/admin/templates', 'jari')).status).toBe(403)
    expect(await post('/fi/admin/templates', 'antti', { _do: 'keep', id: '', fi: 'Kaava' }).then((answer) => answer.status)).toBe(422)
    expect((await post('/fi/admin/templates', 'antti', { _do: 'keep', id: '', fi: 'Kaava', phase0fi: 'Aloitus', phase0days: '10', phase0stage: 'idea', 'phase0does[]': ['comment', 'mark'], phase2fi: 'Nähtävillä', phase2days: '30', phase2stage: 'developing', phase2hearing: 'on' })).status).toBe(303)
    expect(await names()).toEqual(expect.arrayContaining(['Tavallinen valmistelu', 'Kaava']))
    const form = await (await get('/fi/matters/new', 'jari')).text()
    const templateId = /<option value="([^"]+)">Kaava<\/option>/.exec(form)![1]!
    const { phases } = await guest.sees(matterOf, await put({ templateId }))
    expect(phases.map((each) => [each.name?.fi, each.hearing, each.does])).toEqual([['Aloitus', 'no', ['comment', 'mark']], ['Nähtävillä', 'yes', []]])
    for (const id of [...form.matchAll(/<option value="([\w-]{36})">(?:Kaava|Tavallinen valmistelu)<\/option>/g)].map((each) => each[1]!)) await post('/fi/admin/templates', 'antti', { _do: 'remove', id })
    expect(await names()).toEqual(expect.arrayContaining(['Tavallinen valmistelu']))
    expect((await guest.sees(matterOf, await put())).phases).toHaveLength(6)
  })
})
