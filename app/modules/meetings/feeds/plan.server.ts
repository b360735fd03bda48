import { createHash } from 'node:crypto'
import { and, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { areasOf, topicsOf } from '#core/trail/facets.server.ts'
import { wallClock } from '#core/time/local.ts'
import { bodiesOf, type Body, type Item, type Meeting, stateOf } from '../meeting.server.ts'
import { body, feed, item, meeting } from '../schema.server.ts'
import type { ImportedItem } from './row.ts'

export type Feed = Omit<typeof feed.$inferSelect, 'municipalityId'>
export type BadRow = { row: number; reason: 'noDate' | 'badDate' | 'unknownBody' | 'noBody' | 'sameId'; what: string }
/** What a row does to an item. */
export type Planned = ImportedItem & { key: string; body: string; bodyId: string; id: string; topicId: string | null; areaKey: string | null; digest: string; does: 'new' | 'changed' | 'moved' | 'back' | 'decided' | 'same'; before: Item | null }
export type PlannedMeeting = { key: string; body: Body; startsAt: Date; dayOnly: boolean; place: string; agendaUrl: string; minutesUrl: string; cancelled: boolean; before: Meeting | null }
export type Plan = { meetings: PlannedMeeting[]; items: Planned[]; gone: Item[]; bad: BadRow[]; counts: Counts }
export type Counts = { meetings: number; new: number; changed: number; decided: number; gone: number; same: number; bad: number }

const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase('fi').replace(/\s+/g, ' ').trim()
const digestOf = (its: ImportedItem) => createHash('sha256').update(JSON.stringify([its.title, its.sign, its.text, its.caseNumber, its.url, its.topic, its.area])).digest('base64url').slice(0, 22)

/**
 * What rows of a feed would do, without doing it. A meeting is its body and day; an item is what the feed calls it, else its
 * meeting and paragraph (else its title). What the feed said before is known by a digest, so what an official has mended here
 * stays until the feed itself changes. Items of coming meetings that the feed still tells of but no longer has are gone, unless some row could not be read.
 */
export async function planImport(ctx: Ctx, its: Feed, rows: ImportedItem[]): Promise<Plan> {
  const bodies = await bodiesOf(ctx)
  const named = new Map(bodies.flatMap((each) => [each.key, ...Object.values(each.name ?? {})].map((name) => [fold(name), each] as const)))
  const topics = new Map((await topicsOf(ctx)).flatMap((each) => [each.name, each.key].map((name) => [fold(name), each.id] as const)))
  const areas = new Map((await areasOf(ctx)).flatMap((each) => [each.key, each.name].map((name) => [fold(name), each.key] as const)))
  const bad: BadRow[] = []
  const planned: PlannedMeeting[] = [], items: Planned[] = []
  const byKey = new Map<string, PlannedMeeting>()
  const seen = new Set<string>()
  const [from, to] = [new Date(ctx.now.getTime() - 30 * 365 * 86_400_000), new Date(ctx.now.getTime() + 3 * 365 * 86_400_000)]
  for (const row of rows) {
    const refuse = (reason: BadRow['reason'], what: string) => { bad.push({ row: row.row, reason, what: what.slice(0, 120) }) }
    const own = row.body ? named.get(fold(row.body)) : row.hints.map((hint) => named.get(fold(hint))).find(Boolean) ?? bodies.find((each) => each.id === its.bodyId)
    if (!own) { refuse(row.body ? 'unknownBody' : 'noBody', row.body || row.title); continue }
    if (!row.startsAt) { refuse('noDate', row.title); continue }
    if (row.startsAt < from || row.startsAt > to) { refuse('badDate', row.title); continue }
    const day = wallClock(row.startsAt).day
    const key = `${own.id} ${day}`
    let on = byKey.get(key)
    if (!on) { on = { key, body: own, startsAt: row.startsAt, dayOnly: row.dayOnly, place: '', agendaUrl: '', minutesUrl: '', cancelled: false, before: null }; byKey.set(key, on); planned.push(on) }
    if (on.dayOnly && !row.dayOnly) { on.startsAt = row.startsAt; on.dayOnly = false }
    on.place ||= row.place; on.agendaUrl ||= row.agendaUrl; on.minutesUrl ||= row.minutesUrl; on.cancelled ||= row.cancelled
    if (!row.title) continue
    const id = row.sourceId || `${own.key} ${day} ${row.sign ? `§ ${row.sign}` : fold(row.title)}`.slice(0, 200)
    if (seen.has(id)) { refuse('sameId', row.title); continue }
    seen.add(id)
    items.push({ ...row, key, bodyId: own.id, id, topicId: topics.get(fold(row.topic)) ?? row.hints.map((hint) => topics.get(fold(hint))).find(Boolean) ?? null, areaKey: areas.get(fold(row.area)) ?? null, digest: digestOf(row), does: 'new', before: null })
  }
  await findMeetings(ctx, planned)
  const gone = await findItems(ctx, its, items, byKey, bad.length > 0)
  const count = (...does: Planned['does'][]) => items.filter((each) => does.includes(each.does)).length
  return { meetings: planned, items, gone, bad, counts: { meetings: planned.filter((each) => !each.before).length, new: count('new'), changed: count('changed', 'moved', 'back'), decided: count('decided'), gone: gone.length, same: count('same'), bad: bad.length } }
}

/** The meetings that are here already: the same body on the same day, whoever made it. */
async function findMeetings(ctx: Ctx, planned: PlannedMeeting[]): Promise<void> {
  if (planned.length === 0) return
  const times = planned.map((each) => each.startsAt.getTime())
  const rows = await ctx.db.select({ meeting, body }).from(meeting).innerJoin(body, and(eq(body.municipalityId, meeting.municipalityId), eq(body.id, meeting.bodyId)))
    .where(and(eq(meeting.municipalityId, ctx.scope.municipalityId), gte(meeting.startsAt, new Date(Math.min(...times) - 2 * 86_400_000)), lt(meeting.startsAt, new Date(Math.max(...times) + 2 * 86_400_000))))
    .orderBy(meeting.cancelledAt, meeting.startsAt)
  for (const each of planned) {
    const same = rows.filter((row) => `${row.body.id} ${wallClock(row.meeting.startsAt).day}` === each.key)
    const found = same.find((row) => !row.meeting.cancelledAt && row.meeting.startsAt.getTime() === each.startsAt.getTime()) ?? same.find((row) => !row.meeting.cancelledAt) ?? same[0]
    if (found) each.before = { ...found.meeting, body: found.body }
  }
}

/** What of the items is here already and how it differs; and which are gone. */
async function findItems(ctx: Ctx, its: Feed, items: Planned[], meetings: Map<string, PlannedMeeting>, unsure: boolean): Promise<Item[]> {
  const m = ctx.scope.municipalityId
  const known = new Map<string, Item>()
  const ids = items.map((each) => each.id)
  for (let i = 0; i < ids.length; i += 1000) for (const row of await ctx.db.select().from(item).where(and(eq(item.municipalityId, m), eq(item.feedId, its.id), inArray(item.sourceId, ids.slice(i, i + 1000))))) known.set(row.sourceId!, row)
  for (const each of items) {
    const before = known.get(each.id)
    if (!before) continue
    const on = meetings.get(each.key)!
    const decides = (each.decision !== '' || each.decisionUrl !== '') && (each.decision !== before.decision || each.decisionUrl !== before.decisionUrl) && on.startsAt <= ctx.now
    each.before = before
    each.does = before.meetingId !== on.before?.id ? 'moved' : before.goneAt ? 'back' : decides ? 'decided' : before.digest !== each.digest ? 'changed' : 'same'
  }
  const told = new Set(items.flatMap((each) => { const on = meetings.get(each.key)?.before; return on && !on.cancelledAt && stateOf(on, ctx.now) === 'coming' ? [on.id] : [] }))
  if (unsure || told.size === 0) return []
  const here = await ctx.db.select().from(item).where(and(eq(item.municipalityId, m), eq(item.feedId, its.id), inArray(item.meetingId, [...told]), isNull(item.goneAt), isNull(item.decidedAt)))
  return here.filter((each) => !ids.includes(each.sourceId!))
}
