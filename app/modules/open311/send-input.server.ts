import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { isPoint, type Point } from '#core/geo/geo.ts'
import { wallClock } from '#core/time/local.ts'
import { placesOf } from '#core/trail/facets.server.ts'
import { asset, type CategoryRow, readable, readAnswers } from '#modules/feedback/server'
import { type Asked, Mistakes } from './asked.server.ts'
import { readMoment } from './dates.ts'
import { clean } from './formats.ts'
import { type Geometry, middleOf, readGeometry } from './geometry.ts'
import { Refused } from './refused.ts'
import { serviceOf } from './services.server.ts'

/** How long a text of a call may be; a description by the specification. */
const longest: Record<string, number> = { description: 4000, title: 200, address_string: 300, address_id: 200, email: 254, phone: 40, first_name: 80, last_name: 80, account_id: 200, device_id: 200, service_object_id: 200, service_object_type: 200 }
const mostPhotos = 10

export type Sent = {
  category: CategoryRow; text: string; title?: string; answers: Record<string, string | string[]>; point?: Point; address?: string
  addressId?: string; objectId?: string; objectType?: string; assetId?: string; geometry?: Geometry
  name?: string; email?: string; phone?: string; accountId?: string; urls: string[]; files: File[]
}

/** What a POST of a request says, once all of it makes sense. Throws Refused with everything that does not. */
export async function readSent(its: Asked, form: FormData): Promise<Sent> {
  const { get, all } = its
  const wrong = new Mistakes()
  const said = (name: string) => { const text = get(name); return text === undefined ? undefined : clean(text).trim() || undefined }
  for (const [name, most] of Object.entries(longest)) if ((said(name) ?? '').length > most) wrong.add(400, 'tooLong', name, String(most))
  const category = await categoryOf(its, wrong)
  const email = said('email')
  if (email && !z.email().safeParse(email).success) wrong.add(400, 'email', 'email')
  const where = await readWhere(its, wrong, said)
  const answers = category ? readAttributes(its, category, wrong) : {}
  const urls = all('media_url')
  for (const url of urls) if (url.length > 2000 || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) wrong.add(400, 'url', 'media_url')
  const files = [...form.values()].flatMap((each) => (typeof each !== 'string' && each.size > 0 ? [each] : []))
  if (files.length + urls.length > mostPhotos) wrong.add(400, 'photos', 'media[]', String(mostPhotos))
  wrong.settle()
  const title = said('title'), name = [said('first_name'), said('last_name')].filter(Boolean).join(' ')
  return {
    category: category!, text: said('description') ?? title ?? '', answers, ...where, urls, files, ...(title ? { title } : {}), ...(name ? { name } : {}), ...(email ? { email } : {}),
    ...(said('phone') ? { phone: said('phone')! } : {}), ...(said('account_id') ? { accountId: said('account_id')! } : {}),
  }
}

async function categoryOf({ ctx, get }: Asked, wrong: Mistakes): Promise<CategoryRow | undefined> {
  const code = get('service_code')
  if (!code) { wrong.add(400, 'missing', 'service_code'); return undefined }
  try { return await serviceOf(ctx, code) } catch (cause) {
    if (!(cause instanceof Refused)) throw cause
    wrong.found.push(...cause.mistakes)
    return undefined
  }
}

type Where = Pick<Sent, 'point' | 'address' | 'addressId' | 'objectId' | 'objectType' | 'assetId' | 'geometry'>
/** Where it is: a point, an address, the number of a place we know, a thing of ours, or a shape. One of them is needed. */
async function readWhere({ ctx, get }: Asked, wrong: Mistakes, said: (name: string) => string | undefined): Promise<Where> {
  const lat = get('lat'), long = get('long'), address = said('address_string') ?? said('address'), addressId = said('address_id'), shape = get('geometry')
  const objectId = said('service_object_id'), objectType = said('service_object_type')
  const where: Where = { ...(address ? { address } : {}), ...(addressId ? { addressId } : {}) }
  if (lat !== undefined || long !== undefined) {
    const point = { latitude: degrees(lat), longitude: degrees(long) }
    if (lat === undefined || long === undefined) wrong.add(400, 'bothDegrees', 'lat, long')
    else if (isPoint(point)) where.point = point
    else wrong.add(400, 'degrees', 'lat, long')
  }
  if (shape) {
    const geometry = readGeometry(shape)
    if (geometry) Object.assign(where, { geometry, point: where.point ?? middleOf(geometry) })
    else wrong.add(400, 'geometry', 'geometry')
  }
  if (!objectId !== !objectType) wrong.add(400, 'object', 'service_object_id, service_object_type')
  if (objectId && objectType) {
    const [known] = await ctx.db.select().from(asset).where(and(eq(asset.municipalityId, ctx.scope.municipalityId), eq(asset.kind, objectType), eq(asset.key, objectId), isNull(asset.goneAt)))
    Object.assign(where, { objectId, objectType, ...(known ? { assetId: known.id, point: where.point ?? { longitude: known.longitude, latitude: known.latitude } } : {}) })
  }
  if (!where.point && !address && addressId) {
    const place = (await placesOf(ctx)).find((each) => each.id === addressId || each.name.toLocaleLowerCase('fi') === addressId.toLocaleLowerCase('fi'))
    if (place) where.point = { longitude: place.longitude, latitude: place.latitude }
  }
  const told = [lat, long, address, addressId, shape].some((each) => each !== undefined)
  if (!told && !where.point) wrong.add(400, 'where', 'lat, long, address_string, address_id')
  return where
}
const degrees = (said: string | undefined) => (said !== undefined && /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(said) ? Number(said) : Number.NaN)

/** `attribute[code]` and `attribute[code][]`, read as the form of the category reads its questions. What was not asked is left out. */
function readAttributes({ get, all, names }: Asked, row: CategoryRow, wrong: Mistakes) {
  const form = new FormData()
  const { questions } = readable(row, 'fi')
  for (const name of names) {
    const [, code, many] = /^attribute\[([^\]]+)\](\[\d*\])?$/.exec(name) ?? []
    const question = questions.find((each) => each.key === code)
    if (!code || !question) continue
    if (question.type === 'date') { const said = get(name); if (said) form.append(`q_${code}`, localMoment(said)) }
    else for (const each of all(name)) for (const value of question.type === 'many' && !many ? each.split(',') : [each]) form.append(`q_${code}`, clean(value))
  }
  const read = readAnswers({ questions }, form)
  if ('answers' in read) return read.answers
  for (const [field, problem] of Object.entries(read.problems)) wrong.add(400, 'attribute', `attribute[${field.slice(2)}]`, problem)
  return {}
}
/** A moment with a zone as the form knows it: a day and a time by Finland's clock. */
function localMoment(said: string): string {
  const at = /[Tt ]\d{2}:\d{2}.*(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(said) ? readMoment(said) : null
  if (!at) return said
  const { day, time } = wallClock(at)
  return `${day}T${time.slice(0, 5)}`
}
