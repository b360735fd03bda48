import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage, type Language, otherLanguage, type Translated } from '#core/text/language.ts'
import { areaName, topicsOf } from '#core/trail/facets.server.ts'
import { listSubjects } from '#core/trail/list.server.ts'
import { link, subject } from '#core/trail/schema.server.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { followOf } from '#core/trail/follow.server.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { videosOf } from '#modules/video/server'
import { keeperOf } from './cases.ts'
import { decisionAddress } from './bring-decision.server.ts'
import { matterKinds, matterOfItem } from './link-matter.server.ts'
import { itemOf, type MeetingState, ofBody, ownBodies, stateOf, visibleMeeting, writableItem, writableMeeting } from './meeting.server.ts'
import { can } from './permissions.ts'
import { body, item, meeting } from './schema.server.ts'

/** One line of an agenda, as its page shows it. */
export type AgendaLine = { id: string; sign: string; title: string; lang: Language | undefined; summary: string; decided: boolean; decision: string; gone: boolean; hidden: boolean; matter: { title: string; path: string } | null }

/** The page of a meeting: what it is and its agenda in order. Three queries. Throws NotFound. */
export async function showMeeting(ctx: Ctx, id: string) {
  const its = await visibleMeeting(ctx, id)
  const writes = may(ctx, can.write, ofBody(its.body))
  const rows = await ctx.db.select({ id: item.id, sign: item.sign, decision: item.decision, decidedAt: item.decidedAt, goneAt: item.goneAt, title: subject.title, summary: subject.summary, visibility: subject.visibility })
    .from(item).innerJoin(subject, and(eq(subject.municipalityId, item.municipalityId), eq(subject.id, item.id)))
    .where(and(eq(item.municipalityId, ctx.scope.municipalityId), eq(item.meetingId, id))).orderBy(asc(item.position), asc(item.id))
  const { rows: matters } = await ctx.db.execute<{ from_id: string; id: string; kind: string; title: Translated }>(sql`
    select l.from_id, s.id, s.kind, s.title from ${link} l join ${item} i on i.municipality_id = l.municipality_id and i.id = l.from_id and i.meeting_id = ${id}
    join ${subject} s on s.municipality_id = l.municipality_id and s.id = l.to_id and s.visibility = 'public' where l.municipality_id = ${ctx.scope.municipalityId} and l.kind = 'concerns'`)
  const items: AgendaLine[] = rows.filter((row) => row.visibility === 'public' || (row.visibility === 'waiting' && writes)).map((row) => {
    const matter = matters.find((each) => each.from_id === row.id)
    return {
      id: row.id, sign: row.sign, title: inLanguage(row.title, ctx.language), lang: otherLanguage(row.title, ctx.language), summary: row.summary, decided: row.decidedAt !== null, decision: row.decision, gone: row.goneAt !== null, hidden: false,
      matter: matter ? { title: inLanguage(matter.title, ctx.language), path: subjectPath(matter.kind, matter.id) } : null,
    }
  })
  return {
    id, bodyId: its.bodyId, body: inLanguage(its.body.name, ctx.language), bodyKey: its.body.key, startsAt: its.startsAt, dayOnly: its.dayOnly, place: its.place, agendaUrl: its.agendaUrl, minutesUrl: its.minutesUrl,
    state: stateOf(its, ctx.now), published: its.publishedAt !== null, begun: its.startsAt <= ctx.now, items, may: { write: writes },
  }
}
export type ShownMeeting = Awaited<ReturnType<typeof showMeeting>>

/** The page of an item. Hidden ones are there for moderators and the body's officials only. Throws NotFound. */
export async function showItem(ctx: Ctx, id: string) {
  const { item: its, subject: own, meeting: on } = await itemOf(ctx, id)
  const thing = ofBody(on.body)
  const writes = may(ctx, can.write, thing)
  if (own.visibility === 'waiting' ? !writes : own.visibility === 'hidden' && !may(ctx, can.seeHidden, thing)) throw new NotFound()
  const [trail, links, matter, area, videos] = await Promise.all([trailOf(ctx, id), linksOf(ctx, id), matterOfItem(ctx, id), areaName(ctx, own.area), videosOf(ctx, own)])
  const follows = ctx.actor.kind === 'person' ? await followOf(ctx, ctx.actor.id, id) : null
  const keeper = matter && its.decidedAt && may(ctx, can.bringDecision) ? keeperOf(matter.kind) : undefined
  const topic = own.topicId ? (await topicsOf(ctx)).find((each) => each.id === own.topicId) ?? null : null
  return {
    id, title: inLanguage(own.title, ctx.language), lang: otherLanguage(own.title, ctx.language), language: own.language, summary: own.summary, visibility: own.visibility, stage: own.stage,
    sign: its.sign, text: its.text, url: its.url, caseNumber: its.caseNumber, decision: its.decision, decisionUrl: its.decisionUrl, decidedAt: its.decidedAt, gone: its.goneAt !== null,
    topic: topic && { id: topic.id, name: topic.name }, place: own.placeName, area: own.area && { key: own.area, name: area ?? own.area },
    meeting: { id: on.id, body: inLanguage(on.body.name, ctx.language), bodyKey: on.body.key, startsAt: on.startsAt, dayOnly: on.dayOnly, place: on.place, state: stateOf(on, ctx.now), agendaUrl: on.agendaUrl, minutesUrl: on.minutesUrl },
    matter: matter && { title: matter.title, path: subjectPath(matter.kind, matter.id) }, trail, links: links.filter((each) => each.id !== matter?.id), videos, follows: follows !== null, url_: ctx.address(`/meetings/items/${id}`),
    may: {
      write: writes, decide: writes && on.publishedAt !== null && !on.cancelledAt && !its.goneAt && on.startsAt <= ctx.now,
      bring: keeper ? await keeper.mayBring(ctx, matter!.id, decisionAddress(ctx, its)) : false,
    },
  }
}
export type ShownItem = Awaited<ReturnType<typeof showItem>>

