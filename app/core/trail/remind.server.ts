import { and, asc, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { leadsOf, officialsOf } from '#core/identity/officials.server.ts'
import { role } from '#core/identity/schema.server.ts'
import { noticeTo } from '#core/notices/notice.server.ts'
import { addLocalDays, atWallClock, wallClock } from '#core/time/local.ts'
import { isLate } from './due.server.ts'
import { event } from './event.ts'
import { record } from './record.server.ts'
import { isHandled, reminder, subject } from './schema.server.ts'

/** Only the owner hears of it. data: `{ dueAt }` */
export const dueSoon = event('trail.dueSoon', { onTrail: false, tells: 'nobody', icon: 'late', words: { fi: () => 'Vastauksen määräpäivä lähestyy', sv: () => 'Sista dagen för svaret närmar sig', en: () => 'The answer is due soon' } })
/** On the trail for everyone: a promise that was not kept stays to be seen after it is mended. data: `{ dueAt }` */
const becameLate = event('trail.late', { onTrail: true, tells: 'nobody', icon: 'late', words: { fi: () => 'Luvattu päivä meni ohi', sv: () => 'Den utlovade dagen gick förbi', en: () => 'The promised day went by' } })

/** Reminders are a morning's matter: from this time of the wall clock in Finland. */
const morning = '08:00:00'

/** From when the owner is reminded of a due date: the morning so many calendar days before it. Clock changes do not move it. */
export function remindFrom(dueAt: Date, days: number): Date {
  return atWallClock(wallClock(addLocalDays(dueAt, -days)).day, morning)
}
/** From when the unit's lead is told that a due date went by: the next morning. */
export const tellLateFrom = (dueAt: Date): Date => remindFrom(dueAt, -1)

/**
 * The clock's round, for a worker to run as often as it likes: each due date is reminded of once to the subject's owner
 * before it (the person, else the unit's officials) and told of once to the unit's lead after it. What has no such
 * person goes to whoever is nearest: all of the unit, else the municipality's admins.
 * @returns how many due dates were reminded of and how many told as late
 */
export async function remindOwners(ctx: Ctx): Promise<{ soon: number; late: number }> {
  const days = ctx.municipality.rules.reminderDays ?? 2
  const found = await ctx.db.select({ id: subject.id, stage: subject.stage, dueAt: subject.dueAt, unitId: subject.ownerUnitId, personId: subject.ownerPersonId }).from(subject)
    .where(and(
      eq(subject.municipalityId, ctx.scope.municipalityId), isHandled, isNotNull(subject.dueAt), lt(subject.dueAt, addLocalDays(ctx.now, days + 1)),
      sql`not exists (select from ${reminder} where ${reminder.municipalityId} = ${subject.municipalityId} and ${reminder.subjectId} = ${subject.id} and ${reminder.dueAt} = ${subject.dueAt}
        and ${reminder.kind} = case when ${subject.dueAt} < ${ctx.now} then 'late' else 'soon' end)`,
    )).orderBy(asc(subject.dueAt)).limit(1000)
  const done = { soon: 0, late: 0 }
  for (const its of found) {
    const dueAt = its.dueAt!
    const kind = isLate(its, ctx.now) ? 'late' : 'soon'
    if (ctx.now < (kind === 'late' ? tellLateFrom(dueAt) : remindFrom(dueAt, days))) continue
    // whoever writes the row reminds; another worker's round finds it and does nothing
    const mine = await ctx.db.insert(reminder).values({ ...ctx.scope, subjectId: its.id, dueAt, kind, at: ctx.now }).onConflictDoNothing().returning()
    if (mine.length === 0) continue
    const data = { dueAt: dueAt.toISOString() }
    const eventId = await record(ctx, kind === 'late' ? becameLate : dueSoon, { subjectId: its.id, data, ...(kind === 'late' ? { stage: its.stage } : {}) })
    for (const personId of await whoHears(ctx, kind, its)) await noticeTo(ctx, { personId, subjectId: its.id, eventId, kind: kind === 'late' ? becameLate.kind : dueSoon.kind, data })
    done[kind]++
  }
  return done
}

async function whoHears(ctx: Ctx, kind: 'soon' | 'late', its: { unitId: string | null; personId: string | null }): Promise<string[]> {
  const people = its.unitId ? await officialsOf(ctx, [its.unitId]) : []
  const owner = people.filter((each) => each.id === its.personId)
  const hear = kind === 'late' ? leadsOf(people) : owner.length ? owner : people
  if (hear.length) return hear.map((each) => each.id)
  const admins = await ctx.db.select({ id: role.personId }).from(role).where(and(eq(role.municipalityId, ctx.scope.municipalityId), eq(role.role, 'admin')))
  return admins.map((each) => each.id)
}
