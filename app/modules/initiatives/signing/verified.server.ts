import type { Ctx } from '#core/context/context.server.ts'
import type { Person } from '#core/identity/actor.ts'
import type { Verified } from '../rules/membership.ts'

/** How old an identification may be when the rule of an act asks for one: what the register said just now, not last year. */
const freshMinutes = 60

export type Identified = Verified & { /** one human, the same each time */ key: string; /** made now, for this */ fresh: boolean }

/** What the strong identification of a signed-in person tells; null when they are not identified. */
export async function verifiedOf(ctx: Ctx, me: Person): Promise<Identified | null> {
  if (!me.identified || !ctx.signIn) return null
  const [facts, newest] = await Promise.all([ctx.signIn.factsOf(me.id), ctx.signIn.identificationOf(me.id)])
  if (!facts?.assurance || !newest) return null
  return { home: facts.homeMunicipalityCode, birthDate: facts.birthDate, key: newest.key, fresh: ctx.now.getTime() - newest.at.getTime() < freshMinutes * 60_000 }
}

/** The key by which one human is one signer of one initiative, whatever account they use; another initiative has another. */
export const humanKeyOf = (ctx: Pick<Ctx, 'sign'>, initiativeId: string, its: Identified) => ctx.sign(`initiative signer ${initiativeId}`, its.key)
/** The same for a proven address. */
export const emailKeyOf = (ctx: Pick<Ctx, 'sign'>, initiativeId: string, email: string) => ctx.sign(`initiative address ${initiativeId}`, email.trim().toLowerCase())
