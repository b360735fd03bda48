import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { record } from '#core/trail/record.server.ts'
import { suggestTopic } from '#core/trail/suggest-topic.server.ts'
import { changeSubject, keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import { decided, linkedHere, movedElsewhere, sent } from '../events.server.ts'
import { can } from '../permissions.ts'
import { registryOf } from '../population.server.ts'
import { kinds } from '../rules/acts.ts'
import { elsewhere, elsewhereStates, type ElsewhereState } from '../schema.server.ts'
import { wording } from '../write.server.ts'

/** The national service, in Finnish and in Swedish. */
const hosts = ['kuntalaisaloite.fi', 'invanarinitiativ.fi', 'xn--invnarinitiativ-kib.fi']
const ofNationalService = (url: string) => { const { hostname, protocol } = new URL(url); return protocol === 'https:' && hosts.some((host) => hostname === host || hostname === `www.${host}`) }
const count = z.preprocess((value) => (typeof value === 'string' && /^\d{1,7}$/.test(value.trim()) ? Number(value) : NaN), z.number('badNumber').int('badNumber').min(0, 'badNumber'))

export const elsewhereForm = z.object({
  url: z.url({ error: 'invalid' }).max(300, 'tooLong').refine(ofNationalService, 'notNational'), title: wording.shape.title, text: z.string().trim().min(1, 'required').max(2000, 'tooLong'),
  kind: z.enum(kinds, 'required').default('ordinary'), state: z.enum(elsewhereStates, 'required').default('collecting'), signers: count,
})
export const seenForm = elsewhereForm.pick({ state: true, signers: true })
const stageOf = { collecting: 'idea', pending: 'decision', decided: 'ended' } as const satisfies Record<ElsewhereState, string>

/** An initiative that runs on the national service gets its page here, to be found and followed; it is signed there. Returns `thereAlready`. */
export async function linkElsewhere(ctx: Ctx, input: z.output<typeof elsewhereForm>): Promise<{ id: string } | Mended> {
  const { unitId } = await registryOf(ctx)
  allow(ctx, can.link, { ownerUnitId: unitId })
  const id = ctx.newId()
  const topic = await suggestTopic(ctx, `${input.title} ${input.text}`)
  if ((await ctx.db.select({ id: elsewhere.id }).from(elsewhere).where(and(eq(elsewhere.municipalityId, ctx.scope.municipalityId), eq(elsewhere.url, input.url)))).length) return problems({ url: 'thereAlready' })
  await keepSubject(ctx, { id, kind: 'initiative', language: ctx.language, title: { [ctx.language]: input.title }, text: input.text, stage: stageOf[input.state], visibility: 'public', ownerUnitId: unitId, topicId: topic?.id ?? null })
  await ctx.db.insert(elsewhere).values({ ...ctx.scope, id, url: input.url, text: input.text, state: input.state, kind: input.kind, signers: input.signers, seenAt: ctx.now })
  await record(ctx, linkedHere, { subjectId: id, stage: stageOf[input.state], ...(unitId ? { unitId } : {}) })
  return { id }
}

/** What the official saw there today. Followers hear when the count or the state has changed. Throws NotFound, Forbidden. */
export async function updateElsewhere(ctx: Ctx, id: string, input: z.output<typeof seenForm>) {
  const its = await elsewhereOf(ctx, id, true)
  if (!its) throw new NotFound()
  const subject = await subjectOf(ctx, id, { lock: true })
  allow(ctx, can.link, subject)
  await ctx.db.update(elsewhere).set({ ...input, seenAt: ctx.now }).where(and(eq(elsewhere.municipalityId, ctx.scope.municipalityId), eq(elsewhere.id, id)))
  if (its.state === input.state && its.signers === input.signers) return
  const stage = stageOf[input.state]
  await changeSubject(ctx, id, { stage })
  await record(ctx, its.state === input.state || input.state === 'collecting' ? movedElsewhere : input.state === 'decided' ? decided : sent, { subjectId: id, stage, data: { signers: String(input.signers) }, ...(subject.ownerUnitId ? { unitId: subject.ownerUnitId } : {}) })
}

export async function elsewhereOf(ctx: Ctx, id: string, lock = false) {
  if (!isId(id)) return null
  const found = ctx.db.select().from(elsewhere).where(and(eq(elsewhere.municipalityId, ctx.scope.municipalityId), eq(elsewhere.id, id)))
  const [row] = await (lock ? found.for('update') : found)
  return row ?? null
}
