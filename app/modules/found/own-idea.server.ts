import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { proposeFor } from '#modules/ideas/server'
import { bear } from './born.server.ts'
import { asIdea } from './consent.server.ts'
import { oneConsent, type proposed } from './decide.server.ts'
import { repeats } from './own-words.ts'
import { can } from './permissions.ts'
import { consent } from './schema.server.ts'
import { type FoundRow, judged, mustBeLive } from './whose.server.ts'

/** May an official write the idea in own words now: asked, not refused, not there yet, and the two weeks of silence are over? */
export const mayWriteNow = ({ consent: asked }: Pick<FoundRow, 'consent'>, now: Date): boolean =>
  asked !== null && asked.answer !== 'no' && asked.bornAt === null && asked.until < now

/**
 * The sender was silent for two weeks: the unit tells the idea in its own words, without the sender's. A text that repeats
 * them comes back. Throws NotFound, SignInNeeded, Forbidden, Conflict('reportClosed' | 'notNow').
 */
export async function writeOwnIdea(ctx: Ctx, reportId: string, words: z.output<typeof proposed>): Promise<Mended | { ideaId: string }> {
  allow(ctx, can.read)
  const found = await judged(ctx, reportId, { lock: true })
  mustBeLive(found.its)
  if (!mayWriteNow(found, ctx.now) || (found.consent!.ideaId && await isThere(ctx, found.consent!.ideaId))) throw new Conflict('notNow')
  if (repeats(words.title, found.text)) return { problems: { title: 'sendersWords' } }
  if (repeats(words.text, found.text)) return { problems: { text: 'sendersWords' } }
  const { id: ideaId } = await proposeFor(ctx, await asIdea(ctx, found, words), found.consent!.unitId)
  await ctx.db.update(consent).set({ ideaId, answer: null, answeredAt: null }).where(oneConsent(ctx, reportId))
  await bear(ctx, reportId)
  return { ideaId }
}
/** A visitor's idea that still waits for its link. */
const isThere = async (ctx: Ctx, id: string) => (await ctx.db.select({ id: subject.id }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, id)))).length > 0
