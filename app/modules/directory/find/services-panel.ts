import type { ReactNode } from 'react'
import type { Ctx } from '#core/context/context.server.ts'
import type { View } from '#core/http/page.ts'

/** A part that another module puts on the Palvelut tab, such as the latest disruptions; `read` gives what draws it, or null. At most two queries. */
export type ServicesPanel = { name: string; order: number; read(ctx: Ctx): Promise<((view: View) => ReactNode) | null> }
const panels = new Map<string, ServicesPanel>()
export const servicesPanel = (its: ServicesPanel) => { panels.set(its.name, its) }

/** The panels of the tab in their order, each with what draws it. */
export async function servicesPanels(ctx: Ctx): Promise<{ name: string; draw(view: View): ReactNode }[]> {
  const found = await Promise.all([...panels.values()].sort((a, b) => a.order - b.order).map(async (each) => ({ name: each.name, draw: await each.read(ctx) })))
  return found.flatMap(({ name, draw }) => (draw ? [{ name, draw }] : []))
}
