import { and, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { askOutside } from '#core/ports/outside.server.ts'
import { blurred, mostBytes } from './blur.server.ts'
import { type Camera, erasePicture, heldCamera, keepPicture, noteTrouble, restsAt } from './keep-picture.server.ts'
import type { Trouble } from './limits.ts'
import { camera } from './schema.server.ts'

/** Which addresses besides the open internet's may be asked: a test's own. */
export type Reach = { allows?: (url: URL) => boolean; timeout?: number }
const minute = 60_000
const types = /^image\/(jpeg|png|webp)\b/i

/**
 * By the clock, every minute and in every municipality: asks for the pictures whose time has come, with no transaction open; takes
 * away pictures that have grown old or whose camera rests; notices devices that have gone silent. Safe to do twice: who
 * takes a turn writes down the next one first.
 */
export async function fetchCameras(house: House, reach: Reach = {}, onError: (cause: unknown, which: string) => void = () => {}, stopping?: AbortSignal): Promise<void> {
  for (const its of await house.database.owner.select().from(municipality)) {
    try {
      await command(house, { municipality: its }, sweep)
      for (const each of await command(house, { municipality: its }, takeTurns)) {
        if (stopping?.aborted) return
        await fetchOne(house, its, each, reach)
      }
    } catch (cause) { onError(cause, its.slug) }
  }
}

/** The cameras whose turn it is, each given its next one. */
async function takeTurns(ctx: Ctx): Promise<Camera[]> {
  const due = await ctx.db.select().from(camera).where(and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.way, 'fetched'), eq(camera.on, true), isNull(camera.endedAt), lte(camera.nextAt, ctx.now))).orderBy(camera.nextAt).limit(50).for('update', { skipLocked: true })
  for (const each of due) await ctx.db.update(camera).set({ nextAt: new Date(ctx.now.getTime() + each.everyMinutes * minute) }).where(and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.id, each.id)))
  return due.filter((each) => !restsAt(each, ctx.now))
}

async function fetchOne(house: House, its: typeof municipality.$inferSelect, each: Camera, reach: Reach) {
  const takenAt = house.clock()
  const got = await ask(each, reach)
  const made = typeof got === 'string' ? got : await blurred(got, each)
  if (typeof made === 'string') await command(house, { municipality: its }, noteTrouble, each.id, made)
  else await command(house, { municipality: its }, keepPicture, each.id, { ...made, takenAt, version: each.version })
}
/** What the camera's address answers, in memory. No word of the address or the answer goes to a log: it may carry a key. */
async function ask(each: Camera, { allows, timeout = 15_000 }: Reach): Promise<Uint8Array | Trouble> {
  try {
    const { status, headers, body } = await askOutside(each.url, { most: mostBytes, timeout, headers: { accept: 'image/jpeg, image/png, image/webp' }, allows })
    if (status !== 200) return 'refused'
    return types.test(String(headers['content-type'] ?? '')) ? body : 'notPicture'
  } catch (cause) { return /too large/.test(String(cause)) ? 'tooLarge' : 'unreachable' }
}

/** Takes old pictures away, and those of cameras that rest; says which devices send nothing. */
async function sweep(ctx: Ctx): Promise<void> {
  const ageOf = (moment: ReturnType<typeof sql>) => sql`${moment} < ${ctx.now}::timestamptz - make_interval(mins => ${camera.oldAfterMinutes}::int)`
  const rows = await ctx.db.select({ id: camera.id }).from(camera).where(and(eq(camera.municipalityId, ctx.scope.municipalityId), eq(camera.on, true), isNull(camera.endedAt), or(
    and(isNotNull(camera.takenAt), or(ageOf(sql`${camera.takenAt}`), isNotNull(camera.offFrom))), and(eq(camera.way, 'posted'), isNull(camera.brokenSince), ageOf(sql`coalesce(${camera.takenAt}, ${camera.onSince})`)))))
  for (const { id } of rows) {
    const row = await heldCamera(ctx, id)
    if (!row?.on) continue
    const oldAt = new Date(ctx.now.getTime() - row.oldAfterMinutes * minute), rests = restsAt(row, ctx.now)
    // What rested a while ago has not had the time to send yet.
    if (row.way === 'posted' && !row.brokenSince && !rests && !restsAt(row, oldAt) && (row.takenAt ?? row.onSince ?? ctx.now) < oldAt) await noteTrouble(ctx, id, 'silent')
    if (row.takenAt && (rests || row.takenAt < oldAt)) await erasePicture(ctx, row)
  }
}
