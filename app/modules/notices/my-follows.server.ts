import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { person } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { type Follow, followsOf, type HowToTell, type Rhythm } from '#core/trail/follow.server.ts'
import { follow } from '#core/trail/schema.server.ts'
import { calmWaiting } from './followable.server.ts'
import { can } from './permissions.ts'

export type MyFollows = { rhythm: Rhythm; byMail: boolean; byPush: boolean; email: string | null; follows: Follow[] }

/** What I follow, and how it reaches me unless a follow says otherwise. */
export async function myFollows(ctx: Ctx): Promise<MyFollows> {
  const me = allow(ctx, can.readMine)
  const [[own], follows] = await Promise.all([
    ctx.db.select({ rhythm: person.rhythm, byMail: person.byMail, byPush: person.byPush, email: person.email }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, me.id))),
    followsOf(ctx, me.id),
  ])
  return { rhythm: own?.rhythm ?? 'weekly', byMail: own?.byMail ?? true, byPush: own?.byPush ?? true, email: own?.email ?? null, follows }
}

/** Changes how one of my follows reaches me. Throws NotFound for one that is not mine. */
export async function changeFollow(ctx: Ctx, followId: string, how: Required<HowToTell>) {
  const me = allow(ctx, can.changeMine)
  const { rhythm = 'weekly', byMail = true, byPush = true } = how
  const [mine] = isId(followId) ? await ctx.db.update(follow).set({ rhythm, byMail, byPush }).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, me.id), eq(follow.id, followId))).returning({ id: follow.id }) : []
  if (!mine) throw new NotFound()
  await calmWaiting(ctx, me.id, how, followId)
}

/** Ends one of my follows, whatever it is of; another's is not touched, and doing it twice changes nothing. */
export async function endFollow(ctx: Ctx, followId: string) {
  const me = allow(ctx, can.changeMine)
  if (!isId(followId)) throw new NotFound()
  await calmWaiting(ctx, me.id, { rhythm: 'inApp' }, followId)
  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.personId, me.id), eq(follow.id, followId)))
}

/** How notices reach me: for what I follow from now on, and for all that I follow already. */
export async function chooseHow(ctx: Ctx, how: Required<HowToTell>) {
  const me = allow(ctx, can.changeMine)
  const { rhythm = 'weekly', byMail = true, byPush = true } = how
  const m = ctx.scope.municipalityId
  await ctx.db.update(person).set({ rhythm, byMail, byPush }).where(and(eq(person.municipalityId, m), eq(person.id, me.id)))
  // a channel is turned on or off for all at once by the person; each follow keeps its own wish within that
  await ctx.db.update(follow).set({ rhythm }).where(and(eq(follow.municipalityId, m), eq(follow.personId, me.id)))
  await calmWaiting(ctx, me.id, how)
}
