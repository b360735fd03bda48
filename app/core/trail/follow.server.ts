import { and, desc, eq, sql } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { sqlState } from '#core/db/open.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import { isPoint } from '#core/geo/geo.ts'
import type { Person } from '#core/identity/actor.ts'
import { unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { stageSign, subjectPath } from './kind.ts'
import { area, follow, type rhythms, subject, topic } from './schema.server.ts'
import type { Stage } from './stages.ts'
import { seenTitle } from './subject.server.ts'

export type Rhythm = (typeof rhythms)[number]
export type FollowReason = 'author' | 'supporter' | 'chosen' | 'commenter'
/** How it reaches the follower; what is not said stays as it was, or comes from how the person wants notices. */
export type HowToTell = { rhythm?: Rhythm | undefined; byMail?: boolean | undefined; byPush?: boolean | undefined }
/** The surroundings of a point: its owner's word for it, and how far around it (100 m – 20 km). */
export type Near = { name: string; longitude: number; latitude: number; metres: number }
/** What can be followed besides a subject. A topic is followed with its sub-topics. */
export type FollowTarget = { topicId: string } | { area: string } | { unitId: string } | { near: Near }

/** Saved places a person may have. */
export const mostPlaces = 20
const usualRhythm = (ctx: Ctx, personId: string) => sql<Rhythm>`coalesce((select rhythm from identity.person where municipality_id = ${ctx.scope.municipalityId} and id = ${personId}), 'weekly')`

/** A person follows a subject. Following again keeps the earlier rhythm and channels unless new ones are given. */
export async function followSubject(ctx: Ctx, me: Pick<Person, 'id'>, subjectId: string, why: FollowReason, rhythm?: Rhythm, how: Omit<HowToTell, 'rhythm'> = {}) {
  const said = given({ rhythm, ...how })
  await ctx.db.insert(follow).values({ ...ctx.scope, id: ctx.newId(), subjectId, personId: me.id, language: ctx.language, why, confirmedAt: ctx.now, createdAt: ctx.now, rhythm: usualRhythm(ctx, me.id), ...said })
    .onConflictDoUpdate({ target: [follow.municipalityId, follow.subjectId, follow.personId], targetWhere: sql`person_id is not null`,
      set: Object.keys(said).length ? said : { why: sql`${follow.why}` } })
}
/** Stops following; doing it twice changes nothing. */
export async function unfollowSubject(ctx: Ctx, me: Pick<Person, 'id'>, subjectId: string) {
  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, subjectId), eq(follow.personId, me.id)))
}
/** How a person follows a subject, or null. */
export async function followOf(ctx: Ctx, personId: string, subjectId: string): Promise<Rhythm | null> {
  const [mine] = await ctx.db.select({ rhythm: follow.rhythm }).from(follow)
    .where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, subjectId), eq(follow.personId, personId)))
  return mine?.rhythm ?? null
}

/**
 * A person follows a topic (one that was merged: the one it is part of now), an area, a unit or a place of their own; the
 * same again changes only what is given. A place is known by its name. Returns the follow's id. Throws NotFound for what
 * is not there, Conflict('tooManyPlaces').
 */
export async function followTarget(ctx: Ctx, me: Pick<Person, 'id'>, target: FollowTarget, how: HowToTell = {}): Promise<string> {
  await oneAtATime(ctx, `follows of ${me.id}`)
  const its = await columnsOf(ctx, target)
  const mine = and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, me.id), isTarget(its))
  const [known] = await ctx.db.update(follow).set({ ...('nearName' in its ? its : {}), ...given(how), confirmedAt: sql`coalesce(${follow.confirmedAt}, ${ctx.now})` }).where(mine).returning({ id: follow.id })
  if (known) return known.id
  if ('nearName' in its) {
    const [places] = await ctx.db.select({ count: sql<number>`count(*)::int` }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, me.id), sql`${follow.longitude} is not null`))
    if (places!.count >= mostPlaces) throw new Conflict('tooManyPlaces')
  }
  const id = ctx.newId()
  try {
    await ctx.db.insert(follow).values({ ...ctx.scope, id, ...its, personId: me.id, language: ctx.language, why: 'chosen', confirmedAt: ctx.now, createdAt: ctx.now, rhythm: usualRhythm(ctx, me.id), ...given(how) })
  } catch (cause) { if (sqlState(cause).code === '23503') throw new NotFound(); throw cause }
  return id
}

/** Stops following a topic, an area, a unit, or a place by its follow's id; doing it twice changes nothing. */
export async function unfollowTarget(ctx: Ctx, me: Pick<Person, 'id'>, target: Exclude<FollowTarget, { near: Near }> | { followId: string }) {
  const which = 'followId' in target ? (isId(target.followId) ? eq(follow.id, target.followId) : sql`false`) : isTarget(await columnsOf(ctx, target))
  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, me.id), which))
}

