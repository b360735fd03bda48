import type { ReactNode } from 'react'
import type { View } from '#core/http/page.ts'
import { dayAndTime, number } from '#core/text/format.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { Checkbox, Choice, Select, TextField } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { placeKinds } from '../place-kinds.ts'
import type { Run } from './run.server.ts'
import { kindFacts, type Settings, type SourceKind, sourceKinds } from './settings.ts'
import type { ShownSource } from './sources.server.ts'
import { importWords } from './texts/index.ts'
import { whyWords } from './why-words.ts'

const icons: Record<Run['state'], IconName> = { asked: 'clock', running: 'restored', held: 'inbox', done: 'done', failed: 'no', dropped: 'remove' }

/** How a run is or went, in a line: its state, its figures, why it waits or failed. */
export function RunLine({ run, view }: { run: Run; view: View }) {
  const t = importWords(view.language)
  return (
    <>
      <p className="meta"><span className={run.state === 'failed' ? 'problem' : undefined}><Icon name={icons[run.state]} /> {run.state === 'held' && run.dry ? t.looked : t.states[run.state]}</span><time dateTime={run.startedAt.toISOString()}>{dayAndTime(run.startedAt, view.language, view.now)}</time><Figures counts={run.counts} view={view} /></p>
      {run.why && run.why !== 'dry' && <p className={run.state === 'failed' ? 'problem' : undefined}>{whyWords(run.why, view.language)}</p>}
    </>
  )
}
/** The figures that are not nothing. */
export function Figures({ counts, view }: { counts: Record<string, number>; view: View }) {
  const t = importWords(view.language)
  return <>{(['added', 'changed', 'conflict', 'vanished', 'returned', 'refused', 'same'] as const).filter((name) => (counts[name] ?? 0) > 0).map((name) => <span key={name}>{t.counts[name](counts[name]!).replace(/^\d+/, (n) => number(Number(n), view.language))}</span>)}</>
}

/** The fields of a source. Of a new one, those of its kind show when the kind is chosen; where the browser cannot hide the others they say whose they are, and an unneeded one is left empty. */
export function SourceFields({ does, source, settings, units, view }: { does: string; source?: ShownSource; settings?: Settings; units: { id: string; name: Translated }[]; view: View }) {
  const { language, failed } = view
  const t = importWords(language)
  const field = { does, failed, language, words: t.problems }
  const kinds: readonly SourceKind[] = source ? sourceKinds.filter((kind) => kind === source.kind || (kind.startsWith('ptv') && source.kind.startsWith('ptv'))) : sourceKinds
  const is = (...some: SourceKind[]) => !source || some.includes(source.kind)
  const only = (of: 'ptv' | 'registers' | 'lipas' | 'hauki' | 'files', its: ReactNode) => (source ? its : <div className={`only-${of}`}>{its}</div>)
  return (
    <>
      {kinds.length > 1 ? <Choice {...field} name="kind" label={t.labels.kind!} value={source?.kind ?? ''} options={kinds.map((value) => ({ value, label: t.kinds[value], hint: t.kindHints[value] }))} /> : <input type="hidden" name="kind" value={source!.kind} />}
      <TextField {...field} name="name" label={t.labels.name!} hint={t.hints.name!} value={source?.name ?? ''} max={80} autoComplete="off" />
      <Select {...field} name="unitId" label={t.labels.unitId!} value={source?.unitId ?? ''} empty={t.chooseUnit} options={units.map((each) => ({ value: each.id, label: inLanguage(each.name, language) }))} />
      <TextField {...field} name="url" type="url" label={t.labels.url!} hint={t.hints.url!} value={source && source.url !== kindFacts[source.kind].url ? source.url : ''} max={500} optional autoComplete="off" />
      {is('ptv11', 'ptv12', 'lipas') && only('registers', <TextField {...field} name="municipality" label={t.labels.municipality!} hint={t.hints.municipality!} value={settings?.municipality ?? ''} max={100} optional inputMode="numeric" />)}
      {is('ptv11', 'ptv12') && only('ptv', <TextField {...field} name="organisation" label={t.labels.organisation!} hint={t.hints.organisation!} value={settings?.organisation ?? ''} max={60} optional autoComplete="off" />)}
      {is('ptv12', 'ptv11') && only('ptv', <TextField {...field} name="apiKey" label={t.labels.apiKey!} hint={(source?.hasKey ? t.hints.apiKeyKept : t.hints.apiKey)!} max={500} optional autoComplete="off" />)}
      {is('lipas') && only('lipas', <TextField {...field} name="types" label={t.labels.types!} hint={t.hints.types!} value={settings?.types.join(', ') ?? ''} max={500} optional />)}
      {is('hauki') && only('hauki', <TextField {...field} name="query" label={t.labels.query!} hint={t.hints.query!} value={settings?.query ?? ''} max={300} optional autoComplete="off" />)}
      {is('geojson', 'csv') && only('files', <Select {...field} name="placeKind" label={t.labels.placeKind!} hint={t.hints.placeKind!} value={settings?.kind ?? ''} empty={t.ownKind} optional options={[...placeKinds].map(([value, its]) => ({ value, label: its.name[language] }))} />)}
      <Checkbox name="nightly" label={t.labels.nightly} checked={failed?.form === does ? failed.values.nightly === 'on' : source?.nightly ?? false} />
    </>
  )
}
