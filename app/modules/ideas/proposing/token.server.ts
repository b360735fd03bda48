import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'

/** What the link in the mail carries: which idea, and the name its sender gave, kept nowhere until it is confirmed. */
export type Confirming = { id: string; name: string }
const purpose = 'ideas confirm'
const bound = (ctx: Ctx, payload: string) => `${ctx.scope.municipalityId} ${payload}`

export function confirmToken(ctx: Ctx, its: Confirming): string {
  const payload = Buffer.from(JSON.stringify([its.id, its.name])).toString('base64url')
  return `${payload}~${ctx.sign(purpose, bound(ctx, payload))}`
}

/** What a token says; null when it was not made by this municipality for this. */
export function readConfirmToken(ctx: Ctx, token: string): Confirming | null {
  const [payload, signature] = token.split('~')
  if (!payload || !signature || !ctx.verify(purpose, bound(ctx, payload), signature)) return null
  const [id, name] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, string]
  return isId(id) ? { id, name } : null
}

/** Names an idea just sent, for the page that thanks: only who sent it has the address of that page. */
export const sentToken = (ctx: Ctx, id: string) => `${id}~${ctx.sign('ideas sent', bound(ctx, id))}`
export function readSentToken(ctx: Ctx, token: string | null): string | null {
  const [id, signature] = (token ?? '').split('~')
  return isId(id) && signature && ctx.verify('ideas sent', bound(ctx, id), signature) ? id : null
}
