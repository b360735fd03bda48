import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Ctx, command, query } from '#core/context/context.server.ts'
import { picturesOf, storePicture } from '#core/files/pictures.server.ts'
import { picture } from '#core/files/schema.server.ts'
import { pictureResource } from '#core/files/picture-resource.server.ts'
import { account, person } from '#core/identity/schema.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { followOf } from '#core/trail/follow.server.ts'
import { listSubjects } from '#core/trail/list.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { town } from '../../../../tests/town.ts'
import { idea } from '../schema.server.ts'
import { confirmIdea, showConfirm } from './confirm.server.ts'
import { eraseUnconfirmed, proposeAsGuest } from './guest.server.ts'
import { sendNew, showNew } from './new.server.ts'
import { proposeIdea } from './propose.server.ts'

const { house, municipality, aino, otso, ry, guest, units, topics } = await town()
const db = house.database.owner
const day = 24 * 60 * 60_000
const text = 'Rannalta puuttuu laituri, jolta pääsee veteen.'
const form = (its: Record<string, string | Blob>) => { const made = new FormData(); for (const [name, value] of Object.entries({ confirmed: '1', ...its })) made.set(name, value); return made }
const send = (who: typeof aino, its: Record<string, string | Blob>) => sent(who.does(sendNew, form(its)))
const sent = async (done: ReturnType<typeof sendNew>) => { const its = (await done) as { to?: string; problems?: Record<string, string>; values?: Record<string, string> }; return { ...its, id: its.to?.split('/')[2] ?? '' } }
const linkTo = async (email: string) => { const [letter] = (await db.select().from(mail).where(eq(mail.to, email))).slice(-1); return /\/ideas\/confirm\/(\S+)/.exec(letter!.text)![1]! }
const confirm = (token: string) => command(house, { municipality, language: 'fi' }, (ctx: Ctx) => confirmIdea(ctx, token, house))
const visitor = (n: string) => ({ email: `${n}@vieras.example`, name: 'Veera Vieras' })
const jpegWithGps = () => sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#4a7a55' } })
  .withExif({ IFD0: { Make: 'Nokia' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '61/1 33/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '23/1 35/1 0/1' } }).jpeg().toBuffer()

test('a resident needs a title and a few sentences; the idea is public at once, owned by its topic and due in fourteen days', async () => {
  const { id, visibility } = await aino.does(proposeIdea, { title: 'Uimalaituri rannalle', text })
  expect(visibility).toBe('public')
  const its = await guest.sees(subjectOf, id)
  expect(its).toMatchObject({ stage: 'idea', visibility: 'public', topicId: topics.sports, ownerUnitId: units.sports, authorPersonId: aino.id })
  expect(its.dueAt!.toISOString()).toBe('2026-12-06T21:59:59.000Z')
  expect((await guest.sees(trailOf, id)).map((each) => each.kind)).toEqual(['ideas.sent'])
  expect(await aino.sees(followOf, aino.id, id)).not.toBeNull()
})

test('an association sends in its own name', async () => {
  const { id } = await ry.does(proposeIdea, { title: 'Jää kaikkien käyttöön', text: 'Vuorot ovat tyhjiä aamuisin.' })
  expect((await guest.sees(subjectOf, id)).authorOrganisationId).toBe(ry.actor.kind === 'person' ? ry.actor.as!.id : '')
})

test('the topic follows the words, a chosen one wins, none is none and still has an owner', async () => {
  const topicOf = async (its: object) => (await guest.sees(subjectOf, (await otso.does(proposeIdea, { title: 'Jotakin muuta', text: 'Olisi hyvä olla.', ...its })).id))
  expect((await topicOf({ title: 'Luisteluaika lukusaliin', text: 'Kirjat ja kirjahyllyt, lukusali.' })).topicId).toBe(topics.library)
  expect((await topicOf({ title: 'Kirjahylly', topicId: topics.sports })).topicId).toBe(topics.sports)
  const none = await topicOf({ title: 'Kirjahylly', topicId: 'none' })
  expect(none.topicId).toBeNull()
  expect(none.ownerUnitId).toBe(units.library) // no customer service here: the first unit by key
  expect((await topicOf({})).ownerUnitId).not.toBeNull()
})

test('a known place gives its point and area, inflected too; a point gets the area of the nearest; far away is a mistake to mend', async () => {
  const placed = async (its: object) => guest.sees(subjectOf, (await otso.does(proposeIdea, { title: 'Paikka ideassa', text: `Tässä kohdassa ${JSON.stringify(its)}`, ...its })).id)
  expect(await placed({ place: 'Keijärvellä' })).toMatchObject({ placeName: 'Keijärvellä', area: 'Kirkonkylä', longitude: 23.58 })
  expect(await placed({ place: 'soppeenharju' })).toMatchObject({ area: 'Soppeenmäki', latitude: 61.54 })
  expect(await placed({ longitude: '23.621', latitude: '61.541' })).toMatchObject({ area: 'Soppeenmäki', placeName: 'Soppeenharju', longitude: 23.621 })
  expect(await placed({ place: 'Mummolan takapiha' })).toMatchObject({ placeName: 'Mummolan takapiha', area: null, longitude: null })
  expect((await send(otso, { title: 'Paikka kaukana', text, longitude: '2.35', latitude: '48.85' })).problems).toEqual({ place: 'farAway' })
})

test('sent twice, in a row or at the same moment, it is one idea; other words with the same form are another', async () => {
  const its = { title: 'Kaksi painallusta', text: 'Sormi lipsahti kahdesti.', sendKey: 'avain-1' }
  const ids = await Promise.all(Array.from({ length: 8 }, () => aino.does(proposeIdea, its)))
  ids.push(await aino.does(proposeIdea, its))
  expect(new Set(ids.map((each) => each.id)).size).toBe(1)
  expect((await otso.does(proposeIdea, its)).id).not.toBe(ids[0]!.id)
  expect((await aino.does(proposeIdea, { ...its, text: 'Muutin mieltäni ja tekstiä.' })).id).not.toBe(ids[0]!.id)
})

test("a visitor's idea waits for the mailed link; looking confirms nothing; confirming twice changes nothing; the clock starts then", async () => {
  const done = await send(guest, { title: 'Valo bussipysäkille', text: 'Pysäkillä on pimeää.', sendKey: 'v1', ...visitor('Veera') })
  const again = await send(guest, { title: 'Valo bussipysäkille', text: 'Pysäkillä on pimeää.', sendKey: 'v1', ...visitor('veera') })
  expect(done.to).toMatch(/^\/ideas\/new\?sent=/)
  expect(again.to).toBe(done.to)
  expect((await guest.sees(showNew, new URLSearchParams(done.to!.split('?')[1]))).sent).toEqual({ email: 'veera@vieras.example', until: 'su 29.11.' })
  expect((await guest.sees(showNew, new URLSearchParams({ sent: done.to!.split('=')[1]!.replace(/.$/, '') + '!' }))).sent).toBeNull()
  expect((await guest.sees(listSubjects, { kind: 'idea', limit: 100 })).lines.some((line) => line.title === 'Valo bussipysäkille')).toBe(false)
  expect(await db.select().from(mail).where(eq(mail.to, 'veera@vieras.example'))).toHaveLength(1)

  const token = await linkTo('veera@vieras.example')
  house.time = new Date(house.time.getTime() + 2 * day)
  for (let i = 0; i < 3; i++) expect(await guest.sees(showConfirm, token)).toMatchObject({ state: 'waiting', title: 'Valo bussipysäkille', name: 'Veera Vieras' })
  const [one, two] = await Promise.all([confirm(token), confirm(token)])
  const { id } = await confirm(token)
  expect([one!.id, two!.id]).toEqual([id, id])
  const its = await guest.sees(subjectOf, id)
  expect(its).toMatchObject({ visibility: 'public', stage: 'idea', createdAt: house.time })
  expect(its.dueAt!.toISOString()).toBe('2026-12-08T21:59:59.000Z')
  const [made] = await db.select().from(account).where(eq(account.email, 'veera@vieras.example'))
  expect(made).toMatchObject({ id: its.authorPersonId, emailVerified: true, name: 'Veera Vieras' })
  expect((await guest.sees(trailOf, id)).map((each) => [each.kind, each.who])).toEqual([['ideas.sent', 'Veera V.']])
  expect(await guest.sees(showConfirm, token)).toMatchObject({ state: 'done', id })
  const [row] = await db.select().from(idea).where(eq(idea.id, id))
  expect(row!.confirmEmail).toBeNull()
})

test('a visitor whose address has an account sends as that person; an account that never proved the address gives it up', async () => {
  await send(guest, { title: 'Penkki mäen päälle', text: 'Siellä hengästyy.', email: 'aino.koskela@koivula.example', name: 'Joku Muu' })
  const { id } = await confirm(await linkTo('aino.koskela@koivula.example'))
  expect((await guest.sees(subjectOf, id)).authorPersonId).toBe(aino.id)
  const [squatter] = await db.insert(account).values({ name: 'Väijy', email: 'oma@vieras.example', emailVerified: false }).returning()
  await send(guest, { title: 'Keinu rantaan', text: 'Keinuisin mielelläni.', email: 'oma@vieras.example', name: 'Omistaja Oikea' })
  const mine = await confirm(await linkTo('oma@vieras.example'))
  const author = (await guest.sees(subjectOf, mine.id)).authorPersonId
  expect(author).not.toBe(squatter!.id)
  expect((await db.select().from(account).where(eq(account.id, squatter!.id)))[0]!.email).not.toBe('oma@vieras.example')
  expect((await db.select().from(person).where(and(eq(person.municipalityId, municipality.id), eq(person.id, author!))))[0]!.name).toBe('Omistaja Oikea')
})

test('after seven days the link says so, and the idea is erased with its pictures', async () => {
  const done = await send(guest, { title: 'Unohtunut idea', text: 'Tätä ei kukaan vahvista.', photo1: new File([new Uint8Array(await jpegWithGps())], 'a.jpg'), ...visitor('unohtaja') })
  const token = await linkTo('unohtaja@vieras.example')
  const id = done.to!.split('=')[1]!.split('~')[0]!
  const [kept] = await guest.sees(picturesOf, id)
  house.time = new Date(house.time.getTime() + 6 * day)
  expect(await guest.does(eraseUnconfirmed)).toBe(0)
  house.time = new Date(house.time.getTime() + 2 * day)
  expect(await guest.sees(showConfirm, token)).toEqual({ state: 'gone' })
  await expect(confirm(token)).rejects.toThrow('notFound')
  expect(await guest.does(eraseUnconfirmed)).toBe(1)
  expect(await guest.does(eraseUnconfirmed)).toBe(0)
  expect(await db.select().from(subject).where(eq(subject.id, id))).toHaveLength(0)
  expect(await house.storage.get(`${municipality.id}/${kept!.id}.webp`)).toBeNull()
  for (const bad of ['', 'x', 'x~y', `${token}x`, token.replace('~', 'A~')]) expect(await guest.sees(showConfirm, bad)).toEqual({ state: 'gone' })
})

test('a link of one municipality confirms nothing in another', async () => {
  const neighbour = await town({ house, name: 'Naapuri' })
  await send(guest, { title: 'Rajan yli', text: 'Idea kotikunnassa.', ...visitor('raja') })
  expect(await neighbour.guest.sees(showConfirm, await linkTo('raja@vieras.example'))).toEqual({ state: 'gone' })
})

test('every mistake comes back by its field, all at once, and what was written stays', async () => {
  const good = { title: 'Kelvollinen otsikko', text, ...visitor('virhe') }
  const wrong: [Record<string, string>, Record<string, string>][] = [
    [{ title: '' }, { title: 'required' }], [{ title: '   ' }, { title: 'required' }], [{ title: 'Uima' }, { title: 'tooShort' }], [{ title: 'x'.repeat(151) }, { title: 'tooLong' }],
    [{ text: '' }, { text: 'required' }], [{ text: 'Lyhyt.' }, { text: 'tooShort' }], [{ text: 'x'.repeat(5001) }, { text: 'tooLong' }],
    [{ kind: 'valitus' }, { kind: 'invalid' }], [{ topicId: 'ei-aihe' }, { topicId: 'invalid' }], [{ place: 'x'.repeat(121) }, { place: 'tooLong' }],
    [{ longitude: 'itä', latitude: '61' }, { longitude: 'invalid' }], [{ longitude: '23', latitude: '95' }, { latitude: 'invalid' }], [{ longitude: '23' }, { place: 'invalid' }],
    [{ email: '' }, { email: 'required' }], [{ email: 'ei osoite' }, { email: 'notEmail' }], [{ email: 'a@b' }, { email: 'notEmail' }], [{ email: 'a@b.fi\r\nBcc: x@y.fi' }, { email: 'notEmail' }], [{ name: '' }, { name: 'required' }], [{ name: 'V' }, { name: 'tooShort' }], [{ name: '<b>Veera</b>' }, { name: 'invalid' }], [{ name: '12345' }, { name: 'invalid' }],
    [{ title: '', text: '', email: 'x' }, { title: 'required', text: 'required', email: 'notEmail' }],
  ]
  for (const [its, problems] of wrong) expect((await send(guest, { ...good, ...its })).problems, JSON.stringify(its)).toEqual(problems)
  expect((await send(guest, { ...good, photo1: new File(['ei kuva'], 'a.jpg', { type: 'image/jpeg' }) })).problems).toEqual({ photo1: 'notPicture' })
  await expect(guest.does(sendNew, form({ ...good, topicId: aino.id }))).rejects.toThrow('topicUnknown')
  await expect(guest.does(proposeIdea, good)).rejects.toThrow('signInNeeded')
  expect(await db.select().from(mail).where(eq(mail.to, 'virhe@vieras.example'))).toHaveLength(0)
})

test('a text with a watched word or many links is kept, hidden until a moderator has looked', async () => {
  for (const words of ['Kunnanjohtaja on idiootti ja pulinat pois.', 'Osta: https://a.example https://b.example https://c.example halvalla']) {
    const { id, visibility } = await otso.does(proposeIdea, { title: 'Sääntöjen rajalla', text: words })
    expect(visibility).toBe('hidden')
    expect((await otso.sees(subjectOf, id)).visibility).toBe('hidden')
    expect((await house.database.ownerPool.query('select by_rule from moderation.report where subject_id = $1 and by_rule is not null', [id])).rows).toHaveLength(1)
  }
  await send(guest, { title: 'Vieras rajalla', text: 'Te olette kaikki ääliöitä.', ...visitor('kiukku') })
  const token = await linkTo('kiukku@vieras.example')
  expect((await confirm(token)).visibility).toBe('hidden')
  expect(await guest.sees(showConfirm, token)).toMatchObject({ state: 'looked' })
})

test('too many in an hour are asked to wait, and nothing written is lost', async () => {
  const spammer = visitor('tehtailija')
  for (let i = 0; i < municipality.rules.sendsPerHour; i++) await guest.does(proposeAsGuest, { title: `Idea numero ${i}`, text: `Lähetys ${i} samalta lähettäjältä.`, ...spammer })
  const one = await send(guest, { title: 'Vielä yksi idea', text: 'Tämä on jo liikaa.', ...spammer })
  expect(one.problems).toEqual({ form: 'tooOften' })
})

test('similar ideas are shown once before it goes, with the topic that the words suggest', async () => {
  const first = await sent(otso.does(sendNew, form({ title: 'Uimalaitruin paikka', text: 'Rannalta puuttuu uimalaituri.', confirmed: '' })))
  expect(first.problems).toEqual({ alike: 'found' })
  expect(JSON.parse(first.values!.alike!)[0]).toMatchObject({ title: 'Uimalaituri rannalle', stage: 'idea', open: true })
  expect(first.values).toMatchObject({ confirmed: '1', topicId: topics.sports })
  expect((await sent(otso.does(sendNew, form({ title: 'Uimalaitruin paikka', text: 'Rannalta puuttuu uimalaituri.', confirmed: first.values!.confirmed! })))).to).toMatch(/^\/ideas\//)
})

test('photos lose where and with what they were taken, become smaller, and belong to the idea in their order', async () => {
  const gps = await jpegWithGps()
  expect((await sharp(gps).metadata()).exif!.includes('Nokia')).toBe(true)
  const done = await send(aino, { title: 'Kuvallinen idea', text, photo1: new File([new Uint8Array(gps)], 'ranta.jpg'), alt1: ' Kivinen  ranta ', photo3: new File([new Uint8Array(await sharp({ create: { width: 60, height: 40, channels: 4, background: '#f00' } }).png().toBuffer())], 'b.png') })
  const pictures = await guest.sees(picturesOf, done.id)
  expect(pictures.map(({ width, height, description }) => [width, height, description])).toEqual([[1600, 1067, 'Kivinen ranta'], [60, 40, '']])
  for (const key of [`${municipality.id}/${pictures[0]!.id}.webp`, `${municipality.id}/${pictures[0]!.id}-small.webp`]) {
    const bytes = (await house.storage.get(key))!
    const its = await sharp(bytes).metadata()
    expect(its).toMatchObject({ format: 'webp' })
    expect([its.exif, its.xmp, its.iptc, its.icc]).toEqual([undefined, undefined, undefined, undefined])
    for (const trace of ['Exif', 'GPS', 'Nokia']) expect(bytes.includes(trace)).toBe(false)
  }
})

test('a picture is turned upright, and what is not one or unfolds to far too much is refused with a reason', async () => {
  const as = (bytes: Uint8Array) => aino.does(storePicture, bytes, 0)
  const turned = await as(await sharp({ create: { width: 100, height: 50, channels: 3, background: '#00f' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer())
  expect(turned).toMatchObject({ width: 50, height: 100 })
  for (const bad of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'), Buffer.from('GIF89a'), Buffer.alloc(0), (await sharp({ create: { width: 99, height: 99, channels: 3, background: '#123' } }).jpeg().toBuffer()).subarray(0, 300)]) expect(await as(bad)).toBe('notPicture')
  expect(await as(await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } }).png({ compressionLevel: 9 }).toBuffer())).toBe('pictureTooLarge')
  expect(await as(Buffer.alloc(15_000_001))).toBe('pictureTooLarge')
})

test('a form that comes back has kept its photos; only its holder sees them; the unsent are swept', async () => {
  const first = await send(guest, { title: '', text, photo1: new File([new Uint8Array(await jpegWithGps())], 'a.jpg'), alt1: 'Ranta', ...visitor('kuvaaja') })
  const token = first.values!.kept1!
  expect(first.problems).toEqual({ title: 'required' })
  const look = (who: typeof guest, path: string) => query(house, { municipality, actor: who.actor, language: 'fi' }, (ctx: Ctx) => pictureResource.get!(ctx, { file: path.split('/').at(-1)!.split('?')[0]! }, new Request(`http://x${path}`), undefined as never)) as Promise<Response>
  const path = `/pictures/${token.split('~')[0]}-small.webp`
  expect((await look(guest, `${path}?token=${token}`)).headers.get('cache-control')).toBe('private, no-store')
  await expect(look(guest, path)).rejects.toThrow('notFound')
  await expect(look(guest, `${path}?token=${token}x`)).rejects.toThrow('notFound')
  const done = await send(guest, { title: 'Nyt otsikkokin', text: 'Ja kuva on yhä mukana.', kept1: token, alt1: 'Ranta', kept2: 'väärennös~1~1~1~x', ...visitor('kuvaaja') })
  const id = done.to!.split('=')[1]!.split('~')[0]!
  expect(await guest.sees(picturesOf, id)).toMatchObject([{ description: 'Ranta' }])
  await expect(look(guest, path)).rejects.toThrow('notFound') // the idea still waits
  await confirm(await linkTo('kuvaaja@vieras.example'))
  const seen = await look(guest, path)
  expect([seen.status, seen.headers.get('content-type'), seen.headers.get('cache-control')]).toEqual([200, 'image/webp', 'public, max-age=3600'])
  await db.update(subject).set({ visibility: 'hidden' }).where(eq(subject.id, id))
  await expect(look(otso, path)).rejects.toThrow('notFound')
  const left = await send(guest, { title: '', text, photo1: new File([new Uint8Array(await jpegWithGps())], 'a.jpg'), ...visitor('kuvaaja') })
  const key = `${municipality.id}/${left.values!.kept1!.split('~')[0]}.webp`
  expect(await house.storage.get(key)).not.toBeNull()
  house.time = new Date(house.time.getTime() + 3 * day)
  await guest.does(eraseUnconfirmed)
  expect(await house.storage.get(key)).toBeNull()
  expect((await db.select().from(picture).where(eq(picture.subjectId, id)))).toHaveLength(1)
})
