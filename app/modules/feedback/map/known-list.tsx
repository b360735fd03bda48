import type { View } from '#core/http/page.ts'
import { day, distance } from '#core/text/format.ts'
import { Fact } from '#ui/layout.tsx'
import type { Known } from './known.server.ts'

/**
 * What is already known near a point, each with all that it is recognised by. `form`: the id of an empty form outside the
 * one that is being written, which the "me too" buttons send, because one form cannot stand in another.
 */
export function KnownList({ known, view, form }: { known: Known[]; view: Pick<View, 'language' | 'now' | 'href'>; form?: string }) {
  return (
    <ul className="rows">
      {known.map((each) => (
        <li key={each.id}><div className="t">
          <a href={view.href(each.path)}>{each.title}</a>
          <p className="meta">{each.metres !== null && <Fact icon="place">{distance(each.metres, view.language)}</Fact>}<Fact icon="calendar">{day(each.at, view.language, view.now)}</Fact></p>
          {form && each.canMeToo && <button className="btn small" form={form} formAction={view.href(`/feedback/${each.id}/me-too`)}>{each.meToos}</button>}
        </div></li>
      ))}
    </ul>
  )
}
