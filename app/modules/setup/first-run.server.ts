import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { House } from '#core/context/context.server.ts'
import { Conflict, type Mended } from '#core/errors/errors.ts'
import { emailField } from '#core/http/form-fields.ts'
import { account, municipality, person, role } from '#core/identity/schema.server.ts'
import { isSetupCode } from './code.server.ts'
import { type Founded, foundMunicipality } from './found.server.ts'
import { foundingForm, foundingOf } from './founding-input.ts'

/** What the first run asks: the municipality, its first admin, and the code from the console. */
export const firstRunForm = foundingForm.extend({
  setupCode: z.string().trim().min(1, 'required').max(40, 'wrongCode'),
  adminName: z.string().trim().min(1, 'required').max(80, 'tooLong').refine((text) => !text.includes('\0'), 'invalid'),
  adminEmail: emailField,
})

/**
 * Sets up the installation: its first municipality and the admin of both, all or nothing. Of two at the same time one wins.
 * Returns `wrongCode` and other problems by field; throws Conflict('setUpAlready').
 */
export async function setUp(house: Pick<House, 'database' | 'clock' | 'sign' | 'verify'>, input: z.infer<typeof firstRunForm>): Promise<Founded | Mended> {
  if (!isSetupCode(house, input.setupCode)) return { problems: { setupCode: 'wrongCode' } }
  const founding = foundingOf(input)
  if ('problems' in founding) return founding
  const now = house.clock()
  return house.database.owner.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first run', 0))`)
    if ((await tx.select({ id: municipality.id }).from(municipality).limit(1)).length) throw new Conflict('setUpAlready')
    const founded = await foundMunicipality(tx, { ...founding, primary: true }, now)
    // An account that claims the address without having proven it gives it up: the admin is whoever opens the mailed link.
    await tx.update(account).set({ email: sql`${account.id} || '@unproven.invalid'` }).where(and(eq(account.email, input.adminEmail), eq(account.emailVerified, false)))
    const [admin] = await tx.insert(account).values({ name: input.adminName, email: input.adminEmail, emailVerified: true, installationAdmin: true, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({ target: account.email, set: { installationAdmin: true } }).returning({ id: account.id })
    const here = { municipalityId: founded.municipality.id }
    await tx.insert(person).values({ ...here, id: admin!.id, name: input.adminName, email: input.adminEmail, language: founding.languages[0]!, createdAt: now })
    await tx.insert(role).values({ ...here, personId: admin!.id, role: 'admin' })
    return founded
  })
}
