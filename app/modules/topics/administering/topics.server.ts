import { and, asc, eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { usesOf } from '#core/db/uses.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { topic } from '#core/trail/schema.server.ts'
import { hintsOf, nameForm, nameOf, newKey } from '#modules/setup/server'
import { can } from '../permissions.ts'

export const topicForm = nameForm.extend({
  unitId: z.uuid('required'), parentId: z.union([z.literal('').transform(() => undefined), z.uuid('invalid')]).optional(),
  hints: z.string().max(2000, 'tooLong').default('').transform((text) => [...new Set(text.split(/[\r\n,]+/).map((word) => word.trim().toLocaleLowerCase('fi')).filter((word) => word.length >= 2 && !word.includes('\0')))].slice(0, 100)),
})
export const idField = z.object({ id: z.string().refine(isId, 'invalid') })
export type TopicRow = typeof topic.$inferSelect

/** The municipality's topics with all their names, those that were merged among them, and its units. */
export async function topicsToKeep(ctx: Ctx) {
  allow(ctx, can.administer)
  const [topics, units] = await Promise.all([
    ctx.db.select().from(topic).where(eq(topic.municipalityId, ctx.scope.municipalityId)).orderBy(asc(topic.key)),
    ctx.db.select().from(unit).where(eq(unit.municipalityId, ctx.scope.municipalityId)).orderBy(asc(unit.key)),
  ])
  return { topics, units }
}

/** Adds a topic, or a part of one, that a unit answers for; without hints its own words suggest it. Returns what is to be mended: `nameTaken`, `notATopic`. */
export async function addTopic(ctx: Ctx, input: z.infer<typeof topicForm>): Promise<{ id: string } | Mended> {
  allow(ctx, can.administer)
  await oneAtATime(ctx, 'topics')
  const { units, topics } = await topicsToKeep(ctx)
  const wrong = wrongWith(topics, units, input)
  if (wrong) return wrong
  const id = ctx.newId()
  const name = nameOf(input)
  await ctx.db.insert(topic).values({ ...ctx.scope, id, key: newKey(input.nameFi, topics), name, unitId: input.unitId, parentId: input.parentId ?? null, hints: input.hints.length ? input.hints : hintsOf(name) })
  return { id }
}

/** Changes a topic's name, words, unit and place among the others; its followers and address stay. Things that are under way stay with the unit that has promised to answer. */
export async function changeTopic(ctx: Ctx, id: string, input: z.infer<typeof topicForm>): Promise<Mended | void> {
  allow(ctx, can.administer)
  await oneAtATime(ctx, 'topics')
  const { units, topics } = await topicsToKeep(ctx)
  if (!topics.some((each) => each.id === id && !each.mergedInto)) throw new NotFound()
  const wrong = wrongWith(topics, units, input, id)
  if (wrong) return wrong
  await ctx.db.update(topic).set({ name: nameOf(input), unitId: input.unitId, parentId: input.parentId ?? null, hints: input.hints }).where(and(eq(topic.municipalityId, ctx.scope.municipalityId), eq(topic.id, id)))
}

/** One level of parts: a part has none, and what has parts is not a part. A name is one topic's. */
function wrongWith(topics: TopicRow[], units: { id: string }[], input: z.infer<typeof topicForm>, id?: string): Mended | null {
  if (!units.some((each) => each.id === input.unitId)) return problems({ unitId: 'required' })
  if (topics.some((each) => each.id !== id && !each.mergedInto && same(each.name, input.nameFi))) return problems({ nameFi: 'nameTaken' })
  if (!input.parentId) return null
  const parent = topics.find((each) => each.id === input.parentId)
  if (!parent || parent.parentId || parent.mergedInto || parent.id === id) return problems({ parentId: 'notATopic' })
  return id && topics.some((each) => each.parentId === id) ? problems({ parentId: 'hasParts' }) : null
}
const same = (name: Translated | null, said: string) => (name?.fi ?? '').toLocaleLowerCase('fi') === said.toLocaleLowerCase('fi')

/** Deletes a topic that nothing in the house names. Returns `inUse` when something does: it can be merged. */
export async function deleteTopic(ctx: Ctx, id: string): Promise<Mended | void> {
  allow(ctx, can.administer)
  await oneAtATime(ctx, 'topics')
  const here = eq(topic.municipalityId, ctx.scope.municipalityId)
  const [its] = await ctx.db.select({ id: topic.id }).from(topic).where(and(here, eq(topic.id, id))).for('update')
  if (!its) throw new NotFound()
  const [leaning] = await ctx.db.select({ one: sql`1` }).from(topic).where(and(here, or(eq(topic.parentId, id), eq(topic.mergedInto, id)))).limit(1)
  if (leaning || (await usesOf(ctx, 'topic', id)).length > 0) return problems({ form: 'inUse' })
  await ctx.db.delete(topic).where(and(here, eq(topic.id, id)))
}
