import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { keeperOf } from './cases.ts'
import { matterOfItem } from './link-matter.server.ts'
import { itemOf } from './meeting.server.ts'
import { can } from './permissions.ts'

/** The address that tells where an item's decision is read: the minutes', else the item's own page. */
export const decisionAddress = (ctx: Ctx, its: { id: string; decisionUrl: string }): string => its.decisionUrl || ctx.address(`/meetings/items/${its.id}`)

/** One tap: the item's decision becomes the decision of the matter that it concerns. Throws Conflict('notDecided' | 'noMatter') and as the matter's own operation does. */
export async function bringDecision(ctx: Ctx, itemId: string): Promise<void | Mended> {
  allow(ctx, can.bringDecision)
  const { item: its, meeting: on } = await itemOf(ctx, itemId, { lock: true })
  if (!its.decidedAt) throw new Conflict('notDecided')
  const matter = await matterOfItem(ctx, itemId)
  const keeper = matter && keeperOf(matter.kind)
  if (!keeper) throw new Conflict('noMatter')
  return keeper.bring(ctx, matter.id, { body: inLanguage(on.body.name, ctx.language), decision: its.decision, url: decisionAddress(ctx, its), at: its.decidedAt })
}
