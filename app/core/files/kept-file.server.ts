import { createHash } from 'node:crypto'
import type { Ctx } from '#core/context/context.server.ts'

/**
 * A file waits in the storage between being sent and being brought in: one of a kind (`what`, such as "areas") for each
 * admin, so that none is left lying about. Its address carries a signed digest: a link of another admin, or of a file that
 * has been replaced, opens nothing. Callers have checked who may.
 */
const storageKey = (ctx: Ctx, what: string, personId: string) => `${ctx.scope.municipalityId}/${what}-${personId}.kept`
const linkOf = (ctx: Ctx, what: string, personId: string, bytes: Uint8Array): string => {
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return `${digest}.${ctx.sign(what, `${ctx.scope.municipalityId}/${personId}/${digest}`).slice(0, 22)}`
}

/** Keeps a file; returns what opens it. */
export async function keepFile(ctx: Ctx, what: string, personId: string, bytes: Uint8Array): Promise<string> {
  await ctx.storage.put(storageKey(ctx, what, personId), bytes)
  return linkOf(ctx, what, personId, bytes)
}
/** The kept file; null when the link is not this person's or the file is no longer there. */
export async function keptFile(ctx: Ctx, what: string, personId: string, link: string): Promise<Buffer | null> {
  const bytes = await ctx.storage.get(storageKey(ctx, what, personId))
  return bytes && linkOf(ctx, what, personId, bytes) === link ? bytes : null
}
export const forgetFile = (ctx: Ctx, what: string, personId: string): Promise<void> => ctx.storage.remove(storageKey(ctx, what, personId))
