import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { hideable, hideablePart } from '#core/trail/hideable.ts'
import { record } from '#core/trail/record.server.ts'
import { event, follow, subject } from '#core/trail/schema.server.ts'
import { changeSubject, type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { lookAt } from '#modules/moderation/server'
import { madePrivate, madePublic, reportWithdrawn } from '../events.server.ts'
import { titleOf } from '../keep-report.server.ts'
import { addition, category, report, sender } from '../schema.server.ts'
import { additionsOf } from './show.server.ts'
import { asSender, handled, mustBeLive, nameless, rowOf, type SenderKey } from './who.server.ts'

/** The sender wants it out of public sight. Throws as asSender, Conflict('reportClosed'). */
export async function wishPrivate(ctx: Ctx, key: SenderKey) {
  const its = await asSender(ctx, key, { lock: true })
  mustBeLive(its)
  await makePrivate(nameless(ctx), its)
}

/** Who handles it makes it private, or public. Public words are looked at by the rules first: what they stop waits for a moderator. Throws as handled, Conflict('reportClosed'). */
export async function setPrivacy(ctx: Ctx, id: string, to: 'private' | 'public') {
  const { its } = await handled(ctx, id, { lock: true })
  mustBeLive(its)
  if (to === 'private') await makePrivate(ctx, its)
  else await makePublic(ctx, its)
}

/** Out of lists, maps, feeds and search at once. Its title says no more what was written; who followed it and neither sent nor handles it hears no more. */
export async function makePrivate(ctx: Ctx, its: Subject) {
  if (its.visibility === 'private') return
  const here = ctx.scope.municipalityId
  const name = await categoryName(ctx, its.id)
  await ctx.db.update(subject).set({ title: name, visibility: 'private', movedAt: ctx.now }).where(and(eq(subject.municipalityId, here), eq(subject.id, its.id)))
  const keep = its.ownerUnitId ? (await officialsOf(ctx, [its.ownerUnitId])).map((each) => each.id) : []
  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, here), eq(follow.subjectId, its.id),
    ne(follow.why, 'author'), sql`not exists (select from ${sender} s where s.municipality_id = ${here} and s.report_id = ${its.id} and (s.person_id = ${follow.personId} or s.email = ${follow.email}))`,
    keep.length ? sql`coalesce(not ${inArray(follow.personId, keep)}, true)` : undefined))
  await record(ctx, madePrivate, { subjectId: its.id })
}

async function makePublic(ctx: Ctx, its: Subject) {
  if (its.visibility === 'public') return
  const row = await rowOf(ctx, its.id)
  const title = { [its.language]: titleOf(row.text, inLanguage(await categoryName(ctx, its.id), its.language)) }
  await ctx.db.update(subject).set({ title, visibility: 'public', movedAt: ctx.now, search: sql`trail.search_vector(${its.language}, ${JSON.stringify(title)}::jsonb, ${row.text})` })
    .where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, its.id)))
  await record(ctx, madePublic, { subjectId: its.id })
  // Its words are the sender's, not the official's who opens them to all.
  if (await lookAt(nameless(ctx), { subjectId: its.id, text: row.text }) === 'waits') await changeSubject(ctx, its.id, { visibility: 'hidden', movedAt: ctx.now })
  for (const each of await additionsOf(ctx, its.id)) if (!each.hidden && await lookAt(nameless(ctx), { subjectId: its.id, commentId: each.id, text: each.text }) === 'waits') await hideAddition(ctx, each.id, true)
}

async function categoryName(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select({ name: category.name }).from(report).innerJoin(category, and(eq(category.municipalityId, report.municipalityId), eq(category.id, report.categoryId)))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, id)))
  return row!.name ?? {}
}
const hideAddition = (ctx: Ctx, id: string, hidden: boolean) => ctx.db.update(addition).set({ hidden }).where(and(eq(addition.municipalityId, ctx.scope.municipalityId), eq(addition.id, id)))

hideable('report', {
  async hide(ctx, { subjectId }, hidden) {
    const its = await subjectOf(ctx, subjectId, { lock: true, kind: 'report' })
    if (hidden ? !['public', 'withdrawn'].includes(its.visibility) : its.visibility !== 'hidden') return
    // Hiding is not a movement of the report, and its clock goes on: what was owed is owed when it comes back.
    await changeSubject(ctx, subjectId, { visibility: hidden ? 'hidden' : await wasTakenBack(ctx, subjectId) ? 'withdrawn' : 'public', movedAt: its.movedAt })
  },
  async look(ctx, { subjectId }) {
    const its = await subjectOf(ctx, subjectId, { kind: 'report' })
    // A private one is in front of nobody whom a moderator would protect, and its words are not for moderators to read.
    if (its.visibility === 'private') return null
    const row = await rowOf(ctx, subjectId)
    return { title: inLanguage(its.title, ctx.language), text: row.text, authorPersonId: its.authorPersonId, authorOrganisationId: its.authorOrganisationId, hidden: its.visibility === 'hidden', path: `/feedback/${subjectId}` }
  },
})
hideablePart('reportAddition', {
  async hide(ctx, { commentId }, hidden) { if (commentId) await hideAddition(ctx, commentId, hidden) },
  async look(ctx, { subjectId, commentId }) {
    const [row] = commentId ? await ctx.db.select().from(addition).where(and(eq(addition.municipalityId, ctx.scope.municipalityId), eq(addition.reportId, subjectId), eq(addition.id, commentId))) : []
    if (!row) return null
    const its = await subjectOf(ctx, subjectId, { kind: 'report' })
    return its.visibility === 'private' ? null : { title: inLanguage(its.title, ctx.language), text: row.text, authorPersonId: its.authorPersonId, authorOrganisationId: its.authorOrganisationId, hidden: row.hidden, path: `/feedback/${subjectId}` }
  },
})

/** One that its sender took back before it was hidden comes back as taken back. */
async function wasTakenBack(ctx: Ctx, id: string): Promise<boolean> {
  const [found] = await ctx.db.select({ id: event.id }).from(event).where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.subjectId, id), eq(event.onTrail, true), eq(event.kind, reportWithdrawn.kind))).limit(1)
  return found !== undefined
}
