import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { topic } from '#core/trail/schema.server.ts'
import { hintsOf, nameOf, names } from './founding-input.ts'
import { can } from './permissions.ts'
import { keysOf } from './slug.ts'

export const unitForm = z.object({ ...names, nameFi: names.nameFi.min(1, 'required') })
export const topicForm = unitForm.extend({
  unitId: z.uuid('required'),
  hints: z.string().max(2000, 'tooLong').default('').transform((text) => [...new Set(text.split(/[\r\n,]+/).map((word) => word.trim().toLocaleLowerCase('fi')).filter((word) => word.length >= 2 && !word.includes('\0')))].slice(0, 100)),
})
export const idField = z.object({ id: z.string().refine(isId, 'invalid') })

/** The municipality's units and topics with all their names, by key. */
export async function unitsAndTopics(ctx: Ctx) {
  allow(ctx, can.administer)
  const [units, topics] = await Promise.all([
    ctx.db.select().from(unit).where(eq(unit.municipalityId, ctx.scope.municipalityId)).orderBy(asc(unit.key)),
    ctx.db.select().from(topic).where(eq(topic.municipalityId, ctx.scope.municipalityId)).orderBy(asc(topic.key)),
  ])
  return { units, topics }
}

/** Adds a unit. Returns `nameTaken` when there is one of the name. */
export async function addUnit(ctx: Ctx, input: z.infer<typeof unitForm>): Promise<{ id: string } | Mended> {
  allow(ctx, can.administer)
  await oneAtATime(ctx, 'units')
  const { units } = await unitsAndTopics(ctx)
  if (units.some((each) => same(each.name, input.nameFi))) return problems({ nameFi: 'nameTaken' })
  const id = ctx.newId()
  await ctx.db.insert(unit).values({ ...ctx.scope, id, key: newKey(input.nameFi, units), name: nameOf(input) })
  return { id }
}
/** Gives a unit another name; what it owns and who works in it stay. */
export async function renameUnit(ctx: Ctx, id: string, input: z.infer<typeof unitForm>): Promise<Mended | void> {
  allow(ctx, can.administer)
  const { units } = await unitsAndTopics(ctx)
  if (!units.some((each) => each.id === id)) throw new NotFound()
  if (units.some((each) => each.id !== id && same(each.name, input.nameFi))) return problems({ nameFi: 'nameTaken' })
  await ctx.db.update(unit).set({ name: nameOf(input) }).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), eq(unit.id, id)))
}

/** Adds a topic that a unit answers for; without hints its own words suggest it. */
export async function addTopic(ctx: Ctx, input: z.infer<typeof topicForm>): Promise<{ id: string } | Mended> {
  allow(ctx, can.administer)
  await oneAtATime(ctx, 'units')
  const { units, topics } = await unitsAndTopics(ctx)
  if (!units.some((each) => each.id === input.unitId)) return problems({ unitId: 'required' })
  if (topics.some((each) => same(each.name, input.nameFi))) return problems({ nameFi: 'nameTaken' })
  const id = ctx.newId()
  const name = nameOf(input)
  await ctx.db.insert(topic).values({ ...ctx.scope, id, key: newKey(input.nameFi, topics), name, unitId: input.unitId, hints: input.hints.length ? input.hints : hintsOf(name) })
  return { id }
}
/** Changes a topic's name, words and unit. Ideas that are under way stay with the unit that has promised to answer. */
export async function changeTopic(ctx: Ctx, id: string, input: z.infer<typeof topicForm>): Promise<Mended | void> {
  allow(ctx, can.administer)
  const { units, topics } = await unitsAndTopics(ctx)
  if (!topics.some((each) => each.id === id)) throw new NotFound()
  if (!units.some((each) => each.id === input.unitId)) return problems({ unitId: 'required' })
  if (topics.some((each) => each.id !== id && same(each.name, input.nameFi))) return problems({ nameFi: 'nameTaken' })
  await ctx.db.update(topic).set({ name: nameOf(input), unitId: input.unitId, hints: input.hints }).where(and(eq(topic.municipalityId, ctx.scope.municipalityId), eq(topic.id, id)))
}

const same = (name: Translated | null, said: string) => (name?.fi ?? '').toLocaleLowerCase('fi') === said.toLocaleLowerCase('fi')
const newKey = (name: string, known: { key: string }[]) => keysOf([...known.map((each) => each.key), name]).at(-1)!
