import type { View } from '#core/http/page.ts'
import { Section } from '#ui/layout.tsx'
import type { MyDisruption } from './mine.server.ts'
import { DisruptionRow } from './rows.tsx'
import { disruptionWords } from './texts/index.ts'

/** What hinders the reader now or soon, on Koti; nothing when nothing does. A guest chooses an area here. */
export function KotiDisruptions({ mine: { found, others }, areas, area, view }: { mine: { found: MyDisruption[]; others: number }; /** to choose of; none for who follows what is theirs */ areas: { key: string; name: string }[]; area: string | null; view: View }) {
  const t = disruptionWords(view.language)
  if (found.length === 0 && !area && (others === 0 || areas.length === 0)) return null
  return (
    <Section id="disruptions" title={t.koti} more={<a href={view.href('/disruptions')}>{t.all}</a>}>
      {found.length > 0 ? <ul className="card rows">{found.slice(0, 4).map(({ its, why }) => <DisruptionRow key={its.id} its={its} view={view} {...(why ? { why: t.why[why.by](why.name) } : {})} />)}</ul> : <p>{area ? t.noneInArea : t.elsewhere(others)}</p>}
      {areas.length > 0 && (
        <form method="get" action={view.href('/')} className="where">
          <label htmlFor="koti-area"><b>{t.yourArea}</b></label>
          <span className="search-line"><select id="koti-area" name="area" defaultValue={area ?? ''}><option value="">{t.allAreas}</option>{areas.map((each) => <option key={each.key} value={each.key}>{each.name}</option>)}</select><button type="submit" className="btn">{t.show}</button></span>
        </form>
      )}
    </Section>
  )
}
