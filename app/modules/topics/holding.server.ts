import { and, desc, eq } from 'drizzle-orm'
import { holding } from '#core/identity/holdings.ts'
import { inLanguage } from '#core/text/language.ts'
import { followsOf } from '#core/trail/follow.server.ts'
import { professional, topic } from '#core/trail/schema.server.ts'
import { question } from './schema.server.ts'

/** What topics keep of a person: what they follow besides single things, their saved places and offers of skills, which go with them, and what they asked as an official, which stays with the office. */
holding('topics', {
  async read(ctx, me) {
    const here = ctx.scope.municipalityId
    const [follows, networks, questions] = await Promise.all([
      followsOf(ctx, me),
      ctx.db.select({ topic: topic.name, skill: professional.skill, offer: professional.offer, shown: professional.shown, since: professional.since }).from(professional).innerJoin(topic, and(eq(topic.municipalityId, professional.municipalityId), eq(topic.id, professional.topicId)))
        .where(and(eq(professional.municipalityId, here), eq(professional.personId, me))),
      ctx.db.select({ title: question.title, text: question.text, asked: question.asked, at: question.at }).from(question).where(and(eq(question.municipalityId, here), eq(question.authorPersonId, me))).orderBy(desc(question.at)),
    ])
    return {
      followed: follows.flatMap(({ target, rhythm, createdAt }) => (target.kind === 'topic' || target.kind === 'area' || target.kind === 'unit' ? [{ name: target.name, rhythm, at: createdAt }] : [])),
      places: follows.flatMap(({ target, rhythm, createdAt }) => (target.kind === 'near' ? [{ name: target.name, longitude: target.longitude, latitude: target.latitude, metres: target.metres, rhythm, at: createdAt }] : [])),
      networks: networks.map((row) => ({ ...row, topic: inLanguage(row.topic, ctx.language) })), questions,
    }
  },
  async erase(ctx, me) {
    await ctx.db.delete(professional).where(and(eq(professional.municipalityId, ctx.scope.municipalityId), eq(professional.personId, me)))
  },
})
