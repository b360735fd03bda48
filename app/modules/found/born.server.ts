import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Reaction } from '#core/trail/deliver.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { follow } from '#core/trail/schema.server.ts'
import { record } from '#core/trail/record.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { sender } from '#modules/feedback/server'
import { oneConsent } from './decide.server.ts'
import { ideaBorn, ideaGrew } from './events.server.ts'
import { consent } from './schema.server.ts'

/**
 * The idea of a report is there: both trails say so, a public report is linked with it, and the report's sender follows it
 * as they follow the report. Done twice it is done once. Of a private report nothing public leads back.
 */
export async function bear(ctx: Ctx, reportId: string) {
  const [born] = await ctx.db.update(consent).set({ bornAt: ctx.now }).where(and(oneConsent(ctx, reportId), isNull(consent.bornAt), sql`${consent.ideaId} is not null`)).returning({ ideaId: consent.ideaId, answer: consent.answer })
  if (!born) return
  const ideaId = born.ideaId!
  const its = await subjectOf(ctx, reportId, { kind: 'report' })
  const quiet: Ctx = { ...ctx, actor: { kind: 'guest' } }
  if (its.visibility === 'public') await linkSubjects(ctx, ideaId, 'grewOutOf', reportId)
  await record(quiet, ideaBorn, { subjectId: ideaId })
  if (its.visibility === 'public' || its.visibility === 'private') await record(quiet, ideaGrew, { subjectId: reportId, data: { to: `/ideas/${ideaId}` } })
  // The sender hears of the idea in the rhythm in which they hear of the report, also as its author by name.
  const [heard] = await ctx.db.select({ rhythm: follow.rhythm }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, reportId), eq(follow.why, 'author'), isNotNull(follow.confirmedAt))).limit(1)
  const { authorPersonId } = await subjectOf(ctx, ideaId)
  if (born.answer === 'named' && authorPersonId && heard && !its.authorPersonId) await followSubject(ctx, { id: authorPersonId }, ideaId, 'author', heard.rhythm)
  if (its.authorPersonId) await followSubject(ctx, { id: its.authorPersonId }, ideaId, 'chosen', heard?.rhythm)
  else await ctx.db.execute(sql`
    insert into trail.follow (municipality_id, id, subject_id, email, language, rhythm, why, confirmed_at, created_at)
    select f.municipality_id, ${ctx.newId()}, ${ideaId}::uuid, f.email, f.language, f.rhythm, 'chosen', f.confirmed_at, ${ctx.now} from trail.follow f
      join ${sender} s on s.municipality_id = f.municipality_id and s.report_id = f.subject_id and s.email = f.email
    where f.municipality_id = ${ctx.scope.municipalityId} and f.subject_id = ${reportId}::uuid and f.confirmed_at is not null limit 1 on conflict do nothing`)
}

/** A visitor's idea comes out when its address is proven: then it is bound to its report. */
export const bindIdeas: Reaction = {
  name: 'ideas grown out of feedback', on: ['ideas.sent'],
  async does(ctx, { subjectId }) {
    const [row] = await ctx.db.select({ reportId: consent.reportId }).from(consent).where(and(eq(consent.municipalityId, ctx.scope.municipalityId), eq(consent.ideaId, subjectId)))
    if (row) await bear(ctx, row.reportId)
  },
}
