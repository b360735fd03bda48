import type { ReactNode } from 'react'
import type { Ctx } from '#core/context/context.server.ts'
import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { placePanel } from '../right-now.ts'
import { attributionOf } from './attribution.server.ts'
import { openConflicts } from './conflicts.server.ts'
import { importWords } from './texts/index.ts'

/** Of a place or a service: whose data it is, as its licence asks (LIPAS and PTV: CC BY 4.0), and to those who keep it, what waits for their choice. */
export async function originOf(ctx: Ctx, id: string): Promise<((view: View) => ReactNode) | null> {
  const [sources, conflicts] = [await attributionOf(ctx, id), await openConflicts(ctx, id)]
  const licensed = sources.filter((each) => each.licence)
  if (licensed.length === 0 && conflicts.length === 0) return null
  return (view: View) => {
    const t = importWords(view.language)
    return (
      <div className="stack tight">
        {conflicts.length > 0 && <p><a className="touch" href={view.href('/admin/imports/conflicts')}>{t.conflicts.waiting(conflicts.length)}</a></p>}
        {licensed.map((each) => <p key={each.name} className="meta small"><a className="touch" href={each.licence!.url} rel="license noreferrer">{t.attribution(each.licence!.owner, each.licence!.name)}</a><time dateTime={each.at.toISOString()}>{day(each.at, view.language, view.now)}</time></p>)}
      </div>
    )
  }
}

placePanel({ name: 'origin', order: 900, read: (ctx, its) => originOf(ctx, its.id) })
