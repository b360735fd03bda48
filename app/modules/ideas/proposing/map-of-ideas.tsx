import { Island } from '#core/http/island.server.tsx'
import type { View } from '#core/http/page.ts'
import type { Filters } from '#core/trail/list.server.ts'
import IdeaMap from '../islands/idea-map.tsx'
import { addressOf } from '../list-address.ts'
import { proposingWords } from './texts/index.ts'

/** The map of a list of ideas; the list itself stands below it and says the same without a map. */
export function MapOfIdeas({ filters, view }: { filters: Filters; view: View }) {
  const t = proposingWords(view.language).map
  return (
    <div className="stack tight">
      <p className="hint">{t.listBelow}</p>
      <Island of={IdeaMap} props={{ source: view.href('/map-data'), points: view.href(addressOf('/ideas/map-points', { ...filters, after: undefined })), base: view.base, words: { ground: t.ground, zoomIn: t.zoomIn, zoomOut: t.zoomOut, label: t.mapOf, failed: t.mapFailed, many: t.many, chosen: t.chosen } }} />
    </div>
  )
}
