import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { isProblems, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'
import { reportStates } from '../states.ts'
import { answerReport, mergeReports, moveReport, reportByReference } from './handle.server.ts'
import { passReport } from './pass.server.ts'

/** As many as a page shows. */
const most = 50
const ids = z.array(z.string()).or(z.string().transform((one) => [one])).default([])
export const bulkDoing = z.object({
  ids, act: z.enum(['answer', 'move', 'merge', 'pass', 'order'], 'chooseAct'), sentence: z.string().trim().max(1000, 'tooLong').default(''), to: z.enum(reportStates).optional().or(z.literal('').transform(() => undefined)),
  day: z.string().trim().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'badDay').default(''), into: z.string().trim().max(40).default(''), unitId: z.string().default(''), categoryId: z.string().default(''),
})

/**
 * Does the same to several reports, in one transaction: all or, with what is to be mended, none. Each sender hears of their own.
 * Throws as the single acts do.
 */
export async function doToMany(ctx: Ctx, input: Omit<z.input<typeof bulkDoing>, 'act'> & { act: 'answer' | 'move' | 'merge' | 'pass' }): Promise<Mended | { done: number }> {
  allow(ctx, can.pass)
  const its = bulkDoing.parse(input)
  const chosen = [...new Set(its.ids)].sort()
  if (chosen.length === 0) return problems({ ids: 'noneChosen' })
  if (chosen.length > most || !chosen.every(isId)) throw new NotFound()
  if (its.act === 'merge') {
    const into = isId(its.into) ? its.into : await reportByReference(ctx, its.into)
    if (!into) return problems({ into: 'noSuchReport' })
    return { done: (await mergeReports(ctx, chosen, into, its.sentence)).merged }
  }
  for (const id of chosen) {
    const said = its.act === 'answer' ? its.sentence ? await answerReport(ctx, id, { sentence: its.sentence, day: its.day }) : problems({ sentence: 'required' })
      : its.act === 'move' ? its.to ? await moveReport(ctx, id, { to: its.to, sentence: its.sentence, day: its.day }) : problems({ to: 'chooseState' })
      : await passReport(ctx, id, { ...(its.categoryId ? { categoryId: its.categoryId } : {}), ...(its.unitId ? { unitId: its.unitId } : {}) })
    if (isProblems(said)) return said.problems.seen ? problems({ ids: 'changedMeanwhile' }) : said
  }
  return { done: chosen.length }
}
