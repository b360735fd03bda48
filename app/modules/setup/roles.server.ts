import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, type House, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, problems } from '#core/errors/errors.ts'
import { emailField } from '#core/http/form-fields.ts'
import { personByProvenEmail } from '#core/identity/account-by-email.server.ts'
import { official, person, role, unit } from '#core/identity/schema.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { can } from './permissions.ts'
import { setupWords } from './texts/index.ts'

export const tasks = ['official', 'lead', 'moderator', 'admin'] as const
export type Task = (typeof tasks)[number]
export const appointForm = z.object({
  email: emailField,
  name: z.string().trim().max(80, 'tooLong').refine((text) => !text.includes('\0'), 'invalid').default(''),
  what: z.enum(tasks, 'required'), unitId: z.union([z.literal(''), z.uuid('invalid')]).optional(),
})
export const endForm = z.object({ personId: z.string().refine(isId, 'invalid'), what: z.enum(['official', 'moderator', 'admin'], 'invalid'), unitId: z.union([z.literal(''), z.uuid('invalid')]).optional() })
export type Appointed = { personId: string; name: string; email: string | null; unitId: string | null; unit: string | null; lead: boolean }

/** Who has which task in the municipality, by name. */
export async function appointed(ctx: Ctx): Promise<{ officials: Appointed[]; moderators: Appointed[]; admins: Appointed[] }> {
  allow(ctx, can.administer)
  const here = ctx.scope.municipalityId
  const [works, roles] = await Promise.all([
    ctx.db.select({ personId: person.id, name: person.name, email: person.email, unitId: unit.id, unit: unit.name, lead: official.lead }).from(official)
      .innerJoin(person, and(eq(person.municipalityId, official.municipalityId), eq(person.id, official.personId), isNull(person.leftAt))).innerJoin(unit, and(eq(unit.municipalityId, official.municipalityId), eq(unit.id, official.unitId)))
      .where(eq(official.municipalityId, here)).orderBy(asc(unit.key), asc(person.name)),
    ctx.db.select({ personId: person.id, name: person.name, email: person.email, role: role.role }).from(role)
      .innerJoin(person, and(eq(person.municipalityId, role.municipalityId), eq(person.id, role.personId), isNull(person.leftAt))).where(eq(role.municipalityId, here)).orderBy(asc(person.name)),
  ])
  const having = (which: 'moderator' | 'admin') => roles.filter((each) => each.role === which).map(({ personId, name, email }) => ({ personId, name, email, unitId: null, unit: null, lead: false }))
  return { officials: works.map((each) => ({ ...each, unit: inLanguage(each.unit, ctx.language) })), moderators: having('moderator'), admins: having('admin') }
}

/**
 * Gives a task to whoever has the mail of an address, and tells them. Somebody new needs a name and gets an account that
 * only a link mailed to the address opens; an account that claims the address unproven gets nothing.
 */
export async function appoint(ctx: Ctx, house: House, input: z.infer<typeof appointForm>): Promise<Mended | void> {
  allow(ctx, can.administer)
  const ofUnit = input.what === 'official' || input.what === 'lead'
  const [its] = ofUnit && input.unitId ? await ctx.db.select().from(unit).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), eq(unit.id, input.unitId))) : []
  if (ofUnit && !its) return problems({ unitId: 'required' })
  const [known] = await ctx.db.select({ id: person.id }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.email, input.email), isNull(person.leftAt))).limit(1)
  if (!known && !input.name) return problems({ name: 'required' })
  const them = await personByProvenEmail(ctx, house, { email: input.email, name: input.name })
  if (its) await ctx.db.insert(official).values({ ...ctx.scope, personId: them.id, unitId: its.id, lead: input.what === 'lead' }).onConflictDoUpdate({ target: [official.municipalityId, official.personId, official.unitId], set: { lead: input.what === 'lead' } })
  else await ctx.db.insert(role).values({ ...ctx.scope, personId: them.id, role: input.what as 'moderator' | 'admin' }).onConflictDoNothing()
  const t = setupWords(ctx.language)
  const municipality = inLanguage(ctx.municipality.name, ctx.language)
  const task = its ? `${t.admin.roles[input.what]}, ${inLanguage(its.name, ctx.language)}` : t.admin.roles[input.what]
  await writeMail(ctx, { to: input.email, subject: t.mail.subject(municipality), text: t.mail.text(them.name || input.name, task, municipality, ctx.address('/sign-in')) })
}

/** Ends a task; ended twice changes nothing. Returns `lastAdmin` when nobody would be left to administer. */
export async function endTask(ctx: Ctx, input: z.infer<typeof endForm>): Promise<Mended | void> {
  allow(ctx, can.administer)
  if (input.what === 'official') {
    await ctx.db.delete(official).where(and(eq(official.municipalityId, ctx.scope.municipalityId), eq(official.personId, input.personId), input.unitId ? eq(official.unitId, input.unitId) : undefined))
    return
  }
  await oneAtATime(ctx, 'roles')
  const { admins } = await appointed(ctx)
  if (input.what === 'admin' && admins.length === 1 && admins[0]!.personId === input.personId) return problems({ form: 'lastAdmin' })
  await ctx.db.delete(role).where(and(eq(role.municipalityId, ctx.scope.municipalityId), eq(role.personId, input.personId), eq(role.role, input.what)))
}
