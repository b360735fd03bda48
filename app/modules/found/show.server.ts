import type { Ctx } from '#core/context/context.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { can } from './permissions.ts'
import { draftOf, type Proposed } from './decide.server.ts'
import { mayWriteNow } from './own-idea.server.ts'
import type { consent, reading } from './schema.server.ts'
import { score } from './score.ts'
import { judged } from './whose.server.ts'

export type ShownFound = {
  id: string; text: string; language: string; category: string; reference: string; reading: Pick<typeof reading.$inferSelect, 'score' | 'kind' | 'likely' | 'sentence' | 'hits' | 'state' | 'suggestion'>
  asked: Pick<typeof consent.$inferSelect, 'until' | 'answer' | 'bornAt' | 'ideaId' | 'title'> | null; draft: Proposed; mayWrite: boolean; live: boolean
}
/** One report read for ideas, for who judges it. Throws NotFound, SignInNeeded, Forbidden. */
export async function showFound(ctx: Ctx, reportId: string): Promise<ShownFound> {
  allow(ctx, can.read)
  const found = await judged(ctx, reportId)
  const { its, text, category, reference } = found
  const read = found.reading ?? { ...score(text), likely: false, state: 'new' as const, suggestion: null } // it was sent before there was a reader
  return {
    id: reportId, text, language: its.language, reference, category: inLanguage(category, ctx.language), reading: read, asked: found.consent,
    draft: draftOf(ctx, found), mayWrite: mayWriteNow(found, ctx.now), live: its.visibility === 'public' || its.visibility === 'private',
  }
}
