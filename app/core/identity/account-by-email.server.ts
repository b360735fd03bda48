import { and, eq } from 'drizzle-orm'
import type { Ctx, House } from '#core/context/context.server.ts'
import type { Person } from './actor.ts'
import { personOf } from './who.server.ts'
import { account } from './schema.server.ts'

/**
 * The person of an address whose owner has just proven it, by opening a link mailed there; an account is made when there
 * is none. An account that claims the address without ever having proven it gives it up, so that nobody can wait in an
 * account of another's address: it keeps its own ways of signing in.
 */
export async function personByProvenEmail(ctx: Ctx, house: House, its: { email: string; name: string }): Promise<Person> {
  const { owner } = house.database
  const email = its.email.trim().toLowerCase()
  const row = await owner.transaction(async (tx) => {
    const [unproven] = await tx.select({ id: account.id }).from(account).where(and(eq(account.email, email), eq(account.emailVerified, false))).for('update')
    if (unproven) await tx.update(account).set({ email: `${unproven.id}@unproven.invalid` }).where(eq(account.id, unproven.id))
    await tx.insert(account).values({ email, name: its.name, emailVerified: true, createdAt: ctx.now, updatedAt: ctx.now }).onConflictDoNothing({ target: account.email })
    return (await tx.select({ id: account.id, name: account.name, email: account.email, assurance: account.assurance }).from(account).where(eq(account.email, email)))[0]!
  })
  return personOf(house.database, ctx.municipality, { accountId: row.id, name: row.name, email: row.email, sessionId: '', assurance: row.assurance, installationAdmin: false }, ctx.language)
}
