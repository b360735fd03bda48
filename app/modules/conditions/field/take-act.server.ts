import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, isProblems } from '#core/errors/errors.ts'
import { happenedAt } from '#core/http/sent-later.ts'
import { allow } from '#core/permissions/permissions.ts'
import { maintained, observe, worksAt } from '../observe.server.ts'
import { can } from '../permissions.ts'
import { type PlaceNow, placesNow } from '../read.server.ts'
import { endNotice, keepSeason, sayNotice } from '../say.server.ts'
import { notice } from '../schema.server.ts'
import type { PlaceActRead } from './act.server.ts'
import type { Newer } from './data.ts'
import { lastAt, untilOf } from './when.ts'

/** What became of an act. `older`: it is kept, and something that was seen later stands; a word whose time has passed or that a newer one has replaced is not put up. */
export type Taken = { outcome: 'taken' | 'older'; placeId: string; newer: Newer | null }

/**
 * Takes one thing that was said of a place in the field, with or without a network then, at the moment when it was true. The
 * same `clientId` twice is once. What was seen later stays, whatever comes after it, and the sender hears of it.
 * Throws SignInNeeded, Conflict('otherPerson'), Forbidden, NotFound; problems as of the operations (observe.server.ts, say.server.ts).
 */
export async function takePlaceAct(ctx: Ctx, act: PlaceActRead): Promise<Taken | Mended> {
  const me = allow(ctx, can.openField)
  if (act.person !== me.id) throw new Conflict('otherPerson')
  const at = act.clock ? lastAt(act.clock, ctx.now) : happenedAt(act, ctx.now)
  const done = await carryOut(ctx, act, at)
  if (isProblems(done)) return done
  const now = (await placesNow(ctx, [act.placeId])).get(act.placeId)
  const newer = now ? newerThan(now, act.say, at) : null
  return { outcome: newer ? 'older' : done.outcome, placeId: act.placeId, newer }
}

type Became = { outcome: Taken['outcome'] }
async function carryOut(ctx: Ctx, act: PlaceActRead, at: Date): Promise<Became | Mended> {
  const { say, placeId, clientId } = act
  switch (say.what) {
    case 'saw': return ok(await observe(ctx, { placeId, property: say.property, value: say.value, number: null, observedAt: at, clientId }))
    case 'measured': return ok(await observe(ctx, { placeId, property: say.property, value: null, number: act.number!, observedAt: at, clientId }))
    case 'did': return ok(await maintained(ctx, { placeId, what: say.care, at, clientId }))
    case 'season': return ok(await keepSeason(ctx, { placeId, on: say.on, at }))
    case 'words': case 'wordsEnd': return aboutWords(ctx, act, at)
  }
}
const ok = (its: object | Mended): Became | Mended => (isProblems(its) ? its : { outcome: 'taken' })

/** A word that waited for a network is put up only while it is true, and takes away none that came after it. */
async function aboutWords(ctx: Ctx, { say, placeId, clientId, text = '', until }: PlaceActRead, at: Date): Promise<Became | Mended> {
  await worksAt(ctx, placeId)
  const [before] = await ctx.db.select({ id: notice.id }).from(notice).where(and(eq(notice.municipalityId, ctx.scope.municipalityId), eq(notice.clientId, clientId)))
  if (before) return { outcome: 'taken' }
  const standing = (await placesNow(ctx, [placeId])).get(placeId)?.notice
  const over = untilOf(until, at), late = standing != null && standing.from > at
  if (say.what === 'wordsEnd') { if (!late) await endNotice(ctx, placeId); return { outcome: late ? 'older' : 'taken' } }
  if (late || over <= ctx.now) return { outcome: 'older' }
  const words = { wordsFi: '', wordsSv: '', wordsEn: '', [`words${ctx.language === 'fi' ? 'Fi' : ctx.language === 'sv' ? 'Sv' : 'En'}`]: text }
  return ok(await sayNotice(ctx, { placeId, ...words, until: over, clientId }))
}

/** What stands in place of what was said, because it was seen later. */
function newerThan(now: PlaceNow, say: PlaceActRead['say'], at: Date): Newer | null {
  if (say.what === 'saw' || say.what === 'measured') {
    const its = now.conditions.find((each) => each.property === say.property)
    return its && its.observedAt > at ? { say: its.was.value === null ? { what: 'measured', property: its.property } : { what: 'saw', property: its.property, value: its.was.value }, number: its.was.number, at: its.observedAt.toISOString() } : null
  }
  if (say.what === 'did') {
    const its = now.maintained.find((each) => each.what === say.care)
    return its && its.at > at ? { say: { what: 'did', care: its.what }, number: null, at: its.at.toISOString() } : null
  }
  if (say.what === 'season') return now.season && now.season.since > at && now.season.on !== say.on ? { say: { what: 'season', on: now.season.on }, number: null, at: now.season.since.toISOString() } : null
  return null
}
