import { and, desc, eq, isNull } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { choice, chosen, matter, offer } from './schema.server.ts'

/** What matters keep of a person: the choices and offers they have made, and for an official what they have begun. A matter stays its unit's. */
holding('preparation', {
  async read(ctx, me) {
    const here = ctx.scope.municipalityId
    const [matters, choices, offers] = await Promise.all([
      ctx.db.select({ title: subject.title, thought: matter.thought, at: matter.createdAt }).from(matter).innerJoin(subject, and(eq(subject.municipalityId, matter.municipalityId), eq(subject.id, matter.id)))
        .where(and(eq(matter.municipalityId, here), eq(matter.createdBy, me))).orderBy(desc(matter.createdAt)),
      ctx.db.select({ title: subject.title, choice: choice.text, at: chosen.at }).from(chosen)
        .innerJoin(choice, and(eq(choice.municipalityId, chosen.municipalityId), eq(choice.id, chosen.choiceId))).innerJoin(subject, and(eq(subject.municipalityId, chosen.municipalityId), eq(subject.id, chosen.matterId)))
        .where(and(eq(chosen.municipalityId, here), eq(chosen.personId, me))).orderBy(desc(chosen.at)),
      ctx.db.select({ title: subject.title, text: offer.text, state: offer.state, reply: offer.reply, at: offer.at }).from(offer).innerJoin(subject, and(eq(subject.municipalityId, offer.municipalityId), eq(subject.id, offer.matterId)))
        .where(and(eq(offer.municipalityId, here), eq(offer.personId, me))).orderBy(desc(offer.at)),
    ])
    const titled = <R extends { title: typeof subject.$inferSelect.title }>(rows: R[]) => rows.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language) }))
    return { matters: titled(matters), choices: titled(choices), offers: titled(offers) }
  },
  async erase(ctx, me) {
    const here = ctx.scope.municipalityId
    await ctx.db.delete(chosen).where(and(eq(chosen.municipalityId, here), eq(chosen.personId, me)))
    await ctx.db.delete(offer).where(and(eq(offer.municipalityId, here), eq(offer.personId, me), isNull(offer.organisationId)))
    await ctx.db.update(offer).set({ personId: null }).where(and(eq(offer.municipalityId, here), eq(offer.personId, me)))
    await ctx.db.update(matter).set({ contactPersonId: null }).where(and(eq(matter.municipalityId, here), eq(matter.contactPersonId, me)))
  },
})
