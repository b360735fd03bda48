import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { placeDetails } from '../details.ts'
import { daysFrom, dayAt, addDays } from '../hours/days.ts'
import { spansOn } from '../hours/engine.ts'
import { keepHours } from '../hours/keep-hours.server.ts'
import { periodList } from '../hours/period-shape.ts'
import type { Period } from '../hours/periods.ts'
import { channelFacts, placeFacts, serviceFacts } from '../facts.ts'
import { keepChannel } from '../keep-channel.server.ts'
import { keepDetails } from '../keep-details.server.ts'
import { keepPlace } from '../keep-place.server.ts'
import { keepService } from '../keep-service.server.ts'
import { channel, place, service } from '../schema.server.ts'
import { type Facts, factsWith, same, type What } from './brought.ts'

const lists = ['entrances', 'accessSentences', 'equipment'] as const

/** What facts must be for a thing to be kept; the field that is not, when one is not. */
export function wrongIn(what: What, facts: Facts): string | null {
  const read = what === 'place' ? placeFacts.safeParse(facts) : what === 'service' ? serviceFacts.safeParse(facts) : what === 'channel' ? channelFacts.safeParse(facts) : periodList.safeParse(facts.periods ?? [])
  return read.success ? null : String(read.error.issues[0]?.path[0] ?? 'form')
}

/**
 * Writes fields onto a thing, or makes one, by the only ways there are to write one (keepPlace and its like). `before`: its
 * facts here; null makes a new one. Returns its id. The caller has asked `wrongIn`.
 */
export async function writeThing(ctx: Ctx, what: What, id: string | null, before: Facts | null, fields: Facts, its: { unitId?: string } = {}): Promise<string> {
  const facts = factsWith(before ?? {}, fields)
  const keeping = id ? { id } : { unitId: its.unitId ?? null }
  if (what === 'place') {
    const changesFacts = Object.keys(fields).some((field) => !lists.includes(field as 'equipment'))
    const made = changesFacts || !id ? (await keepPlace(ctx, placeFacts.parse(facts), keeping)).id : id
    const changed = Object.fromEntries(lists.flatMap((name) => (name in fields ? [[name, facts[name] ?? []]] : [])))
    if (Object.keys(changed).length > 0 && (id || Object.values(changed).some((list) => (list as unknown[]).length > 0))) await keepDetails(ctx, made, placeDetails.parse(changed))
    return made
  }
  if (what === 'service') return (await keepService(ctx, serviceFacts.parse(facts), keeping)).id
  if (what === 'channel') return (await keepChannel(ctx, channelFacts.parse(facts), { ...(id ? { id } : {}), serviceIds: (facts.serviceIds as string[] | undefined) ?? [] })).id
  const periods = periodList.parse(facts.periods ?? [])
  // who follows hears when something changes that they could come to, not when a year's holidays are reckoned anew
  await keepHours(ctx, id!, facts.of as 'place' | 'channel', periods, { quiet: !before || sameSoon(ctx.now, before.periods as Period[], periods) })
  return id!
}
const sameSoon = (now: Date, before: Period[], after: Period[]) => { const today = dayAt(now); return daysFrom(today, addDays(today, 30)).every((day) => same(spansOn(before, [], day), spansOn(after, [], day))) }

/** Takes a thing out of use because its source no longer has it, or back. What somebody hid or ended here stays so. Did anything change? */
export async function markGone(ctx: Ctx, what: What, id: string, its: { gone: boolean; visibility?: string }, gone: boolean): Promise<boolean> {
  if (what === 'hours') return false
  const vanishedAt = gone ? ctx.now : null
  if (what === 'channel') {
    if (its.gone === gone) return false
    await ctx.db.update(channel).set({ vanishedAt }).where(and(eq(channel.municipalityId, ctx.scope.municipalityId), eq(channel.id, id)))
    return true
  }
  const table = what === 'place' ? place : service
  if (gone ? its.visibility !== 'public' && its.visibility !== 'hidden' : !its.gone) return false
  await ctx.db.update(table).set({ vanishedAt, changedAt: ctx.now }).where(and(eq(table.municipalityId, ctx.scope.municipalityId), eq(table.id, id)))
  // what a moderator has hidden is only remembered to be gone, so that it is not in use when it is shown again
  if (its.visibility === 'hidden') return false
  if (gone || its.visibility === 'withdrawn') await changeSubject(ctx, id, gone ? { visibility: 'withdrawn', stage: 'ended' } : { visibility: 'public', stage: 'service' })
  return true
}
