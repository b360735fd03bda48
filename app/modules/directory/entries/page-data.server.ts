import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { whyHidden } from '#modules/moderation/server'
import { listQuestions } from '#modules/satisfaction/server'
import { originOf } from '../imports/origin.server.tsx'
import { hoursOf } from '../hours/hours.server.ts'
import { placePanels, rightNow } from '../right-now.ts'
import { wishesAt } from '../wishes/offered.server.ts'
import { showPlace } from './show-place.server.ts'
import { showService } from './show-service.server.ts'

/** In the place of what a moderator has hidden: nothing of its words, only why. */
export type HiddenEntry = { hidden: true; at: Date; explanation: string }

/** The page of a place: the place, what it is like now, its hours, what other modules put on it, its trail. Throws NotFound. */
export async function placePage(ctx: Ctx, id: string) {
  return orHidden(ctx, id, async () => {
    const place = await showPlace(ctx, id)
    const live = place.visibility === 'public'
    const [now, panels, hours, trail, links, asked, why] = await Promise.all([
      live ? rightNow(ctx, [id], { without: ['open'] }) : null, live ? placePanels(ctx, { ...place, gone: place.gone !== null, area: place.area }) : [],
      hoursOf(ctx, [id, ...place.rooms.map((each) => each.id)]), trailOf(ctx, id), place.linked ? linksOf(ctx, id) : [], listQuestions(ctx, { subjectId: id }), place.visibility === 'hidden' ? whyHidden(ctx, id) : null,
    ])
    const facts = now?.get(id) ?? []
    return {
      hidden: false as const, place, facts, panels, hours: hours.get(id) ?? null, roomHours: hours, trail, links, asked: asked.filter((each) => !each.closed), hiddenWhy: why?.get(id) ?? null,
      wishes: live ? await wishesAt(ctx, { id, kind: place.kind, hasHours: hours.has(id), facts: facts.map((each) => each.key) }) : null,
    }
  })
}
export type PlacePage = Exclude<Awaited<ReturnType<typeof placePage>>, HiddenEntry>

/** The page of a service. Throws NotFound. */
export async function servicePage(ctx: Ctx, id: string) {
  return orHidden(ctx, id, async () => {
    const service = await showService(ctx, id)
    const places = service.channels.flatMap((each) => (each.place ? [each.place.id] : []))
    const [now, hours, trail, links, asked, why, origin] = await Promise.all([
      rightNow(ctx, places, { without: ['open'] }), hoursOf(ctx, service.channels.flatMap((each) => [each.id, ...(each.place ? [each.place.id] : [])])), trailOf(ctx, id), service.linked ? linksOf(ctx, id) : [], listQuestions(ctx, { subjectId: id }), service.visibility === 'hidden' ? whyHidden(ctx, id) : null, originOf(ctx, id),
    ])
    return { hidden: false as const, service, now, hours, trail, links, asked: asked.filter((each) => !each.closed), origin, hiddenWhy: why?.get(id) ?? null }
  })
}
export type ServicePage = Exclude<Awaited<ReturnType<typeof servicePage>>, HiddenEntry>

/** What is not there for the asker because a moderator decided so says that, and why. */
async function orHidden<T>(ctx: Ctx, id: string, read: () => Promise<T>): Promise<T | HiddenEntry> {
  try { return await read() } catch (cause) {
    const why = cause instanceof NotFound ? await reasonOf(ctx, id) : undefined
    if (!why) throw cause
    return { hidden: true, at: why.at, explanation: why.explanation }
  }
}
const reasonOf = async (ctx: Ctx, id: string) => (isId(id) ? (await whyHidden(ctx, id)).get(id) : undefined)
