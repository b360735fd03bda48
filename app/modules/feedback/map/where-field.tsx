import { Island } from '#core/http/island.server.tsx'
import type { View } from '#core/http/page.ts'
import type { FailedForm } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { uiWords } from '#ui/texts/index.ts'
import WherePicker from '../islands/where-picker.tsx'
import type { Where } from './where.server.ts'
import { mapWords } from './texts/index.ts'

/**
 * The whole "where" of a form; each part alone is enough, the map never the only one: words (a place's name or an address),
 * one's own position, a list of known places, a pin on a map that is moved by keys too. Without script a press of "search"
 * brings the hits to pick from. Read by `readWhere`. One in a form.
 * @param near known places for the list, as placesOf gives them; without them there is no list
 */
export function WhereField({ does, view, failed, values, near = [] }: { does: string; view: View; failed?: FailedForm; values?: Where; near?: { id: string; name: string; longitude: number; latitude: number }[] }) {
  const t = mapWords(view.language).where
  const mine = failed?.form === does ? failed : undefined
  const problem = mine?.problems.where
  const id = `${does}-where`
  const kept = (name: keyof Where) => <input type="hidden" name={name} defaultValue={mine?.values[name] ?? values?.[name] ?? ''} />
  const hits = (mine?.values.where_hits ?? '').split('\n').filter(Boolean).map((line) => { const parts = line.split('|'); return { value: parts.slice(0, 4).join('|'), name: parts[3] ?? '', detail: parts[4] ?? '' } })
  return (
    <fieldset className={problem ? 'field wrong where' : 'field where'}>
      <legend>{t.label}</legend>
      <label htmlFor={id} className="hint">{t.hint}</label>
      {problem && <p className="problem" id={`${id}-problem`}><Icon name="no" /> {t.problems[problem] ?? uiWords(view.language).problems[problem] ?? uiWords(view.language).problems.invalid}</p>}
      <div className="search-line">
        <input id={id} name="where" type="text" defaultValue={mine?.values.where ?? values?.address ?? values?.place ?? ''} maxLength={120} autoComplete="off" enterKeyHint="search" aria-describedby={problem ? `${id}-problem` : undefined} aria-invalid={problem ? true : undefined} />
        <button type="submit" name="where_find" value="1" className="btn" data-plain-where><Icon name="search" />{t.find}</button>
      </div>
      {hits.length > 0 && (
        <fieldset className="choices" aria-label={t.whichOne}>
          {hits.map((hit) => <label key={hit.value} className="choice"><input type="radio" name="where_hit" value={hit.value} /><span>{hit.name}{hit.detail && <small>{hit.detail}</small>}</span></label>)}
          <label className="choice"><input type="radio" name="where_hit" value="asWritten" /><span>{t.asWritten}</span></label>
        </fieldset>
      )}
      {kept('place')}{kept('address')}{kept('longitude')}{kept('latitude')}
      <Island of={WherePicker} props={{ id, map: view.href('/map-data'), where: view.href('/feedback/where'), words: t.picker }} />
      {near.length > 0 && (
        <details className="fold"><summary><Icon name="place" />{t.near}</summary>
          <label className="visually-hidden" htmlFor={`${does}-near`}>{t.near}</label>
          <select id={`${does}-near`} name="near" defaultValue={mine?.values.near ?? ''}>
            <option value="">{t.nearNone}</option>
            {near.map((each) => <option key={each.id} value={each.id} data-longitude={each.longitude} data-latitude={each.latitude}>{each.name}</option>)}
          </select>
        </details>
      )}
    </fieldset>
  )
}
