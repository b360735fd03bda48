import type { Ctx } from '#core/context/context.server.ts'
import type { Storage } from '#core/ports/storage.server.ts'
import { type Brought, brings, isRefused, type Refused, type What } from './brought.ts'

// What a run has read waits in files, a line a record, one file of each kind: so that nothing is written here before all of
// it has come, and what an admin has looked at is what is then done. Only keys are kept in memory.

const partOf = (ctx: Pick<Ctx, 'scope'>, runId: string, what: What | 'refused') => `${ctx.scope.municipalityId}/import-${runId}-${what}`
const flushAt = 500_000

/** Keys that a source has now, of each kind of thing; a record that could not be taken is there too: it has not vanished. */
export type Seen = Record<What, Set<string>>
const nothingSeen = (): Seen => ({ place: new Set(), service: new Set(), channel: new Set(), hours: new Set() })

/** Writes records as they come. The first of two with one key counts. */
export function spoolTo(ctx: Pick<Ctx, 'scope' | 'storage'>, runId: string) {
  const seen = nothingSeen()
  let read = 0
  const at: Partial<Record<What | 'refused', number>> = {}
  const waiting: Partial<Record<What | 'refused', string[]>> = {}
  let size = 0
  const flush = async () => {
    for (const [part, lines] of Object.entries(waiting) as [What | 'refused', string[]][]) {
      if (lines.length === 0) continue
      const bytes = Buffer.from(`${lines.join('\n')}\n`)
      await ctx.storage.write(partOf(ctx, runId, part), at[part] ?? 0, bytes)
      at[part] = (at[part] ?? 0) + bytes.length
      waiting[part] = []
    }
    size = 0
  }
  return {
    async add(some: (Brought | Refused)[]) {
      for (const each of some) {
        read++
        if (isRefused(each)) { for (const what of brings) if (each.key) seen[what].add(each.key) } else if (seen[each.what].has(each.key)) continue
        else seen[each.what].add(each.key)
        const line = JSON.stringify(each)
        ;(waiting[isRefused(each) ? 'refused' : each.what] ??= []).push(line)
        size += line.length
      }
      if (size > flushAt) await flush()
    },
    async end(): Promise<{ seen: Seen; read: number }> { await flush(); return { seen, read } },
  }
}

/** Records of a run's file, so many at a time, without it being whole in memory. */
export async function* spooled<T = Brought>(ctx: Pick<Ctx, 'scope' | 'storage'>, runId: string, what: What | 'refused', atATime: number): AsyncGenerator<T[]> {
  const stream = await ctx.storage.read(partOf(ctx, runId, what))
  if (!stream) return
  const decoder = new TextDecoder()
  let rest = ''
  let some: T[] = []
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      some.push(JSON.parse(line) as T)
      if (some.length === atATime) { yield some; some = [] }
    }
  }
  if (some.length > 0) yield some
}

/** The keys of a run that waits, read again when it goes on. */
export async function seenIn(ctx: Pick<Ctx, 'scope' | 'storage'>, runId: string): Promise<Seen> {
  const seen = nothingSeen()
  for (const what of brings) for await (const some of spooled(ctx, runId, what, 1000)) for (const each of some) seen[what].add(each.key)
  for await (const some of spooled<Refused>(ctx, runId, 'refused', 1000)) for (const each of some) for (const what of brings) if (each.key) seen[what].add(each.key)
  return seen
}

const parts = [...brings, 'refused'] as const
/** Has this run read something that still waits? */
export async function isSpooled(ctx: Pick<Ctx, 'scope'> & { storage: Storage }, runId: string): Promise<boolean> {
  for (const part of parts) if (await ctx.storage.size(partOf(ctx, runId, part)) !== null) return true
  return false
}
export async function forgetSpool(ctx: Pick<Ctx, 'scope' | 'storage'>, runId: string) { for (const part of parts) await ctx.storage.remove(partOf(ctx, runId, part)) }
