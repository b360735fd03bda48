import type { Ctx } from '#core/context/context.server.ts'
import { Invalid, NotFound, type Problems, TooMuch } from '#core/errors/errors.ts'
import { takePhotos } from '#core/files/form-photos.server.ts'
import { isPoint } from '#core/geo/geo.ts'
import { locate } from '#core/geo/locate.server.ts'
import { addressOf } from '#core/http/asker-address.server.ts'
import { type Done, type FormHandler, readFields } from '#core/http/page.ts'
import { visitorOf } from '#core/identity/visitor.server.ts'
import { allowAnyone, may } from '#core/permissions/permissions.ts'
import { placesOf } from '#core/trail/facets.server.ts'
import { assetOf, readAsset } from '../assets/near.server.ts'
import { readAnswers } from '../categories/answers.server.ts'
import { categoriesOf, type Category } from '../categories/categories.server.ts'
import { readWhere } from '../map/where.server.ts'
import { ownToken } from '../own.server.ts'
import { can } from '../permissions.ts'
import { hasMore, isStopped, lastScreen, mustBeSeen, plain, problemsOfCategory, type Screen, sending, sortingOf, type Step, stepOf, writing } from './screens.server.ts'
import { behalfChannels, type From, sendReport } from './send.server.ts'

export type ToWrite = {
  sendKey: string; /** all that are offered */ categories: Pick<Category, 'id' | 'name' | 'group'>[]; screen: Screen
  /** what the address brought with it */ values: Record<string, string>; /** may write down what someone else said */ behalf: boolean
  /** known places to choose from */ places: { id: string; name: string; longitude: number; latitude: number }[]
}

/** What the form of a new report shows first. An address may bring words, a category by its key, a place and a thing: a sign on a lamp leads here. */
export async function showNew(ctx: Ctx, query: URLSearchParams): Promise<ToWrite> {
  allowAnyone(ctx, can.send)
  const categories = await categoriesOf(ctx)
  const get = (name: string, most: number) => (query.get(name) ?? '').slice(0, most)
  const thing = get('asset', 40) ? await assetOf(ctx, get('asset', 40)).catch(absent) : null
  const point = thing ?? { longitude: Number.parseFloat(get('longitude', 20)), latitude: Number.parseFloat(get('latitude', 20)) }
  const values = {
    text: get('text', 5000), categoryId: categories.find((each) => [each.key, each.id].includes(get('category', 60)))?.id ?? '', assetId: thing?.id ?? '', behalf: stringIn(behalfChannels, get('behalf', 20)), place: get('place', 120), address: get('address', 120),
    where: thing ? thing.name || thing.key : get('address', 120) || get('place', 120),
    ...(isPoint(point) ? { longitude: String(point.longitude), latitude: String(point.latitude) } : {}),
  }
  return {
    sendKey: ctx.newId(), categories: categories.map(({ id, name, group }) => ({ id, name, group })), screen: plain('what', await sortingOf(ctx, values)), values, behalf: may(ctx, can.sendForOther),
    places: (await placesOf(ctx)).map(({ id, name, longitude, latitude }) => ({ id, name, longitude, latitude })),
  }
}

const stringIn = (all: readonly string[], said: string) => (all.includes(said) ? said : '')
const absent = (cause: unknown) => { if (cause instanceof NotFound) return null; throw cause }

type Photos = Awaited<ReturnType<typeof takePhotos>>
/** Goes on to the next screen, back, or sends. Photos are taken in before, with no transaction open, because that is slow. */
export const sendForm: FormHandler<string> = Object.assign(
  async (ctx: Ctx, _params: unknown, form: FormData, { waited, request }: { waited?: unknown; request: Request }) =>
    goOn(ctx, form, waited as Photos, { visitor: await visitorOf(ctx, request, 'feedback send'), address: addressOf(request) }),
  { before: (ctx: Ctx, _params: unknown, form: FormData) => { allowAnyone(ctx, can.send); return takePhotos(ctx, form) } })

