import type { View } from '#core/http/page.ts'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { ways } from './bands.ts'
import { occupancyWords } from './texts/index.ts'

type Option = { value: string; label: string }

/** The facts of a counter, of a new one or as they are; `its` are texts by field. */
export function CounterForm({ does, its, parts, view }: { does: string; its?: Record<string, string | undefined>; parts: { rooms: Option[]; devices: Option[] }; view: View }) {
  const t = occupancyWords(view.language).admin, { language, failed } = view
  const field = (name: string) => ({ does, name, label: t.labels[name]!, failed, language, words: t.problems, value: its?.[name] })
  return (
    <ActionForm does={does}>
      {its?.version && <input type="hidden" name="version" value={its.version} />}
      <ErrorSummary failed={failed} does={does} labels={t.labels} words={t.problems} language={language} />
      <TextField {...field('nameFi')} hint={t.hints.name} max={80} />
      <div className="pairs"><TextField {...field('nameSv')} optional max={80} /><TextField {...field('nameEn')} optional max={80} /></div>
      <Choice {...field('way')} value={its?.way ?? 'gates'} options={ways.map((value) => ({ value, ...t.way[value] }))} />
      <TextField {...field('stayMinutes')} hint={t.hints.stay} optional inputMode="numeric" max={3} />
      <TextField {...field('capacity')} hint={t.hints.capacity} inputMode="numeric" max={5} />
      <div className="pairs"><TextField {...field('quietTo')} value={its?.quietTo ?? '30'} inputMode="numeric" max={3} /><TextField {...field('normalTo')} value={its?.normalTo ?? '60'} inputMode="numeric" max={3} /></div>
      <div className="pairs"><TextField {...field('busyTo')} value={its?.busyTo ?? '90'} inputMode="numeric" max={3} /><TextField {...field('resetHour')} value={its?.resetHour ?? '4'} hint={t.hints.reset} inputMode="numeric" max={2} /></div>
      <TextField {...field('driftPercent')} value={its?.driftPercent ?? '15'} hint={t.hints.drift} inputMode="numeric" max={2} />
      {parts.rooms.length > 0 && <Select {...field('roomId')} empty={t.whole} options={parts.rooms} />}
      {parts.devices.length > 0 && <Select {...field('deviceId')} empty={t.anyDevice} hint={t.hints.device} options={parts.devices} />}
      <p className="actions"><Button kind="main" icon="check">{its?.version ? t.save : t.make}</Button></p>
    </ActionForm>
  )
}
