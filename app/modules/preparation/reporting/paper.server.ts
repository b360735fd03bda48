import type { Ctx } from '#core/context/context.server.ts'
import type { Block, Paper } from '#core/documents/paper.ts'
import { fewest } from '#core/text/few.ts'
import { day, number } from '#core/text/format.ts'
import { endOf } from '#core/time/local.ts'
import type { Reported } from '#modules/discussion/server'
import { commentsOf, type Report } from './gather.server.ts'
import { reportWords } from './texts/index.ts'

/** More comments than this are in the data alone, and the paper says so. */
const commentsOnPaper = 10_000

/** The report as a paper for the record. */
export async function paperOf(ctx: Ctx, report: Report): Promise<Paper> {
  const t = reportWords(ctx.language)
  const say = (count: number | null) => (count === null ? t.fewer(fewest) : number(count, ctx.language))
  const blocks: Block[] = [
    { kind: 'facts', rows: factsOf(ctx, report) },
    { kind: 'heading', level: 1, text: t.summary },
    { kind: 'text', text: report.summary?.text ?? (report.summaryDueAt ? t.summaryDue(day(report.summaryDueAt, ctx.language, ctx.now)) : t.summaryLater) },
    { kind: 'heading', level: 1, text: t.who },
    { kind: 'table', caption: t.whoCaption, head: [t.group, t.count], rows: whoRows(report, t).map(([name, count]) => [name, say(count)]) },
    { kind: 'text', text: t.small(fewest) },
    { kind: 'table', caption: t.stanceCaption, head: [t.stance, t.comments], rows: (['for', 'against', 'neutral'] as const).map((name) => { const of = report.stances[name]; return [t.stances[name], of === null ? t.untold : number(of, ctx.language)] }) },
    { kind: 'heading', level: 1, text: t.done },
    { kind: 'table', caption: t.outcomeCaption, head: [t.outcome, t.comments], rows: [...(['used', 'partly', 'not'] as const).map((name) => [t.outcomes[name], number(report.outcomes[name], ctx.language)]), [t.waiting, number(report.waiting, ctx.language)]] },
  ]
  if (report.themes.length > 0) blocks.push({ kind: 'table', caption: t.themeCaption, head: [t.theme, t.comments, t.outcomes.used, t.outcomes.partly, t.outcomes.not], rows: report.themes.map((each) => [each.theme || t.noTheme, each.comments, each.used, each.partly, each.not].map(String)) })
  for (const { theme, of } of byTheme(report)) {
    blocks.push({ kind: 'heading', level: 2, text: theme || t.noTheme })
    for (const group of of) blocks.push({ kind: 'text', text: `${t.because[group.outcome](group.why)} (${t.inComments(group.count)})` })
  }
  blocks.push({ kind: 'heading', level: 1, text: t.said })
  blocks.push({ kind: 'text', text: t.names })
  blocks.push(...await saidBlocks(ctx, report))
  return { title: `${t.title}: ${report.title}`, language: ctx.language, author: [report.municipality, report.unit].filter(Boolean).join(', '), subject: report.url, blocks, date: report.endedAt ?? ctx.now }
}

/** Words of the reasons by theme, each theme once. */
const byTheme = (report: Report) => report.themes.map(({ theme }) => ({ theme, of: report.groups.filter((group) => group.theme === theme) }))

type Texts = ReturnType<typeof reportWords>
/** Who spoke, with how many, in rows that tell no small group apart. Null is "fewer than five". */
export function whoRows({ who }: Pick<Report, 'who'>, t: Texts): [string, number | null][] {
  const apart: [string, number | null][] = who.residents !== null && who.guests !== null ? [[t.kinds.residents, who.residents], [t.kinds.guests, who.guests]] : [[t.kinds.people, who.people]]
  return [...apart, [t.kinds.organisations, who.organisations], [t.kinds.units, who.units]]
}

export function factsOf(ctx: Pick<Ctx, 'language' | 'now'>, report: Report): [string, string][] {
  const t = reportWords(ctx.language)
  const date = (on: string | null) => (on ? day(endOf(on), ctx.language, new Date(0)) : '')
  const total = Object.values(report.outcomes).reduce((sum, each) => sum + each, 0)
  return ([
    [t.facts.unit, report.unit], [t.facts.caseNumber, report.caseNumber],
    [t.facts.hearing, report.hearing ? `${report.hearing.name} ${[date(report.hearing.startsOn), date(report.hearing.endsOn)].filter(Boolean).join('–')}` : ''],
    [t.facts.comments, number(report.comments, ctx.language)], [t.facts.answered, `${total}/${total + report.waiting}`], [t.facts.address, report.url],
  ] as [string, string][]).filter(([, value]) => value !== '')
}

type Said = Omit<Reported, 'stance'> & { stance: Reported['stance'] | null }
/** What was said, section by section; a reply follows what it answers. */
async function saidBlocks(ctx: Ctx, report: Report): Promise<Block[]> {
  const t = reportWords(ctx.language)
  const bySection = new Map<string | null, Said[]>(), replies = new Map<string, Said[]>()
  const known = new Set(report.sections.map((each) => each.id))
  let count = 0
  for await (const comment of commentsOf(ctx, report)) {
    if (++count > commentsOnPaper) break
    const [into, key] = comment.parentId ? [replies as Map<string | null, Said[]>, comment.parentId] as const : [bySection, known.has(comment.partId) ? comment.partId : null] as const
    const there = into.get(key)
    if (there) there.push(comment); else into.set(key, [comment])
  }
  const blocks: Block[] = []
  const write = (comment: Said, reply: boolean) => {
    const about = [reply && t.reply, comment.quote && !comment.proposed && t.quoted(comment.quote), comment.proposed && t.proposed(comment.quote ?? '', comment.proposed), comment.place && t.place(comment.place)].filter(Boolean)
    const by = [comment.name, comment.stance && comment.stance !== 'neutral' && t.stances[comment.stance]].filter(Boolean).join(', ')
    blocks.push({ kind: 'quote', text: [...about, comment.text].filter(Boolean).join('\n'), ...(by ? { by } : {}) })
    if (comment.outcome) blocks.push({ kind: 'text', text: `→ ${t.because[comment.outcome](comment.why ?? '')}` })
    for (const each of replies.get(comment.id) ?? []) write(each, true)
    replies.delete(comment.id)
  }
  for (const section of report.sections) {
    const all = bySection.get(section.id) ?? []
    blocks.push({ kind: 'heading', level: 2, text: section.id === null ? t.general : section.removed ? `${section.title} (${t.removed})` : section.title }, { kind: 'text', text: t.inComments(section.comments) })
    for (const comment of all) write(comment, false)
  }
  // What it answered is hidden or removed: the reply still stands.
  for (const left of [...replies.values()].flat()) write(left, true)
  if (count > commentsOnPaper) blocks.push({ kind: 'text', text: t.rest(commentsOnPaper) })
  return blocks
}
