import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, problems } from '#core/errors/errors.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { holdIdea } from '../answering/for-officials.server.ts'
import { can } from '../permissions.ts'
import { ideaMerged, ideaReceived, mergeAsked } from './events.server.ts'
import { mustBeOpen, supportersOf } from './mergeable.server.ts'

/** What the form sends: the other idea, which of the two stays, and a sentence for the trail. */
export const merging = z.object({
  other: z.string().max(200).default('').transform(idIn),
  stays: z.enum(['other', 'this'], 'required').default('other'),
  sentence: z.string().trim().max(1000, 'tooLong').default(''),
})

/** An idea's id from itself or from its address, as people paste it. */
function idIn(text: string): string {
  return /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/.exec(text.toLowerCase())?.[0] ?? ''
}

/**
 * Merges two ideas that say the same: one ends and leads to the other. Both trails stay and are linked, comments stay where
 * they are. No support moves: every supporter of the one that ended is asked (`answerMergeQuestion`). The asker is an official
 * of the unit that owns the idea, and the other one too when that is to end (problem of `stays`: notYours).
 * Problems of `other`: required, itself, notFound (not public, or not there), notOpen (ended, merged, a service).
 * Throws NotFound, Forbidden, Conflict('ideaClosed' | 'experimentRunning' and those of `holdIdea`).
 */
export async function mergeIdeas(ctx: Ctx, ideaId: string, input: z.input<typeof merging>): Promise<Mended | { from: string; to: string }> {
  const { other, stays, sentence } = merging.parse(input)
  if (!other) return problems({ other: 'required' })
  if (other === ideaId) return problems({ other: 'itself' })
  await holdBoth(ctx, [ideaId, other])
  const { idea } = await holdIdea(ctx, ideaId, can.merge)
  const there = await anIdea(ctx, other)
  if (!there || there.visibility !== 'public') return problems({ other: 'notFound' })
  if (!isOpen(there.stage)) return problems({ other: 'notOpen' })
  if (!isOpen(idea.stage)) throw new Conflict('ideaClosed')
  if (stays === 'this' && !may(ctx, can.merge, there)) return problems({ stays: 'notYours' })
  const [from, to] = stays === 'other' ? [idea, there] : [there, idea]
  const [fromId, toId] = [from.id, to.id]
  mustBeOpen(from)

  const unitId = from.ownerUnitId
  await linkSubjects(ctx, fromId, 'mergedInto', toId)
  await changeSubject(ctx, fromId, { stage: 'ended', dueAt: null, answeredAt: from.answeredAt ?? ctx.now })
  await changeSubject(ctx, toId, {})
  const eventId = await record(ctx, ideaMerged, { subjectId: fromId, stage: 'ended', ...(unitId ? { unitId } : {}), ...(sentence ? { sentence } : {}), data: { toId, title: inLanguage(to.title, ctx.language) } })
  await record(ctx, ideaReceived, { subjectId: toId, ...(unitId ? { unitId } : {}), data: { fromId, title: inLanguage(from.title, ctx.language) } })
  await askSupporters(ctx, from, to, eventId)
  return { from: fromId, to: toId }
}

/** Two people who merge the same pair in opposite directions wait for each other in the same order. */
async function holdBoth(ctx: Ctx, ids: string[]) {
  for (const id of ids.toSorted()) if (isId(id)) await anIdea(ctx, id, { lock: true })
}
async function anIdea(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Subject | null> {
  try { return await subjectOf(ctx, id, { ...options, kind: 'idea' }) } catch { return null }
}

/** One question a supporter, and a notice that leads to it. */
async function askSupporters(ctx: Ctx, from: Subject, to: Subject, eventId: string) {
  const supporters = await supportersOf(ctx, from.id)
  await ctx.db.execute(sql`insert into ideas.merge_question (municipality_id, from_id, to_id, person_id, asked_at)
    select municipality_id, idea_id, ${to.id}, person_id, ${ctx.now} from ideas.support where municipality_id = ${ctx.scope.municipalityId} and idea_id = ${from.id}
    on conflict do nothing`)
  await noticeToMany(ctx, supporters, { subjectId: from.id, eventId, kind: mergeAsked.kind, data: { title: inLanguage(to.title, ctx.language), to: `/ideas/${from.id}/merged` } })
}
