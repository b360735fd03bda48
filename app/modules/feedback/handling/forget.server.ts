import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { erasePictures } from '#core/files/pictures.server.ts'
import { mail } from '#core/notices/schema.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { addition, category, fixed, forward, forwardReply, report, sender, staffNote } from '../schema.server.ts'

/** One round's worth; the next night takes the rest. */
const inRound = 500

/**
 * Forgets who sent the reports whose time is full: the category's months after they were closed, or taken back or hidden.
 * Name, addresses, phone, the person and the addresses that followed go; of what was not public also its words, answers and
 * pictures. What was public stays as what happened in the town, with nobody's name. Returns how many were forgotten.
 */
export async function forgetSenders(ctx: Ctx): Promise<number> {
  const m = ctx.scope.municipalityId
  const { rows } = await ctx.db.execute<{ id: string; visibility: string; title: Record<string, string> }>(sql`
    select r.id, s.visibility, c.name as title from ${report} r
    join ${subject} s on s.municipality_id = r.municipality_id and s.id = r.id join ${category} c on c.municipality_id = r.municipality_id and c.id = r.category_id
    where r.municipality_id = ${m} and r.forgotten_at is null and coalesce(r.closed_at, case when s.visibility in ('withdrawn', 'hidden') then s.moved_at end) + make_interval(months => c.forget_after_months) < ${ctx.now}::timestamptz
    order by r.closed_at limit ${inRound} for update of r skip locked`)
  for (const row of rows) await forget(ctx, row)
  return rows.length
}

async function forget(ctx: Ctx, its: { id: string; visibility: string; title: Record<string, string> }) {
  const m = ctx.scope.municipalityId
  const ofReport = eq(report.id, its.id)
  const { rows: [who] } = await ctx.db.execute<{ email: string | null; person_id: string | null }>(sql`select email, person_id from ${sender} where municipality_id = ${m} and report_id = ${its.id}`)
  await ctx.db.update(sender).set({ personId: null, name: null, email: null, phone: null, shown: false, byOfficial: null }).where(and(eq(sender.municipalityId, m), eq(sender.reportId, its.id)))
  await ctx.db.execute(sql`delete from trail.follow where municipality_id = ${m} and subject_id = ${its.id} and (email is not null or device_id is not null or person_id = ${who?.person_id ?? null}::uuid)`)
  await ctx.db.execute(sql`delete from feedback.me_too where municipality_id = ${m} and report_id = ${its.id} and who = ${who?.person_id ?? ''}`)
  await ctx.db.delete(mail).where(and(eq(mail.municipalityId, m), eq(mail.subjectId, its.id), sql`${mail.sentAt} is not null`))
  await ctx.db.delete(staffNote).where(and(eq(staffNote.municipalityId, m), eq(staffNote.reportId, its.id)))
  await ctx.db.update(forward).set({ withSender: false, words: '' }).where(and(eq(forward.municipalityId, m), eq(forward.reportId, its.id)))
  await ctx.db.update(fixed).set({ words: '' }).where(and(eq(fixed.municipalityId, m), eq(fixed.reportId, its.id)))
  await ctx.db.update(subject).set({ authorPersonId: null, authorOrganisationId: null }).where(and(eq(subject.municipalityId, m), eq(subject.id, its.id)))
  await ctx.db.update(report).set({ forgottenAt: ctx.now, sendKey: null }).where(and(eq(report.municipalityId, m), ofReport))
  if (its.visibility === 'public') return
  await erasePictures(ctx, its.id)
  await ctx.db.delete(addition).where(and(eq(addition.municipalityId, m), eq(addition.reportId, its.id)))
  await ctx.db.update(forwardReply).set({ text: '' }).where(and(eq(forwardReply.municipalityId, m), sql`${forwardReply.forwardId} in (select f.id from ${forward} f where f.municipality_id = ${m} and f.report_id = ${its.id})`))
  await ctx.db.update(report).set({ text: '', answers: {}, address: null }).where(and(eq(report.municipalityId, m), ofReport))
  await ctx.db.update(subject).set({ title: its.title, summary: '', placeName: null, longitude: null, latitude: null, search: sql`''::tsvector` }).where(and(eq(subject.municipalityId, m), eq(subject.id, its.id)))
}
