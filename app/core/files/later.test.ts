import sharp from 'sharp'
import { expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { town } from '../../../tests/town.ts'
import { bytesOfPicture, makeWaiting } from './later.server.ts'
import { attachPictures, picturesOf, storePicture, type StoredPicture } from './pictures.server.ts'
import { picture } from './schema.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'

const t = await town()
const photo = (n: number) => sharp({ create: { width: 2400, height: 1200, channels: 3, background: { r: n * 8, g: 90, b: 120 } } }).withExif({ IFD0: { Make: 'Nokia' }, IFD3: { GPSLatitude: '61/1 33/1 0/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
const keys = async (under?: string) => { const found: string[] = []; for await (const key of t.house.storage.keys(under)) found.push(key); return found }
const subject = async () => t.aino.does(async (ctx: Ctx) => { const id = ctx.newId(); await keepSubject(ctx, { id, kind: 'idea', language: 'fi', title: { fi: 'Kuvia' }, text: 'x', stage: 'idea', visibility: 'public' }); return id })

test('many photos at once: all are taken, those that wait are pictures when somebody looks or a moment later, and nothing of where they were taken stays', async () => {
  const files = await Promise.all(Array.from({ length: 14 }, (_, n) => photo(n)))
  const stored = await Promise.all(files.map((file, n) => t.aino.does(storePicture, file, n))) as StoredPicture[]
  expect(stored.every((each) => typeof each === 'object' && each.width === 800 && each.height === 1600)).toBe(true) // upright, as it will be
  const waiting = await keys('later')
  expect(waiting.length).toBeGreaterThan(5)
  const id = await subject()
  await t.aino.does(attachPictures, id, stored.map((each) => ({ ...each, description: '' })))
  const first = waiting[0]!.split('.')[1]!
  const [one, two] = await Promise.all([bytesOfPicture({ scope: { municipalityId: t.municipality.id }, storage: t.house.storage }, first), bytesOfPicture({ scope: { municipalityId: t.municipality.id }, storage: t.house.storage }, first, true)])
  expect((await sharp(one!).metadata())).toMatchObject({ format: 'webp', width: 800, height: 1600 })
  expect(one!.includes('Nokia') || two!.includes('Nokia')).toBe(false)
  expect(await makeWaiting(t.house, new AbortController().signal)).toBe(waiting.length - 1)
  expect(await keys('later')).toEqual([])
  for (const each of await t.guest.sees(picturesOf, id)) expect((await sharp((await t.house.storage.get(`${t.municipality.id}/${each.id}.webp`))!).metadata()).exif).toBeUndefined()
})

test('what only looked like a picture is gone from its subject, and nothing else with it', async () => {
  const good = await photo(1), broken = good.subarray(0, good.length - 4000)
  const stored = await Promise.all([...Array.from({ length: 6 }, () => good), broken].map((file, n) => t.aino.does(storePicture, file, n)))
  const id = await subject()
  await t.aino.does(attachPictures, id, (stored as StoredPicture[]).map((each) => ({ ...each, description: '' })))
  await makeWaiting(t.house, new AbortController().signal)
  expect(await t.guest.sees(picturesOf, id)).toHaveLength(6)
  expect(await t.house.database.owner.select().from(picture).where(eq(picture.id, (stored.at(-1) as StoredPicture).id))).toHaveLength(0)
})

test('in a storm too a file that is no picture is refused at once', async () => {
  const file = await photo(2)
  const [, , , , , , refused] = await Promise.all([...Array.from({ length: 6 }, (_, n) => t.aino.does(storePicture, file, n)), t.aino.does(storePicture, Buffer.from('ei kuva'), 9)])
  expect(refused).toBe('notPicture')
})

test('who looks at a picture while it is being made takes it from nobody', async () => {
  const file = await photo(3), scope = { scope: { municipalityId: t.municipality.id }, storage: t.house.storage }
  const stored = await Promise.all(Array.from({ length: 10 }, (_, n) => t.aino.does(storePicture, file, n))) as StoredPicture[]
  const id = await subject()
  await t.aino.does(attachPictures, id, stored.map((each) => ({ ...each, description: '' })))
  // from the last to the first, so that each is met on its way
  const looks = stored.toReversed().map((each) => bytesOfPicture(scope, each.id))
  await makeWaiting(t.house, new AbortController().signal)
  expect((await Promise.all(looks)).every((bytes) => bytes !== null)).toBe(true)
  expect(await t.guest.sees(picturesOf, id)).toHaveLength(10)
})
