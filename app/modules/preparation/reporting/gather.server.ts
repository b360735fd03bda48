import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { commentsToReport, groupsOf, partsOf, type Group, type Reported, saidOf, spokenOf } from '#modules/discussion/server'
import { endedAt, heardNow, lastEnded } from '../hearing/ends.ts'
import { matterOf } from '../matter.server.ts'
import { can } from '../permissions.ts'
import { told, type ToldWho, toldWho } from './numbers.ts'

/** The report of a hearing: numbers that leave small groups out, the words that were given, the summary. */
export type Report = {
  matterId: string; title: string; url: string; municipality: string; unit: string; caseNumber: string
  hearing: { name: string; startsOn: string | null; endsOn: string | null } | null; /** it has ended and this is for everyone */ open: boolean; endedAt: Date | null
  comments: number; who: ToldWho; stances: Record<'for' | 'against' | 'neutral', number | null>
  outcomes: Record<'used' | 'partly' | 'not', number>; waiting: number; groups: Group[]; themes: { theme: string; comments: number; used: number; partly: number; not: number }[]
  sections: { id: string | null; title: string; comments: number; removed: boolean }[]; summary: { text: string; at: Date } | null; summaryDueAt: Date | null
}

/**
 * The report of a matter's hearing: for everyone when the hearing has ended, for the matter's officials before that.
 * Throws NotFound for others, and for a matter that is not to be seen.
 */
export async function reportOf(ctx: Ctx, matterId: string): Promise<Report> {
  if (!isId(matterId)) throw new NotFound()
  const { subject, its, phases } = await matterOf(ctx, matterId)
  const last = lastEnded(phases, ctx.now)
  const open = last !== undefined
  if (its.state !== 'published' || (subject.visibility !== 'public' && subject.visibility !== 'withdrawn') || (!open && !may(ctx, can.manage, subject))) throw new NotFound()
  const [spoken, groups, parts, { byPart }, units] = await Promise.all([spokenOf(ctx, matterId), groupsOf(ctx, matterId), partsOf(ctx, subject), saidOf(ctx, subject), unitsOf(ctx)])
  const hearing = last ?? heardNow(phases, ctx.now) ?? phases.find((each) => each.hearing === 'yes')
  const sections = parts.map(({ id, title, removed }) => ({ id, title, removed, comments: byPart.get(id) ?? 0 })).filter((each) => !each.removed || each.comments > 0)
  const loose = spoken.comments - sections.reduce((sum, each) => sum + each.comments, 0)
  return {
    matterId, title: inLanguage(subject.title, ctx.language), url: ctx.address(`/matters/${matterId}`), municipality: inLanguage(ctx.municipality.name, ctx.language), unit: units.find((each) => each.id === subject.ownerUnitId)?.name ?? '', caseNumber: its.caseNumber,
    hearing: hearing ? { name: inLanguage(hearing.name, ctx.language), startsOn: hearing.startsOn, endsOn: hearing.endsOn } : null, open, endedAt: last ? endedAt(last, ctx.now) : null,
    comments: spoken.comments, who: toldWho(spoken.who), stances: told(spoken.stances), outcomes: spoken.told, waiting: spoken.waiting, groups, themes: themesOf(groups),
    sections: [...sections, ...(loose > 0 ? [{ id: null, title: '', comments: loose, removed: false }] : [])], summary: its.summaryAt ? { text: its.summary, at: its.summaryAt } : null, summaryDueAt: its.summaryDueAt,
  }
}

function themesOf(groups: Group[]): Report['themes'] {
  const themes = new Map<string, Report['themes'][number]>()
  for (const { theme, outcome, count } of groups) {
    const its = themes.get(theme) ?? { theme, comments: 0, used: 0, partly: 0, not: 0 }
    its.comments += count
    its[outcome] += count
    themes.set(theme, its)
  }
  return [...themes.values()].sort((a, b) => b.comments - a.comments || a.theme.localeCompare(b.theme))
}

const batch = 500
/** Every comment of the report, a few hundred at a time. Their stances only when no group of a stance is small. */
export async function* commentsOf(ctx: Ctx, { matterId, stances }: Pick<Report, 'matterId' | 'stances'>): AsyncGenerator<Omit<Reported, 'stance'> & { stance: Reported['stance'] | null }> {
  const shown = Object.values(stances).every((each) => each !== null)
  let after: string | undefined
  do {
    const rows = await commentsToReport(ctx, matterId, { after, limit: batch })
    for (const row of rows) yield { ...row, stance: shown ? row.stance : null }
    after = rows.length === batch ? rows.at(-1)!.id : undefined
  } while (after)
}
