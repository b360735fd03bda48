import type { ReactNode } from 'react'
import type { Ctx } from '#core/context/context.server.ts'
import type { View } from '#core/http/page.ts'
import type { Subject } from '#core/trail/subject.server.ts'

/** One thing that a place is like now, ready to show: "Jää hyvä", "Hiljaista". `tone` never stands without its words. */
export type NowFact = {
  /** what it is of: `ice`, `iced`, `occupancy`, `open` */ key: string; words: string; tone: 'good' | 'fair' | 'poor' | 'off' | 'unknown'; icon: string
  /** when it was seen */ at: Date | null; /** from when nobody knows any more */ until: Date | null; /** the one that a list shows */ primary?: boolean; /** nobody gets in while it is so, whatever the hours say */ shut?: true
  /** the same for programs: plain values, as the API tells it */ data: Record<string, string | number | boolean | null>
}
/**
 * What other modules know of places right now, so that lists, maps, pages, the API and feeds show it without knowing them.
 * `read` takes many places in one query, and gives only what is still true at `ctx.now`: what is past its expiry is told as
 * not known, by its key, everywhere.
 */
export type NowSource = { name: string; order: number; read(ctx: Ctx, placeIds: string[]): Promise<Map<string, NowFact[]>> }
const sources = new Map<string, NowSource>()
export const nowSource = (its: NowSource) => { sources.set(its.name, its) }

/** Do these say that nobody gets in, whatever the hours are? */
export const shuts = (facts: NowFact[] | undefined): boolean => facts?.some((each) => each.shut) ?? false
/** Is a place shut just now by something else than its hours? */
export const isShut = async (ctx: Ctx, placeId: string): Promise<boolean> => shuts((await rightNow(ctx, [placeId])).get(placeId))

/**
 * What these places are like now, each source's facts in the sources' order. One query a source. Of what is shut it is not said
 * that it is open. `without`: names of sources that the caller has asked already.
 */
export async function rightNow(ctx: Ctx, placeIds: string[], { without = [] }: { without?: string[] } = {}): Promise<Map<string, NowFact[]>> {
  const all = new Map<string, NowFact[]>(placeIds.map((id) => [id, []]))
  if (placeIds.length === 0) return all
  const found = await Promise.all([...sources.values()].filter((each) => !without.includes(each.name)).sort((a, b) => a.order - b.order).map((each) => each.read(ctx, placeIds)))
  for (const its of found) for (const [id, facts] of its) all.get(id)?.push(...facts)
  for (const [id, facts] of all) if (shuts(facts)) all.set(id, facts.filter((each) => each.key !== 'open'))
  return all
}

/** A place as a panel on its page may know it. */
export type PanelPlace = Pick<Subject, 'id' | 'visibility' | 'ownerUnitId' | 'authorOrganisationId' | 'longitude' | 'latitude' | 'area'> & { kind: string; name: string; /** what its source has not had, or has ended */ gone: boolean }
/** A part that another module puts on a place's page; `read` gives what draws it, or null. Its forms post to pages of its own module. */
export type PlacePanel = { name: string; order: number; read(ctx: Ctx, its: PanelPlace): Promise<((view: View) => ReactNode) | null> }
const panels = new Map<string, PlacePanel>()
export const placePanel = (its: PlacePanel) => { panels.set(its.name, its) }

/** The panels of a place's page in their order, each with what draws it. */
export async function placePanels(ctx: Ctx, its: PanelPlace): Promise<{ name: string; draw(view: View): ReactNode }[]> {
  const found = await Promise.all([...panels.values()].sort((a, b) => a.order - b.order).map(async (each) => ({ name: each.name, draw: await each.read(ctx, its) })))
  return found.flatMap(({ name, draw }) => (draw ? [{ name, draw }] : []))
}
