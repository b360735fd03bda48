import { and, asc, desc, eq, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { type Body, bodiesOf, type MeetingState, ofBody, stateOf } from './meeting.server.ts'
import { can } from './permissions.ts'
import { body, item, meeting } from './schema.server.ts'

export type MeetingLine = { id: string; body: string; bodyKey: string; startsAt: Date; dayOnly: boolean; place: string; state: MeetingState; published: boolean; items: number; agenda: boolean; minutes: boolean; changedAt: Date }

const most = 30
const columns = {
  id: meeting.id, startsAt: meeting.startsAt, dayOnly: meeting.dayOnly, place: meeting.place, cancelledAt: meeting.cancelledAt, publishedAt: meeting.publishedAt, agendaUrl: meeting.agendaUrl, minutesUrl: meeting.minutesUrl, changedAt: meeting.changedAt,
  name: body.name, bodyKey: body.key, unitId: body.unitId,
  items: sql<number>`(select count(*) from ${item} i where i.municipality_id = ${meeting.municipalityId} and i.meeting_id = ${meeting.id} and i.gone_at is null)::int`,
}

/** Meetings as lines: those that match, in order. Unpublished ones only to who may write them. */
async function lines(ctx: Ctx, where: SQL | undefined, order: SQL[], limit: number): Promise<MeetingLine[]> {
  const writes = ctx.actor.kind === 'person' && may(ctx, can.begin)
  const rows = await ctx.db.select(columns).from(meeting).innerJoin(body, and(eq(body.municipalityId, meeting.municipalityId), eq(body.id, meeting.bodyId)))
    .where(and(eq(meeting.municipalityId, ctx.scope.municipalityId), writes ? undefined : isNotNull(meeting.publishedAt), where)).orderBy(...order).limit(limit)
  return rows.filter((row) => row.publishedAt || may(ctx, can.write, ofBody(row))).map((row) => ({
    id: row.id, body: inLanguage(row.name, ctx.language), bodyKey: row.bodyKey, startsAt: row.startsAt, dayOnly: row.dayOnly, place: row.place, state: stateOf(row, ctx.now),
    published: row.publishedAt !== null, items: row.items, agenda: row.agendaUrl !== '', minutes: row.minutesUrl !== '', changedAt: row.changedAt,
  }))
}

export type MeetingList = { bodies: (Body & { title: string })[]; chosen: Body | null; coming: MeetingLine[]; past: MeetingLine[]; next: string | null; before: boolean; mayBegin: boolean }

/** What is coming, the nearest first, and what has been, the newest first; `before` is the cursor of earlier ones. Three queries. */
export async function listMeetings(ctx: Ctx, query: URLSearchParams): Promise<MeetingList> {
  const bodies = await bodiesOf(ctx)
  const chosen = bodies.find((each) => each.key === query.get('body')) ?? null
  const today = atWallClock(wallClock(ctx.now).day, '00:00:00')
  const at = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(query.get('before') ?? '') ? new Date(query.get('before')!) : null
  const before = at && !Number.isNaN(at.getTime()) ? at : null
  const ofChosen = chosen ? eq(meeting.bodyId, chosen.id) : undefined
  const coming = before ? [] : await lines(ctx, and(ofChosen, gte(meeting.startsAt, today)), [asc(meeting.startsAt), asc(meeting.id)], 100)
  const past = await lines(ctx, and(ofChosen, lt(meeting.startsAt, before && before < today ? before : today)), [desc(meeting.startsAt), desc(meeting.id)], most + 1)
  return {
    bodies: bodies.map((each) => ({ ...each, title: inLanguage(each.name, ctx.language) })), chosen, coming, past: past.slice(0, most), before: before !== null,
    next: past.length > most ? past[most - 1]!.startsAt.toISOString() : null, mayBegin: may(ctx, can.begin) && bodies.some((each) => may(ctx, can.write, ofBody(each))),
  }
}

/** What a calendar subscribes to: published meetings of the last 90 days and all that are coming. */
export async function calendarMeetings(ctx: Ctx, bodyKey: string | null): Promise<(MeetingLine & { titles: string[] })[]> {
  const from = new Date(ctx.now.getTime() - 90 * 86_400_000)
  const rows = await lines(ctx, and(isNotNull(meeting.publishedAt), gte(meeting.startsAt, from), bodyKey ? eq(body.key, bodyKey) : undefined), [asc(meeting.startsAt), asc(meeting.id)], 500)
  if (rows.length === 0) return []
  const { rows: items } = await ctx.db.execute<{ meeting_id: string; title: Record<string, string>; sign: string }>(sql`
    select i.meeting_id, s.title, i.sign from ${item} i join trail.subject s on s.municipality_id = i.municipality_id and s.id = i.id
    where i.municipality_id = ${ctx.scope.municipalityId} and i.meeting_id = any(${sql.param(rows.map((row) => row.id))}::uuid[]) and s.visibility = 'public' and i.gone_at is null order by i.position`)
  const byMeeting = Map.groupBy(items, (row) => row.meeting_id)
  return rows.map((row) => ({ ...row, titles: (byMeeting.get(row.id) ?? []).map((each) => [each.sign && `§ ${each.sign}`, inLanguage(each.title, ctx.language)].filter(Boolean).join(' ')) }))
}
