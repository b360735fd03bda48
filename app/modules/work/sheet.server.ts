import type { Ctx } from '#core/context/context.server.ts'
import type { Block, Paper } from '#core/documents/paper.ts'
import { pdfOf } from '#core/documents/pdf.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { day, dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { atWallClock } from '#core/time/local.ts'
import { amount, euros, lineCents } from './money.ts'
import { showOrder } from './show.server.ts'
import { workWords } from './texts/index.ts'

/** An order on paper, for who goes out without a device: where, what, the checklist with boxes to tick, and the reports. No sender is named. Throws NotFound for who is no official. */
export async function workSheet(ctx: Ctx, orderId: string): Promise<Paper> {
  const its = await showOrder(ctx, orderId)
  const { inside } = its
  if (!inside) throw new NotFound()
  const words = workWords(ctx.language)
  const t = words.sheet, f = t.fields
  const on = (at: Date) => day(at, ctx.language, ctx.now)
  const facts: [string, string | null | undefined][] = [
    [f.reference, its.reference], [f.state, its.sign?.name], [f.place, its.place ?? its.area], [t.point, its.point && `${its.point.latitude.toFixed(5)}, ${its.point.longitude.toFixed(5)}`], [f.unit, its.owed.owner], [f.crew, inside.crew], [f.urgency, words.priority[inside.priority]],
    [f.planned, its.plannedFor && on(atWallClock(its.plannedFor, '12:00:00'))], [f.due, inside.dueAt && on(inside.dueAt)], [t.signed, t.signLine],
  ]
  const money = (cents: number) => euros(cents, ctx.language)
  const part = (text: string): Block => ({ kind: 'heading', level: 1, text })
  return {
    title: its.title, language: ctx.language, author: `${t.author} · ${inLanguage(ctx.municipality.name, ctx.language)}`, subject: its.reference, date: ctx.now,
    blocks: [
      { kind: 'facts', rows: facts.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])) },
      ...(inside.instructions ? [part(t.instructions), { kind: 'text', text: inside.instructions } as Block] : []),
      ...(inside.items.length > 0 ? [part(t.checklist), { kind: 'table', caption: words.inside.checklistDone(inside.items.filter((each) => each.doneAt).length, inside.items.length), head: [t.tick, t.task], rows: inside.items.map((each) => [each.doneAt ? t.boxDone : t.box, each.text]) } as Block] : []),
      ...(inside.reports.length > 0 ? [part(t.reports), { kind: 'table', caption: words.panel.reports(inside.reports.length), head: [t.what, t.where, t.sent], rows: inside.reports.map((each) => [`${each.reference}\n${each.private ? each.title : each.text}`, [each.place, each.metres === null ? null : words.metresAway(each.metres)].filter(Boolean).join(', ') || '–', on(each.sentAt)]) } as Block] : []),
      ...(inside.lines.length > 0 ? [part(t.lines), { kind: 'table', caption: `${words.inside.sum} ${money(inside.sums.cents)}`, head: t.line, rows: [...inside.lines.map((each) => [words.inside.kinds[each.kind], each.name, `${amount(each.quantity, ctx.language)} ${each.measure}`.trim(), each.cents === null ? '–' : money(each.cents), each.cents === null ? '–' : money(lineCents(each))]), [words.inside.sum, '', '', '', money(inside.sums.cents)]] } as Block] : []),
      ...(inside.notes.length > 0 ? [part(t.notes), { kind: 'list', items: inside.notes.map((each) => `${each.text} (${[each.by, dayAndTime(each.at, ctx.language, ctx.now)].filter(Boolean).join(', ')})`) } as Block] : []),
    ],
  }
}

export const workSheetPdf = resource('/work/:orderId/sheet.pdf', {
  get: async (ctx, { orderId }) => {
    const paper = await workSheet(ctx, orderId)
    return new Response((await pdfOf(paper)) as BodyInit, { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${paper.subject}.pdf"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } })
  },
})
