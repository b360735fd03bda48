import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { sqlState } from '#core/db/open.server.ts'
import { Conflict, type Mended, problems } from '#core/errors/errors.ts'
import { guest, type Person } from '#core/identity/actor.ts'
import { person } from '#core/identity/schema.server.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { reached2, reached4, signed } from '../events.server.ts'
import { type Its, initiativeOf, mustAllow, officersOf, thisOne } from '../open.server.ts'
import { can } from '../permissions.ts'
import { memberOf, memberships } from '../rules/membership.ts'
import { initiative, signature } from '../schema.server.ts'
import { emailKeyOf, humanKeyOf, verifiedOf } from './verified.server.ts'

/** What a signer says: the name, by what right, and whether others see the name. */
export const signing = z.object({
  name: z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1, 'required').min(3, 'tooShort').max(80, 'tooLong').regex(/^[^<>\0]*\p{L}[^<>\0]*$/u, 'invalid')),
  membership: z.enum(memberships, 'required').default('resident'),
  shown: z.enum(['yes', 'no'], 'required').default('no'),
})
export type Signing = z.input<typeof signing>

/**
 * I join an initiative. A second time changes nothing. The referendum kind asks for a strong identification made just now
 * (`identifyFirst`), a home municipality here (`livesElsewhere`) and 15 years of age (`tooYoung`); the ordinary kind for one
 * of the grounds (`notMember`). Returns also `tooOften`, `ownName`; throws NotFound, SignInNeeded, Conflict('notNow').
 */
export async function signInitiative(ctx: Ctx, id: string, input: Signing): Promise<Mended | void> {
  const its = await initiativeOf(ctx, id)
  const me = allow(ctx, can.sign)
  mustAllow(its, 'join')
  const said = signing.parse(input)
  const made = await signatureOf(ctx, its, me, said)
  if ('problems' in made) return made
  if (!(await mayWrite(ctx))) return problems({ name: 'tooOften' })
  if (await addSignature(ctx, made)) {
    await followSubject(ctx, me, id, 'supporter')
    await afterSigning(ctx, id)
  }
}

/** The signature that a signed-in person would make, or what stands in its way. */
export async function signatureOf(ctx: Ctx, its: Its, me: Person, said: z.output<typeof signing>): Promise<typeof signature.$inferInsert | Mended> {
  const { row } = its
  if (row.kind === 'referendum' && me.as) return problems({ form: 'ownName' })
  const verified = await verifiedOf(ctx, me)
  const member = memberOf(row.kind, { membership: said.membership, verified: row.kind === 'referendum' && !verified?.fresh ? null : verified, organisation: !!me.as }, ctx.municipality.code, ctx.now)
  if ('refused' in member) return problems({ [row.kind === 'referendum' ? 'form' : 'membership']: member.refused })
  const [known] = await ctx.db.select({ email: person.email }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, me.id)))
  return {
    ...ctx.scope, id: ctx.newId(), initiativeId: row.id, personId: me.id, organisationId: me.as?.id ?? null, language: ctx.language, name: me.as?.name ?? said.name, shown: said.shown === 'yes', ...member,
    emailKey: known?.email && !me.as ? emailKeyOf(ctx, row.id, known.email) : null, humanKey: verified && !me.as ? humanKeyOf(ctx, row.id, verified) : null, askedAt: ctx.now, confirmedAt: ctx.now,
  }
}

/** Writes a signature; false when it is there already. What waits for the same address to be confirmed gives way. Throws Conflict('notNow') when the sending came first. */
export async function addSignature(ctx: Ctx, its: typeof signature.$inferInsert): Promise<boolean> {
  return whileCollecting(async () => {
    if (its.emailKey) await ctx.db.delete(signature).where(and(ofInitiative(ctx, its.initiativeId), eq(signature.emailKey, its.emailKey), isNull(signature.confirmedAt)))
    return (await ctx.db.insert(signature).values(its).onConflictDoNothing().returning({ id: signature.id })).length > 0
  })
}

/** The database says whether names are still taken. */
export async function whileCollecting<T>(work: () => Promise<T>): Promise<T> {
  try { return await work() } catch (cause) {
    if (['collecting_is_over', 'by_one'].includes(sqlState(cause).constraint ?? '')) throw new Conflict('notNow')
    throw cause
  }
}

/**
 * After a name was added: the event, and each threshold that it crossed, told once to followers and the registry's officials.
 * The initiative's row is locked since the name was written, so the count is whole. Nobody's name is on these events.
 */
export async function afterSigning(ctx: Ctx, id: string) {
  const nobody: Ctx = { ...ctx, actor: guest }
  await record(nobody, signed, { subjectId: id })
  const crossings = [
    { event: reached2, threshold: initiative.threshold2, crossed: initiative.crossed2At, set: { crossed2At: ctx.now }, only: undefined },
    { event: reached4, threshold: initiative.threshold4, crossed: initiative.crossed4At, set: { crossed4At: ctx.now }, only: eq(initiative.kind, 'referendum') },
  ]
  for (const { event, threshold, crossed, set, only } of crossings) {
    const [over] = await ctx.db.update(initiative).set(set).where(and(thisOne(ctx, id), isNull(crossed), isNotNull(threshold), sql`${initiative.residents} >= ${threshold}`, only)).returning({ threshold })
    if (!over) continue
    const data = { threshold: String(over.threshold) }
    const eventId = await record(nobody, event, { subjectId: id, data })
    const { subject } = await initiativeOf(ctx, id)
    await noticeToMany(ctx, await officersOf(ctx, subject.ownerUnitId), { subjectId: id, eventId, kind: event.kind, data })
  }
}

/** I take my name back while the initiative collects; it was never there. Throws Conflict('notNow') after sending. */
export async function withdrawSignature(ctx: Ctx, id: string) {
  const its = await initiativeOf(ctx, id)
  const me = allow(ctx, can.sign)
  if (its.row.sentAt || me.id === its.row.authorPersonId) throw new Conflict('notNow')
  await whileCollecting(() => ctx.db.delete(signature).where(and(ofInitiative(ctx, id), eq(signature.personId, me.id), me.as ? eq(signature.organisationId, me.as.id) : isNull(signature.organisationId))))
}

export const ofInitiative = (ctx: Ctx, id: string) => and(eq(signature.municipalityId, ctx.scope.municipalityId), eq(signature.initiativeId, id))
