import type { Ctx } from '#core/context/context.server.ts'
import { areasOf, topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { type Filters, listSubjects } from '#core/trail/list.server.ts'
import { publicStages } from '#core/trail/stages.ts'
import { uiWords } from '#ui/texts/index.ts'
import { ideaWords } from './texts/index.ts'

/** One thing a list is narrowed by, in the reader's words. */
export type Chosen = { by: 'stage' | 'topic' | 'area' | 'unit' | 'late'; name: string }
export type Facets = Record<'stage' | 'topic' | 'area' | 'unit', { id: string; name: string }[]>

/**
 * A page of ideas with what it can be narrowed by. A topic or unit of another municipality narrows to nothing.
 * Four queries; none counts.
 */
export async function listIdeas(ctx: Ctx, filters: Filters, asMap: boolean) {
  const t = ideaWords(ctx.language)
  const facets: Facets = {
    stage: publicStages.map((id) => ({ id, name: uiWords(ctx.language).stage[id] })),
    topic: (await topicsOf(ctx)).map(({ id, name, parentId }) => ({ id, name: parentId ? `– ${name}` : name })), unit: await unitsOf(ctx), area: (await areasOf(ctx)).map(({ key, name }) => ({ id: key, name })),
  }
  const chosen: Chosen[] = (['stage', 'topic', 'area', 'unit'] as const).flatMap((by) => (filters[by] ? [{ by, name: facets[by].find((each) => each.id === filters[by])?.name ?? String(filters[by]) }] : []))
  if (filters.late) chosen.push({ by: 'late', name: t.filterLabels.late })
  const { lines, next } = await listSubjects(ctx, { ...filters, kind: 'idea' })
  return { lines, next, filters, facets, chosen, asMap }
}
