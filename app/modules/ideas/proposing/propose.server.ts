import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { TooMuch } from '#core/errors/errors.ts'
import type { Described } from '#core/files/form-photos.server.ts'
import { blank, maybePoint } from '#core/http/form-fields.ts'
import { allow } from '#core/permissions/permissions.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { lookAt, mayWrite } from '#modules/moderation/server'
import { ideaSent } from '../events.server.ts'
import { can } from '../permissions.ts'
import { keepIdea, sendKeyOf, sentBefore } from './keep-idea.server.ts'

const line = (text: string) => text.replace(/\s+/g, ' ').trim()
const paragraphs = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const noNull = (text: string) => !text.includes('\0')

/** What an idea needs: a title and a few sentences. Everything else is optional. */
export const proposal = z.object({
  title: z.string().transform(line).pipe(z.string().min(1, 'required').min(5, 'tooShort').max(150, 'tooLong').refine(noNull, 'invalid')),
  text: z.string().transform(paragraphs).pipe(z.string().min(1, 'required').min(10, 'tooShort').max(5000, 'tooLong').refine(noNull, 'invalid')),
  kind: z.enum(['idea', 'need'], 'invalid').default('idea'),
  /** empty: suggested from the words; 'none': without a topic */ topicId: z.preprocess(blank, z.union([z.literal('none'), z.uuid()], 'invalid').optional()),
  /** a known place or any other name */ place: z.preprocess(blank, z.string().transform(line).pipe(z.string().max(120, 'tooLong').refine(noNull, 'invalid')).optional()),
  ...maybePoint,
  /** made by the form, so that sending twice is one idea */ sendKey: z.string().max(60).optional(),
}).refine((its) => (its.longitude === undefined) === (its.latitude === undefined), { path: ['place'], message: 'invalid' })
export type Proposal = z.input<typeof proposal>

/**
 * Sends an idea by someone signed in. It is public at once, unless a rule asks a moderator to look first (`hidden`); it has
 * an owner unit and a due date for the first reply. The same `sendKey` with the same words is the same idea.
 * Throws SignInNeeded, TooMuch('tooOften'), Invalid('farAway'); the shape is checked by `proposal` at the edge.
 */
export async function proposeIdea(ctx: Ctx, input: Proposal, pictures: Described[] = []): Promise<{ id: string; visibility: 'public' | 'hidden' }> {
  const me = allow(ctx, can.propose)
  const its = proposal.parse(input)
  const sendKey = sendKeyOf(ctx, its, me.as?.id ?? me.id)
  if (sendKey) {
    await oneAtATime(ctx, `ideas send ${sendKey}`)
    const earlier = await sentBefore(ctx, sendKey)
    if (earlier) return { id: earlier.id, visibility: earlier.visibility === 'hidden' ? 'hidden' : 'public' }
  }
  if (!(await mayWrite(ctx))) throw new TooMuch('tooOften')
  const id = await keepIdea(ctx, { ...its, pictures, sendKey, author: { personId: me.id, organisationId: me.as?.id ?? null } })
  return { id, visibility: await publish(ctx, id, `${its.title}\n${its.text}`) }
}

/** The idea of the asker comes out: on its trail, followed by its author; or it waits for a moderator. */
export async function publish(ctx: Ctx, id: string, text: string): Promise<'public' | 'hidden'> {
  await record(ctx, ideaSent, { subjectId: id, stage: 'idea' })
  if (ctx.actor.kind === 'person') await followSubject(ctx, ctx.actor, id, 'author')
  if (await lookAt(ctx, { subjectId: id, text }) === 'fine') return 'public'
  await changeSubject(ctx, id, { visibility: 'hidden' })
  return 'hidden'
}
