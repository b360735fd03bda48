import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import { locate } from '#core/geo/locate.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { allow } from '#core/permissions/permissions.ts'
import { endOf, isDay } from '#core/time/local.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { record } from '#core/trail/record.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { orderReference } from './reference.ts'
import { crewOf } from './crews.server.ts'
import { orderMade } from './events.server.ts'
import { moveOrder } from './move.server.ts'
import { unitNamed } from './pass-reports.server.ts'
import { can } from './permissions.ts'
import { order } from './schema.server.ts'
import { holdReports, takeReports } from './take-reports.server.ts'
import { keepItems } from './tick.server.ts'

/** A day of a form that must be there. */
export const formDayNeeded = z.string('required').refine(isDay, 'badDay')
/** A day of a form; an empty field is no day. */
export const formDay = z.union([z.literal('').transform(() => undefined), formDayNeeded]).optional()
export const orderTitle = z.string('required').trim().min(3, 'tooShort').max(140)

export type NewOrder = {
  title: string; instructions?: string; unitId: string; crewId?: string | undefined; /** 0–3; at least that of its reports */ priority?: number
  /** a place's name or address, a point; left out: the middle of its reports, or its first one when they lie far apart */ place?: string | undefined; longitude?: number | undefined; latitude?: number | undefined
  /** days such as 2026-11-30 */ dueOn?: string | undefined; plannedFor?: string | undefined
  checklist?: string[]; reports?: string[]
  /** told to the senders when it is planned for a day at once */ sentence?: string | undefined
  /** only who works with it sees it, whatever its reports are */ private?: boolean
}

/** Reports this far apart, in metres, have no middle worth going to. */
const together = 500
/** When nobody says by when: as ideas and reports, two weeks. */
const usualDays = 14

/**
 * Makes a work order of the asker's unit, of any number of reports. With a day it is planned at once, and its senders hear.
 * Throws SignInNeeded, Forbidden, Invalid('farAway' | 'otherUnit'), and what takeReports throws.
 */
export async function makeOrder(ctx: Ctx, input: NewOrder): Promise<{ id: string; reference: string }> {
  allow(ctx, can.plan, { ownerUnitId: input.unitId })
  const unit = await unitNamed(ctx, input.unitId)
  if (input.crewId && (await crewOf(ctx, input.crewId)).unitId !== unit.id) throw new Invalid('otherUnit')
  const reports = await holdReports(ctx, input.reports ?? [])
  const placed = reports.filter((each) => each.longitude !== null && each.latitude !== null).map((each) => ({ longitude: each.longitude!, latitude: each.latitude!, area: each.area, placeName: each.placeName }))
  const said = { name: input.place, longitude: input.longitude, latitude: input.latitude }
  const located = said.name?.trim() || said.longitude !== undefined ? await locate(ctx, said) : middleOf(placed)
  if (located === 'farAway') throw new Invalid('farAway')
  const id = ctx.newId(), reference = orderReference(id)
  await keepSubject(ctx, {
    id, kind: 'workOrder', language: ctx.language, title: { [ctx.language]: input.title.trim() }, text: '', stage: 'idea', visibility: input.private ? 'private' : 'public',
    ownerUnitId: unit.id, ...located, dueAt: input.dueOn ? endOf(input.dueOn) : dueAfter(ctx, usualDays), answeredAt: ctx.now,
  })
  await ctx.db.insert(order).values({ ...ctx.scope, id, reference, stateSince: ctx.now, priority: input.priority ?? 1, instructions: input.instructions?.trim() ?? '', crewId: input.crewId ?? null, plannedFor: input.plannedFor ?? null })
  await record(ctx, orderMade, { subjectId: id, stage: 'idea', unitId: unit.id })
  await keepItems(ctx, id, input.checklist ?? [])
  if (input.reports?.length) await takeReports(ctx, id, input.reports, { fresh: true })
  if (input.plannedFor) await moveOrder(ctx, id, { to: 'planned', ...(input.sentence ? { sentence: input.sentence } : {}), dueAt: input.dueOn ? endOf(input.dueOn) : endOf(input.plannedFor) })
  return { id, reference }
}

/** Where the work of several reports is: their middle when they lie together, else where the first is. */
function middleOf(placed: { longitude: number; latitude: number; area: string | null; placeName: string | null }[]) {
  const [first] = placed
  if (!first) return { placeName: null, area: null, longitude: null, latitude: null }
  const middle = { longitude: placed.reduce((sum, each) => sum + each.longitude, 0) / placed.length, latitude: placed.reduce((sum, each) => sum + each.latitude, 0) / placed.length }
  return placed.every((each) => metresBetween(each, middle) <= together) ? { ...first, ...middle } : first
}
