import { and, eq, lte } from 'drizzle-orm'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { feed } from '../schema.server.ts'
import { decode } from '#core/text/decode.ts'
import { type Fetched, fetchFeed, type Manners, type Unfetched } from './fetch.server.ts'
import { readAs } from './feeds.server.ts'
import { importRows } from './import.server.ts'
import type { Feed } from './plan.server.ts'

const hour = 3_600_000

/**
 * The clock's round: every active feed is fetched once an hour, and its news imported. The fetching is done outside any
 * transaction, so that a slow answer keeps nothing. One that fails is tried after 1, 2, 4 … hours, at most a day; an admin sees
 * why, and the others do not wait for it.
 */
export async function fetchFeeds(house: House, manners: Manners = {}, onError: (cause: unknown, feedId: string) => void = (cause) => { throw cause }): Promise<{ fetched: number; failed: number }> {
  const done = { fetched: 0, failed: 0 }
  for (const its of await house.database.owner.select().from(municipality)) {
    for (const one of await command(house, { municipality: its }, takeDue)) {
      const got = await fetchFeed({ url: one.url, etag: one.etag, lastModified: one.lastModified }, manners)
      const error = await command(house, { municipality: its }, keepFetched, one, got).catch(async (cause: unknown) => {
        await command(house, { municipality: its }, failed, one, 'broken')
        onError(cause, one.id)
        return 'broken'
      })
      if (error) done.failed++; else done.fetched++
    }
  }
  return done
}

/** Takes the feeds whose time has come: whoever writes their next time fetches them. */
async function takeDue(ctx: Ctx): Promise<Feed[]> {
  return ctx.db.update(feed).set({ triedAt: ctx.now, nextAt: new Date(ctx.now.getTime() + hour) })
    .where(and(eq(feed.municipalityId, ctx.scope.municipalityId), eq(feed.active, true), lte(feed.nextAt, ctx.now))).returning()
}

/** Imports what was fetched. Returns what was wrong, or nothing. */
async function keepFetched(ctx: Ctx, its: Feed, got: Fetched | Unfetched): Promise<string | null> {
  if ('problem' in got) { await failed(ctx, its, got.problem); return got.problem }
  const worked = { workedAt: ctx.now, error: '', failures: 0 }
  if ('unchanged' in got) { await mark(ctx, its, worked); return null }
  const read = readAs(its, decode(got.bytes, got.charset))
  if ('problem' in read) { await failed(ctx, its, read.problem); return read.problem }
  const { counts } = await importRows(ctx, its, read)
  await mark(ctx, its, { ...worked, etag: got.etag, lastModified: got.lastModified, brought: counts })
  return null
}
async function failed(ctx: Ctx, its: Feed, error: string): Promise<void> {
  await mark(ctx, its, { error, failures: its.failures + 1, nextAt: new Date(ctx.now.getTime() + Math.min(2 ** its.failures, 24) * hour) })
}
const mark = (ctx: Ctx, its: Feed, changes: Partial<Feed>) => ctx.db.update(feed).set(changes).where(and(eq(feed.municipalityId, ctx.scope.municipalityId), eq(feed.id, its.id)))
