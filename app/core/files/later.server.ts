import { and, eq } from 'drizzle-orm'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { encode, inTurn, keyOf } from './encode.server.ts'
import { picture } from './schema.server.ts'

/**
 * When many send photos at once (a storm, the first snow), they are kept as they came and made into pictures afterwards: nobody
 * waits for others' photos, and none is lost when the program ends. What is kept is shown to nobody as it is: it may say
 * where it was taken. It is gone when the picture is made, in moments or with the next look at it.
 */
const folder = 'later'
const laterKey = (ctx: Pick<Ctx, 'scope'>, id: string) => `${folder}/${ctx.scope.municipalityId}.${id}.later`

export const keepForLater = (ctx: Ctx, id: string, file: Uint8Array): Promise<void> => ctx.storage.put(laterKey(ctx, id), file)
export const forgetLater = (ctx: Ctx, id: string): Promise<void> => ctx.storage.remove(laterKey(ctx, id))

/** The bytes of a stored picture; one that waits is made now. Null when there is none, and when what was sent turns out to be no picture. */
export async function bytesOfPicture(ctx: Pick<Ctx, 'scope' | 'storage'>, id: string, small = false): Promise<Buffer | null> {
  const made = await ctx.storage.get(keyOf(ctx, id, small))
  if (made) return made
  await make(ctx, id)
  return ctx.storage.get(keyOf(ctx, id, small)) // also when another made it meanwhile
}

/** Makes a picture of what waits. Twice at once makes the same bytes twice. `gone`: nothing waits, another has made it. */
async function make(ctx: Pick<Ctx, 'scope' | 'storage'>, id: string): Promise<'made' | 'gone' | 'broken'> {
  const kept = await ctx.storage.get(laterKey(ctx, id))
  if (!kept) return 'gone'
  const made = await inTurn(async () => (await ctx.storage.size(keyOf(ctx, id, true))) === null ? encode(kept) : null)
  if (made && typeof made !== 'string') {
    await ctx.storage.put(keyOf(ctx, id), made.large.data)
    await ctx.storage.put(keyOf(ctx, id, true), made.small) // last: when it is there, both are
  }
  await ctx.storage.remove(laterKey(ctx, id))
  return typeof made === 'string' ? 'broken' : 'made'
}

/** Makes the pictures that wait, one after another; what turns out to be no picture is taken from its subject. Returns how many were made. */
export async function makeWaiting(house: House, stopping: AbortSignal): Promise<number> {
  let done = 0
  for await (const key of house.storage.keys(folder)) {
    const [, here, id] = /^later\/(\d+)\.([0-9a-f-]{36})\.later$/.exec(key) ?? []
    if (!isId(id)) continue
    if (stopping.aborted) break
    const became = await make({ scope: { municipalityId: Number(here) }, storage: house.storage }, id)
    if (became === 'made') done++
    if (became !== 'broken') continue // somebody who looked at it was first: its row stays
    const [its] = await house.database.owner.select().from(municipality).where(eq(municipality.id, Number(here)))
    if (its) await command(house, { municipality: its }, (ctx) => ctx.db.delete(picture).where(and(eq(picture.municipalityId, ctx.scope.municipalityId), eq(picture.id, id))))
  }
  return done
}
