import type { Ctx } from '#core/context/context.server.ts'

const kept = new WeakMap<object, Map<string, { at: number; rows: Promise<unknown[]> }>>()

/**
 * Rows that change a few times a year and stand on every page: what reading connections have read of them is kept for five
 * seconds, under a name. A command, in its transaction, always reads them anew.
 */
export function lately<T>(ctx: Ctx, what: string, read: () => Promise<T[]>): Promise<T[]> {
  const name = `${ctx.scope.municipalityId} ${what}` // the demonstration tells several municipalities in one transaction
  const mine = kept.get(ctx.db) ?? new Map<string, { at: number; rows: Promise<unknown[]> }>()
  if (mine.size === 0) kept.set(ctx.db, mine)
  const found = mine.get(name)
  if (found && Date.now() - found.at < 5000) return found.rows as Promise<T[]>
  const rows = read()
  mine.set(name, { at: Date.now(), rows })
  rows.catch(() => mine.delete(name))
  return rows
}
