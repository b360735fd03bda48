import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { person } from '#core/identity/schema.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { followOf, followSubject, type FollowReason, type Rhythm, unfollowSubject } from '#core/trail/follow.server.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'
import { seenTitle, subjectOf } from '#core/trail/subject.server.ts'
import { can } from './permissions.ts'
import { noticesWords } from './texts/index.ts'

export const rhythms = ['atOnce', 'daily', 'weekly', 'inApp'] as const satisfies readonly Rhythm[]
export const rhythmForm = z.object({ rhythm: z.enum(rhythms, 'required') })
export type Followed = { subjectId: string; path: string; title: string; stage: Stage; rhythm: Rhythm; why: FollowReason; movedAt: Date }

/** What I follow, the latest moved first, and how notices reach me unless a follow says otherwise. At most 500. */
export async function myFollows(ctx: Ctx): Promise<{ rhythm: Rhythm; email: string | null; follows: Followed[] }> {
  const me = allow(ctx, can.readMine)
  const m = ctx.scope.municipalityId
  const [[own], rows] = await Promise.all([
    ctx.db.select({ rhythm: person.rhythm, email: person.email }).from(person).where(and(eq(person.municipalityId, m), eq(person.id, me.id))),
    ctx.db.select({ subjectId: subject.id, kind: subject.kind, title: subject.title, visibility: subject.visibility, authorPersonId: subject.authorPersonId, stage: subject.stage, rhythm: follow.rhythm, why: follow.why, movedAt: subject.movedAt }).from(follow)
      .innerJoin(subject, and(eq(subject.municipalityId, follow.municipalityId), eq(subject.id, follow.subjectId)))
      .where(and(eq(follow.municipalityId, m), eq(follow.personId, me.id))).orderBy(desc(subject.movedAt)).limit(500),
  ])
  return { rhythm: own?.rhythm ?? 'daily', email: own?.email ?? null, follows: rows.map(({ kind, visibility, authorPersonId, ...row }) => ({ ...row, title: seenTitle(ctx, { ...row, visibility, authorPersonId }) ?? noticesWords(ctx.language).hiddenTitle, path: subjectPath(kind, row.subjectId) })) }
}

/** Follows a public subject with a rhythm, or changes the rhythm. Throws NotFound for one that is not to be seen. */
export async function followWith(ctx: Ctx, subjectId: string, rhythm: Rhythm) {
  const me = allow(ctx, can.changeMine)
  const its = await subjectOf(ctx, subjectId)
  if (its.visibility !== 'public' && its.visibility !== 'withdrawn' && its.authorPersonId !== me.id) throw new NotFound()
  await followSubject(ctx, me, subjectId, 'chosen', rhythm)
  await calmWaiting(ctx, me.id, rhythm, subjectId)
}

/** Stops following; what waits for the digest is not mailed any more. */
export async function stopFollowing(ctx: Ctx, subjectId: string) {
  const me = allow(ctx, can.changeMine)
  if (!isId(subjectId)) throw new NotFound()
  await calmWaiting(ctx, me.id, 'inApp', subjectId)
  await unfollowSubject(ctx, me, subjectId)
}

/** How notices reach me: for what I follow from now on, and for all that I follow already. */
export async function chooseRhythm(ctx: Ctx, rhythm: Rhythm) {
  const me = allow(ctx, can.changeMine)
  const m = ctx.scope.municipalityId
  await ctx.db.update(person).set({ rhythm }).where(and(eq(person.municipalityId, m), eq(person.id, me.id)))
  await ctx.db.update(follow).set({ rhythm }).where(and(eq(follow.municipalityId, m), eq(follow.personId, me.id)))
  await calmWaiting(ctx, me.id, rhythm)
}

/** Notices that wait for a mail take the new rhythm, so that a wish for fewer is heard at once. */
async function calmWaiting(ctx: Ctx, personId: string, rhythm: Rhythm, subjectId?: string) {
  await ctx.db.update(notice).set({ rhythm }).where(and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.personId, personId),
    isNull(notice.mailedAt), subjectId ? eq(notice.subjectId, subjectId) : undefined))
}

/** What the follow page shows of a subject: its name, the way to it, and how I follow it. Throws NotFound. */
export async function showFollow(ctx: Ctx, subjectId: string): Promise<{ title: string; stage: Stage; path: string; rhythm: Rhythm | null }> {
  const me = ctx.actor.kind === 'person' ? ctx.actor : null
  const its = await subjectOf(ctx, subjectId)
  if (its.visibility !== 'public' && its.visibility !== 'withdrawn' && !(me && its.authorPersonId === me.id)) throw new NotFound()
  return { title: inLanguage(its.title, ctx.language), stage: its.stage, path: subjectPath(its.kind, its.id), rhythm: me ? await followOf(ctx, me.id, subjectId) : null }
}
