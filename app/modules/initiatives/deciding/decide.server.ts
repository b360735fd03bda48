import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { type Mended, problems } from '#core/errors/errors.ts'
import { blank } from '#core/http/form-fields.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { rowOf } from '#core/notices/mail.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { caseNumberOf, keepComing, linkCaseToItems } from '#modules/meetings/server'
import { decided, registered } from '../events.server.ts'
import { type Its, initiativeOf, mustAllow, mustBeAnothers, thisOne } from '../open.server.ts'
import { can } from '../permissions.ts'
import { decisionFile, initiative, outcomes, signature } from '../schema.server.ts'
import { ofInitiative } from '../signing/sign.server.ts'
import { initiativeWords } from '../texts/index.ts'
import { type DecisionFile, keepFiles } from './files.server.ts'

export const registration = z.object({ caseNumber: z.string().trim().max(60, 'tooLong').default(''), ofCouncil: z.enum(['yes', 'no'], 'required').default('yes') })

/** The registry says that it has the initiative: its case number, and whether the council decides. May be corrected until the decision. */
export async function registerInitiative(ctx: Ctx, id: string, input: z.input<typeof registration>) {
  const its = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.answer, its.thing)
  mustAllow(its, 'register')
  const { caseNumber, ofCouncil } = registration.parse(input)
  await ctx.db.update(initiative).set({ caseNumber: caseNumber || null, ofCouncil: ofCouncil === 'yes', registeredAt: its.row.registeredAt ?? ctx.now }).where(thisOne(ctx, id))
  if (its.row.registeredAt && (its.row.caseNumber ?? '') === caseNumber) return
  await linkCaseToItems(ctx, caseNumberOf(caseNumber))
  await record(ctx, registered, { subjectId: id, data: { caseNumber }, ...(its.subject.ownerUnitId ? { unitId: its.subject.ownerUnitId } : {}) })
}

export const decision = z.object({
  outcome: z.enum(outcomes, 'required'), decision: z.string().trim().min(1, 'required').min(10, 'tooShort').max(5000, 'tooLong').transform((text) => text.replace(/\r\n?/g, '\n')),
  url: z.preprocess(blank, z.url({ protocol: /^https?$/, error: 'invalid' }).max(500, 'tooLong').optional()), measures: z.string().trim().max(2000, 'tooLong').default(''),
})

/**
 * Tells what was decided, once: text, documents, what was done because of it. Everyone who signed hears, also those who signed by
 * mail without an account, and everyone who follows. Returns problems of the files; throws Forbidden, Conflict('notNow').
 */
export async function decideInitiative(ctx: Ctx, id: string, input: z.input<typeof decision>, files: DecisionFile[] = []): Promise<Mended | void> {
  const its = await initiativeOf(ctx, id, { lock: true })
  mustBeAnothers(its, allow(ctx, can.answer, its.thing))
  mustAllow(its, 'decide')
  const said = decision.parse(input)
  await ctx.db.update(initiative).set({ decidedAt: ctx.now, outcome: said.outcome, decision: said.decision, decisionUrl: said.url ?? null, measures: said.measures }).where(thisOne(ctx, id))
  await keepFiles(ctx, id, files)
  await changeSubject(ctx, id, { stage: 'ended', dueAt: null, answeredAt: its.subject.answeredAt ?? ctx.now })
  await keepComing(ctx, id)
  const sentence = initiativeWords(its.subject.language).outcomes[said.outcome]
  const eventId = await record(ctx, decided, { subjectId: id, stage: 'ended', sentence, ...(its.subject.ownerUnitId ? { unitId: its.subject.ownerUnitId } : {}) })
  await tellSigners(ctx, its, eventId, sentence)
}

/** Every signer is told: a notice to those with an account, a letter to those who signed by mail. A few hundred at a time, however many they are. */
async function tellSigners(ctx: Ctx, its: Its, eventId: string, sentence: string) {
  const id = its.row.id
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await ctx.db.select({ id: signature.id, personId: signature.personId, email: signature.email, language: signature.language, name: signature.name }).from(signature)
      .where(and(ofInitiative(ctx, id), isNotNull(signature.confirmedAt), gt(signature.id, after))).orderBy(asc(signature.id)).limit(500)
    if (rows.length === 0) break
    after = rows.at(-1)!.id
    await noticeToMany(ctx, [...new Set(rows.flatMap((row) => (row.personId && row.personId !== (ctx.actor.kind === 'person' ? ctx.actor.id : '') ? [row.personId] : [])))], { subjectId: id, eventId, kind: decided.kind, data: { sentence, stage: 'ended' } })
    const letters = rows.flatMap((row) => {
      if (row.personId || !row.email) return []
      const t = initiativeWords(row.language).mail
      const title = inLanguage(its.subject.title, row.language)
      return [{ ...ctx.scope, id: ctx.newId(), ...rowOf({ to: row.email, language: row.language, subject: t.decidedSubject(title), text: t.decided(row.name, title, ctx.address(`/initiatives/${id}`, row.language)) }, row.language), createdAt: ctx.now, tryAfter: ctx.now }]
    })
    if (letters.length) await ctx.db.insert(mail).values(letters)
  }
  // the addresses were for this one letter
  await ctx.db.update(signature).set({ email: null, emailKey: null }).where(and(ofInitiative(ctx, id), isNull(signature.personId)))
}

export const measuring = z.object({ measures: z.string().trim().max(2000, 'tooLong').default('') })
/** What has been done because of it, kept up to date for the author and the council's yearly report. */
export async function changeMeasures(ctx: Ctx, id: string, input: z.input<typeof measuring>): Promise<Mended | void> {
  const its = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.answer, its.thing)
  if (!its.row.sentAt) return problems({ measures: 'invalid' })
  await ctx.db.update(initiative).set(measuring.parse(input)).where(thisOne(ctx, id))
}

/** The documents of a decision, in the order they were added. */
export const filesOf = (ctx: Ctx, id: string) => ctx.db.select({ id: decisionFile.id, name: decisionFile.name, bytes: decisionFile.bytes }).from(decisionFile)
  .where(and(eq(decisionFile.municipalityId, ctx.scope.municipalityId), eq(decisionFile.initiativeId, id))).orderBy(asc(decisionFile.addedAt), asc(decisionFile.id))
/** Is the account's own name under it? For what the page shows. */
export const mySignature = async (ctx: Ctx, id: string) => {
  if (ctx.actor.kind !== 'person') return null
  const [mine] = await ctx.db.select({ id: signature.id, shown: signature.shown, at: signature.confirmedAt }).from(signature)
    .where(and(ofInitiative(ctx, id), eq(signature.personId, ctx.actor.id), ctx.actor.as ? eq(signature.organisationId, ctx.actor.as.id) : isNull(signature.organisationId)))
  return mine ?? null
}
