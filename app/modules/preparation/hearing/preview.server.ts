import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { inLanguage } from '#core/text/language.ts'
import { managedMatter, type Matter, matterOf, thisMatter } from '../matter.server.ts'
import { matter } from '../schema.server.ts'
import { sectionsOf } from './sections.server.ts'

// The round is in what is signed: a new one makes every earlier link void.
const purpose = (ctx: Ctx) => `matter preview ${ctx.scope.municipalityId}`
const signed = (ctx: Ctx, { id, its }: Pick<Matter, 'id' | 'its'>) => ctx.sign(purpose(ctx), `${id} ${its.previewRound}`)

/** The path of a matter's preview, for who may give it away. */
export const previewPathOf = (ctx: Ctx, found: Pick<Matter, 'id' | 'its'>) => `/matters/${found.id}/preview/${signed(ctx, found)}`

/** Who has the link sees the matter before others. The links given before stop working. Throws NotFound, SignInNeeded, Forbidden. */
export async function renewPreview(ctx: Ctx, id: string) {
  await managedMatter(ctx, id)
  await ctx.db.update(matter).set({ previewRound: sql`${matter.previewRound} + 1` }).where(thisMatter(ctx, id))
}

/** The matter that a link shows. Throws NotFound for a link that was never given, was made void, or whose matter is hidden or withdrawn. */
export async function previewed(ctx: Ctx, id: string, token: string): Promise<Matter> {
  if (!isId(id) || !/^[\w-]{20,128}$/.test(token)) throw new NotFound()
  const found = await matterOf(ctx, id)
  const { visibility } = found.subject
  if (!ctx.verify(purpose(ctx), `${id} ${found.its.previewRound}`, token) || (visibility !== 'waiting' && visibility !== 'public')) throw new NotFound()
  return found
}

/** What the preview shows: the matter's words and its document. Nothing can be done on it. */
export async function showPreview(ctx: Ctx, id: string, token: string) {
  const { subject, its, phases } = await previewed(ctx, id, token)
  return {
    id, title: inLanguage(subject.title, ctx.language), language: subject.language, published: its.state === 'published', thought: its.thought, ask: its.ask,
    conditions: { law: its.law, money: its.money, time: its.time, notOpen: its.notOpen }, phases, sections: await sectionsOf(ctx, id), pictures: `/matters/${id}/preview/${token}/pictures`,
  }
}
