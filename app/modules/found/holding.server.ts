import { and, eq, inArray, sql } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { consent, reading } from './schema.server.ts'

/** What is kept of a person: what they were asked as senders, and answered. Ideas that came of it are the ideas' to keep; proposals and private sentences go. */
holding('found', {
  async read(ctx, me) {
    const rows = await ctx.db.select({ report: subject.title, title: consent.title, text: consent.text, asked: consent.askedAt, answer: consent.answer, answered: consent.answeredAt }).from(consent)
      .innerJoin(subject, and(eq(subject.municipalityId, consent.municipalityId), eq(subject.id, consent.reportId))).where(and(eq(consent.municipalityId, ctx.scope.municipalityId), eq(subject.authorPersonId, me)))
    return { ideasAsked: rows.map((row) => ({ ...row, report: inLanguage(row.report, ctx.language) })) }
  },
  async erase(ctx, me) {
    const here = ctx.scope.municipalityId
    const theirs = (...visibility: ('public' | 'private' | 'hidden' | 'withdrawn')[]) => ctx.db.select({ id: subject.id }).from(subject)
      .where(and(eq(subject.municipalityId, here), eq(subject.authorPersonId, me), eq(subject.kind, 'report'), visibility.length ? inArray(subject.visibility, visibility) : undefined))
    await ctx.db.update(consent).set({ title: '', text: '', answer: sql`coalesce(${consent.answer}, case when ${consent.ideaId} is null then 'no' end)`, answeredAt: sql`case when ${consent.answer} is null and ${consent.ideaId} is not null then null else coalesce(${consent.answeredAt}, ${ctx.now}) end` })
      .where(and(eq(consent.municipalityId, here), inArray(consent.reportId, theirs())))
    await ctx.db.update(reading).set({ sentence: '', suggestion: null }).where(and(eq(reading.municipalityId, here), inArray(reading.reportId, theirs('private', 'hidden', 'withdrawn'))))
    await ctx.db.update(consent).set({ askedBy: null }).where(and(eq(consent.municipalityId, here), eq(consent.askedBy, me)))
    await ctx.db.update(reading).set({ decidedBy: null }).where(and(eq(reading.municipalityId, here), eq(reading.decidedBy, me)))
  },
})
