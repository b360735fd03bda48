import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { report } from '#modules/feedback/server'
import { openStates } from '#modules/feedback/ui'
import { orderReport } from './schema.server.ts'

/** The reports of an order as their own rows say, the earliest first. The caller has checked who may see the private ones. */
export async function reportsOf(ctx: Ctx, orderId: string) {
  const rows = await ctx.db.select({
    id: report.id, reference: report.reference, state: report.state, stateSince: report.stateSince, text: report.text, address: report.address, sentAt: report.sentAt, priority: report.priority,
    title: subject.title, visibility: subject.visibility, stage: subject.stage, ownerUnitId: subject.ownerUnitId, longitude: subject.longitude, latitude: subject.latitude, placeName: subject.placeName, supports: subject.supports, language: subject.language,
  }).from(orderReport)
    .innerJoin(report, and(eq(report.municipalityId, orderReport.municipalityId), eq(report.id, orderReport.reportId)))
    .innerJoin(subject, and(eq(subject.municipalityId, orderReport.municipalityId), eq(subject.id, orderReport.reportId)))
    .where(and(eq(orderReport.municipalityId, ctx.scope.municipalityId), eq(orderReport.orderId, orderId))).orderBy(asc(report.sentAt), asc(report.id))
  return rows.map((row) => ({ ...row, /** its sender has taken it back */ withdrawn: row.visibility === 'withdrawn', open: openStates.includes(row.state) && row.visibility !== 'withdrawn' }))
}
