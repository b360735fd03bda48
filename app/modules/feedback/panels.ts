import type { ReactNode } from 'react'
import type { Ctx } from '#core/context/context.server.ts'
import type { View } from '#core/http/page.ts'
import type { Subject } from '#core/trail/subject.server.ts'

/** What a panel may know of the report on whose page it stands; `own` is the sender's key, on the sender's own page. */
export type PanelOf = Pick<Subject, 'id' | 'visibility' | 'stage' | 'ownerUnitId' | 'topicId' | 'authorPersonId' | 'title'> & { own?: string }
/**
 * A part that another module puts on a report's pages, so that feedback knows nothing of who uses it: on the public `page`,
 * on the sender's `own` page, on the officials' `handle` page. `read` returns what draws it, or null where there is nothing
 * to show. Its forms post to pages of its own module.
 */
export type Panel = { name: string; /** what most reports go on with comes before the rest */ first?: true; /** how the addresses begin of what it shows, which is then not said again among what the report is linked to */ shows?: string; on: ('page' | 'own' | 'handle')[]; read(ctx: Ctx, its: PanelOf, on: 'page' | 'own' | 'handle'): Promise<((view: View) => ReactNode) | null> }
const registered = new Map<string, Panel>()
export const reportPanel = (its: Panel) => { registered.set(its.name, its) }

/** The panels of one page of a report, what comes first and then in the order of their names, each with what draws it. */
export async function panelsOf(ctx: Ctx, its: PanelOf, on: 'page' | 'own' | 'handle'): Promise<{ name: string; shows?: string | undefined; draw(view: View): ReactNode }[]> {
  const found = await Promise.all([...registered.values()].filter((each) => each.on.includes(on)).sort((a, b) => Number(b.first ?? false) - Number(a.first ?? false) || a.name.localeCompare(b.name)).map(async (each) => ({ name: each.name, shows: each.shows, draw: await each.read(ctx, its, on) })))
  return found.flatMap(({ name, shows, draw }) => (draw ? [{ name, shows, draw }] : []))
}
/** What a report is linked to that no panel of its page shows already. */
export const notShown = <L extends { path: string }>(links: L[], panels: { shows?: string | undefined }[]): L[] => links.filter((link) => !panels.some(({ shows }) => shows && link.path.startsWith(shows)))
