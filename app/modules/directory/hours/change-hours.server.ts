import { createHash } from 'node:crypto'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended } from '#core/errors/errors.ts'
import type { Translated } from '#core/text/language.ts'
import { lookedOver } from '../entries/moderate.server.ts'
import { hoursOf } from './hours.server.ts'
import { keepHours } from './keep-hours.server.ts'
import { keptOwner, type Owner } from './owner.server.ts'
import { kindOf, type FormKind, periodOf, type Values } from './period-form.ts'
import type { Period } from './periods.ts'

/** A period's name among its owner's: by what it says, so that it is still the same one when another has been removed before it. */
export const keyOf = (period: Period): string => createHash('sha256').update(JSON.stringify([period.name, period.from, period.until, period.override, period.state, period.groups.map((group) => [group.spans.map((span) => [span.weekdays, span.start, span.end, span.fullDay, span.state, span.note?.fi, span.note?.sv, span.note?.en]), group.rules.map((rule) => Object.entries(rule).sort())])])).digest('base64url').slice(0, 16)

/** The hours that the asker keeps, with their owner; without any, none yet (version 0). */
export async function keptHours(ctx: Ctx, ownerId: string): Promise<{ owner: Owner; periods: Period[]; exceptions: NonNullable<ReturnType<Awaited<ReturnType<typeof hoursOf>>['get']>>['exceptions']; note: Translated | null; version: number }> {
  const owner = await keptOwner(ctx, ownerId)
  const its = (await hoursOf(ctx, [ownerId])).get(ownerId)
  return { owner, periods: its?.periods ?? [], exceptions: its?.exceptions ?? [], note: its?.note ?? null, version: its?.version ?? 0 }
}

/** The periods with one written anew in its place, or added; one that is there already, as when a form was sent twice, is not added again. */
export const withPeriod = (periods: Period[], key: string | null, period: Period): Period[] => (periods.some((each) => keyOf(each) === (key ?? keyOf(period))) ? periods.map((each) => (keyOf(each) === (key ?? keyOf(period)) ? period : each)) : [...periods, period])

/**
 * Writes one period of someone's hours: `key` is the one that it takes the place of. Problems by field; `form` changedMeanwhile
 * when somebody else has changed the hours since `version`, and then the form is shown again with theirs beside it.
 */
export async function savePeriod(ctx: Ctx, ownerId: string, its: { key: string | null; kind: FormKind; full: boolean; version: number; values: Values }): Promise<Mended | { changed: boolean }> {
  const { owner, periods, version } = await keptHours(ctx, ownerId)
  const read = periodOf(its.values, its.kind, its.full)
  if ('problems' in read) return read
  if (version !== its.version) return { problems: { form: 'changedMeanwhile' } }
  if (its.kind === 'week' && !its.full && !its.key && periods.some((each) => kindOf(each) === 'week')) return { problems: { form: 'hasWeek' } }
  if (periods.length >= 200 && !its.key) return { problems: { form: 'tooMany' } }
  return kept(ctx, owner, withPeriod(periods, its.key, read.period), version)
}
/** Takes one period away; one that is gone already is. */
export async function removePeriod(ctx: Ctx, ownerId: string, key: string): Promise<Mended | { changed: boolean }> {
  const { owner, periods, version } = await keptHours(ctx, ownerId)
  return kept(ctx, owner, periods.filter((each) => keyOf(each) !== key), version)
}
/** What hours cannot say, in words. */
export async function saveHoursNote(ctx: Ctx, ownerId: string, note: Translated, version: number): Promise<Mended | { changed: boolean }> {
  const its = await keptHours(ctx, ownerId)
  if (its.version !== version) return { problems: { form: 'changedMeanwhile' } }
  const done = await keepHours(ctx, ownerId, its.owner.of, its.periods, { note: Object.fromEntries(Object.entries(note).filter(([, text]) => text.trim())), version })
  await lookedAt(ctx, its.owner, note)
  return done
}
/** What a provider writes into hours, such as their names and notes, is looked over as everything that it writes. */
async function lookedAt(ctx: Ctx, owner: Owner, said: unknown) {
  for (const each of owner.entries) if (each.providerId && each.visibility !== 'waiting') await lookedOver(ctx, each.subjectId, said)
}
async function kept(ctx: Ctx, owner: Owner, periods: Period[], version: number): Promise<Mended | { changed: boolean }> {
  let done: { changed: boolean }
  try { done = await keepHours(ctx, owner.id, owner.of, periods, { version }) } catch (cause) {
    if (cause instanceof Conflict) return { problems: { form: 'changedMeanwhile' } }
    throw cause
  }
  await lookedAt(ctx, owner, periods)
  return done
}
