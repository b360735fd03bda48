import { and, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { uuidAt } from '#core/context/ids.server.ts'
import { Conflict, NotFound, TooMuch } from '#core/errors/errors.ts'
import { networkOfVisitor, visitorOf } from '#core/identity/visitor.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { wallClock } from '#core/time/local.ts'
import { openQuestion } from './questions.server.ts'
import { can } from './permissions.ts'
import { answer, kiosk } from './schema.server.ts'

export const words = z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()).pipe(z.string().max(1000, 'tooLong').refine((text) => !text.includes('\0'), 'invalid'))
/** A face, 1 very unhappy … 5 very happy. */
export const face = z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(5, 'invalid')

/** Different browsers that answer one question from one network in a day: a school's, not a script's. */
const mostOfNetwork = 100

/**
 * A face from a page or a poster. One a visit: the same visitor's second tap on the same day changes the first. Returns what
 * the free word is added with. Throws NotFound, Conflict('closed'), TooMuch when one network gives more than its people would.
 */
export async function giveFace(ctx: Ctx, code: string, its: { value: number; from: 'page' | 'poster' }, request: Request): Promise<{ answerId: string }> {
  allowAnyone(ctx, can.answer)
  const asked = await openQuestion(ctx, code)
  if (asked.closedAt) throw new Conflict('closed')
  const visit = await visitorOf(ctx, request, `satisfaction ${asked.id}`), network = networkOfVisitor(visit)
  if (network) {
    await oneAtATime(ctx, `faces ${network}`)
    const others = await ctx.db.select({ visit: answer.visit }).from(answer).where(and(eq(answer.municipalityId, ctx.scope.municipalityId), eq(answer.questionId, asked.id), sql`starts_with(${answer.visit}, ${`${network}.`})`)).limit(mostOfNetwork)
    if (others.length >= mostOfNetwork && !others.some((each) => each.visit === visit)) throw new TooMuch('tooOften')
  }
  const [kept] = await ctx.db.insert(answer).values({ ...ctx.scope, id: ctx.newId(), questionId: asked.id, at: ctx.now, day: wallClock(ctx.now).day, value: its.value, language: ctx.language, from: its.from, visit })
    .onConflictDoUpdate({ target: [answer.municipalityId, answer.questionId, answer.visit], targetWhere: sql`visit is not null`, set: { value: its.value } }).returning({ id: answer.id })
  return { answerId: kept!.id }
}

/** The free word after the face, by the same visitor on the same day; an empty one takes it away. Throws NotFound for another's answer. */
export async function addWords(ctx: Ctx, code: string, text: string, request: Request): Promise<void> {
  allowAnyone(ctx, can.answer)
  const asked = await openQuestion(ctx, code)
  const visit = await visitorOf(ctx, request, `satisfaction ${asked.id}`)
  const changed = await ctx.db.update(answer).set({ words: text }).where(and(eq(answer.municipalityId, ctx.scope.municipalityId), eq(answer.questionId, asked.id), eq(answer.visit, visit))).returning({ id: answer.id })
  if (changed.length === 0) throw new NotFound()
}

/** Answers of a kiosk as it sends them: at most a hundred at a time, each once by its id, with the moment it was given. */
export const kioskAnswers = z.object({ answers: z.array(z.object({ id: z.uuid(), value: face, words: words.default(''), at: z.iso.datetime({ offset: true }) })).min(1).max(100) })

/** The most that fingers can give: a second and a half each. What is over that is not a person's. */
const mostADay = 20_000
/** How long answers may have waited for a network. */
const oldest = 14 * 86_400_000

/**
 * Takes what a kiosk has gathered, also without a network: the same answer twice is once. A moment in the future, or older
 * than two weeks, is the tablet's clock gone wrong: it becomes now. Returns how many were new. Throws TooMuch when a day has more than people can give.
 */
export async function takeFromKiosk(ctx: Ctx, its: { id: string; questionId: string }, given: z.output<typeof kioskAnswers>): Promise<{ taken: number }> {
  allowAnyone(ctx, can.answer)
  await oneAtATime(ctx, `kiosk ${its.id}`)
  // By when they came, which their ids begin with: the moments that the tablet tells could be any.
  const since = `${uuidAt(new Date(ctx.now.getTime() - 86_400_000)).slice(0, 13)}-0000-0000-000000000000`
  const [today] = await ctx.db.select({ number: sql<number>`count(*)::int` }).from(answer).where(and(eq(answer.municipalityId, ctx.scope.municipalityId), gte(answer.id, since), eq(answer.questionId, its.questionId), eq(answer.kioskId, its.id)))
  if (today!.number + given.answers.length > mostADay) throw new TooMuch('tooOften')
  const rows = given.answers.map((each) => {
    const said = new Date(each.at), age = ctx.now.getTime() - said.getTime()
    const at = age < 0 || age > oldest ? ctx.now : said
    return { ...ctx.scope, id: ctx.newId(), questionId: its.questionId, at, day: wallClock(at).day, value: each.value, words: each.words, language: ctx.language, from: 'kiosk' as const, kioskId: its.id, clientId: each.id }
  })
  const taken = await ctx.db.insert(answer).values(rows)
    // A free word comes a moment after its face: the same answer, sent again with the word.
    .onConflictDoUpdate({ target: [answer.municipalityId, answer.clientId], targetWhere: sql`client_id is not null`, set: { words: sql`excluded.words` }, setWhere: sql`${answer.words} = '' and excluded.words <> '' and ${answer.kioskId} = excluded.kiosk_id` })
    .returning({ id: answer.id })
  await ctx.db.update(kiosk).set({ heardAt: ctx.now }).where(and(eq(kiosk.municipalityId, ctx.scope.municipalityId), eq(kiosk.id, its.id), isNull(kiosk.endedAt)))
  return { taken: taken.length }
}

/** Forgets whose visits yesterday's answers were, and the words of answers two years old; by the clock, every night. */
export async function forgetVisits(ctx: Ctx): Promise<void> {
  const here = eq(answer.municipalityId, ctx.scope.municipalityId)
  await ctx.db.update(answer).set({ visit: null }).where(and(here, sql`${answer.visit} is not null`, lt(answer.day, wallClock(ctx.now).day)))
  await ctx.db.update(answer).set({ words: '' }).where(and(here, sql`${answer.words} <> ''`, lt(answer.at, new Date(ctx.now.getTime() - 730 * 86_400_000))))
}
