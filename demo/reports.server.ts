import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { contextOf, type Ctx, type House, type Municipality } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { address, street } from '#core/geo/schema.server.ts'
import { wallClock } from '#core/time/local.ts'
import { place } from '#core/trail/schema.server.ts'
import { category, countPaces, keepHistory } from '#modules/feedback/server'
import { keepReading } from '#modules/found/server'
import { keepPastAnswers, keepQuestion, questionForm } from '#modules/satisfaction/server'
import { keepCrew, keepPastOrders } from '#modules/work/server'
import { bell, numbers, oneOf } from './numbers.ts'
import { storeDrawn } from './pictures.server.ts'
import { type Spot, yearOfReports } from './reports.ts'
import type { Townspeople } from './settle.server.ts'
import type { Told } from './told.ts'
import { asked } from './ylojarvi/reports/asked.ts'

type Known = { units: Record<string, string>; people: Townspeople }

/** A municipality's year of map feedback, its crews and work orders, and what people have answered to short questions. */
export async function tellReports(house: House, db: Db, told: Told, its: Municipality, { units, people }: Known, now: Date) {
  if (!told.reports) return
  const as = (name: string, at: Date = now) => contextOf({ ...house, clock: () => at }, { municipality: its, actor: people.actor(name), language: 'fi' }, db)
  const ctx = as(told.trusted.find((each) => each.role === 'admin')!.name)
  const sorts = await db.select({ id: category.id, key: category.key, unitId: category.unitId }).from(category).where(eq(category.municipalityId, its.id))
  const sortOf = (key: string) => sorts.find((each) => each.key === key)!
  const crews = new Map<string, string>()
  for (const crew of told.reports.crews) {
    const kept = await keepCrew(ctx, { unitId: units[crew.unit]!, name: crew.name, members: crew.members.map((name) => people.actor(name).id) })
    if ('id' in kept) crews.set(units[crew.unit]!, kept.id)
  }
  const drawn = await storeDrawn(ctx, new Date(now.getTime() - 366 * 86_400_000))
  const shown = (name: string | undefined) => (name && drawn[name] ? [drawn[name]] : [])
  const { reports, orders } = yearOfReports(await spotsOf(ctx), told.residents.map((each) => each.name), now)
  const located = (spot: Spot) => ({ longitude: spot.longitude, latitude: spot.latitude, area: spot.area, placeName: spot.place ?? spot.address ?? null })
  const ids = await keepHistory(ctx, reports.map((each) => ({
    categoryId: sortOf(each.category).id, text: each.text, located: located(each.spot), ...(each.spot.address ? { address: each.spot.address } : {}), sentAt: each.sentAt, personId: each.by ? people.actor(each.by).id : null, meToos: each.meToos,
    pictures: shown(each.picture), steps: each.steps.map(({ after, ...step }) => ({ ...step, pictures: shown(after) })), ...(each.fixed ? { fixed: each.fixed } : {}),
  })))
  await keepPastOrders(ctx, orders.map((each) => {
    const { unitId } = sortOf(each.category), crewId = crews.get(unitId)
    return {
      title: each.title, located: located(each.spot), unitId, ...(crewId ? { crewId } : {}), priority: each.priority, madeAt: each.madeAt, ...(each.plannedFor ? { plannedFor: wallClock(each.plannedFor).day } : {}), checklist: each.checklist,
      reports: reports.flatMap((report, at) => (report.order === each.key ? [ids[at]!] : [])), steps: each.steps.map(({ after, ...step }) => ({ ...step, pictures: shown(after) })), ...(each.outage ? { outage: { ...each.outage, categories: [each.category] } } : {}),
    }
  }))
  // what came in the last weeks has been read for ideas, as it would have been when it came
  for (const [at, each] of reports.entries()) if (now.getTime() - each.sentAt.getTime() < 21 * 86_400_000) await keepReading(ctx, ids[at]!, each.text)
  await countPaces(ctx) // as last night
  await tellAnswers(ctx, units, its, now)
}

/** Where something can be: every door that is known, else the places that people know by name. The same order every time. */
async function spotsOf(ctx: Ctx): Promise<Spot[]> {
  const here = ctx.scope.municipalityId
  const doors = await ctx.db.select({ street: street.fi, number: address.number, area: address.area, longitude: address.longitude, latitude: address.latitude }).from(address).innerJoin(street, eq(street.id, address.streetId))
    .where(and(eq(address.municipalityId, here), eq(street.municipalityId, here), isNotNull(street.fi))).orderBy(asc(street.fi), asc(address.first), asc(address.number))
  const places = await ctx.db.select().from(place).where(eq(place.municipalityId, here)).orderBy(asc(place.longitude))
  return [...doors.map((door) => ({ longitude: door.longitude, latitude: door.latitude, area: door.area, address: `${door.street} ${door.number}` })), ...places.map((each) => ({ longitude: each.longitude, latitude: each.latitude, area: each.area, place: each.name?.fi ?? '' }))]
}

/** The same day at an hour when doors are open. */
const daytime = (its: Date) => new Date(Math.floor(its.getTime() / 86_400_000) * 86_400_000 + 7 * 3_600_000 + (its.getTime() % (9 * 3_600_000)))

/** Short questions with a year of answers: each with its own mood, and now and then a word. */
async function tellAnswers(ctx: Ctx, units: Record<string, string>, its: Municipality, now: Date) {
  const places = await ctx.db.select({ id: place.id, name: place.name }).from(place).where(eq(place.municipalityId, its.id)), random = numbers(55)
  for (const each of asked) {
    const placeId = places.find((one) => one.name?.fi === each.place)?.id
    const { code } = await keepQuestion(ctx, questionForm.parse({ about: each.about, unitId: units[each.unit], placeId, nameFi: each.name.fi, nameSv: each.name.sv, nameEn: each.name.en }))
    await keepPastAnswers(ctx, code, Array.from({ length: each.answers }, () => {
      const value = Math.max(1, Math.min(5, Math.round(each.mood + bell(random) * 1.1)))
      return { at: daytime(new Date(now.getTime() - random() ** 1.3 * 360 * 86_400_000 - 86_400_000)), value, words: random() < 0.04 ? oneOf(random, value >= 4 ? each.said.happy : each.said.unhappy) : '' }
    }))
  }
}
