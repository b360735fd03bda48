import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { addLocalDays } from '#core/time/local.ts'
import { myNotices, type NoticeGroup } from '#modules/notices/server'

export type Waiting = { notices: NoticeGroup[]; more: number; /** an official's unit owes a word: this week, and late already */ owed: { soon: number; late: number } | null }

/** What waits for me: unread notices by subject, and for an official what the unit owes within a week. */
export async function waitingForMe(ctx: Ctx, count: number): Promise<Waiting> {
  const me = ctx.actor.kind === 'person' ? ctx.actor : null
  if (!me) return { notices: [], more: 0, owed: null }
  const unread = (await myNotices(ctx, { limit: 100 })).filter((each) => !each.read)
  const [owed] = me.units.length === 0 ? [] : (await ctx.db.execute<{ soon: number; late: number }>(sql`
    select count(*) filter (where due_at >= ${ctx.now})::int as soon, count(*) filter (where due_at < ${ctx.now})::int as late from trail.subject
    where municipality_id = ${ctx.scope.municipalityId} and owner_unit_id = any(${sql.param(me.units.map((unit) => unit.id))}::uuid[])
      and due_at < ${addLocalDays(ctx.now, 7, { endOfDay: true })} and visibility = 'public'`)).rows
  return { notices: unread.slice(0, count), more: Math.max(0, unread.length - count), owed: owed && owed.soon + owed.late > 0 ? owed : null }
}
