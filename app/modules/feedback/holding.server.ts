import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { addition, fixed, forward, meToo, report, sender, staffNote } from './schema.server.ts'

/** What map feedback keeps of a person. What was reported stays, without a sender; who had met the same thing stays as a number. */
holding('feedback', {
  async read(ctx, me) {
    const here = ctx.scope.municipalityId
    const reports = await ctx.db.select({ reference: report.reference, title: subject.title, text: report.text, state: report.state, visibility: subject.visibility, at: report.sentAt, name: sender.name, email: sender.email, phone: sender.phone }).from(sender)
      .innerJoin(report, and(eq(report.municipalityId, sender.municipalityId), eq(report.id, sender.reportId))).innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id)))
      .where(and(eq(sender.municipalityId, here), eq(sender.personId, me))).orderBy(desc(report.sentAt))
    const met = await ctx.db.select({ title: subject.title, at: meToo.at }).from(meToo).innerJoin(subject, and(eq(subject.municipalityId, meToo.municipalityId), eq(subject.id, meToo.reportId)))
      .where(and(eq(meToo.municipalityId, here), eq(meToo.who, me), eq(subject.visibility, 'public'))).orderBy(desc(meToo.at))
    const mine = ctx.db.select({ id: sender.reportId }).from(sender).where(and(eq(sender.municipalityId, here), eq(sender.personId, me)))
    const additions = await ctx.db.select({ text: addition.text, at: addition.at }).from(addition).where(and(eq(addition.municipalityId, here), inArray(addition.reportId, mine))).orderBy(desc(addition.at))
    const answers = await ctx.db.select({ answer: fixed.answer, words: fixed.words, at: fixed.answeredAt }).from(fixed).where(and(eq(fixed.municipalityId, here), inArray(fixed.reportId, mine), isNotNull(fixed.answeredAt))).orderBy(desc(fixed.answeredAt))
    const notes = await ctx.db.select({ text: staffNote.text, at: staffNote.at }).from(staffNote).where(and(eq(staffNote.municipalityId, here), eq(staffNote.by, me))).orderBy(desc(staffNote.at))
    return { additions, fixed: answers, staffNotes: notes, reports: reports.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language) })), meToos: met.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language) })) }
  },
  async erase(ctx, me) {
    const here = ctx.scope.municipalityId
    // What an official wrote and did for others stays; whose it was goes.
    await ctx.db.update(staffNote).set({ by: null }).where(and(eq(staffNote.municipalityId, here), eq(staffNote.by, me)))
    await ctx.db.update(forward).set({ byPerson: null }).where(and(eq(forward.municipalityId, here), eq(forward.byPerson, me)))
    await ctx.db.update(sender).set({ byOfficial: null }).where(and(eq(sender.municipalityId, here), eq(sender.byOfficial, me)))
    await ctx.db.update(sender).set({ personId: null, name: null, email: null, phone: null, shown: false }).where(and(eq(sender.municipalityId, here), eq(sender.personId, me)))
    // The count stays true; whose it was is told by nothing.
    await ctx.db.execute(sql`update feedback.me_too set who = 'left ' || gen_random_uuid() where municipality_id = ${here} and who = ${me}`)
  },
})
