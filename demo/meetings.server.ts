import { and, eq, sql } from 'drizzle-orm'
import { contextOf, type Ctx, type House } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { isProblems, type Mended } from '#core/errors/errors.ts'
import { addLocalDays, wallClock } from '#core/time/local.ts'
import { subject } from '#core/trail/schema.server.ts'
import { addBody, addItem, addMeeting, decideItem, publishMeeting } from '#modules/meetings/server'
import { editCase } from '#modules/preparation/server'
import type { ToldMeetings } from './meetings.ts'
import type { Settled } from './together.server.ts'
import { dayOf, momentOf } from './when.ts'

/** Tells who meets, what is coming to their tables and what they have decided, each by the official who wrote it. */
export async function tellMeetings(house: House, db: Db, told: ToldMeetings, { municipality, units, topics, people }: Settled, admin: string, now: Date) {
  await db.execute(sql`select set_config('app.municipality', ${String(municipality.id)}, true), set_config('role', 'nousu_web', true)`)
  const as = (who: string, at: Date): Ctx => contextOf({ ...house, clock: () => at }, { municipality, actor: people.actor(who), language: 'fi' }, db)
  const bodies = new Map<string, string>()
  for (const each of told.bodies) bodies.set(each.key, made(await addBody(as(admin, momentOf('-400 9.00', now)), { nameFi: each.name.fi ?? '', nameSv: each.name.sv ?? '', nameEn: each.name.en ?? '', unitId: units[each.unit]! })).id)
  for (const its of told.meetings) {
    const ctx = as(its.by, momentOf(its.writtenAt, now))
    const { id } = made(await addMeeting(ctx, { bodyId: bodies.get(its.body)!, day: workingDay(its.day, now), time: its.time, place: its.place, agendaUrl: '', minutesUrl: '' }))
    const items: { id: string; decision: string | undefined }[] = []
    for (const { sign, title, text = '', topic, place = '', caseNumber = '', matter, decision } of its.items) {
      const number = caseNumber.replace('{year}', wallClock(now).day.slice(0, 4))
      const concerns = matter ? await matterCalled(ctx, matter) : null
      if (concerns && number) await nameCase(ctx, as, concerns, number)
      items.push({ id: (await addItem(ctx, id, { title, sign, text, url: '', caseNumber: number, topicId: topic ? topics[topic]! : '', place, matterId: concerns && !number ? concerns.id : '' })).id, decision })
    }
    await publishMeeting(ctx, id)
    for (const each of items) if (each.decision && its.decidedAt) await decideItem(as(its.by, momentOf(its.decidedAt, now)), each.id, { decision: each.decision, decisionUrl: '' })
  }
  await db.execute(sql`select set_config('role', 'none', true), set_config('app.municipality', '', true)`)
}

async function matterCalled(ctx: Ctx, title: string): Promise<{ id: string; author: string }> {
  const [its] = await ctx.db.select({ id: subject.id, author: subject.authorPersonId }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.kind, 'matter'), sql`${subject.title}->>'fi' = ${title}`))
  if (!its?.author) throw new Error(`no matter is called "${title}"`)
  return { id: its.id, author: its.author }
}
/** A matter has this number in the register, said by its own official. */
async function nameCase(ctx: Ctx, as: (who: string, at: Date) => Ctx, its: { id: string; author: string }, caseNumber: string) {
  const { rows: [who] } = await ctx.db.execute<{ name: string }>(sql`select name from identity.person where municipality_id = ${ctx.scope.municipalityId} and id = ${its.author}`)
  await editCase(as(who!.name, ctx.now), its.id, { caseNumber, decidingBody: '', meetingOn: undefined } as never)
}

function workingDay(day: string, now: Date): string {
  const wanted = dayOf(day, now)
  const weekday = new Date(`${wanted}T00:00:00Z`).getUTCDay()
  const by = weekday !== 0 && weekday !== 6 ? 0 : day.startsWith('-') ? (weekday === 6 ? -1 : -2) : weekday === 6 ? 2 : 1
  return wallClock(addLocalDays(new Date(`${wanted}T12:00:00Z`), by)).day
}
function made<T>(done: T | Mended): T {
  if (isProblems(done)) throw new Error(JSON.stringify(done.problems))
  return done
}
