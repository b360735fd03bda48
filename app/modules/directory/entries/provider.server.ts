import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { Conflict, Forbidden, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { blank } from '#core/http/form-fields.ts'
import { allow } from '#core/permissions/permissions.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { topicsOf } from '#core/trail/facets.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { suggestTopic } from '#core/trail/suggest-topic.server.ts'
import { changeSubject, keepSubject, type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { entryReturned, providerApproved, providerAsked, providerChanged, providerEnded, providerRefused } from '../events.server.ts'
import { mailAddress, named, phoneNumber, webAddress } from '../facts.ts'
import { can } from '../permissions.ts'
import { place, provider, service } from '../schema.server.ts'
import { lookedOver, sayable } from './moderate.server.ts'

/** What an association or a company says of itself: what it offers and how it is reached. */
export const providerForm = z.object({ offers: named(2000), phone: phoneNumber, email: mailAddress, url: webAddress })
/** The same with the topic whose unit decides; without one it is found in the words. */
export const askForm = providerForm.extend({ topicId: z.preprocess(blank, z.uuid('invalid').optional()) })
type Offered = z.output<typeof providerForm>

/**
 * The organisation that the asker acts as asks to keep its own services and places here. The unit of its topic owes it a
 * decision by the municipality's reply days; what no topic fits waits among what no unit has yet. After a refusal or an end it
 * may ask again. Problems: topicId invalid, form tooOften. Throws SignInNeeded, Forbidden('actAsOrganisation'), Conflict('askedAlready').
 */
export async function askToProvide(ctx: Ctx, its: z.output<typeof askForm>): Promise<{ id: string } | Mended> {
  const me = allow(ctx, can.askToProvide)
  if (!me.as) throw new Forbidden('actAsOrganisation')
  await oneAtATime(ctx, `provider ${me.as.id}`)
  const [known] = await ctx.db.select().from(provider).where(and(eq(provider.municipalityId, ctx.scope.municipalityId), eq(provider.organisationId, me.as.id))).for('update')
  if (known && ['asked', 'approved'].includes(known.state)) throw new Conflict('askedAlready')
  const topic = its.topicId ? (await topicsOf(ctx)).find((each) => each.id === its.topicId) : await suggestTopic(ctx, `${me.as.name} ${Object.values(its.offers).join(' ')}`)
  if (its.topicId && !topic) return problems({ topicId: 'invalid' })
  if (!(await mayWrite(ctx))) return problems({ form: 'tooOften' })
  const id = known?.id ?? ctx.newId()
  await keepSubject(ctx, {
    id, kind: 'provider', language: ctx.language, title: { [ctx.language]: me.as.name }, text: Object.values(its.offers).join('\n'), stage: 'idea', visibility: 'private', authorPersonId: me.id, authorOrganisationId: me.as.id,
    ownerUnitId: topic?.unitId ?? null, topicId: topic?.id ?? null, dueAt: dueAfter(ctx, ctx.municipality.rules.replyDays), answeredAt: null,
  })
  const { topicId: _topic, ...said } = its
  const values = { ...said, state: 'asked' as const, askedBy: me.id, askedAt: ctx.now, decidedBy: null, decidedAt: null, reason: '' }
  if (known) await ctx.db.update(provider).set(values).where(and(eq(provider.municipalityId, ctx.scope.municipalityId), eq(provider.id, id)))
  else await ctx.db.insert(provider).values({ ...ctx.scope, id, organisationId: me.as.id, ...values })
  await record(ctx, providerAsked, { subjectId: id, stage: 'idea' })
  await followSubject(ctx, me, id, 'author')
  return { id }
}

type Held = { subject: Subject; row: typeof provider.$inferSelect }
/** A provider that is being changed, locked until the transaction ends: no entry of its is made meanwhile. Throws NotFound. */
async function holdProvider(ctx: Ctx, id: string): Promise<Held> {
  const its = await subjectOf(ctx, id, { kind: 'provider', lock: true })
  const [row] = await ctx.db.select().from(provider).where(and(eq(provider.municipalityId, ctx.scope.municipalityId), eq(provider.id, id))).for('update')
  if (!row) throw new NotFound()
  return { subject: its, row }
}
const write = (ctx: Ctx, id: string, values: Partial<typeof provider.$inferInsert>) => ctx.db.update(provider).set(values).where(and(eq(provider.municipalityId, ctx.scope.municipalityId), eq(provider.id, id)))

export const decision = z.discriminatedUnion('decision', [z.object({ decision: z.literal('approved') }), z.object({ decision: z.literal('refused'), reason: z.string('required').trim().min(1, 'required').min(5, 'tooShort').max(1000, 'tooLong') })], 'required')

/**
 * An official lets it in, and what it says of itself is public from now on; or does not, and it is told why and may ask again.
 * Throws SignInNeeded, Forbidden, NotFound, Conflict('decided').
 */
export async function decideProvider(ctx: Ctx, id: string, its: z.output<typeof decision>) {
  const me = allow(ctx, can.decideProviders)
  const { subject: asked, row } = await holdProvider(ctx, id)
  if (row.state !== 'asked') throw new Conflict('decided')
  const by = { subjectId: id, ...(asked.ownerUnitId ? { unitId: asked.ownerUnitId } : {}) }
  await write(ctx, id, { state: its.decision, decidedBy: me.id, decidedAt: ctx.now, reason: its.decision === 'refused' ? its.reason : '' })
  if (its.decision === 'refused') {
    await changeSubject(ctx, id, { stage: 'ended', dueAt: null, answeredAt: ctx.now })
    await record(ctx, providerRefused, { ...by, stage: 'ended', sentence: its.reason })
    return
  }
  await changeSubject(ctx, id, { stage: 'service', visibility: 'public', dueAt: null, answeredAt: ctx.now })
  await record(ctx, providerApproved, { ...by, stage: 'service' })
  await bringBack(ctx, id)
}

/** It no longer keeps anything here: by itself, or by an official who says why. Its entries leave lists; their pages say so and stay. Throws SignInNeeded, Forbidden, NotFound, Conflict('decided'). */
export async function endProvider(ctx: Ctx, id: string, reason: string) {
  const { subject: its, row } = await holdProvider(ctx, id)
  const me = mayEnd(ctx, its)
  if (row.state !== 'approved') throw new Conflict('decided')
  const why = sayable(ctx, reason)
  await write(ctx, id, { state: 'ended', decidedBy: me.id, decidedAt: ctx.now, reason: why })
  // what a moderator has hidden stays so
  await changeSubject(ctx, id, { stage: 'ended', ...(its.visibility === 'public' ? { visibility: 'withdrawn' as const } : {}), dueAt: null })
  await record(ctx, providerEnded, { subjectId: id, stage: 'ended', ...(why ? { sentence: why } : {}) })
  for (const entry of await entriesOf(ctx, id)) if (entry.visibility === 'public') await changeSubject(ctx, entry.id, { visibility: 'withdrawn' })
}
const mayEnd = (ctx: Ctx, its: Subject) => allow(ctx, { name: can.decideProviders.name, rules: [...can.decideProviders.rules, ...can.keepProvided.rules] }, its)

/** What left lists when a provider ended is in them again. */
async function bringBack(ctx: Ctx, id: string) {
  for (const entry of await entriesOf(ctx, id)) {
    if (entry.visibility !== 'withdrawn' || entry.stage === 'ended' || entry.vanished) continue
    await changeSubject(ctx, entry.id, { visibility: 'public' })
    await record(ctx, entryReturned, { subjectId: entry.id, stage: 'service' })
  }
}
/** Every service and place of a provider. */
async function entriesOf(ctx: Ctx, id: string) {
  const found = await Promise.all([place, service].map((table) => ctx.db.select({ id: table.id, vanishedAt: table.vanishedAt }).from(table as typeof place).where(and(eq(table.municipalityId, ctx.scope.municipalityId), eq(table.providerId, id)))))
  const rows = found.flat()
  if (rows.length === 0) return []
  const subjects = await ctx.db.select({ id: subject.id, visibility: subject.visibility, stage: subject.stage }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), inArray(subject.id, rows.map((row) => row.id)))).for('update')
  return subjects.map((each) => ({ ...each, vanished: rows.some((row) => row.id === each.id && row.vanishedAt !== null) }))
}

/** An approved provider says anew what it is. Throws SignInNeeded, Forbidden, NotFound, Conflict('providerEnded'). */
export async function changeProvider(ctx: Ctx, id: string, said: Offered): Promise<{ waits: boolean }> {
  const { subject: its, row } = await holdProvider(ctx, id)
  allow(ctx, can.keepProvided, its)
  if (row.state !== 'approved' && row.state !== 'asked') throw new Conflict('providerEnded')
  await write(ctx, id, said)
  const { kind, language, title, stage, visibility, authorPersonId, authorOrganisationId, ownerUnitId, ownerPersonId, dueAt, answeredAt, topicId } = its
  await keepSubject(ctx, { id, kind, language, title, text: Object.values(said.offers).join('\n'), stage, visibility, authorPersonId, authorOrganisationId, ownerUnitId, ownerPersonId, dueAt, answeredAt, topicId })
  if (row.state === 'asked') return { waits: false }
  await record(ctx, providerChanged, { subjectId: id })
  return { waits: await lookedOver(ctx, id, said) === 'waits' || visibility === 'hidden' }
}
