import { and, desc, eq } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { report, sending } from './schema.server.ts'

/** What moderation keeps of a person: their reports, and for an hour the times of their sends. Reports are part of the log and stay without a name. */
holding('moderation', {
  async read(ctx, me) {
    return { reports: await ctx.db.select({ reason: report.reason, words: report.words, at: report.at, settledAt: report.settledAt }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.byPersonId, me))).orderBy(desc(report.at)) }
  },
  async erase(ctx, me) {
    await ctx.db.delete(sending).where(and(eq(sending.municipalityId, ctx.scope.municipalityId), eq(sending.sender, me)))
  },
})
