import type { Ctx } from '#core/context/context.server.ts'
import { inLanguage, type Language, otherLanguage, type Translated } from '#core/text/language.ts'
import { type NowFact, rightNow } from '#modules/directory/server'

export type FollowedPlace = { id: string; title: Translated }
/** A place that I follow, as it is right now. */
export type PlaceNow = { id: string; name: string; lang: Language | undefined; facts: NowFact[] }

/** What the places that I follow are like right now; asks nothing when I follow none. */
export async function placesNow(ctx: Ctx, places: FollowedPlace[]): Promise<PlaceNow[]> {
  const facts = await rightNow(ctx, places.map((each) => each.id))
  return places.map((each) => ({ id: each.id, name: inLanguage(each.title, ctx.language), lang: otherLanguage(each.title, ctx.language), facts: facts.get(each.id) ?? [] }))
}
