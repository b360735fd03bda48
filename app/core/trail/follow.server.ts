import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Person } from '#core/identity/actor.ts'
import { follow, type rhythms } from './schema.server.ts'

export type Rhythm = (typeof rhythms)[number]
export type FollowReason = 'author' | 'supporter' | 'chosen' | 'commenter'

/** A person follows a subject. Following again keeps the earlier rhythm unless a new one is given. */
export async function followSubject(ctx: Ctx, me: Pick<Person, 'id'>, subjectId: string, why: FollowReason, rhythm?: Rhythm) {
  await ctx.db.insert(follow).values({ ...ctx.scope, id: ctx.newId(), subjectId, personId: me.id, language: ctx.language, why, confirmedAt: ctx.now, createdAt: ctx.now,
    rhythm: rhythm ?? sql`coalesce((select rhythm from identity.person where municipality_id = ${ctx.scope.municipalityId} and id = ${me.id}), 'daily')` })
    .onConflictDoUpdate({ target: [follow.municipalityId, follow.subjectId, follow.personId], targetWhere: sql`person_id is not null`,
      set: rhythm ? { rhythm } : { why: sql`${follow.why}` } })
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
