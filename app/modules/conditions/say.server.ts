import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { type Mended, problems } from '#core/errors/errors.ts'
import type { Translated } from '#core/text/language.ts'
import { endOf, isDay } from '#core/time/local.ts'
import { findingIn } from '#modules/moderation/server'
import { clientId, momentOf, seenAt, worksAt } from './observe.server.ts'
import { notice, season } from './schema.server.ts'
import { isSeasonal } from './vocabulary.ts'

const line = z.string().optional().transform((text) => (text ?? '').replace(/\s+/g, ' ').trim()).pipe(z.string().max(300, 'tooLong').refine((text) => !text.includes('\0'), 'invalid'))
/** A free word on a place, in one to three languages, until a day (to its end) or a moment. */
export const noticeForm = z.object({ placeId: z.string('required'), wordsFi: line, wordsSv: line, wordsEn: line, until: z.union([z.string().refine(isDay, 'badDay').transform((day) => endOf(day)), seenAt], 'badDay'), clientId })
  .refine((its) => its.wordsFi || its.wordsSv || its.wordsEn, { path: ['wordsFi'], message: 'required' })
export const seasonForm = z.object({ placeId: z.string('required'), on: z.enum(['on', 'off'], 'required').transform((text) => text === 'on'), at: seenAt.optional() })

/** The longest that a word may stand without being said anew, in days. */
const longestDays = 200
/**
 * Says a word on a place, true until a moment, in place of the one before it. The same client id twice is once.
 * Problems: wordsFi required | invalid; until past | tooFar. Throws SignInNeeded, Forbidden, NotFound.
 */
export async function sayNotice(ctx: Ctx, its: z.output<typeof noticeForm>): Promise<{ id: string | null } | Mended> {
  const { me } = await worksAt(ctx, its.placeId)
  if (its.until <= ctx.now) return problems({ until: 'past' })
  if (its.until.getTime() > ctx.now.getTime() + longestDays * 86_400_000) return problems({ until: 'tooFar' })
  const words: Translated = Object.fromEntries(([['fi', its.wordsFi], ['sv', its.wordsSv], ['en', its.wordsEn]] as const).filter(([, text]) => text))
  // a word has nowhere to wait for a moderator: one that a rule stops is not taken of an association or a company
  if (me.as && findingIn(ctx, Object.values(words).join('\n'))) return problems({ wordsFi: 'invalid' })
  await oneAtATime(ctx, `word on ${its.placeId}`)
  const [same] = await ctx.db.select({ id: notice.id }).from(notice).where(and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.clientId, its.clientId)))
  if (same) return { id: null }
  await endNow(ctx, its.placeId)
  const id = ctx.newId()
  await ctx.db.insert(notice).values({ ...ctx.scope, id, placeId: its.placeId, words, from: ctx.now, until: its.until, personId: me.id, clientId: its.clientId })
  return { id }
}
/** Takes the word on a place back before its time. */
export async function endNotice(ctx: Ctx, placeId: string): Promise<void> {
  await worksAt(ctx, placeId)
  await endNow(ctx, placeId)
}
const endNow = (ctx: Ctx, placeId: string) => ctx.db.update(notice).set({ endedAt: ctx.now }).where(and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.placeId, placeId), isNull(notice.endedAt)))

/**
 * Says that a place's season has begun or ended. What is said later of an earlier moment changes nothing. Problems: on
 * noSeason, when places of its kind have none; at future. Throws SignInNeeded, Forbidden, NotFound.
 */
export async function keepSeason(ctx: Ctx, its: z.output<typeof seasonForm>): Promise<{ changed: boolean } | Mended> {
  const { me, kind } = await worksAt(ctx, its.placeId)
  const at = momentOf(its.at, ctx.now)
  if (!isSeasonal(kind)) return problems({ on: 'noSeason' })
  if (!at) return problems({ at: 'future' })
  const changed = await ctx.db.insert(season).values({ ...ctx.scope, placeId: its.placeId, on: its.on, at, personId: me.id })
    .onConflictDoUpdate({ target: [season.municipalityId, season.placeId], set: { on: its.on, at, personId: me.id }, setWhere: sql`${season.at} <= ${at} and ${season.on} <> ${its.on}` }).returning({ placeId: season.placeId })
  return { changed: changed.length > 0 }
}
