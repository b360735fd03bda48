import { contextOf, type House, type Municipality } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { addStarter, asWritten, keepAssets, keepCategory } from '#modules/feedback/server'
import { assetsOf } from './assets.ts'
import type { Townspeople } from './settle.server.ts'
import type { Told } from './told.ts'

/** Gives a municipality its categories of map feedback, with lamps, rinks and bins, where they are told, else the starting categories. Its admin does it. */
export async function tellCategories(house: House, db: Db, told: Told, its: Municipality, { units, topics, people }: { units: Record<string, string>; topics: Record<string, string>; people: Townspeople }, at: Date) {
  const admin = told.trusted.find((each) => each.role === 'admin')!.name
  const ctx = contextOf({ ...house, clock: () => at }, { municipality: its, actor: people.actor(admin), language: 'fi' }, db)
  const known = { units: told.units.map((each) => ({ ...each, id: units[each.key]! })), topics: told.topics.map((each) => ({ ...each, id: topics[each.key]! })) }
  const otherwise = units.technical ?? Object.values(units)[0]!
  if (!told.categories) { await addStarter(ctx, otherwise); return }
  for (const each of told.categories) {
    const kept = await keepCategory(ctx, asWritten(each, known, otherwise))
    if (isProblems(kept)) throw new Error(`${each.key}: ${JSON.stringify(kept.problems)}`)
  }
  for (const [kind, things] of Object.entries(assetsOf(told))) await keepAssets(ctx, kind, things)
}
