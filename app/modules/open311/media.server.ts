import { and, asc, eq, lte } from 'drizzle-orm'
import { type Ctx, command, type House, query } from '#core/context/context.server.ts'
import { attachPictures, type StoredPicture, storePicture } from '#core/files/pictures.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { askOutside, mayBeOutside } from '#core/ports/outside.server.ts'
import { awaited } from './schema.server.ts'

/** Which addresses besides the open internet's may be asked: a test's own. */
export type Reach = { allows?: (url: URL) => boolean; timeout?: number }
const largest = 15_000_000
/** Minutes until it is tried again, a day in all. */
const waits = [1, 5, 30, 120, 480, 900]
export type Photo = StoredPicture & { description: string }

/** A photo at an address, taken in; null when it cannot be had now. */
export async function fetchPhoto(ctx: Ctx, url: string, { allows, timeout = 5_000 }: Reach = {}, order = 0): Promise<Photo | null> {
  try {
    const { status, body } = await askOutside(url, { most: largest, timeout, headers: { accept: 'image/*' }, allows })
    if (status !== 200) return null
    const stored = await storePicture(ctx, body, order)
    return typeof stored === 'string' ? null : { ...stored, description: '' }
  } catch { return null }
}

/** Keeps the addresses of photos that could not be had, to be tried again; one that leads inside is never asked. */
export async function awaitPhotos(ctx: Ctx, reportId: string, urls: string[], role: '' | 'after' = '') {
  const rows = urls.filter(mayBeOutside).map((url) => ({ ...ctx.scope, id: ctx.newId(), reportId, url, role, tryAt: new Date(ctx.now.getTime() + waits[0]! * 60_000) }))
  if (rows.length) await ctx.db.insert(awaited).values(rows)
}

/** Tries again the photos whose time has come, in every municipality; a photo is asked for with no transaction open. Safe to do twice. */
export async function fetchAwaited(house: House, reach: Reach = {}, onError: (cause: unknown, which: string) => void = () => {}) {
  for (const its of await house.database.owner.select().from(municipality)) {
    const due = await query(house, { municipality: its }, (ctx) => ctx.db.select().from(awaited).where(and(eq(awaited.municipalityId, ctx.scope.municipalityId), lte(awaited.tryAt, ctx.now))).orderBy(asc(awaited.tryAt)).limit(50))
    for (const each of due) {
      try { await tryAgain(house, its, each, reach) } catch (cause) { onError(cause, its.slug) }
    }
  }
}

type Its = typeof municipality.$inferSelect
async function tryAgain(house: House, its: Its, each: typeof awaited.$inferSelect, reach: Reach) {
  const photo = await query(house, { municipality: its }, (ctx) => fetchPhoto(ctx, each.url, reach))
  await command(house, { municipality: its }, async (ctx) => {
    const mine = and(eq(awaited.municipalityId, ctx.scope.municipalityId), eq(awaited.id, each.id))
    const [still] = await ctx.db.select({ tries: awaited.tries }).from(awaited).where(mine).for('update')
    if (!still) return // another process has it already
    const wait = waits[still.tries + 1]
    if (photo) await attachPictures(ctx, each.reportId, [photo], each.role)
    if (photo || wait === undefined) await ctx.db.delete(awaited).where(mine)
    else await ctx.db.update(awaited).set({ tries: still.tries + 1, tryAt: new Date(ctx.now.getTime() + wait * 60_000) }).where(mine)
  })
}
