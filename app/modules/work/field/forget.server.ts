import { and, eq, lt } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { fromField } from '../schema.server.ts'

/** No phone sends the same act again after this many days: what was seen of it is not taken by then (seal.server.ts). */
const keptFor = 90

/** Forgets who sent what from the field, once nobody sends it again and someone has looked at it. What it did stays on its order. */
export async function forgetFieldActs(ctx: Ctx) {
  await ctx.db.delete(fromField).where(and(eq(fromField.municipalityId, ctx.scope.municipalityId), eq(fromField.open, false), lt(fromField.at, new Date(ctx.now.getTime() - keptFor * 86_400_000))))
}
