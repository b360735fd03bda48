import { and, desc, eq } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { fault } from './schema.server.ts'

/** What counting keeps of a person: that they set a counter right. The fault stays in the counter's log, without whose hand it was. */
holding('occupancy', {
  async read(ctx, me) {
    return { setRight: await ctx.db.select({ fault: fault.what, since: fault.since, at: fault.until }).from(fault).where(and(eq(fault.municipalityId, ctx.scope.municipalityId), eq(fault.endedBy, me))).orderBy(desc(fault.since)) }
  },
  async erase(ctx, me) { await ctx.db.update(fault).set({ endedBy: null }).where(and(eq(fault.municipalityId, ctx.scope.municipalityId), eq(fault.endedBy, me))) },
})
