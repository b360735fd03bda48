import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { can } from '../permissions.ts'
import { order } from '../schema.server.ts'

/** The crew's own order of the day's work, for everyone in it. Only orders of the asker's units are put in it; others are left as they are. */
export async function arrange(ctx: Ctx, ids: string[]) {
  const me = allow(ctx, can.read)
  const units = me.units.map((each) => each.id), known = ids.filter(isId)
  if (units.length === 0 || known.length === 0) return
  const here = eq(order.municipalityId, ctx.scope.municipalityId)
  // Held in the order of their ids, so that two phones that arrange at once wait for each other and not for ever.
  const rows = await ctx.db.select({ id: order.id }).from(order).innerJoin(subject, and(eq(subject.municipalityId, order.municipalityId), eq(subject.id, order.id), inArray(subject.ownerUnitId, units)))
    .where(and(here, inArray(order.id, known))).orderBy(asc(order.id)).for('update')
  const mine = new Set(rows.map((row) => row.id))
  const wanted = [...new Set(known)].filter((each) => mine.has(each))
  for (const [i, id] of wanted.entries()) await ctx.db.update(order).set({ position: i + 1 }).where(and(here, eq(order.id, id)))
}
