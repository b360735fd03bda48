import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { blank, maybeEmail } from '#core/http/form-fields.ts'
import { allow } from '#core/permissions/permissions.ts'
import { mayBeOutside } from '#core/ports/outside.server.ts'
import { type Open311, Open311Error, servicesOf } from '#core/ports/open311-client.server.ts'
import { inLanguage, languages } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { can } from '../permissions.ts'
import { forward, partner, report } from '../schema.server.ts'
import type { Partner } from './forward.server.ts'

const line = (most: number) => z.preprocess(blank, z.string().trim().max(most, 'tooLong').refine((text) => !text.includes('\0'), 'invalid').optional())
/** A partner as its form gives it. `services`: a line for each of our categories, `key = their code`; `*` stands for the rest. */
export const partnerForm = z.object({
  name: z.string().trim().min(1, 'required').max(120, 'tooLong').refine((text) => !text.includes('\0'), 'invalid'), kind: z.enum(['contractor', 'owner'], 'required'), language: z.enum(languages, 'required'), email: maybeEmail,
  open311Url: z.preprocess(blank, z.string().trim().refine(mayBeOutside, 'badAddress').optional()), jurisdiction: line(120), apiKey: line(500), services: z.string().max(10_000, 'tooLong').default('').transform(readServices).pipe(z.record(z.string(), z.string(), 'badServices')),
}).refine((its) => its.email || its.open311Url, { path: ['email'], message: 'required' }).refine((its) => !its.open311Url || Object.keys(its.services).length > 0, { path: ['services'], message: 'required' })

function readServices(text: string): Record<string, string> | null {
  const lines = text.split(/\r?\n/).map((each) => each.trim()).filter(Boolean)
  const pairs = lines.map((each) => /^([\w*-]{1,80})\s*=\s*(\S.{0,120})$/.exec(each))
  return pairs.every((pair) => pair !== null) ? Object.fromEntries(pairs.map((pair) => [pair![1]!, pair![2]!])) : null
}
export const servicesText = (its: Pick<Partner, 'services'>): string => Object.entries(its.services).map(([key, code]) => `${key} = ${code}`).join('\n')

const thisPartner = (ctx: Ctx, id: string) => and(eq(partner.municipalityId, ctx.scope.municipalityId), eq(partner.id, id))

/** All partners, closed ones last, each with how many wait, have failed and are under way. */
export async function listPartners(ctx: Ctx) {
  allow(ctx, can.keepPartners)
  const rows = await ctx.db.select().from(partner).where(eq(partner.municipalityId, ctx.scope.municipalityId)).orderBy(sql`${partner.closedAt} is not null`, asc(partner.name))
  const counts = await ctx.db.select({ partnerId: forward.partnerId, state: forward.state, number: sql<number>`count(*)::int` }).from(forward).where(and(eq(forward.municipalityId, ctx.scope.municipalityId), inArray(forward.state, ['waiting', 'sent', 'answered', 'failed']))).groupBy(forward.partnerId, forward.state)
  const of = (id: string, states: string[]) => counts.filter((each) => each.partnerId === id && states.includes(each.state)).reduce((sum, each) => sum + each.number, 0)
  return rows.map((row) => ({ ...row, failed: of(row.id, ['failed']), underWay: of(row.id, ['waiting', 'sent', 'answered']) }))
}
/** What could not be sent, newest first, for the admin: whose, which report, why. */
export async function failedForwards(ctx: Ctx) {
  allow(ctx, can.keepPartners)
  const rows = await ctx.db.select({ id: forward.id, reportId: forward.reportId, reference: report.reference, title: subject.title, partner: partner.name, error: forward.lastError, at: forward.at, attempts: forward.attempts, state: forward.state }).from(forward)
    .innerJoin(partner, and(eq(partner.municipalityId, forward.municipalityId), eq(partner.id, forward.partnerId))).innerJoin(report, and(eq(report.municipalityId, forward.municipalityId), eq(report.id, forward.reportId))).innerJoin(subject, and(eq(subject.municipalityId, forward.municipalityId), eq(subject.id, forward.reportId)))
    .where(and(eq(forward.municipalityId, ctx.scope.municipalityId), sql`(${forward.state} = 'failed' or (${forward.state} = 'waiting' and ${forward.attempts} > 0))`)).orderBy(desc(forward.at)).limit(100)
  return rows.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language) }))
}
/** One partner. Throws NotFound. */
export async function partnerOf(ctx: Ctx, id: string): Promise<Partner> {
  allow(ctx, can.keepPartners)
  const [row] = isId(id) ? await ctx.db.select().from(partner).where(thisPartner(ctx, id)) : []
  if (!row) throw new NotFound()
  return row
}
/** Keeps a new partner, or changes one. An empty key leaves the one that is there. */
export async function keepPartner(ctx: Ctx, input: z.output<typeof partnerForm>, id?: string): Promise<{ id: string }> {
  allow(ctx, can.keepPartners)
  const before = id ? await partnerOf(ctx, id) : null
  const values = { name: input.name, kind: input.kind, language: input.language, email: input.email ?? null, open311Url: input.open311Url ?? null, jurisdiction: input.jurisdiction ?? null, apiKey: input.apiKey ?? before?.apiKey ?? null, services: input.services }
  if (before) { await ctx.db.update(partner).set(values).where(thisPartner(ctx, before.id)); return { id: before.id } }
  const made = ctx.newId()
  await ctx.db.insert(partner).values({ ...ctx.scope, id: made, ...values })
  return { id: made }
}
/** Nothing new goes to a closed partner; what is under way goes on. */
export async function closePartner(ctx: Ctx, id: string, closed: boolean): Promise<void> {
  await partnerOf(ctx, id)
  await ctx.db.update(partner).set({ closedAt: closed ? ctx.now : null }).where(thisPartner(ctx, id))
}

/** Asks a partner's service for its services, to see that the address is right. Waits for somebody outside: never in a transaction. */
export async function tryPartner(ctx: Ctx, id: string, allows?: Open311['allows']): Promise<{ services: { code: string; name: string }[] } | { error: string } | null> {
  const its = await partnerOf(ctx, id)
  if (!its.open311Url) return null
  try { return { services: await servicesOf({ url: its.open311Url, jurisdiction: its.jurisdiction ?? undefined, apiKey: its.apiKey ?? undefined, allows }) } } catch (cause) {
    if (cause instanceof Open311Error) return { error: cause.message }
    throw cause
  }
}
