import type { ReactNode } from 'react'
import type { View } from '#core/http/page.ts'
import { Checkbox } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { entriesWords } from './texts/index.ts'

/** So many empty rows are offered after those that are there. */
const emptyRows = 2

/**
 * A list in a form: each row folded under its name, then empty ones. A row that is ticked away, or says nothing, is left out.
 * Rows that were sent and did not fit are shown again, as many as there were.
 */
export function Rows<R extends { id?: string | undefined }>({ list, rows, name, add, does, view, children }: { list: string; rows: R[]; name(row: R): string; add: string; does: string; view: View; children(under: string, row: R | undefined): ReactNode }) {
  const t = entriesWords(view.language).keep
  const failed = view.failed?.form === does ? view.failed : undefined
  const sent = failed ? Math.max(-1, ...Object.keys(failed.values).flatMap((field) => (field.startsWith(`${list}.`) ? [Number(field.split('.')[1])] : []))) + 1 : 0
  const count = Math.min(Math.max(rows.length + emptyRows, sent), 320)
  return (
    <div className="stack tight">
      {Array.from({ length: count }, (_, at) => {
        const row = rows[at], under = `${list}.${at}.`
        const wrong = failed && Object.keys(failed.problems).some((field) => field.startsWith(under))
        const written = failed && at >= rows.length ? failed.values[`${under}name.fi`] ?? failed.values[`${under}sentence.fi`] : ''
        return (
          <details key={at} className="fold" open={wrong || undefined}>
            <summary>{row ? name(row) : written || <><Icon name="plus" /> {add}</>}</summary>
            <div className="stack">
              {row?.id && <input type="hidden" name={`${under}id`} value={row.id} />}
              {children(under, row)}
              {row && <Checkbox name={`${under}drop`} label={t.drop} checked={failed?.values[`${under}drop`] === 'on'} />}
            </div>
          </details>
        )
      })}
    </div>
  )
}
