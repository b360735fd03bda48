import type { ReactNode } from 'react'
import type { FieldOrder } from '../data.ts'
import type { FieldSight } from './sight.ts'

/**
 * A form of one act on one order. Without script it goes to the order's own page; with it, what it says goes to the phone's
 * queue and from there to the server.
 */
export function ActForm({ sight, order, what, children, className, label, upload }: { sight: FieldSight; order: Pick<FieldOrder, 'id' | 'version' | 'seal'>; what: string; children: ReactNode; className?: string; label?: string; upload?: boolean }) {
  return (
    <form method="post" action={`${sight.base}/work/field/${order.id}`} className={className ?? 'stack tight'} aria-label={label} noValidate {...(upload ? { encType: 'multipart/form-data' } : {})}
      onSubmit={sight.act && ((event) => {
        event.preventDefault()
        const form = event.currentTarget
        const submitter = (event.nativeEvent as SubmitEvent).submitter
        sight.act!(what, order, new FormData(form, submitter), form)
      })}>
      <input type="hidden" name="_do" value={what} /><input type="hidden" name="version" value={order.version} /><input type="hidden" name="asOf" value={sight.data.asOf} /><input type="hidden" name="seal" value={order.seal} />
      {children}
    </form>
  )
}
