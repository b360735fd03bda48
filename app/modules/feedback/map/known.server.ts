import type { Ctx } from '#core/context/context.server.ts'
import type { ReportState } from '../states.ts'

/** Something already known where somebody is about to report: an earlier report, or announced works. */
export type Known = {
  kind: 'report' | 'works'; id: string; /** within the municipality */ path: string; title: string; text: string; state: ReportState | 'announced'
  metres: number | null; at: Date; until?: Date; meToos: number; picture: { small: string; description: string } | null; canMeToo: boolean
}
export type Asked = { categoryId: string; longitude: number; latitude: number }

/** Another module tells what it knows near a point, such as announced works and outages. */
type KnownSource = { name: string; find(ctx: Ctx, asked: Asked): Promise<Known[]> }
const sources = new Map<string, KnownSource>()
export const alsoNear = (source: KnownSource) => { sources.set(source.name, source) }

/** What is known of the same kind of thing near a point: reports of the category within its radius, open or done in the last 30 days, and what other modules know. Nearest first. */
export async function knownNear(ctx: Ctx, asked: Asked): Promise<Known[]> {
  const found = (await Promise.all([...sources.values()].map((each) => each.find(ctx, asked)))).flat()
  return found.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
}
