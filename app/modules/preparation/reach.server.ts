import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { resource } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { audienceOf, reachOf, type Target } from '#core/trail/audience.server.ts'
import { maybeId, oneLine, ticked } from './input.ts'
import { managedMatter, type Matter } from './matter.server.ts'
import { originsOf } from './from-idea.server.ts'
import { can } from './permissions.ts'

const asked = z.object({ topicId: maybeId, area: oneLine(100), professionals: ticked, unitId: maybeId, ideaId: maybeId })

/** How many people a matter that is being written would reach, as its form says now: `{ reach: number | null }`, null for fewer than five. */
export const reachResource = resource('/matters/reach', {
  get: async (ctx, _params, request) => {
    const me = allow(ctx, can.begin)
    const read = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!read.success) return Response.json({ reach: null }, { status: 400 })
    const { topicId, area, professionals, unitId, ideaId } = read.data
    const targets: Target[] = [...(topicId ? [{ kind: 'topic' as const, topicId }] : []), ...(area ? [{ kind: 'area' as const, area }] : []), ...(topicId && professionals ? [{ kind: 'professionals' as const, topicId }] : [])]
    return Response.json({ reach: await reachOf(ctx, targets, { unitId: unitId ?? me.units[0]?.id ?? null, subjectIds: ideaId ? [ideaId] : [] }) }, { headers: { 'cache-control': 'private, no-store' } })
  },
})

/** How many people a draft would reach if it came out now; null for fewer than five. */
export async function reachOfMatter(ctx: Ctx, { id, subject }: Matter): Promise<number | null> {
  const targets: Target[] = [...(subject.topicId ? [{ kind: 'topic' as const, topicId: subject.topicId }] : []), ...(subject.area ? [{ kind: 'area' as const, area: subject.area }] : []), ...await audienceOf(ctx, id)]
  return reachOf(ctx, targets, {
    unitId: subject.ownerUnitId, subjectIds: [id, ...(await originsOf(ctx, id)).map((each) => each.id)],
    point: subject.longitude !== null && subject.latitude !== null ? { longitude: subject.longitude, latitude: subject.latitude } : null,
  })
}

/** What the last look before publishing shows. Throws NotFound, SignInNeeded, Forbidden. */
export async function showReview(ctx: Ctx, id: string) {
  const { matter } = await managedMatter(ctx, id, {})
  return { matter, reach: await reachOfMatter(ctx, matter) }
}
