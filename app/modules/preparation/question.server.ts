import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { fewest } from '#core/text/few.ts'
import { record } from '#core/trail/record.server.ts'
import { questionAsked } from './events.server.ts'
import { question } from './input.ts'
import { standingOf } from '#modules/discussion/server'
import { keepSearch } from './keep-search.server.ts'
import { isUnderWay, managedMatter, type Matter, publicMatter, thisMatter } from './matter.server.ts'
import { can } from './permissions.ts'
import { byUnit } from './phases.server.ts'
import { choice, chosen, matter } from './schema.server.ts'

/**
 * Changes what is asked. A choice that someone has taken keeps its words and its place: it can only get others beside it.
 * A new question of a published matter is told to its followers.
 */
export async function keepQuestion(ctx: Ctx, id: string, input: z.input<typeof question>): Promise<Mended | undefined> {
  const { matter: found } = await managedMatter(ctx, id)
  const its = question.parse(input)
  if (its.choices.length > 0 && !its.ask) return problems({ ask: 'askForChoices' })
  if (its.choices.length === 1) return problems({ choices: 'choicesFew' })
  const old = await ctx.db.select().from(choice).where(choicesOf(ctx, id)).orderBy(asc(choice.position))
  const taken = await ctx.db.selectDistinct({ id: chosen.choiceId }).from(chosen).where(and(eq(chosen.municipalityId, ctx.scope.municipalityId), eq(chosen.matterId, id)))
  const gone = old.filter((each) => !its.choices.includes(each.text))
  if (gone.some((each) => taken.some((one) => one.id === each.id))) return problems({ choices: 'choiceTaken' })
  if (taken.length > 0 && its.ask !== found.its.ask) return problems({ ask: 'askAnswered' })
  if (gone.length) await ctx.db.delete(choice).where(and(eq(choice.municipalityId, ctx.scope.municipalityId), inArray(choice.id, gone.map((each) => each.id))))
  for (const [position, text] of its.choices.entries()) {
    const known = old.find((each) => each.text === text)
    if (known) await ctx.db.update(choice).set({ position }).where(and(eq(choice.municipalityId, ctx.scope.municipalityId), eq(choice.id, known.id)))
    else await ctx.db.insert(choice).values({ ...ctx.scope, id: ctx.newId(), matterId: id, position, text })
  }
  await ctx.db.update(matter).set({ ask: its.ask }).where(thisMatter(ctx, id))
  await keepSearch(ctx, id)
  if (found.its.state === 'published' && its.ask && its.ask !== found.its.ask) await record(ctx, questionAsked, { subjectId: id, sentence: its.ask, ...byUnit(found) })
}

/** May people choose now: the matter is under way and its phase lets them speak. */
export const takesChoices = (found: Matter): boolean => isUnderWay(found) && (found.open?.does.includes('comment') ?? false)

/**
 * I take one of the quick choices, in my own name; another takes its place, the same again changes nothing, and an empty
 * one takes mine back. Throws NotFound, SignInNeeded, Forbidden, Conflict('choosingClosed' | 'identifyFirst' | 'residentsOnly').
 */
export async function choose(ctx: Ctx, id: string, choiceId: string) {
  const found = await publicMatter(ctx, id)
  const me = allow(ctx, can.choose, found.subject)
  if (!takesChoices(found)) throw new Conflict('choosingClosed')
  // As speaking: an identified resident, whose home the register says to be here.
  const standing = found.its.speakers === 'identified' ? await standingOf(ctx, 'identified') : 'may'
  if (standing !== 'may') throw new Conflict(standing === 'elsewhere' ? 'residentsOnly' : 'identifyFirst')
  const mine = and(eq(chosen.municipalityId, ctx.scope.municipalityId), eq(chosen.matterId, id), eq(chosen.personId, me.id))
  if (choiceId === '') { await ctx.db.delete(chosen).where(mine); return }
  if (!isId(choiceId)) throw new NotFound()
  const [known] = await ctx.db.select({ id: choice.id }).from(choice).where(and(choicesOf(ctx, id), eq(choice.id, choiceId)))
  if (!known) throw new NotFound()
  await ctx.db.insert(chosen).values({ ...ctx.scope, matterId: id, personId: me.id, choiceId, at: ctx.now })
    .onConflictDoUpdate({ target: [chosen.municipalityId, chosen.matterId, chosen.personId], set: { choiceId, at: ctx.now } })
}

/** The choices, how many took each (null until enough have), and mine. */
export type Choices = { choices: { id: string; text: string; count: number | null }[]; total: number | null; mine: string | null }
export async function choicesShown(ctx: Ctx, id: string): Promise<Choices> {
  const counted = sql<number>`count(${chosen.personId})::int`
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const rows = await ctx.db.select({ id: choice.id, text: choice.text, count: counted, mine: sql<boolean>`coalesce(bool_or(${chosen.personId} = ${me}::uuid), false)` }).from(choice)
    .leftJoin(chosen, and(eq(chosen.municipalityId, choice.municipalityId), eq(chosen.choiceId, choice.id)))
    .where(choicesOf(ctx, id)).groupBy(choice.municipalityId, choice.id).orderBy(asc(choice.position))
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  // nobody, officials too, sees how a few chose
  const shown = total >= fewest
  return { choices: rows.map(({ id: its, text, count }) => ({ id: its, text, count: shown ? count : null })), total: shown ? total : null, mine: rows.find((row) => row.mine)?.id ?? null }
}
const choicesOf = (ctx: Ctx, id: string) => and(eq(choice.municipalityId, ctx.scope.municipalityId), eq(choice.matterId, id))
