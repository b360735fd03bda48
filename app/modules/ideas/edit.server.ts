import { and, desc, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject, keepSubject, type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { lookAt } from '#modules/moderation/server'
import { ideaEdited } from './events.server.ts'
import { can } from './permissions.ts'
import { proposal } from './proposing/propose.server.ts'
import { visibleIdea } from './public-idea.server.ts'
import { idea, version } from './schema.server.ts'

/** What an author may change of an idea: its words. */
export const wording = z.object({ title: proposal.shape.title, text: proposal.shape.text })

/** An idea as its author may edit it. Throws NotFound, SignInNeeded, Forbidden, Conflict('ideaClosed'). */
export async function editableIdea(ctx: Ctx, ideaId: string, options: { lock?: boolean } = {}) {
  const subject = await subjectOf(ctx, ideaId, { ...options, kind: 'idea' })
  allow(ctx, can.edit, subject)
  if (subject.visibility === 'withdrawn' || !isOpen(subject.stage)) throw new Conflict('ideaClosed')
  const [row] = await ctx.db.select({ text: idea.text }).from(idea).where(thisOne(ctx, ideaId))
  return { subject, title: inLanguage(subject.title, subject.language), text: row!.text }
}

/**
 * Changes my idea's words; the earlier ones stay readable and the trail says so. Words that a rule stops wait for a
 * moderator. Throws as `editableIdea`.
 */
export async function editIdea(ctx: Ctx, ideaId: string, input: z.input<typeof wording>): Promise<{ waits: boolean }> {
  const its = wording.parse(input)
  const { subject, title, text } = await editableIdea(ctx, ideaId, { lock: true })
  if (title === its.title && text === its.text) return { waits: subject.visibility === 'hidden' }
  const [newest] = await ctx.db.select({ number: max(version.number) }).from(version).where(and(eq(version.municipalityId, ctx.scope.municipalityId), eq(version.ideaId, ideaId)))
  await ctx.db.insert(version).values({ ...ctx.scope, ideaId, number: (newest?.number ?? 0) + 1, title, text, until: ctx.now, wasHidden: subject.visibility === 'hidden' })
  await ctx.db.update(idea).set({ text: its.text, editedAt: ctx.now }).where(thisOne(ctx, ideaId))
  await keepSubject(ctx, { ...kept(subject), title: { [subject.language]: its.title }, text: its.text })
  await record(ctx, ideaEdited, { subjectId: ideaId })
  if (await lookAt(ctx, { subjectId: ideaId, text: `${its.title}\n${its.text}` }) === 'fine') return { waits: subject.visibility === 'hidden' }
  await changeSubject(ctx, ideaId, { visibility: 'hidden' })
  return { waits: true }
}

/** The wordings of an idea, newest first, without what had been hidden for those who may not see it; the present one has no `until`. Throws NotFound as the page does. */
export async function historyOf(ctx: Ctx, ideaId: string) {
  const subject = await visibleIdea(ctx, ideaId)
  const [now] = await ctx.db.select({ text: idea.text }).from(idea).where(thisOne(ctx, ideaId))
  const earlier = await ctx.db.select({ number: version.number, title: version.title, text: version.text, until: version.until }).from(version)
    .where(and(eq(version.municipalityId, ctx.scope.municipalityId), eq(version.ideaId, ideaId), may(ctx, can.seeHidden, subject) ? undefined : eq(version.wasHidden, false))).orderBy(desc(version.number))
  const title = inLanguage(subject.title, ctx.language)
  return { id: ideaId, title, withdrawn: subject.visibility === 'withdrawn', wordings: [{ number: (earlier[0]?.number ?? 0) + 1, title, text: now!.text, until: null as Date | null }, ...earlier] }
}

const thisOne = (ctx: Ctx, ideaId: string) => and(eq(idea.municipalityId, ctx.scope.municipalityId), eq(idea.id, ideaId))
/** What of a subject's row stays as it was when its words are kept again. */
const kept = ({ id, kind, language, stage, visibility, authorPersonId, authorOrganisationId, ownerUnitId, ownerPersonId, dueAt, answeredAt, topicId, area, placeName, longitude, latitude }: Subject) =>
  ({ id, kind, language, stage, visibility, authorPersonId, authorOrganisationId, ownerUnitId, ownerPersonId, dueAt, answeredAt, topicId, area, placeName, longitude, latitude })
