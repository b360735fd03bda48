import type { Ctx } from '#core/context/context.server.ts'

const asked = new WeakMap<Ctx, Map<string, Promise<unknown>>>()

/**
 * What several parts of one page ask alike is asked once, under a name. Only while a page is read: a command, which may have
 * changed it meanwhile, asks anew.
 */
export function perRequest<T>(ctx: Ctx, what: string, read: () => Promise<T>): Promise<T> {
  if (!ctx.reading) return read()
  const mine = asked.get(ctx) ?? new Map<string, Promise<unknown>>()
  if (mine.size === 0) asked.set(ctx, mine)
  const found = mine.get(what) as Promise<T> | undefined
  if (found) return found
  const its = read()
  mine.set(what, its)
  return its
}