/**
 * A screen was sent. What does not fit comes back on its own screen by field, and everything that was written, photos too,
 * goes along. Without a button (Enter, or a form that waited for a network) it is the whole that is sent.
 */
export async function goOn(ctx: Ctx, form: FormData, photos: Photos, from: From): Promise<Done> {
  allowAnyone(ctx, can.send)
  const get = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value : '' }
  const noPlace = get('at') === 'noPlace' || get('noPlace') === '1'
  // a search for a place is the second screen's too
  const at: Step = get('at') === 'noPlace' || get('where_find') ? 'where' : stepOf(get('at')) ?? 'send'
  const sorting = await sortingOf(ctx, { text: get('text'), categoryId: get('categoryId'), otherId: get('otherId') })
  const category = sorting.chosen
  const show = (screen: Screen, problems: Problems = {}, more: Record<string, string> = {}): Done => ({
    problems: { ...problems, step: screen.step },
    values: { ...photos.values, categoryId: category?.id ?? '', otherId: '', seen: category?.id ?? '', noPlace: noPlace ? '1' : '', screen: JSON.stringify(screen), ...more },
  })
  const on = (step: Step, problems?: Problems) => show(plain(step, sorting), problems)
  const back = stepOf(get('back'))
  if (back) return show({ ...plain(back, sorting), folded: category !== null })

  const written = readFields(writing, form)
  if ('problems' in written || some(photos.problems)) return on('what', { ...('problems' in written ? written.problems : {}), ...photos.problems })
  const seen = category !== null && get('seen') === category.id
  if (at === 'what') {
    const wrong = seen ? problemsOfCategory(category, form) : {}
    return some(wrong) ? on('what', wrong) : show({ ...plain('where', sorting), folded: seen })
  }

  if (!category) return on('where', { categoryId: 'categoryNeeded' })
  if (isStopped(category)) return on('where', { categoryId: 'stopped' })
  // What it says and asks is read before going on; what was written without a network waits only for what must be.
  if (!seen && (at === 'send' ? mustBeSeen(category) : hasMore(category))) return on('where')
  const answered = readAnswers(category, form)
  if ('problems' in answered) return on('where', answered.problems)
  const where = await readWhere(ctx, form)
  const amiss = (problems: Problems, more?: Record<string, string>) => show({ ...plain('where', sorting), folded: seen }, problems, more)
  if ('problems' in where) return amiss(where.problems, where.values)
  const located = await locate(ctx, { name: where.place ?? where.address, longitude: where.longitude, latitude: where.latitude })
  if (located === 'farAway') return amiss({ where: 'farAway' })
  const picked = await readAsset(ctx, category.assetKind, form)
  const asset = 'asset' in picked ? picked.asset : undefined
  if (!where.place && !where.address && where.longitude === undefined && !asset && !noPlace) return amiss({ where: 'required' })
  const last = (problems?: Problems) => lastScreen(ctx, sorting, { ...located, address: where.address }).then((screen) => show(screen, problems))
  if (at === 'where') return last()

  const who = readFields(sending, form)
  if ('problems' in who) return last(who.problems)
  if ('problems' in picked) return last(picked.problems)
  const { behalf, shown, name, ...sender } = who.input
  if (shown && !name && !behalf && ctx.actor.kind === 'guest') return last({ name: 'nameNeeded' })
  try {
    const { id } = await sendReport(ctx, {
      ...sender, ...where, ...(asset ? { assetId: asset.id, longitude: asset.longitude, latitude: asset.latitude } : {}), categoryId: category.id, text: written.input.text, answers: answered.answers,
      name, shown, ...(behalf && may(ctx, can.sendForOther) ? { behalf } : {}),
    }, photos.pictures, from)
    return { to: `/feedback/thanks/${ownToken(ctx, id)}` }
  } catch (cause) {
    if (cause instanceof TooMuch) return last({ form: cause.code })
    if (cause instanceof Invalid && cause.code === 'mailTooOften') return last({ email: cause.code })
    throw cause
  }
}
const some = (problems: Problems) => Object.keys(problems).length > 0
