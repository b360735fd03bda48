import type { Ctx } from '#core/context/context.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { addLocalDays } from '#core/time/local.ts'
import { placesOf } from '#core/trail/facets.server.ts'
import { marksOf, readDiscussion, saidOf, sentencesOf } from '#modules/discussion/server'
import type { Matter } from '../matter.server.ts'
import { can } from '../permissions.ts'
import { endedAt, heardNow, lastEnded, summedUp } from './ends.ts'
import { documentOf } from './sections.server.ts'

/** So many marks are drawn; on a small map more would hide each other. */
const marksMost = 300

export type Hearing = Awaited<ReturnType<typeof readHearing>>

/**
 * What the page of a matter shows of its hearing: the document with its comments, how far it is, what came of it. The page
 * has already decided that the asker may see the matter. `part` and `partFrom` of the address open the comments of one
 * section. Two queries at most, and those of one section's comments; three when `document` is not given.
 */
export async function readHearing(ctx: Ctx, found: Matter, query: URLSearchParams, document?: Awaited<ReturnType<typeof documentOf>>) {
  const { id, subject, its, phases } = found
  const { sections, parts } = document ?? await documentOf(ctx, id)
  const { byPart: counts, share } = await saidOf(ctx, subject)
  const part = sections.find((each) => each.id === query.get('part'))?.id ?? null
  const ended = its.state === 'published' ? lastEnded(phases, ctx.now) : undefined
  const at = ended && endedAt(ended, ctx.now)
  const owed = ended && at && !summedUp(ended, its.summaryAt) ? its.summaryDueAt ?? addLocalDays(at, ctx.municipality.rules.replyDays, { endOfDay: true }) : null
  return {
    matterId: id, part, talk: part && counts.get(part) ? await readDiscussion(ctx, subject, query, { part, parts }) : null,
    sections: sections.map((each) => ({ ...each, sentences: sentencesOf(each.text), comments: counts.get(each.id) ?? 0 })),
    endsOn: heardNow(phases, ctx.now)?.endsOn ?? null, endedAt: at ?? null, summary: its.summaryAt ? { text: its.summary, at: its.summaryAt } : null,
    /** until when the summary is owed, while it is */ summaryDueAt: owed, summaryLate: owed !== null && owed < ctx.now,
    /** places that people have marked */ marks: subject.comments && phases.some((each) => each.state !== 'ahead' && each.does.includes('mark')) ? await marksOf(ctx, id, marksMost) : [],
    share,
    /** names of places, where places are marked */ places: found.open?.does.includes('mark') ? [...new Set((await placesOf(ctx)).map((each) => each.name))] : [],
    mayManage: subject.visibility !== 'withdrawn' && subject.visibility !== 'hidden' && may(ctx, can.manage, subject),
  }
}
