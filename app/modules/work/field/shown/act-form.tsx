import type { ReactNode } from 'react'
import type { FieldOrder } from '../data.ts'
import type { FieldSight } from './sight.ts'

/**
 * A form of one act on one order. Without script it goes to the order's own page; with it, what it says goes to the phone's
 * queue and from there to the server.
 */
export function ActForm({ sight, order, what, children, className, label, upload, needs }: { /** what is said beside a field when something is missing; null when nothing is */ needs?: (fields: FormData) => { field: string; words: string } | null; sight: FieldSight; order: Pick<FieldOrder, 'id' | 'version' | 'seal'>; what: string; children: ReactNode; className?: string; label?: string; upload?: boolean }) {
  return (
    <form method="post" action={`${sight.base}/work/field/${order.id}`} className={className ?? 'stack tight'} aria-label={label} noValidate {...(upload ? { encType: 'multipart/form-data' } : {})}
      onSubmit={sight.act && ((event) => {
        event.preventDefault()
        const form = event.currentTarget
        const submitter = (event.nativeEvent as SubmitEvent).submitter
        const fields = new FormData(form, submitter)
        for (const each of form.querySelectorAll('textarea')) each.setCustomValidity('') // what was said of the last try
        const missing = needs?.(fields)
        if (missing) (form.elements.namedItem(missing.field) as HTMLTextAreaElement).setCustomValidity(missing.words)
        if (form.reportValidity()) sight.act!(what, order, fields, form)
      })}>
      <input type="hidden" name="_do" value={what} /><input type="hidden" name="version" value={order.version} /><input type="hidden" name="asOf" value={sight.data.asOf} /><input type="hidden" name="seal" value={order.seal} />
      {children}
    </form>
  )
}