/** One of a person's follows: what it is of, named in the reader's language, and how it is told. */
export type Follow = {
  id: string; rhythm: Rhythm; byMail: boolean; byPush: boolean; why: FollowReason; createdAt: Date
  target:
    | { kind: 'subject'; subjectId: string; /** null when a moderator hides it */ name: string | null; path: string; stage: Stage; sign: ReturnType<typeof stageSign>; movedAt: Date }
    | { kind: 'topic'; topicId: string; name: string; path: string } | { kind: 'area'; area: string; name: string; path: string }
    | { kind: 'unit'; unitId: string; name: string; path: string } | ({ kind: 'near' } & Near)
}

/** What a person follows: subjects the latest moved first, at most 500 of them, then topics, areas, units and places. */
export async function followsOf(ctx: Ctx, personId: string): Promise<Follow[]> {
  const rows = await ctx.db.select({ follow, subject: { id: subject.id, kind: subject.kind, title: subject.title, visibility: subject.visibility, authorPersonId: subject.authorPersonId, stage: subject.stage, movedAt: subject.movedAt }, topic: topic.name, area: area.name, unit: unit.name })
    .from(follow)
    .leftJoin(subject, and(eq(subject.municipalityId, follow.municipalityId), eq(subject.id, follow.subjectId)))
    .leftJoin(topic, and(eq(topic.municipalityId, follow.municipalityId), eq(topic.id, follow.topicId)))
    .leftJoin(area, and(eq(area.municipalityId, follow.municipalityId), eq(area.key, follow.area)))
    .leftJoin(unit, and(eq(unit.municipalityId, follow.municipalityId), eq(unit.id, follow.unitId)))
    .where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, personId)))
    .orderBy(sql`${follow.subjectId} is not null`, desc(subject.movedAt), follow.createdAt).limit(600)
  return rows.map(({ follow: f, ...named }): Follow => ({
    id: f.id, rhythm: f.rhythm, byMail: f.byMail, byPush: f.byPush, why: f.why, createdAt: f.createdAt,
    target: f.topicId ? { kind: 'topic', topicId: f.topicId, name: inLanguage(named.topic!, ctx.language), path: `/topics/${f.topicId}` }
      : f.area !== null ? { kind: 'area', area: f.area, name: inLanguage(named.area!, ctx.language), path: `/areas/${encodeURIComponent(f.area)}` }
      : f.unitId ? { kind: 'unit', unitId: f.unitId, name: inLanguage(named.unit!, ctx.language), path: `/units/${f.unitId}` }
      : named.subject ? { kind: 'subject', subjectId: named.subject.id, name: seenTitle(ctx, { ...named.subject, title: named.subject.title! }), path: subjectPath(named.subject.kind, named.subject.id), stage: named.subject.stage, sign: stageSign(named.subject.kind, named.subject.stage, ctx.language), movedAt: named.subject.movedAt }
      : { kind: 'near', name: f.nearName ?? '', longitude: f.longitude!, latitude: f.latitude!, metres: f.metres! },
  })).sort((a, b) => order.indexOf(a.target.kind) - order.indexOf(b.target.kind))
}
const order: Follow['target']['kind'][] = ['subject', 'topic', 'area', 'unit', 'near']

type TargetColumns = { topicId: string } | { area: string } | { unitId: string } | { nearName: string; longitude: number; latitude: number; metres: number }

/** A target as the columns of a follow. Throws NotFound for what cannot be. */
export async function columnsOf(ctx: Ctx, target: FollowTarget): Promise<TargetColumns> {
  if ('area' in target) return { area: target.area }
  if ('unitId' in target) { if (!isId(target.unitId)) throw new NotFound(); return { unitId: target.unitId } }
  if ('topicId' in target) {
    if (!isId(target.topicId)) throw new NotFound()
    const [its] = await ctx.db.select({ mergedInto: topic.mergedInto }).from(topic).where(and(eq(topic.municipalityId, ctx.scope.municipalityId), eq(topic.id, target.topicId)))
    return { topicId: its?.mergedInto ?? target.topicId }
  }
  const { name, longitude, latitude, metres } = target.near
  if (!isPoint({ longitude, latitude }) || !(metres >= 100 && metres <= 20_000) || !name.trim()) throw new NotFound()
  return { nearName: name.trim().slice(0, 60), longitude, latitude, metres: Math.round(metres) }
}
const isTarget = (its: TargetColumns) => ('topicId' in its ? eq(follow.topicId, its.topicId) : 'area' in its ? eq(follow.area, its.area) : 'unitId' in its ? eq(follow.unitId, its.unitId) : eq(follow.nearName, its.nearName))
const given = (how: HowToTell): Partial<{ rhythm: Rhythm; byMail: boolean; byPush: boolean }> => Object.fromEntries(Object.entries(how).filter(([, value]) => value !== undefined))
