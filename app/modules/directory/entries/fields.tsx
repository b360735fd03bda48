import type { View } from '#core/http/page.ts'
import type { Language, Translated } from '#core/text/language.ts'
import { WhereField } from '#modules/feedback/ui'
import { Choice, Select, TextField } from '#ui/form.tsx'
import { accessibles, audiences, priceKinds } from '../facts.ts'
import { placeKinds } from '../place-kinds.ts'
import type { Place } from './show-place.server.ts'
import type { Service } from './show-service.server.ts'
import { entriesWords } from './texts/index.ts'
import { asFields, OtherLanguages, Word, type WordField } from './word-fields.tsx'

type Its = { does: string; view: View; /** the municipality's languages */ own: Language[]; topics: { id: string; name: string }[]; topicId?: string | null }
type Priced = { priceKind?: string; price?: Translated | null; audiences?: string[] }

function useful({ does, view }: Its) {
  const t = entriesWords(view.language)
  return { t: t.keep, all: t, common: { does, failed: view.failed, language: view.language, words: t.keep.problems }, say: (field: WordField) => <Word field={field} language="fi" does={does} view={view} /> }
}

/** Price and for whom: of a place and of a service alike. */
function Terms({ its, facts, price }: { its: Its; facts: Priced | undefined; price: WordField }) {
  const { t, all, common, say } = useful(its)
  const kept = its.view.failed?.form === its.does ? (its.view.failed.values['audiences[]'] ?? '').split('\n') : facts?.audiences ?? []
  return (
    <>
      <Choice {...common} name="priceKind" label={t.labels.priceKind!} value={facts?.priceKind ?? 'unknown'} row options={priceKinds.map((value) => ({ value, label: all.priceKinds[value] }))} />
      {say(price)}
      <fieldset className="field"><legend>{t.labels.audiences}</legend><div className="choices row">{audiences.map((each) => <label key={each} className="choice"><input type="checkbox" name="audiences[]" value={each} defaultChecked={kept.includes(each)} /><span>{all.audiences[each]}</span></label>)}</div></fieldset>
      {its.topics.length > 0 && <Select {...common} name="topicId" label={t.labels.topicId!} value={its.topicId ?? ''} optional empty="–" options={its.topics.map((each) => ({ value: each.id, label: each.name }))} />}
    </>
  )
}

/** What Enter presses: the form's own button, though the search of its place stands before it. */
export const FirstButton = () => <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />

/** Every fact of a place: Finnish open, the other languages folded. */
export function PlaceFields({ facts, ...its }: Its & { facts?: Place['facts'] }) {
  const { t, all, common, say } = useful(its)
  const { view, does } = its
  const name: WordField = { name: 'name', max: 200, hint: true, optional: false, value: facts?.name }, description: WordField = { name: 'description', max: 5000, rows: 5, value: facts?.description }
  const arrival: WordField = { name: 'arrival', max: 1000, rows: 3, hint: true, value: facts?.arrival }, price: WordField = { name: 'price', max: 500, rows: 2, hint: true, value: facts?.price }, street: WordField = { name: 'street', max: 200, value: facts?.street }
  const line = (field: 'phone' | 'email' | 'url' | 'postalCode' | 'city', more: object = {}) => <TextField {...common} name={field} label={t.labels[field]!} value={facts?.[field]} optional max={field === 'url' ? 500 : field === 'email' ? 200 : 100} autoComplete="off" {...more} />
  const kinds = [...placeKinds].map(([value, kind]) => ({ value, label: kind.name[view.language] })).sort((a, b) => (a.value === 'other' ? 1 : b.value === 'other' ? -1 : a.label.localeCompare(b.label, view.language)))
  const at = { ...(facts?.street?.fi ? { address: facts.street.fi } : {}), ...(facts && facts.longitude !== null && facts.latitude !== null ? { longitude: facts.longitude, latitude: facts.latitude } : {}) }
  return (
    <>
      {say(name)}
      <Select {...common} name="kind" label={t.labels.kind!} value={facts?.kind ?? ''} empty="–" options={kinds} />
      <WhereField does={does} view={view} failed={view.failed} values={at} />
      <div className="pairs">{line('postalCode', { inputMode: 'numeric', max: 10 })}{line('city')}</div>
      <Choice {...common} name="accessible" label={t.labels.accessible!} value={facts?.accessible ?? 'unknown'} row options={accessibles.map((value) => ({ value, label: all.accessible[value] }))} />
      {say(description)}{say(arrival)}
      <div className="pairs">{line('phone', { max: 40 })}{line('email', { type: 'email' })}</div>
      {line('url', { type: 'url', inputMode: 'url' })}
      <Terms its={its} facts={facts} price={price} />
      <OtherLanguages fields={[name, street, description, arrival, price]} does={does} view={view} own={its.own} />
    </>
  )
}
/** A place's facts as its form's fields, by which someone sees what another saved meanwhile. */
export const placeNow = ({ facts }: Place): Record<string, string> => {
  const { name, description, arrival, price, street, kind, postalCode, city, phone, email, url, priceKind, accessible } = facts
  const { 'street.fi': _street, ...texts } = asFields({ name, description, arrival, price, street })
  return { ...texts, kind, postalCode, city, phone, email, url, priceKind, accessible }
}

/** Every fact of a service. */
export function ServiceFields({ facts, ...its }: Its & { facts?: Service['facts'] }) {
  const { say } = useful(its)
  const { view, does } = its
  const name: WordField = { name: 'name', max: 200, hint: true, optional: false, value: facts?.name }, summary: WordField = { name: 'summary', max: 300, rows: 2, hint: true, value: facts?.summary }
  const texts: WordField[] = [{ name: 'forWhom', max: 2000, rows: 3, hint: true, value: facts?.forWhom }, { name: 'how', max: 3000, rows: 5, value: facts?.how }, { name: 'promise', max: 1000, rows: 2, hint: true, value: facts?.promise }, { name: 'description', max: 5000, rows: 5, value: facts?.description }]
  const price: WordField = { name: 'price', max: 500, rows: 2, hint: true, value: facts?.price }
  return (
    <>
      {say(name)}{say(summary)}{texts.map((field) => <Word key={field.name} field={field} language="fi" does={does} view={view} />)}
      <Terms its={its} facts={facts} price={price} />
      <OtherLanguages fields={[name, summary, ...texts, price]} does={does} view={view} own={its.own} />
    </>
  )
}
export const serviceNow = ({ facts: { name, summary, forWhom, how, promise, description, price, priceKind } }: Service): Record<string, string> => ({ ...asFields({ name, summary, forWhom, how, promise, description, price }), priceKind })
