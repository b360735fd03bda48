import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound, type Problems, TooMuch } from '#core/errors/errors.ts'
import { problemsOf } from '#core/http/page.ts'
import { unit } from '#core/identity/schema.server.ts'
import { noticeTo } from '#core/notices/notice.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { suggestTopic } from '#core/trail/suggest-topic.server.ts'
import { ownReport } from '#modules/feedback/server'
import { type proposal, proposeAsGuest, proposeFor, proposeIdea, visitor } from '#modules/ideas/server'
import { bear } from './born.server.ts'
import { oneConsent, proposed } from './decide.server.ts'
import { senderAnswered } from './events.server.ts'
import { can } from './permissions.ts'
import { answers, consent, type ConsentAnswer } from './schema.server.ts'
import { type FoundRow, mustBeLive, rowOf } from './whose.server.ts'

/** The question on the sender's own page. `waits`: a visitor has said yes, and the link in the letter is still to be confirmed. */
export type Question = {
  state: 'asked' | 'waits' | ConsentAnswer | 'ownWords'
  token: string; title: string; text: string; kind: 'idea' | 'need'; unit: string; until: Date; idea: { path: string; public: boolean } | null
}

/** What the sender is asked, by the report's own link. Throws NotFound when nothing is. */
export async function showQuestion(ctx: Ctx, token: string): Promise<Question> {
  allowAnyone(ctx, can.answer)
  const { id } = await ownReport(ctx, token)
  const found = await rowOf(ctx, id)
  mustBeLive(found.its)
  return questionOf(ctx, found, token)
}

async function questionOf(ctx: Ctx, { consent: asked }: FoundRow, token: string): Promise<Question> {
  if (!asked) throw new NotFound()
  const [from] = await ctx.db.select({ name: unit.name }).from(unit).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), eq(unit.id, asked.unitId)))
  const idea = asked.ideaId ? await ideaOf(ctx, asked.ideaId) : null
  const { title, text, kind, until } = asked
  const waiting = asked.answer === 'named' && !asked.bornAt
  return {
    // what a visitor did not confirm in a week is erased, and may be answered again
    state: !asked.answer ? (idea ? 'ownWords' : 'asked') : waiting ? (idea ? 'waits' : 'asked') : asked.answer,
    token, title, text, kind, until, unit: inLanguage(from?.name ?? {}, ctx.language), idea: idea && asked.ideaId && asked.bornAt ? { path: `/ideas/${asked.ideaId}`, public: idea === 'public' } : null,
  }
}
async function ideaOf(ctx: Ctx, id: string): Promise<string | null> {
  const [row] = await ctx.db.select({ visibility: subject.visibility }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, id)))
  return row?.visibility ?? null
}

const consentAnswer = z.object({ answer: z.enum(answers, 'chooseAnswer') })

/**
 * The sender answers: `named`, an idea in their own name (signed in at once, else when the address is proven by the ideas'
 * mailed link); `nameless`, an idea in the unit's name, in the words that the sender let through; `no`. The first answer
 * stands: a second changes nothing. Mistakes come back by field. Throws NotFound, Conflict('reportClosed').
 * @param from the asker's network address, of which a visitor may ask for few letters
 */
export async function answerQuestion(ctx: Ctx, token: string, form: Record<string, unknown>, from?: string): Promise<{ problems: Problems } | { state: Question['state'] }> {
  allowAnyone(ctx, can.answer)
  const { id } = await ownReport(ctx, token, { lock: true })
  const found = await rowOf(ctx, id)
  mustBeLive(found.its)
  const question = await questionOf(ctx, found, token)
  if (question.state !== 'asked') return { state: question.state }
  const read = consentAnswer.safeParse(form)
  if (!read.success) return { problems: { answer: 'chooseAnswer' } }
  const { answer } = read.data
  if (answer === 'no') {
    await keepAnswer(ctx, found, 'no', null)
    return { state: 'no' }
  }
  const words = proposed.safeParse({ kind: question.kind, ...form })
  const who = answer === 'named' && ctx.actor.kind === 'guest' ? visitor.safeParse(form) : null
  if (!words.success || (who && !who.success)) return { problems: { ...(words.error ? problemsOf(words.error) : {}), ...(who?.error ? problemsOf(who.error) : {}) } }
  const idea = await asIdea(ctx, found, words.data)
  try {
    if (who?.success) {
      const { id: ideaId } = await proposeAsGuest(ctx, { ...idea, ...who.data }, [], from)
      await keepAnswer(ctx, found, 'named', ideaId)
      return { state: 'waits' }
    }
    const quiet: Ctx = { ...ctx, actor: { kind: 'guest' } } // whoever holds the link: without a name is without a name
    const { id: ideaId } = answer === 'named' ? await proposeIdea(ctx, idea) : await proposeFor(quiet, idea, found.consent!.unitId)
    await keepAnswer(ctx, found, answer, ideaId)
    await bear(ctx, id)
    return { state: answer }
  } catch (cause) {
    if (cause instanceof TooMuch) return { problems: { form: 'tooOften' } }
    throw cause
  }
}

/** What ideas are given: the words, a topic by the words or else the report's, and the place of a public report only. */
export async function asIdea(ctx: Ctx, { its }: FoundRow, words: z.output<typeof proposed>): Promise<z.input<typeof proposal>> {
  const topic = await suggestTopic(ctx, `${words.title} ${words.text}`)
  const place = its.visibility === 'public' ? { ...(its.placeName ? { place: its.placeName.slice(0, 120) } : {}), ...(its.longitude !== null && its.latitude !== null ? { longitude: its.longitude, latitude: its.latitude } : {}) } : {}
  return { ...words, ...place, topicId: topic?.id ?? its.topicId ?? undefined, sendKey: `found ${its.id}` }
}

async function keepAnswer(ctx: Ctx, { its, consent: asked }: FoundRow, answer: ConsentAnswer, ideaId: string | null) {
  await ctx.db.update(consent).set({ answer, answeredAt: ctx.now, ideaId }).where(oneConsent(ctx, its.id))
  const quiet: Ctx = { ...ctx, actor: { kind: 'guest' } }
  const data = { answer: answer === 'named' && ctx.actor.kind === 'guest' ? 'waits' : answer, to: `/found/report/${its.id}` }
  const eventId = await record(quiet, senderAnswered, { subjectId: its.id, data })
  if (asked?.askedBy) await noticeTo(ctx, { personId: asked.askedBy, subjectId: its.id, eventId, kind: senderAnswered.kind, data })
}