/** A time that a thing is or was on an agenda. */
export type AgendaEntry = { itemId: string; body: string; sign: string; startsAt: Date; dayOnly: boolean; state: MeetingState; decision: string; decided: boolean; gone: boolean }

const p = sql.placeholder
const agenda = once((db) => db.select({ itemId: item.id, sign: item.sign, decision: item.decision, decidedAt: item.decidedAt, goneAt: item.goneAt, startsAt: meeting.startsAt, dayOnly: meeting.dayOnly, cancelledAt: meeting.cancelledAt, body: body.name })
  .from(link).innerJoin(item, and(eq(item.municipalityId, link.municipalityId), eq(item.id, link.fromId)))
  .innerJoin(subject, and(eq(subject.municipalityId, item.municipalityId), eq(subject.id, item.id), sql`${subject.visibility} = 'public'`))
  .innerJoin(meeting, and(eq(meeting.municipalityId, item.municipalityId), eq(meeting.id, item.meetingId)))
  .innerJoin(body, and(eq(body.municipalityId, meeting.municipalityId), eq(body.id, meeting.bodyId)))
  .where(and(eq(link.municipalityId, p('m')), eq(link.toId, p('matter')), eq(link.kind, 'concerns'))).orderBy(asc(meeting.startsAt)).prepare('meetings_agenda_of'))

/** The agendas that a matter is or was on, in the order of their days. One query. */
export async function agendaOf(ctx: Ctx, matterId: string): Promise<AgendaEntry[]> {
  const rows = await agenda(ctx.db).execute({ m: ctx.scope.municipalityId, matter: matterId })
  return rows.map(({ body: name, cancelledAt, decidedAt, goneAt, ...row }) => ({ ...row, body: inLanguage(name, ctx.language), state: stateOf({ startsAt: row.startsAt, cancelledAt }, ctx.now), decided: decidedAt !== null, gone: goneAt !== null }))
}

/** What the forms of a meeting offer to choose from. */
export async function meetingChoices(ctx: Ctx) {
  const bodies = await ownBodies(ctx)
  return bodies.map((each) => ({ value: each.id, label: inLanguage(each.name, ctx.language) }))
}
async function itemChoices(ctx: Ctx) {
  const topics = await topicsOf(ctx)
  const matters = await Promise.all(matterKinds.map((kind) => listSubjects(ctx, { kind, sort: 'moving', limit: 100 })))
  return { topics: topics.map((each) => ({ value: each.id, label: each.parentId ? `– ${each.name}` : each.name })), matters: matters.flatMap(({ lines }) => lines).map((each) => ({ value: each.id, label: each.title })) }
}
/** A new item's form. Throws as `writableMeeting`. */
export async function newItem(ctx: Ctx, meetingId: string) {
  const { its } = await writableMeeting(ctx, meetingId, { lock: false })
  return { meeting: { id: its.id, body: inLanguage(its.body.name, ctx.language), startsAt: its.startsAt, published: its.publishedAt !== null }, ...await itemChoices(ctx) }
}
/** An item's form with what it has now. Throws as `writableItem`. */
export async function editedItem(ctx: Ctx, id: string) {
  if (!isId(id)) throw new NotFound()
  const { item: its, subject: own, meeting: on } = await writableItem(ctx, id, { lock: false })
  const matter = await matterOfItem(ctx, id)
  const choices = await itemChoices(ctx)
  if (matter && !choices.matters.some((each) => each.value === matter.id)) choices.matters.unshift({ value: matter.id, label: matter.title })
  return {
    id, meeting: { id: on.id, body: inLanguage(on.body.name, ctx.language), startsAt: on.startsAt, published: on.publishedAt !== null, begun: on.startsAt <= ctx.now }, ...choices, gone: its.goneAt !== null, decided: its.decidedAt !== null, fromFeed: its.feedId !== null,
    title: inLanguage(own.title, own.language), sign: its.sign, text: its.text, url: its.url, caseNumber: its.caseNumber, topicId: own.topicId ?? '', place: own.placeName ?? '', matterId: matter?.id ?? '', decision: its.decision, decisionUrl: its.decisionUrl,
  }
}
