import type { View } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { placePanel } from '#modules/directory/server'
import { Section } from '#ui/layout.tsx'
import { crowdOf } from './crowd.server.ts'
import { usualDays } from './curve.server.ts'
import { slotAt } from './day-kind.ts'
import { can } from './permissions.ts'
import { CrowdNow, UsualCurve, usualSentence } from './parts.tsx'
import { occupancyWords } from './texts/index.ts'

placePanel({
  name: 'occupancy', order: 20,
  async read(ctx, { id }) {
    const all = await crowdOf(ctx, [id])
    if (all.length === 0) return null
    const { kind, hour } = slotAt(ctx.now)
    const usual = await usualDays(ctx, all.map((its) => its.counterId), kind)
    const sees = may(ctx, can.see)
    return (view: View) => {
      const t = occupancyWords(view.language)
      return (
        <Section id="crowd" title={t.title} more={<a href={view.href(`/places/${id}/crowd`)}>{t.week}</a>}>
          {all.map((its) => {
            const today = usual.get(its.counterId)?.[0]
            return (
              <div key={its.counterId} className="card stack">
                <CrowdNow its={its} language={view.language} keeps={sees ? view.href(`/admin/counters/${its.counterId}`) : undefined} />
                {today ? <UsualCurve its={today} language={view.language} now={hour} table><figcaption className="hint">{usualSentence(today, view.language)}</figcaption></UsualCurve> : <p className="hint">{t.gathering}</p>}
              </div>
            )
          })}
        </Section>
      )
    }
  },
})
