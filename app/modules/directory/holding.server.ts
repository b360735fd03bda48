import { and, eq, or } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { organisation } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { synonym } from '#core/trail/schema.server.ts'
import { exception, hours, importConflict, importRun, provider } from './schema.server.ts'

/** What services and places keep of a person: for whom they asked to provide, and that they decided, kept hours or chose. What was done stays, without who did it. */
holding('directory', {
  async read(ctx, me) {
    const rows = await ctx.db.select({ organisation: organisation.name, offers: provider.offers, state: provider.state, askedBy: provider.askedBy, askedAt: provider.askedAt, decidedAt: provider.decidedAt }).from(provider)
      .innerJoin(organisation, and(eq(organisation.municipalityId, provider.municipalityId), eq(organisation.id, provider.organisationId)))
      .where(and(eq(provider.municipalityId, ctx.scope.municipalityId), or(eq(provider.askedBy, me), eq(provider.decidedBy, me))))
    return { providers: rows.map(({ askedBy, offers, ...row }) => ({ ...row, offers: inLanguage(offers, ctx.language), as: askedBy === me ? 'asked' : 'decided' })) }
  },
  async erase(ctx, me) {
    const here = ctx.scope.municipalityId
    await ctx.db.update(provider).set({ askedBy: null }).where(and(eq(provider.municipalityId, here), eq(provider.askedBy, me)))
    await ctx.db.update(provider).set({ decidedBy: null }).where(and(eq(provider.municipalityId, here), eq(provider.decidedBy, me)))
    await ctx.db.update(hours).set({ changedBy: null }).where(and(eq(hours.municipalityId, here), eq(hours.changedBy, me)))
    await ctx.db.update(exception).set({ madeBy: null }).where(and(eq(exception.municipalityId, here), eq(exception.madeBy, me)))
    await ctx.db.update(synonym).set({ madeBy: null }).where(and(eq(synonym.municipalityId, here), eq(synonym.madeBy, me)))
    await ctx.db.update(importRun).set({ by: null }).where(and(eq(importRun.municipalityId, here), eq(importRun.by, me)))
    await ctx.db.update(importConflict).set({ chosenBy: null }).where(and(eq(importConflict.municipalityId, here), eq(importConflict.chosenBy, me)))
  },
})
