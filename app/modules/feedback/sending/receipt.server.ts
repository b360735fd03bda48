import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { stopToken } from '#core/notices/stop.server.ts'
import { day, withoutStop } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { areaName } from '#core/trail/facets.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { categoryOf } from '../categories/categories.server.ts'
import { ownToken } from '../own.server.ts'
import { report } from '../schema.server.ts'
import { sendingWords } from './texts/index.ts'

/**
 * The letter that says a report has come: what about, in which area, its reference, its own link, the promised day. Nothing
 * that its sender wrote is in it, nor a place by its written name, so that nobody can make the house mail their words to others.
 * @param followId the address's follow of the report, which the letter's stop link ends
 */
export async function writeReceipt(ctx: Ctx, its: { id: string }, email: string, followId: string) {
  const about = await subjectOf(ctx, its.id)
  const [row] = await ctx.db.select({ reference: report.reference, categoryId: report.categoryId }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, its.id)))
  const category = await categoryOf(ctx, row!.categoryId)
  const stop = ctx.address(`/stop/${stopToken(ctx, { kind: 'f', followId })}`)
  const t = sendingWords(ctx.language).mail
  await writeMail(ctx, {
    to: email, subject: t.subject(row!.reference), stopUrl: `${stop}/now`, subjectId: its.id,
    text: t.text({
      reference: row!.reference, category: category.name, area: await areaName(ctx, about.area), municipality: inLanguage(ctx.municipality.name, ctx.language), unit: category.unit,
      day: about.dueAt ? withoutStop(day(about.dueAt, ctx.language, ctx.now)) : '', link: ctx.address(`/feedback/own/${ownToken(ctx, its.id)}`), stop,
    }),
  })
}
