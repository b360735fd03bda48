import type { View } from '#core/http/page.ts'
import { type FailedForm, TextField } from '#ui/form.tsx'
import type { Where } from './where.server.ts'
import { mapWords } from './texts/index.ts'

/** The whole "where" of a form; read by `readWhere`. One in a form. */
export function WhereField({ does, view, failed, values }: { does: string; view: View; failed?: FailedForm; values?: Where }) {
  const t = mapWords(view.language).where
  const mine = failed?.form === does ? failed.values : undefined
  const kept = (name: keyof Where) => <input type="hidden" name={name} defaultValue={mine?.[name] ?? values?.[name] ?? ''} />
  return (
    <div className="stack tight">
      <TextField does={does} name="where" label={t.label} hint={t.hint} failed={failed} language={view.language} value={values?.address ?? values?.place} optional max={120} autoComplete="off" />
      {kept('place')}{kept('address')}{kept('longitude')}{kept('latitude')}
    </div>
  )
}
