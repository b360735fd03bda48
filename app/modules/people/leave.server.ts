import { and, eq, inArray } from 'drizzle-orm'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { everyHolding } from '#core/identity/holdings.ts'
import { leftName } from '#core/identity/rules.ts'
import { municipality, person } from '#core/identity/schema.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from './permissions.ts'

/** Erases what one municipality knows of me. My public texts keep their author, who from now on has no name. */
async function leaveMunicipality(ctx: Ctx) {
  const me = allow(ctx, can.changeMine)
  for (const its of everyHolding().values()) await its.erase(ctx, me.id)
  await ctx.db.update(person).set({ name: leftName[ctx.municipality.languages[0] ?? 'fi'], email: null, homeLongitude: null, homeLatitude: null, leftAt: ctx.now })
    .where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, me.id)))
}

/**
 * Deletes my account: first what each municipality knows, each in a transaction of its own, last the account with its
 * sessions, passkeys and identifications. Killed in between, it can be asked for again: who is half gone can still sign in.
 */
export async function deleteAccount(ctx: Ctx, house: House) {
  const me = allow(ctx, can.changeMine)
  const signIn = signInOf(ctx)
  const known = await signIn.municipalitiesOf(me.id)
  const towns = known.length ? await house.database.owner.select().from(municipality).where(inArray(municipality.id, known)) : []
  for (const town of towns) await command(house, { municipality: town, actor: me, language: ctx.language }, leaveMunicipality)
  await signIn.erase(me.id)
}
