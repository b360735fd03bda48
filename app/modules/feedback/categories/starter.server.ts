import { eq } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isProblems, type Mended, problems } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { topic } from '#core/trail/schema.server.ts'
import { can } from '../permissions.ts'
import { category } from '../schema.server.ts'
import { keepCategory, type NewCategory } from './keep.server.ts'
import { starterCategories, type Written } from './starter/index.ts'

type Named = { id: string; key: string; name: Translated | null }

/** The one whose key or a word of whose name begins as the first possible of these beginnings. */
const beginningWith = (beginnings: string[], among: Named[]): Named | undefined => {
  for (const beginning of beginnings) {
    const found = among.find((each) => each.key === beginning) ?? among.find((each) => [each.key, ...Object.values(each.name ?? {})].some((name) => name.toLocaleLowerCase('fi').split(/[^\p{L}]+/u).some((word) => word.startsWith(beginning))))
    if (found) return found
  }
}

/** A written category as a row: to the unit and topic that are called as it says, else to `otherwise`. */
export function asWritten({ units, topics, ...its }: Written, known: { units: Named[]; topics: Named[] }, otherwise: string): NewCategory {
  return { ...its, unitId: beginningWith(units, known.units)?.id ?? otherwise, topicId: beginningWith(topics ?? [], known.topics)?.id ?? null }
}

/** The unit that most of the starting categories would go to in this municipality, if any is called so. */
export async function likelyUnit(ctx: Ctx): Promise<string | undefined> {
  allow(ctx, can.keepCategories)
  return beginningWith(starterCategories[0]!.units, await ctx.db.select().from(unit).where(eq(unit.municipalityId, ctx.scope.municipalityId)))?.id
}

/**
 * Gives a municipality that has no category yet the starting ones, in one go: each to the unit whose name fits it, the rest
 * to the chosen one. Tapped twice it does nothing more. Returns `required` for a unit that is not here.
 */
export async function addStarter(ctx: Ctx, unitId: string): Promise<Mended | void> {
  allow(ctx, can.keepCategories)
  const m = ctx.scope.municipalityId
  const [units, topics] = [await ctx.db.select().from(unit).where(eq(unit.municipalityId, m)), await ctx.db.select().from(topic).where(eq(topic.municipalityId, m))]
  if (!units.some((each) => each.id === unitId)) return problems({ unitId: 'required' })
  await oneAtATime(ctx, 'categories')
  if ((await ctx.db.select({ id: category.id }).from(category).where(eq(category.municipalityId, m)).limit(1)).length) return
  for (const each of starterCategories) {
    const made = await keepCategory(ctx, asWritten(each, { units, topics: topics.filter((one) => !one.mergedInto) }, unitId))
    if (isProblems(made)) return made
  }
}
