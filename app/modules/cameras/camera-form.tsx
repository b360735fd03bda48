import type { View } from '#core/http/page.ts'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { widestFor } from './limits.ts'
import { cameraWords } from './texts/index.ts'

/** The settings and the checklist of a camera, of a new one (whose page they are) or as they are (a fold of it); `its` are texts by field. */
export function CameraForm({ does, its, devices, view }: { does: string; its: Record<string, string | undefined>; devices: { value: string; label: string }[]; view: View }) {
  const t = cameraWords(view.language).admin, { language, failed } = view
  const field = (name: string, without = '') => ({ does, name, label: t.labels[name]!, failed, language, words: t.problems, value: its[name] ?? without })
  const Part = its.version ? 'h3' : 'h2'
  const most = its.nearest ? t.hints.width(widestFor(Number(its.nearest.replace(',', '.')), Number(its.fieldOfView))) : t.hints.widthNew
  return (
    <ActionForm does={does} className="stack wide">
      {its.version && <input type="hidden" name="version" value={its.version} />}
      <ErrorSummary failed={failed} does={does} labels={t.labels} words={t.problems} language={language} />
      <fieldset className="stack"><legend><Part>{t.parts.what}</Part></legend>
        <TextField {...field('nameFi')} max={80} /><div className="pairs"><TextField {...field('nameSv')} optional max={80} /><TextField {...field('nameEn')} optional max={80} /></div>
        <TextArea {...field('showsFi')} hint={t.hints.shows} rows={2} max={300} /><div className="pairs"><TextArea {...field('showsSv')} optional rows={2} max={300} /><TextArea {...field('showsEn')} optional rows={2} max={300} /></div>
      </fieldset>
      <fieldset className="stack"><legend><Part>{t.parts.how}</Part></legend>
        <Choice {...field('way', 'fetched')} options={(['fetched', 'posted'] as const).map((value) => ({ value, ...t.ways[value] }))} />
        <TextField {...field('url')} type="url" hint={t.hints.url} optional max={2000} autoComplete="off" />
        {devices.length > 0 && <Select {...field('deviceId')} empty={t.anyDevice} hint={t.hints.device} options={devices} />}
        <div className="pairs"><TextField {...field('everyMinutes', '10')} inputMode="numeric" max={3} /><TextField {...field('oldAfterMinutes', '60')} inputMode="numeric" max={4} /></div>
      </fieldset>
      <fieldset className="stack"><legend><Part>{t.parts.blur}</Part></legend><p className="hint">{t.parts.blurLead}</p>
        <TextField {...field('nearest')} hint={t.hints.nearest} inputMode="decimal" max={5} /><TextField {...field('fieldOfView', '90')} hint={t.hints.fieldOfView} inputMode="numeric" max={3} />
        <TextField {...field('width')} hint={most} inputMode="numeric" max={3} />
        <div className="pairs"><TextField {...field('blur', '1.5')} inputMode="decimal" max={4} /><TextField {...field('squares', '2')} inputMode="numeric" max={2} /></div>
      </fieldset>
      <fieldset className="stack"><legend><Part>{t.parts.hours}</Part></legend><p className="hint">{t.hints.hours}</p>
        <div className="pairs"><TextField {...field('offFrom')} optional inputMode="numeric" max={2} /><TextField {...field('offUntil')} optional inputMode="numeric" max={2} /></div>
      </fieldset>
      <fieldset className="stack"><legend><Part>{t.parts.checklist}</Part></legend><p className="hint">{t.parts.checklistLead}</p>
        <TextField {...field('signOn')} type="date" optional />
        <TextArea {...field('purposeFi')} optional rows={2} max={500} /><div className="pairs"><TextArea {...field('purposeSv')} optional rows={2} max={500} /><TextArea {...field('purposeEn')} optional rows={2} max={500} /></div>
        <TextField {...field('controller')} hint={t.hints.controller} optional max={200} /><TextField {...field('privacyUrl')} type="url" optional max={500} />
      </fieldset>
      <p className="actions"><Button kind="main" icon="check">{its.version ? t.save : t.make}</Button></p>
    </ActionForm>
  )
}
