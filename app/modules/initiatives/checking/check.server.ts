import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { type Mended, problems } from '#core/errors/errors.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { EventKind } from '#core/trail/event.ts'
import { record } from '#core/trail/record.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { accepted, fixed, handedBack, pausedToFix, reviewAsked } from '../events.server.ts'
import { authorsOf, type Its, initiativeOf, mustAllow, mustBeAnothers, officersOf, thisOne } from '../open.server.ts'
import { can } from '../permissions.ts'
import { populationNow } from '../population.server.ts'
import { initiative } from '../schema.server.ts'
import { wording } from '../write.server.ts'

/** The author sends the draft to be checked; the registry's officials hear. Returns `tooOften`; throws Forbidden, Conflict('notNow'). */
export async function askReview(ctx: Ctx, id: string): Promise<Mended | void> {
  const its = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.manage, its.thing)
  mustAllow(its, 'askReview')
  if (!(await mayWrite(ctx))) return problems({ form: 'tooOften' })
  await ctx.db.update(initiative).set({ state: 'review', reviewAskedAt: ctx.now, returnedWhy: null }).where(thisOne(ctx, id))
  await tellOfficers(ctx, its)
}

/** The author has mended what was handed back; the new words wait for the check and the old ones stand meanwhile. */
export async function askFixReview(ctx: Ctx, id: string, input: z.input<typeof wording>) {
  const its = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.manage, its.thing)
  mustAllow(its, 'askFixReview')
  const { title, text } = wording.parse(input)
  await ctx.db.update(initiative).set({ fix: 'review', fixTitle: title, fixText: text, reviewAskedAt: ctx.now }).where(thisOne(ctx, id))
  await tellOfficers(ctx, its)
}

/**
 * The officer has checked it and finds nothing in its way: the draft may be published, or the mended words take the place of
 * the old ones. Returns `noPopulation` when a collective one has no population figure to count its thresholds from.
 */
export async function acceptInitiative(ctx: Ctx, id: string): Promise<Mended | void> {
  const its = await initiativeOf(ctx, id, { lock: true })
  mustBeAnothers(its, allow(ctx, can.check, its.thing))
  mustAllow(its, 'accept')
  const { row } = its
  if (row.state === 'review') {
    if (row.collective && !(await populationNow(ctx))) return problems({ form: 'noPopulation' })
    await ctx.db.update(initiative).set({ state: 'accepted', acceptedAt: ctx.now }).where(thisOne(ctx, id))
    return tellAuthors(ctx, its, accepted, {})
  }
  await ctx.db.update(initiative).set({ fix: 'ok', text: row.fixText!, fixTitle: null, fixText: null, returnedWhy: null }).where(thisOne(ctx, id))
  await keepSubject(ctx, { ...kept(its), title: { [its.subject.language]: row.fixTitle! }, text: row.fixText! })
  await tellAuthors(ctx, its, fixed, {})
}

export const returning = z.object({ why: z.string().trim().min(1, 'required').min(5, 'tooShort').max(1000, 'tooLong') })

/**
 * The officer hands it back with the reason: from the check to be a draft again, or an accepted or published one to be mended,
 * during which it takes no names. Throws Forbidden, Conflict('notNow').
 */
export async function handBack(ctx: Ctx, id: string, input: z.input<typeof returning>) {
  const its = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.check, its.thing)
  const { why } = returning.parse(input)
  const { row } = its
  mustAllow(its, its.acts.has('returnForFixing') ? 'returnForFixing' : 'accept')
  await ctx.db.update(initiative).set({ ...(row.state === 'review' ? { state: 'draft' as const } : { fix: 'fix' as const }), returnedWhy: why }).where(thisOne(ctx, id))
  await tellAuthors(ctx, its, row.state === 'published' && row.fix === 'ok' ? pausedToFix : handedBack, { sentence: why })
}

async function tellOfficers(ctx: Ctx, its: Its) {
  const eventId = await record(ctx, reviewAsked, { subjectId: its.row.id })
  await noticeToMany(ctx, await officersOf(ctx, its.subject.ownerUnitId), { subjectId: its.row.id, eventId, kind: reviewAsked.kind, data: { to: `/initiatives/${its.row.id}/check` } })
}
async function tellAuthors(ctx: Ctx, its: Its, kind: EventKind, data: Record<string, string>) {
  const eventId = await record(ctx, kind, { subjectId: its.row.id, ...(its.subject.ownerUnitId ? { unitId: its.subject.ownerUnitId } : {}), ...(data.sentence ? { sentence: data.sentence } : {}) })
  await noticeToMany(ctx, authorsOf(its), { subjectId: its.row.id, eventId, kind: kind.kind, data })
}
const kept = ({ subject: { id, kind, language, stage, visibility, authorPersonId, authorOrganisationId, ownerUnitId, ownerPersonId, dueAt, answeredAt, topicId } }: Its) =>
  ({ id, kind, language, stage, visibility, authorPersonId, authorOrganisationId, ownerUnitId, ownerPersonId, dueAt, answeredAt, topicId })
