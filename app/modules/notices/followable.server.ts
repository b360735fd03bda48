import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { columnsOf, followSubject, type FollowTarget, followTarget, type HowToTell, type Near, type Rhythm, unfollowSubject, unfollowTarget } from '#core/trail/follow.server.ts'
import { stageSign, subjectPath } from '#core/trail/kind.ts'
import { area, follow, topic } from '#core/trail/schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'

/** What has a follow page of its own. A place near one is followed on the page of one's places. */
export type Followable = { subjectId: string } | Exclude<FollowTarget, { near: Near }>

export const rhythms = ['atOnce', 'daily', 'weekly', 'inApp'] as const satisfies readonly Rhythm[]
/** How it is told, as a form gives it: a channel whose box is not ticked is off. */
export const howForm = z.object({ rhythm: z.enum(rhythms, 'required'), mail: z.literal('on').optional(), push: z.literal('on').optional() })
export const howOf = ({ rhythm, mail, push }: z.infer<typeof howForm>): Required<HowToTell> => ({ rhythm, byMail: mail === 'on', byPush: push === 'on' })

type Shown = { title: string; stage: Stage | null; sign?: ReturnType<typeof stageSign>; path: string; mine: { rhythm: Rhythm; byMail: boolean; byPush: boolean } | null }

/** What a follow page shows: the name, the way there, and how I follow it. Throws NotFound for what is not to be seen. */
export async function showFollow(ctx: Ctx, its: Followable): Promise<Shown> {
  const me = ctx.actor.kind === 'person' ? ctx.actor : null
  const named = await nameOf(ctx, its)
  const [mine] = me ? await ctx.db.select({ rhythm: follow.rhythm, byMail: follow.byMail, byPush: follow.byPush }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, me.id), await isOf(ctx, its))) : []
  return { ...named, mine: mine ?? null }
}

/** Follows with a rhythm and channels, or changes them; what waits takes them too. Throws NotFound for what is not to be seen. */
export async function followWith(ctx: Ctx, its: Followable, how: HowToTell) {
  const me = allow(ctx, can.changeMine)
  await nameOf(ctx, its)
  if ('subjectId' in its) await followSubject(ctx, me, its.subjectId, 'chosen', how.rhythm, { byMail: how.byMail, byPush: how.byPush })
  else await followTarget(ctx, me, its, how)
  const [kept] = await ctx.db.select({ id: follow.id }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, me.id), await isOf(ctx, its)))
  if (kept) await calmWaiting(ctx, me.id, how, kept.id)
}

/** Stops following; what waits is not sent any more. Doing it twice changes nothing. */
export async function stopFollowing(ctx: Ctx, its: Followable) {
  const me = allow(ctx, can.changeMine)
  const [mine] = await ctx.db.select({ id: follow.id }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, me.id), await isOf(ctx, its)))
  if (!mine) return
  await calmWaiting(ctx, me.id, { rhythm: 'inApp' }, mine.id)
  if ('subjectId' in its) await unfollowSubject(ctx, me, its.subjectId); else await unfollowTarget(ctx, me, its)
}

/** Notices that wait for a mail or a push message take the new wish, so that a wish for fewer is heard at once. */
export async function calmWaiting(ctx: Ctx, personId: string, how: HowToTell, followId?: string) {
  const set = { ...(how.rhythm ? { rhythm: how.rhythm } : {}), ...(how.byMail === false ? { byMail: false } : {}), ...(how.byPush === false ? { byPush: false } : {}) }
  if (Object.keys(set).length === 0) return
  await ctx.db.update(notice).set(set).where(and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.personId, personId), isNull(notice.mailedAt), followId ? eq(notice.followId, followId) : undefined))
}

/** The name of what can be followed, for whoever may see it. A topic that was merged leads to the one it is part of. Throws NotFound. */
export async function nameOf(ctx: Ctx, its: Followable): Promise<Omit<Shown, 'mine'>> {
  const m = ctx.scope.municipalityId
  if ('subjectId' in its) {
    const row = await subjectOf(ctx, its.subjectId)
    const mine = ctx.actor.kind === 'person' && row.authorPersonId === ctx.actor.id
    if (row.visibility !== 'public' && row.visibility !== 'withdrawn' && !mine) throw new NotFound()
    return { title: inLanguage(row.title, ctx.language), stage: row.stage, sign: stageSign(row.kind, row.stage, ctx.language), path: subjectPath(row.kind, row.id) }
  }
  const called = (name: Translated | null | undefined, path: string) => { if (!name) throw new NotFound(); return { title: inLanguage(name, ctx.language), stage: null, path } }
  const columns = await columnsOf(ctx, its)
  if ('topicId' in columns) return called((await ctx.db.select({ name: topic.name }).from(topic).where(and(eq(topic.municipalityId, m), eq(topic.id, columns.topicId))))[0]?.name, `/topics/${columns.topicId}`)
  if ('area' in columns) return called((await ctx.db.select({ name: area.name }).from(area).where(and(eq(area.municipalityId, m), eq(area.key, columns.area))))[0]?.name, `/areas/${encodeURIComponent(columns.area)}`)
  if ('unitId' in columns) return called((await ctx.db.select({ name: unit.name }).from(unit).where(and(eq(unit.municipalityId, m), eq(unit.id, columns.unitId))))[0]?.name, `/units/${columns.unitId}`)
  throw new NotFound()
}

/** Follows of it, whoever follows. */
export async function isOf(ctx: Ctx, its: Followable) {
  if ('subjectId' in its) { if (!isId(its.subjectId)) throw new NotFound(); return eq(follow.subjectId, its.subjectId) }
  const columns = await columnsOf(ctx, its)
  return 'topicId' in columns ? eq(follow.topicId, columns.topicId) : 'area' in columns ? eq(follow.area, columns.area) : eq(follow.unitId, (columns as { unitId: string }).unitId)
}

/** It as the columns of a follow. */
export const followColumns = async (ctx: Ctx, its: Followable) => ('subjectId' in its ? its : columnsOf(ctx, its))
