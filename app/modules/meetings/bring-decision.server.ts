import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { type Decided, keeperOf } from './cases.ts'
import { matterOfItem } from './link-matter.server.ts'
import { type Item, itemOf, type Meeting } from './meeting.server.ts'
import { can } from './permissions.ts'

/** The address that tells where an item's decision is read: the minutes', else the item's own page. */
export const decisionAddress = (ctx: Ctx, its: { id: string; decisionUrl: string }): string => its.decisionUrl || ctx.address(`/meetings/items/${its.id}`)

/** What was decided on an item, as its matter gets it; null before it is decided. */
const decidedOf = (ctx: Ctx, its: Item, on: Meeting): Decided | null =>
  its.decidedAt && { itemId: its.id, body: inLanguage(on.body.name, ctx.language), decision: its.decision, url: decisionAddress(ctx, its), at: its.decidedAt }

/**
 * One tap: the item's decision becomes the decision of the matter that it concerns, or is taken to where its official says
 * the rest (`to`). Throws Conflict('notDecided' | 'noMatter') and as the matter's own operation does.
 */
export async function bringDecision(ctx: Ctx, itemId: string): Promise<void | Mended | { to: string }> {
  allow(ctx, can.bringDecision)
  const { item: its, meeting: on } = await itemOf(ctx, itemId, { lock: true })
  const decided = decidedOf(ctx, its, on)
  if (!decided) throw new Conflict('notDecided')
  const matter = await matterOfItem(ctx, itemId)
  const keeper = matter && keeperOf(matter.kind)
  if (!keeper) throw new Conflict('noMatter')
  return keeper.bring(ctx, matter.id, decided)
}

/** The decision that a body made of a thing on one of its public agendas, for the form in which its official goes on; null for anything else. */
export async function decisionOn(ctx: Ctx, itemId: string | null, subjectId: string): Promise<Decided | null> {
  if (!itemId || !isId(itemId) || (await matterOfItem(ctx, itemId))?.id !== subjectId) return null
  const { item: its, meeting: on, subject } = await itemOf(ctx, itemId)
  return subject.visibility === 'public' ? decidedOf(ctx, its, on) : null
}
