import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { everyHolding, type Held } from '#core/identity/holdings.ts'
import { person, representative } from '#core/identity/schema.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from './permissions.ts'

/** Everything that is kept of me in this municipality, and my account. Never anyone else's: what is asked for is always the asker's own. */
export async function showMyData(ctx: Ctx) {
  const me = allow(ctx, can.seeMine)
  const [account, [profile], ...held] = await Promise.all([
    signInOf(ctx).factsOf(me.id),
    ctx.db.select({ name: person.name, email: person.email, language: person.language, rhythm: person.rhythm, homeLongitude: person.homeLongitude, homeLatitude: person.homeLatitude, createdAt: person.createdAt }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, me.id))),
    ...[...everyHolding().values()].map((its) => its.read(ctx, me.id)),
  ])
  return { account, profile: profile!, held: Object.assign({}, ...held) as Held, onlyRepresentativeOf: await loneOrganisations(ctx, me.id) }
}

/** Organisations that nobody could act as if this person left. */
async function loneOrganisations(ctx: Ctx, personId: string): Promise<string[]> {
  if (ctx.actor.kind !== 'person' || ctx.actor.represents.length === 0) return []
  const rows = await ctx.db.select({ organisationId: representative.organisationId, personId: representative.personId }).from(representative)
    .where(and(eq(representative.municipalityId, ctx.scope.municipalityId), isNull(representative.until), inArray(representative.organisationId, ctx.actor.represents.map((its) => its.id))))
  return ctx.actor.represents.filter((its) => !rows.some((row) => row.organisationId === its.id && row.personId !== personId)).map((its) => its.name)
}
