import type { Ctx } from '#core/context/context.server.ts'

/** A link that says what its opener may do, until when: signed, kept nowhere, of this municipality only. */
export function makeToken<T extends Record<string, unknown>>(ctx: Ctx, purpose: string, says: T, minutes: number): string {
  const payload = Buffer.from(JSON.stringify({ ...says, m: ctx.scope.municipalityId, at: ctx.now.getTime(), until: ctx.now.getTime() + minutes * 60_000 })).toString('base64url')
  return `${payload}.${ctx.sign(purpose, payload)}`
}

/** What a token says and when it was made; null when it is not ours, of another purpose or municipality, or too old. */
export function readToken<T>(ctx: Ctx, purpose: string, token: string): (T & { at: number }) | null {
  const [payload, signature] = token.split('.')
  if (!payload || !signature || !ctx.verify(purpose, payload, signature)) return null
  const says = JSON.parse(Buffer.from(payload, 'base64url').toString()) as T & { m: number; at: number; until: number }
  return says.m === ctx.scope.municipalityId && says.until > ctx.now.getTime() ? says : null
}
