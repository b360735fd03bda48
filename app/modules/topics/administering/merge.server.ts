import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { columnsNaming, nameOfTable } from '#core/db/uses.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { audience, follow, professional, subject, topic } from '#core/trail/schema.server.ts'
import { can } from '../permissions.ts'
import type { TopicRow } from './topics.server.ts'

export const mergeForm = z.object({ into: z.string('required').refine(isId, 'required') })

/** What a merge would move: shown before it is done. People are counted whatever their number; the page says it as it may. */
export type Moves = { things: number; followers: number; both: number; professionals: number; parts: number }

/** The page of a merge: the topic, those it can go into, and what would move to the chosen one. Throws NotFound for one that is merged already. */
export async function previewMerge(ctx: Ctx, topicId: string, into: string | null) {
  allow(ctx, can.administer)
  const rows = await ctx.db.select().from(topic).where(and(eq(topic.municipalityId, ctx.scope.municipalityId), isNull(topic.mergedInto))).orderBy(asc(topic.key))
  const from = rows.find((each) => each.id === topicId)
  if (!from) throw new NotFound()
  const to = rows.find((each) => each.id === into && each.id !== topicId) ?? null
  return { from, to, others: rows.filter((each) => each.id !== topicId), moves: to ? await movesOf(ctx, from, to, rows) : null }
}

async function movesOf(ctx: Ctx, from: TopicRow, to: TopicRow, all: TopicRow[]): Promise<Moves> {
  const m = ctx.scope.municipalityId
  const [things, followers, both, professionals] = await Promise.all([
    ctx.db.select({ count: count() }).from(subject).where(and(eq(subject.municipalityId, m), eq(subject.topicId, from.id))),
    ctx.db.select({ count: count() }).from(follow).where(and(eq(follow.municipalityId, m), eq(follow.topicId, from.id))),
    ctx.db.select({ count: count() }).from(follow).where(and(eq(follow.municipalityId, m), eq(follow.topicId, from.id), followsToo(to.id))),
    ctx.db.select({ count: count() }).from(professional).where(and(eq(professional.municipalityId, m), eq(professional.topicId, from.id))),
  ])
  return { things: things[0]!.count, followers: followers[0]!.count, both: both[0]!.count, professionals: professionals[0]!.count, parts: all.filter((each) => each.parentId === from.id && each.id !== to.id).length }
}

const follower = (table: string) => sql`coalesce(${sql.raw(table)}.person_id::text, ${sql.raw(table)}.email)`
const followsToo = (toId: string) => sql`exists (select from ${follow} o where o.municipality_id = ${follow.municipalityId} and o.topic_id = ${toId} and ${follower('o')} = ${follower('"trail"."follow"')})`

/**
 * Merges a topic into another, all in one transaction: what belongs to it, who follows it and its network go there, each
 * follower and professional once (the first rhythm and words stay), its sub-topics become the other's, and its address
 * leads on. Whatever module has a column named for a topic is moved with it. Two merges that cross each other: the second
 * finds its topic gone. Returns `gone`; throws NotFound when the topic itself is merged already.
 */
export async function mergeTopic(ctx: Ctx, fromId: string, input: z.infer<typeof mergeForm>): Promise<Mended | { into: string }> {
  allow(ctx, can.administer)
  await oneAtATime(ctx, 'topics')
  const m = ctx.scope.municipalityId
  const toId = input.into
  if (!isId(fromId)) throw new NotFound()
  // Who writes something into either of them now, waits; what they wrote before this moment is seen below.
  const both = await ctx.db.select().from(topic).where(and(eq(topic.municipalityId, m), inArray(topic.id, [fromId, toId]))).orderBy(asc(topic.id)).for('update')
  const from = both.find((each) => each.id === fromId), to = both.find((each) => each.id === toId)
  if (!from || from.mergedInto) throw new NotFound()
  if (!to || to.mergedInto || to.id === from.id) return problems({ into: 'gone' })

  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, m), eq(follow.topicId, fromId), followsToo(toId)))
  await ctx.db.delete(professional).where(and(eq(professional.municipalityId, m), eq(professional.topicId, fromId),
    sql`exists (select from ${professional} o where o.municipality_id = ${professional.municipalityId} and o.topic_id = ${toId} and o.person_id = ${professional.personId})`))
  await ctx.db.delete(audience).where(and(eq(audience.municipalityId, m), eq(audience.topicId, fromId),
    sql`exists (select from ${audience} o where o.municipality_id = ${audience.municipalityId} and o.topic_id = ${toId} and o.subject_id = ${audience.subjectId} and o.professionals = ${audience.professionals})`))
  for (const each of await columnsNaming(ctx, 'topic')) {
    const column = sql.identifier(each.column)
    await ctx.db.execute(sql`update ${nameOfTable(each)} set ${column} = ${toId}::uuid where municipality_id = ${m} and ${column} = ${fromId}::uuid`)
  }
  const top = to.parentId && to.parentId !== fromId ? to.parentId : toId // one level: a part's parts are its topic's
  await ctx.db.update(topic).set({ parentId: sql`case when ${topic.id} = ${toId} then null else ${top}::uuid end` }).where(and(eq(topic.municipalityId, m), eq(topic.parentId, fromId)))
  await ctx.db.update(topic).set({ mergedInto: toId }).where(and(eq(topic.municipalityId, m), eq(topic.mergedInto, fromId)))
  await ctx.db.update(topic).set({ hints: [...new Set([...to.hints, ...from.hints])].slice(0, 100) }).where(and(eq(topic.municipalityId, m), eq(topic.id, toId)))
  await ctx.db.update(topic).set({ mergedInto: toId, parentId: null, hints: [] }).where(and(eq(topic.municipalityId, m), eq(topic.id, fromId)))
  return { into: toId }
}
