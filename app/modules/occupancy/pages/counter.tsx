import { z } from 'zod'
import { fields, page, type View } from '#core/http/page.ts'
import { dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { CounterForm } from '../counter-form.tsx'
import { showCounter } from '../counters.server.ts'
import { changeCounter, counterForm, endCounter, pauseCounter, resetCounter } from '../keep-counter.server.ts'
import { occupancyWords } from '../texts/index.ts'

type P = { counterId: string }
type Its = Awaited<ReturnType<typeof showCounter>>
const resetForm = z.object({ inside: z.coerce.number('invalid').int('invalid').min(0, 'outOfRange').max(20_000, 'outOfRange').default(0) })
const changeForm = z.intersection(counterForm, z.object({ version: z.coerce.number().int().catch(0) }))

/** How a counter does, what was wrong with it, and what its unit does with it. */
export default page('/admin/counters/:counterId', {
  read: async (ctx, { counterId }, query) => ({ ...await showCounter(ctx, counterId), saved: query.has('saved'), address: ctx.address('/api/v1/counts').replace(/\/(fi|sv|en)\/api\//, '/api/') }),
  forms: {
    change: fields(changeForm, async (ctx, { counterId }: P, { version, ...its }) => (await changeCounter(ctx, counterId, its, version)) ?? { to: `/admin/counters/${counterId}?saved` }),
    reset: fields(resetForm, async (ctx, { counterId }: P, { inside }) => { await resetCounter(ctx, counterId, inside); return { to: `/admin/counters/${counterId}?saved` } }),
    pause: (ctx, { counterId }) => pauseCounter(ctx, counterId, true),
    go: (ctx, { counterId }) => pauseCounter(ctx, counterId, false),
    end: async (ctx, { counterId }) => { await endCounter(ctx, counterId); return { to: '/admin/counters' } },
  },
  head: (its, { language }) => ({ title: `${occupancyWords(language).admin.title}: ${its.placeName}`, hidden: true, place: 'desk' }),
  view: (its, view) => <Counter its={its} view={view} />,
})

function Counter({ its, view }: { its: Its & { saved: boolean; address: string }; view: View<'change' | 'reset' | 'pause' | 'go' | 'end'> }) {
  const { language, now } = view
  const words = occupancyWords(language), t = words.admin
  const open = its.log.find((each) => each.until === null)
  const time = (at: Date) => dayAndTime(at, language, now)
  const name = inLanguage(its.name, language)
  const shown = (numbers: Record<string, number>) => Object.entries(numbers).map(([key, value]) => `${t.shown[key] ?? key} ${value}`).join(', ')
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  return (
    <div className="stack wide">
      <PageHead title={name} crumbs={[{ to: view.href('/admin/counters'), name: t.title }]}>
        <p className="meta"><a href={view.href(`/places/${its.placeId}`)}>{its.placeName}</a><span>{words.ways[its.way]}</span><span>{t.capacity(its.capacity)}</span></p>
      </PageHead>
      {its.saved && <Said>{t.saved}</Said>}
      <Section id="state" title={t.state}>
        <div className="card stack">
          {its.pausedAt ? <p className="iconed"><Icon name="clock" />{t.paused}</p> : open ? <><p className="problem"><Icon name="no" /> {t.why(words.faults[open.what], time(open.since))}</p><p className="hint">{t.whyHint}</p></> : <p className="iconed"><Icon name={its.countedAt ? 'done' : 'clock'} />{its.countedAt ? t.works : t.never}</p>}
          {its.today ? (
            <dl className="facts"><dt>{t.today}</dt><dd>{(['inside', 'entered', 'left', 'clipped'] as const).filter((key) => key !== 'clipped' || its.today!.clipped > 0).map((key) => `${t.numbers[key]} ${its.today![key]}`).join(' · ')}</dd></dl>
          ) : <p className="hint">{t.nothingToday}</p>}
          {its.mayKeep && (
            <div className="stack">
              <ActionForm does="reset">{its.way !== 'tickets' && <TextField does="reset" name="inside" label={t.labels.inside!} failed={view.failed} words={t.problems} language={language} inputMode="numeric" max={5} value={its.today ? String(its.today.inside) : '0'} />}
                <p className="actions"><Button icon="check">{its.way === 'tickets' ? t.resetTickets : t.resetButton}</Button></p></ActionForm>
              <p className="actions">
                {its.way === 'manual' && <LinkButton icon="people" to={view.href(`/field/counter/${its.id}`)}>{t.byHandLink}</LinkButton>}
                <ActionForm does={its.pausedAt ? 'go' : 'pause'} className="inline"><Button icon={its.pausedAt ? 'restored' : 'clock'}>{its.pausedAt ? t.go : t.pause}</Button></ActionForm>
              </p>
            </div>
          )}
        </div>
      </Section>
      <Section id="log" title={t.log}>
        {its.log.length === 0 ? <p className="hint">{t.noLog}</p> : (
          <ul className="card rows">{its.log.map((each) => (
            <li key={each.id}><div className="t"><b>{words.faults[each.what].charAt(0).toUpperCase() + words.faults[each.what].slice(1)}</b>
              <p className="meta"><span>{t.fromTo(time(each.since), each.until ? time(each.until) : t.goesOn)}</span>{each.until && <span>{each.endedBy ? t.by(each.endedBy) : t.itself}</span>}<span>{shown(each.shown)}</span></p></div></li>
          ))}</ul>
        )}
      </Section>
      {its.mayKeep && its.way !== 'manual' && <Section id="api" title={t.api}><p className="hint">{t.apiHint}</p><p><code>POST {its.address}</code><br /><code>{its.id}</code></p><p><a className="touch" href={view.href('/admin/devices')}>{t.addDevice}</a></p></Section>}
      {its.mayKeep && (
        <details className="fold" open={view.failed?.form === 'change'}><summary>{t.settings}</summary>
          <CounterForm does="change" parts={its} view={view} its={{ nameFi: text(its.name.fi), nameSv: text(its.name.sv), nameEn: text(its.name.en), way: its.way, capacity: text(its.capacity), quietTo: text(its.quietTo), normalTo: text(its.normalTo), busyTo: text(its.busyTo), stayMinutes: text(its.stayMinutes), resetHour: text(its.resetHour), driftPercent: text(its.driftPercent), roomId: text(its.roomId), deviceId: text(its.deviceId), version: text(its.version) }} />
          <ActionForm does="end" className="stack tight"><p className="hint">{t.endHint}</p><p className="actions"><Button kind="danger" icon="close">{t.end}</Button></p></ActionForm>
        </details>
      )}
    </div>
  )
}
