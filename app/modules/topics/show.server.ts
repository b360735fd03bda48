import { and, count, eq, isNotNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Moved, NotFound } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { shownNumber } from '#core/text/few.ts'
import { inLanguage } from '#core/text/language.ts'
import { areasOf, placesOf, shapesOf, topicFamily, topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import type { Rhythm } from '#core/trail/follow.server.ts'
import { area, follow, topic } from '#core/trail/schema.server.ts'
import { listQuestions } from '#modules/satisfaction/server'
import { drawnArea } from './areas/drawing.ts'
import { goingOn } from './going-on.server.ts'
import { networkOf } from './network/show.server.ts'
import { can } from './permissions.ts'

/** How I follow what a page is of; null when I do not, or am not known. */
export type Mine = { rhythm: Rhythm } | null
type Target = { topicId: string } | { area: string } | { unitId: string }
const isTarget = (target: Target) => ('topicId' in target ? eq(follow.topicId, target.topicId) : 'area' in target ? eq(follow.area, target.area) : eq(follow.unitId, target.unitId))

/** How many follow it, never a number below five, and how I do. */
async function followersOf(ctx: Ctx, target: Target): Promise<{ followers: number | null; mine: Mine }> {
  const its = and(eq(follow.municipalityId, ctx.scope.municipalityId), isTarget(target))
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const [counted, [mine]] = await Promise.all([
    ctx.db.select({ count: count() }).from(follow).where(and(its, isNotNull(follow.confirmedAt))),
    me ? ctx.db.select({ rhythm: follow.rhythm }).from(follow).where(and(its, eq(follow.personId, me))) : [],
  ])
  return { followers: shownNumber(counted[0]?.count), mine: mine ?? null }
}

/** A topic with its sub-topics, who answers for it, what is going on in it and who is its network. Throws NotFound, and Moved to the topic it was merged into. */
export async function showTopic(ctx: Ctx, topicId: string) {
  const [its] = isId(topicId) ? await ctx.db.select({ topic, unit: unit.name }).from(topic).innerJoin(unit, and(eq(unit.municipalityId, topic.municipalityId), eq(unit.id, topic.unitId)))
    .where(and(eq(topic.municipalityId, ctx.scope.municipalityId), eq(topic.id, topicId))) : []
  if (!its) throw new NotFound()
  if (its.topic.mergedInto) throw new Moved(`/topics/${its.topic.mergedInto}`)
  const all = await topicsOf(ctx)
  const parent = all.find((each) => each.id === its.topic.parentId)
  const [groups, following, network] = await Promise.all([
    topicFamily(ctx, topicId).then((ids) => goingOn(ctx, { by: 'topic', ids })), followersOf(ctx, { topicId }), networkOf(ctx, topicId),
  ])
  return {
    id: topicId, name: inLanguage(its.topic.name, ctx.language), parent: parent ? { id: parent.id, name: parent.name } : null,
    parts: all.filter((each) => each.parentId === topicId).map(({ id, name }) => ({ id, name })), unit: { id: its.topic.unitId, name: inLanguage(its.unit, ctx.language) },
    groups, ...following, network, url: ctx.address(`/topics/${topicId}`),
  }
}
export type ShownTopic = Awaited<ReturnType<typeof showTopic>>

/** An area with its borders among its neighbours', its known places and what is going on in it. Throws NotFound. */
export async function showArea(ctx: Ctx, key: string) {
  const [its] = await ctx.db.select({ key: area.key, name: area.name }).from(area).where(and(eq(area.municipalityId, ctx.scope.municipalityId), eq(area.key, key)))
  if (!its) throw new NotFound()
  const [groups, following, shapes, places] = await Promise.all([goingOn(ctx, { by: 'area', ids: [key] }), followersOf(ctx, { area: key }), shapesOf(ctx), placesOf(ctx)])
  const points = groups.flatMap((group) => group.lines).flatMap(({ longitude, latitude }) => (longitude === null || latitude === null ? [] : [{ longitude, latitude }]))
  const here = places.filter((each) => each.area === key)
  return { key, name: inLanguage(its.name, ctx.language), groups, ...following, places: here.map(({ id, name }) => ({ id, name })), map: drawnArea(key, shapes, here, points), url: ctx.address(`/areas/${encodeURIComponent(key)}`) }
}
export type ShownArea = Awaited<ReturnType<typeof showArea>>

/** A unit, the topics that it answers for and what it has under way or has done. Throws NotFound. */
export async function showUnit(ctx: Ctx, unitId: string) {
  const its = isId(unitId) ? (await unitsOf(ctx)).find((each) => each.id === unitId) : undefined
  if (!its) throw new NotFound()
  const [groups, following, topics, asked] = await Promise.all([goingOn(ctx, { by: 'unit', ids: [unitId] }), followersOf(ctx, { unitId }), topicsOf(ctx), listQuestions(ctx, { unitId })])
  return { id: unitId, name: its.name, asked: asked.filter((each) => !each.closed), topics: topics.filter((each) => each.unitId === unitId).map(({ id, name }) => ({ id, name })), groups, ...following, url: ctx.address(`/units/${unitId}`) }
}
export type ShownUnit = Awaited<ReturnType<typeof showUnit>>

/** All that can be followed by its kind: topics with their sub-topics and how many follow each, areas, units. */
export async function listTopics(ctx: Ctx) {
  const [topics, areas, units, counted] = await Promise.all([topicsOf(ctx), areasOf(ctx), unitsOf(ctx), ctx.db.select({ id: follow.topicId, count: count() }).from(follow)
    .where(and(eq(follow.municipalityId, ctx.scope.municipalityId), isNotNull(follow.topicId), isNotNull(follow.confirmedAt))).groupBy(follow.topicId)])
  const followers = new Map(counted.map((row) => [row.id, row.count]))
  const one = ({ id, name }: { id: string; name: string }) => ({ id, name, followers: shownNumber(followers.get(id)) })
  return {
    topics: topics.filter((each) => !each.parentId).map((each) => ({ ...one(each), parts: topics.filter((part) => part.parentId === each.id).map(one) })),
    areas, units: units.map(({ id, name }) => ({ id, name })), may: { administer: may(ctx, can.administer) },
  }
}
