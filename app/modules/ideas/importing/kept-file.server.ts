import { createHash } from 'node:crypto'
import type { Ctx } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'

/**
 * A file waits in the storage between being sent and being imported: one for each admin, so that none is left lying about.
 * Its address carries a signed digest: a link of another admin, or of a file that has been replaced, opens nothing.
 */
const storageKey = (ctx: Ctx, personId: string) => `${ctx.scope.municipalityId}/import-${personId}.csv`
const signed = (ctx: Ctx, personId: string, digest: string) => ctx.sign('import', `${ctx.scope.municipalityId}/${personId}/${digest}`).slice(0, 22)
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url').slice(0, 22)

/** Keeps a file; returns what opens it. */
export async function keepFile(ctx: Ctx, bytes: Uint8Array): Promise<string> {
  const me = allow(ctx, can.import)
  await ctx.storage.put(storageKey(ctx, me.id), bytes)
  const digest = digestOf(bytes)
  return `${digest}.${signed(ctx, me.id, digest)}`
}
/** The kept file; null when the link is not mine or the file is no longer there. */
export async function keptFile(ctx: Ctx, link: string): Promise<Buffer | null> {
  const me = allow(ctx, can.import)
  const [digest, signature] = link.split('.')
  if (!digest || !signature || signature !== signed(ctx, me.id, digest)) return null
  const bytes = await ctx.storage.get(storageKey(ctx, me.id))
  return bytes && digestOf(bytes) === digest ? bytes : null
}
export async function forgetFile(ctx: Ctx) {
  const me = allow(ctx, can.import)
  await ctx.storage.remove(storageKey(ctx, me.id))
}
