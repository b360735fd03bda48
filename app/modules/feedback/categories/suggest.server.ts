import type { Ctx } from '#core/context/context.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { categoryRows } from './categories.server.ts'
import { rankCategories } from './rank.ts'

/** The categories that a text's words suggest, best first; `sure` when the first is clearly ahead. Nothing for a text that says nothing known. */
export async function suggestCategories(ctx: Ctx, text: string): Promise<{ id: string; sure: boolean }[]> {
  allowAnyone(ctx, can.send)
  const offered = (await categoryRows(ctx)).filter((row) => !row.closedAt)
  return rankCategories(text, offered).slice(0, 5).map(({ id, sure }) => ({ id, sure }))
}
