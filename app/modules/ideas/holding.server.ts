import { and, desc, eq, isNull } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { answer, idea, mergeQuestion, savedView, support } from './schema.server.ts'

/** What ideas keep of a person. Ideas, supports and answers stay, without a name; what was only theirs goes. */
holding('ideas', {
  async read(ctx, me) {
    const here = ctx.scope.municipalityId
    const title = (row: { title: typeof subject.$inferSelect.title }) => inLanguage(row.title, ctx.language)
    const [ideas, supports, answers, views] = await Promise.all([
      ctx.db.select({ title: subject.title, text: idea.text, stage: subject.stage, visibility: subject.visibility, at: subject.createdAt }).from(idea).innerJoin(subject, and(eq(subject.municipalityId, idea.municipalityId), eq(subject.id, idea.id)))
        .where(and(eq(idea.municipalityId, here), eq(subject.municipalityId, here), eq(subject.authorPersonId, me))).orderBy(desc(subject.createdAt)),
      ctx.db.select({ title: subject.title, at: support.at }).from(support).innerJoin(subject, and(eq(subject.municipalityId, support.municipalityId), eq(subject.id, support.ideaId)))
        .where(and(eq(support.municipalityId, here), eq(support.personId, me))).orderBy(desc(support.at)),
      ctx.db.select({ title: subject.title, outcome: answer.outcome, reason: answer.reason, at: answer.publishedAt }).from(answer).innerJoin(subject, and(eq(subject.municipalityId, answer.municipalityId), eq(subject.id, answer.ideaId)))
        .where(and(eq(answer.municipalityId, here), eq(answer.authorPersonId, me))).orderBy(desc(answer.draftedAt)),
      ctx.db.select({ name: savedView.name, query: savedView.query }).from(savedView).where(and(eq(savedView.municipalityId, here), eq(savedView.personId, me))),
    ])
    return { ideas: ideas.map((row) => ({ ...row, title: title(row) })), supports: supports.map((row) => ({ ...row, title: title(row) })), answers: answers.map((row) => ({ ...row, title: title(row) })), views }
  },
  async erase(ctx, me) {
    await ctx.db.delete(savedView).where(and(eq(savedView.municipalityId, ctx.scope.municipalityId), eq(savedView.personId, me)))
    await ctx.db.delete(mergeQuestion).where(and(eq(mergeQuestion.municipalityId, ctx.scope.municipalityId), eq(mergeQuestion.personId, me), isNull(mergeQuestion.answeredAt)))
  },
})
