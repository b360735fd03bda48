import type { View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { Choice, TextField } from '#ui/form.tsx'
import { disruptionWords } from './texts/index.ts'

/** When it is over: quick hours from a moment, not known with the next word, or a moment of its own. */
export function EndFields({ does, hours, from, value, kept, view }: { does: string; hours: number[]; from: Date; value: string; /** its end stays as it was */ kept?: string; view: View }) {
  const t = disruptionWords(view.language)
  const field = { does, failed: view.failed, language: view.language, words: t.problems }
  const chosen = view.failed?.form === does ? view.failed.values.ends : undefined
  return (
    <>
      <Choice {...field} name="ends" label={t.make.ends} value={chosen ?? value} options={[
        ...(kept ? [{ value: 'kept', label: kept }] : []),
        ...hours.filter((each) => each > 0).map((each) => ({ value: String(each), label: t.make.inHours(each), hint: dayAndTime(new Date(from.getTime() + each * 3_600_000), view.language, view.now) })),
        { value: 'unknown', label: t.make.unknown, hint: t.make.unknownHint }, { value: 'at', label: t.make.at, hint: t.make.atHint },
      ]} />
      <details className="fold" open={['endDay', 'endTime', 'nextDay', 'nextTime'].some((name) => view.failed?.problems[name] || view.failed?.values[name])}>
        <summary>{t.make.exact}</summary>
        <div className="stack">
          <div className="pairs"><TextField {...field} name="endDay" type="date" label={t.make.endDay} optional /><TextField {...field} name="endTime" label={t.make.endTime} hint={t.make.timeHint} max={5} optional /></div>
          <div className="pairs"><TextField {...field} name="nextDay" type="date" label={t.make.nextDay} optional /><TextField {...field} name="nextTime" label={t.make.nextTime} hint={t.make.timeHint} max={5} optional /></div>
        </div>
      </details>
    </>
  )
}
