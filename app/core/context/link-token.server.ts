import type { Ctx } from './context.server.ts'
import { isId } from './ids.server.ts'

/** How long what was asked for by mail waits for the address's owner to say yes; after that it is forgotten with the address. */
export const daysToConfirm = 7
/** What was asked for before this has waited too long. */
export const confirmableSince = (ctx: Pick<Ctx, 'now'>): Date => new Date(ctx.now.getTime() - daysToConfirm * 86_400_000)

type Signs = Pick<Ctx, 'sign' | 'verify' | 'scope'>
const purposeOf = (ctx: Pick<Ctx, 'scope'>, purpose: string) => `${purpose} ${ctx.scope.municipalityId}`

/** What a letter's link carries: the id of one row, signed by the house for one purpose in one municipality, so that its holder needs no account. */
export const linkToken = (ctx: Pick<Signs, 'sign' | 'scope'>, purpose: string, id: string): string => `${id}.${ctx.sign(purposeOf(ctx, purpose), id)}`

/** The id that such a link carries; null when the house has not signed it for this. */
export function idOfLink(ctx: Pick<Signs, 'verify' | 'scope'>, purpose: string, token: string | null): string | null {
  const [id, signature] = (token ?? '').split('.')
  return isId(id) && signature && ctx.verify(purposeOf(ctx, purpose), id, signature) ? id : null
}
