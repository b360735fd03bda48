import { and, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { holding } from '#core/identity/holdings.ts'
import { maintenance, notice, observation, season } from './schema.server.ts'

/** What conditions keep of a person, for 90 days: what they said as a worker. What was seen stays, without whose it was. */
holding('conditions', {
  async read(ctx, me) {
    const here = ctx.scope.municipalityId
    const observations = await ctx.db.select({ property: observation.property, value: observation.value, number: observation.number, at: observation.observedAt }).from(observation).where(and(eq(observation.municipalityId, here), eq(observation.personId, me))).orderBy(desc(observation.observedAt))
    const maintained = await ctx.db.select({ what: maintenance.what, at: maintenance.at }).from(maintenance).where(and(eq(maintenance.municipalityId, here), eq(maintenance.personId, me))).orderBy(desc(maintenance.at))
    const words = await ctx.db.select({ words: notice.words, at: notice.from }).from(notice).where(and(eq(notice.municipalityId, here), eq(notice.personId, me))).orderBy(desc(notice.from))
    const seasons = await ctx.db.select({ on: season.on, at: season.at }).from(season).where(and(eq(season.municipalityId, here), eq(season.personId, me))).orderBy(desc(season.at))
    return { observations, maintained, words, seasons }
  },
  async erase(ctx, me) {
    const here = ctx.scope.municipalityId
    for (const its of [observation, maintenance, notice, season]) await ctx.db.update(its).set({ personId: null }).where(and(eq(its.municipalityId, here), eq(its.personId, me)))
  },
})

/** Forgets who said it after 90 days, and what was seen after 400; by the clock, every night (conditions.forget in the database). */
export async function forgetConditions(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`select conditions.forget(${ctx.scope.municipalityId}::int, ${ctx.now}::timestamptz)`)
}
