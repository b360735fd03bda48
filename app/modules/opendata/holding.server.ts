import { and, desc, eq } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { token } from './schema.server.ts'

/** A person's keys for programs: they end with the person. */
holding('opendata', {
  async read(ctx, me) {
    return { keys: await ctx.db.select({ name: token.name, at: token.createdAt, lastUsedAt: token.lastUsedAt, revokedAt: token.revokedAt }).from(token).where(and(eq(token.municipalityId, ctx.scope.municipalityId), eq(token.personId, me))).orderBy(desc(token.createdAt)) }
  },
  async erase(ctx, me) {
    await ctx.db.delete(token).where(and(eq(token.municipalityId, ctx.scope.municipalityId), eq(token.personId, me)))
  },
})
