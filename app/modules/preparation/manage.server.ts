import type { Ctx } from '#core/context/context.server.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { audienceOf } from '#core/trail/audience.server.ts'
import { areasOf, placesOf, topicsOf } from '#core/trail/facets.server.ts'
import { ideasToLink, originsOf } from './from-idea.server.ts'
import { managedMatter } from './matter.server.ts'
import { materialsOf } from './materials.server.ts'
import { offersOf } from './offers.server.ts'
import { choicesShown } from './question.server.ts'
import { reachOfMatter } from './reach.server.ts'

export type Managed = Awaited<ReturnType<typeof showManage>>

/** Everything of a matter that its officials change later. Throws NotFound, SignInNeeded, Forbidden, Conflict. */
export async function showManage(ctx: Ctx, id: string) {
  const { matter } = await managedMatter(ctx, id, {})
  const unit = matter.subject.ownerUnitId
  const [materials, offers, choices, topics, areas, places, audience, origins, officials, reach] = await Promise.all([
    materialsOf(ctx, id), offersOf(ctx, id), choicesShown(ctx, id), topicsOf(ctx), areasOf(ctx), placesOf(ctx), audienceOf(ctx, id), originsOf(ctx, id), officialsOf(ctx, unit ? [unit] : []), reachOfMatter(ctx, matter),
  ])
  const alike = await ideasToLink(ctx, matter.subject, matter.its.thought, origins.map((each) => each.id))
  return {
    id, matter, materials, offers, choices: choices.choices, topics, areas, places: [...new Set(places.map((each) => each.name))], audience, officials, reach, alike,
    title: inLanguage(matter.subject.title, ctx.language), origins: origins.map((each) => ({ id: each.id, kind: each.kind, title: inLanguage(each.title, ctx.language) })),
  }
}
