import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Mended } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { savedView } from '../schema.server.ts'

export type SavedView = { name: string; query: string }
const most = 12

/** My saved views of the queue, by name. */
export async function savedViews(ctx: Ctx): Promise<SavedView[]> {
  const me = allow(ctx, can.saveViews)
  return ctx.db.select({ name: savedView.name, query: savedView.query }).from(savedView)
    .where(and(eq(savedView.municipalityId, ctx.scope.municipalityId), eq(savedView.personId, me.id))).orderBy(asc(savedView.name))
}

/** Keeps a view under a name; the same name again replaces it. At most twelve. */
export async function saveView(ctx: Ctx, its: SavedView): Promise<Mended | { saved: true }> {
  const me = allow(ctx, can.saveViews)
  const name = its.name.trim()
  if (!name) return { problems: { name: 'required' } }
  if (name.length > 40) return { problems: { name: 'tooLong' } }
  const mine = await savedViews(ctx)
  if (mine.length >= most && !mine.some((each) => each.name === name)) return { problems: { name: 'tooManyViews' } }
  await ctx.db.insert(savedView).values({ ...ctx.scope, personId: me.id, name, query: its.query.slice(0, 500) })
    .onConflictDoUpdate({ target: [savedView.municipalityId, savedView.personId, savedView.name], set: { query: sql`excluded.query` } })
  return { saved: true }
}

/** Forgets a view; doing it twice changes nothing. */
export async function removeView(ctx: Ctx, name: string) {
  const me = allow(ctx, can.saveViews)
  await ctx.db.delete(savedView).where(and(eq(savedView.municipalityId, ctx.scope.municipalityId), eq(savedView.personId, me.id), eq(savedView.name, name)))
}
