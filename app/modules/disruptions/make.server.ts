import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Invalid, isProblems, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { findPlaces } from '#core/geo/find.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { allow } from '#core/permissions/permissions.ts'
import { cut } from '#core/text/cut.ts'
import { languages, type Translated } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { told } from './events.server.ts'
import { type DisruptionKind, disruptionKinds, kindKeys, severities, type Severity } from './kinds.ts'
import { can } from './permissions.ts'
import { closes, disruption, inArea, message, part } from './schema.server.ts'
import { boxOf, middleOf } from './shape.ts'
import { type Located, locateDisruption, type Where } from './where.server.ts'

const farthest = 150_000
/** A planned one is told of at most this long before. */
const ahead = 400 * 86_400_000

/** What a new disruption is made of, besides where. */
export type NewDisruption = {
  kind: DisruptionKind; unitId: string; severity?: Severity | undefined; title?: string | undefined; text?: string | undefined; instead?: string | undefined; insteadName?: string | undefined; insteadAt?: { longitude: number; latitude: number } | undefined
  /** now, when not said */ startsAt?: Date | undefined; /** null: until further notice */ endsAt?: Date | null | undefined; nextWordAt?: Date | null | undefined
  topicId?: string | undefined; /** a work order that mends it */ workId?: string | undefined; /** the same twice is once */ clientId?: string | undefined
  /** told later than it was: the demonstration */ madeAt?: Date | undefined
}
export const kindOf = z.enum(kindKeys, 'required')
export const severityOf = z.enum(severities, 'required')

/**
 * Tells people of a disruption, now or beforehand, and makes its first message to other programs. Who hears is worked out
 * of where it is, after the commit (tell.server.ts). Problems: where …, shape …, endsAt endsBeforeStart | past, startsAt
 * tooFarAhead, nextWordAt past, insteadAt farAway. Throws SignInNeeded, Forbidden, NotFound for a unit or a work order that is not there.
 */
export async function makeDisruption(ctx: Ctx, its: NewDisruption, where: Where): Promise<{ id: string } | Mended> {
  allow(ctx, can.keep, { ownerUnitId: its.unitId })
  if (!isId(its.unitId)) throw new NotFound()
  const [owner] = await ctx.db.select({ id: unit.id }).from(unit).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), eq(unit.id, its.unitId)))
  if (!owner) throw new NotFound()
  if (its.clientId) {
    if (its.clientId.length > 60) throw new Invalid()
    await oneAtATime(ctx, `disruption ${its.clientId}`)
    const [before] = await ctx.db.select({ id: disruption.id }).from(disruption).where(and(eq(disruption.municipalityId, ctx.scope.municipalityId), eq(disruption.clientId, its.clientId)))
    if (before) return before
  }
  const work = its.workId ? await subjectOf(ctx, its.workId, { kind: 'workOrder' }) : null
  const now = its.madeAt ?? ctx.now
  const startsAt = its.startsAt ?? now, endsAt = its.endsAt ?? null, nextWordAt = endsAt ? null : its.nextWordAt ?? null
  const wrong = timesWrong(now, startsAt, endsAt, nextWordAt)
  if (wrong) return problems(wrong)
  if (its.insteadAt && metresBetween(its.insteadAt, ctx.municipality) > farthest) return problems({ insteadAt: 'farAway' })
  const insteadAt = its.insteadAt ?? await pointNamed(ctx, its.insteadName?.trim() ?? '')
  const located = await locateDisruption(ctx, its.kind, where)
  if (isProblems(located)) return located
  const id = ctx.newId(), begins = startsAt <= now, middle = middleOf(located.parts)
  await keepSubject(ctx, {
    id, kind: 'disruption', language: ctx.language, title: titleOf(ctx, its.kind, its.title, located.name), text: [its.text, its.instead, disruptionKinds[its.kind].lead[ctx.language]].filter(Boolean).join('\n'),
    stage: begins ? 'developing' : 'idea', visibility: 'public', ownerUnitId: owner.id, topicId: its.topicId && isId(its.topicId) ? its.topicId : null, placeName: located.name,
    area: (located.areas.find((each) => each.picked) ?? located.areas[0])?.area ?? null, longitude: middle?.longitude ?? null, latitude: middle?.latitude ?? null, dueAt: null, comesAt: begins ? null : startsAt, createdAt: now, movedAt: now,
  })
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  await ctx.db.insert(disruption).values({
    ...ctx.scope, id, kind: its.kind, severity: its.severity ?? disruptionKinds[its.kind].severity, startsAt, endsAt, nextWordAt, begunAt: begins ? startsAt : null, text: its.text?.trim() ?? '', instead: its.instead?.trim() ?? '', insteadName: its.insteadName?.trim() ?? '',
    insteadLongitude: insteadAt?.longitude ?? null, insteadLatitude: insteadAt?.latitude ?? null, whole: located.whole, madeBy: me, madeAt: now, changedAt: now, clientId: its.clientId ?? null,
  })
  await keepWhere(ctx, id, located)
  if (work && work.visibility === 'public') await linkSubjects(ctx, id, 'concerns', work.id)
  await ctx.db.insert(message).values({ ...ctx.scope, disruptionId: id, number: 1, type: 'Alert', sentAt: now })
  await record(ctx, told, { subjectId: id, stage: begins ? 'developing' : 'idea', unitId: owner.id, ...(its.text?.trim() ? { sentence: its.text.trim() } : {}), ...(its.madeAt ? { at: its.madeAt } : {}) })
  return { id }
}

/** "Vesikatko: Soppeenmäki" in every language, unless the official named it. */
function titleOf(ctx: Ctx, kind: DisruptionKind, own: string | undefined, place: string): Translated {
  if (own?.trim()) return { [ctx.language]: own.trim() }
  return Object.fromEntries(languages.map((each) => [each, cut(`${disruptionKinds[kind].name[each]}: ${place}`, 160)]))
}

/** The point of a place or an address that is named as it is; a guess would lead people astray. */
async function pointNamed(ctx: Ctx, name: string) {
  if (!name) return null
  const small = name.toLocaleLowerCase('fi')
  return (await findPlaces(ctx, name)).find((each) => each.kind !== 'street' && small.includes(each.name.toLocaleLowerCase('fi'))) ?? null
}

/** Field → code, or null when the times make sense. */
export function timesWrong(now: Date, startsAt: Date, endsAt: Date | null, nextWordAt: Date | null): Record<string, string> | null {
  if (startsAt.getTime() - now.getTime() > ahead) return { startsAt: 'tooFarAhead' }
  if (endsAt && endsAt <= startsAt) return { endsAt: 'endsBeforeStart' }
  if (endsAt && endsAt <= now) return { endsAt: 'past' }
  if (nextWordAt && nextWordAt <= now) return { nextWordAt: 'past' }
  return null
}

async function keepWhere(ctx: Ctx, id: string, located: Located) {
  if (located.parts.length) await ctx.db.insert(part).values(located.parts.map((each, position) => ({ ...ctx.scope, disruptionId: id, position, ...each, ...boxOf(each) })))
  if (located.areas.length) await ctx.db.insert(inArea).values(located.areas.map((each) => ({ ...ctx.scope, disruptionId: id, ...each })))
  if (located.closes.length) await ctx.db.insert(closes).values(located.closes.map((placeId) => ({ ...ctx.scope, disruptionId: id, placeId })))
}
