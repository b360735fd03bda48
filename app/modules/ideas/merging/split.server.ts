import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import type { Mended, Problems } from '#core/errors/errors.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, keepSubject, type Subject } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { holdIdea } from '../answering/for-officials.server.ts'
import { can } from '../permissions.ts'
import { proposal } from '../proposing/propose.server.ts'
import { idea as ideas } from '../schema.server.ts'
import { ideaSplit, partMade, splitAsked } from './events.server.ts'
import { mustBeOpen, supportersOf } from './mergeable.server.ts'

const part = { title: proposal.shape.title, text: proposal.shape.text }
const raw = z.string().max(20_000, 'tooLong').default('')

/** What the form sends: up to four titles and texts, the last two of which may be empty, and a sentence for the trail. */
export const splitting = z.object({
  title1: raw, text1: raw, title2: raw, text2: raw, title3: raw, text3: raw, title4: raw, text4: raw,
  sentence: raw,
})
const why = z.string().trim().min(1, 'required').min(10, 'tooShort').max(1000, 'tooLong')

/** The parts that were written and why, or everything that is wrong with them by field. */
function partsOf(its: z.output<typeof splitting>): { parts: { title: string; text: string }[]; sentence: string; found: Problems } {
  const found: Problems = {}
  const parts = []
  for (const number of [1, 2, 3, 4] as const) {
    const [title, text] = [its[`title${number}`], its[`text${number}`]]
    if (number > 2 && !title.trim() && !text.trim()) continue
    const read = z.object(part).safeParse({ title, text })
    if (read.success) parts.push(read.data)
    else for (const issue of read.error.issues) found[`${String(issue.path[0])}${number}`] ??= issue.message
  }
  const sentence = why.safeParse(its.sentence)
  if (!sentence.success) found.sentence = sentence.error.issues[0]!.message
  return { parts, sentence: sentence.data ?? '', found }
}

/**
 * Divides an idea that holds many into two to four new ones, linked to it. The author of the parts is the author of the
 * idea, and their trails say that an official divided it; topic, place and owner are the idea's, and what was owed to it
 * is owed to them by the same day. The idea ends with the sentence. Supports stay: supporters are told and choose themselves.
 * Throws NotFound, Forbidden, Conflict('ideaClosed' | 'experimentRunning' and those of `holdIdea`).
 */
export async function splitIdea(ctx: Ctx, ideaId: string, input: z.input<typeof splitting>): Promise<Mended | { parts: string[] }> {
  const { idea } = await holdIdea(ctx, ideaId, can.merge)
  mustBeOpen(idea)
  const { parts, sentence, found } = partsOf(splitting.parse(input))
  if (Object.keys(found).length > 0) return { problems: found }

  const unitId = idea.ownerUnitId
  const [whole] = await ctx.db.select({ kind: ideas.kind }).from(ideas).where(and(eq(ideas.municipalityId, ctx.scope.municipalityId), eq(ideas.id, ideaId)))
  const made = []
  for (const each of parts) made.push({ id: await keepPart(ctx, idea, whole!.kind, each), title: each.title })
  await changeSubject(ctx, ideaId, { stage: 'ended', dueAt: null, answeredAt: idea.answeredAt ?? ctx.now })
  const eventId = await record(ctx, ideaSplit, { subjectId: ideaId, stage: 'ended', sentence, ...(unitId ? { unitId } : {}), data: { parts: made } })
  await noticeToMany(ctx, await supportersOf(ctx, ideaId), { subjectId: ideaId, eventId, kind: splitAsked.kind, data: { title: inLanguage(idea.title, ctx.language), to: `/ideas/${ideaId}/merged` } })
  return { parts: made.map((each) => each.id) }
}

async function keepPart(ctx: Ctx, idea: Subject, kind: 'idea' | 'need', { title, text }: { title: string; text: string }): Promise<string> {
  const id = ctx.newId()
  const { language, ownerUnitId, ownerPersonId, topicId, area, placeName, longitude, latitude, authorPersonId, authorOrganisationId } = idea
  await keepSubject(ctx, {
    id, kind: 'idea', language, title: { [language]: title }, text, stage: 'idea', visibility: 'public',
    ownerUnitId, ownerPersonId, topicId, area, placeName, longitude, latitude, authorPersonId, authorOrganisationId,
    dueAt: idea.dueAt ?? dueAfter(ctx, ctx.municipality.rules.replyDays), // dividing does not stop the clock
  })
  await ctx.db.insert(ideas).values({ ...ctx.scope, id, kind, text })
  await linkSubjects(ctx, id, 'splitFrom', idea.id)
  await record(ctx, partMade, { subjectId: id, stage: 'idea', ...(ownerUnitId ? { unitId: ownerUnitId } : {}), data: { fromId: idea.id, title: inLanguage(idea.title, ctx.language) } })
  if (authorPersonId) await followSubject(ctx, { id: authorPersonId }, id, 'author')
  return id
}
