import { page, type View } from '#core/http/page.ts'
import { day, dayAndTime } from '#core/text/format.ts'
import { atWallClock } from '#core/time/local.ts'
import { saidBy } from '#core/text/said.ts'
import { TellOfDisruption } from '#modules/disruptions/ui'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Fact, LinkButton, PageHead, Prose, Said, Section } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { Trail } from '#ui/trail.tsx'
import { Acts } from '../acts.tsx'
import { orderForms } from '../forms.server.ts'
import { Checklist, EditPart, Lines, Notes, PhotoPart, Photos, Reports } from '../parts.tsx'
import { type ShownOrder, showOrder } from '../show.server.ts'
import { workWords } from '../texts/index.ts'

/** A work order: to everyone what is done, where and by when; to officials all that working with it needs. */
export default page('/work/:orderId', {
  read: (ctx, { orderId }) => showOrder(ctx, orderId),
  forms: orderForms,
  head: (its, { language }) => ({ title: its.title, description: workWords(language).face.lead(its.reports), place: its.inside ? 'desk' : 'services', live: its.id, wide: true, hidden: its.visibility !== 'public' }),
  view: (its, view) => {
    const t = workWords(view.language)
    const { inside } = its
    const said = saidBy(t.done, view.query.get('done'))
    return (
      <>
        {said && !view.failed && <Said>{typeof said === 'function' ? said(Number(view.query.get('n')) || 0) : said}</Said>}
        {(['take', 'release'] as const).map((does) => <ErrorSummary key={does} failed={view.failed} does={does} labels={{ reports: t.inside.reports }} words={t.problems} language={view.language} />)}
        <PageHead title={its.title} lang={its.lang} crumbs={inside ? [{ to: view.href('/work'), name: t.works }] : [{ to: view.href('/feedback'), name: t.face.crumb }]}>
          <p className="meta"><StageMark stage={its.stage} sign={its.sign} language={view.language} />{its.owed.late && <LateMark language={view.language} />}{its.visibility !== 'public' && <span className="stage is-quiet"><Icon name="hidden" />{t.private}</span>}<span>{t.reference(its.reference)}</span></p>
          {its.kind === 'task' && <p className="lead">{t.face.lead(its.reports)}</p>}
        </PageHead>
        <div className="beside trailing">
          <Trail items={its.trail} owed={its.owed} stage={its.stage} language={view.language} now={view.now} />
          <div className="stack wide">
            <Facts its={its} view={view} />
            {its.visibility !== 'public' && <p className="hint">{t.face.privateNote}</p>}
            {its.announced && <Announced its={its} view={view} />}
            {its.reason && <Card label={t.face.why}><p><b>{t.face.why}</b></p><Prose text={its.reason} /></Card>}
            {inside && inside.inField > 0 && <Card tone="late" label={t.inside.fromField(inside.inField)}><p><b>{t.inside.fromField(inside.inField)}</b></p><p className="actions"><LinkButton icon="next" to={view.href(`/work/field/${its.id}`)}>{t.inside.look}</LinkButton></p></Card>}
            {inside?.may.carryOut && <Acts its={its} inside={inside} view={view} />}
            {!inside && its.after.length > 0 && <Section id="after" title={t.face.after}><Photos pictures={its.after} view={view} /></Section>}
            {inside && (
              <>
                {inside.instructions && <Section id="instructions" title={t.inside.instructions}><Prose text={inside.instructions} /></Section>}
                <Reports inside={inside} view={view} closed={its.closed} />
                <Checklist inside={inside} view={view} />
                <PhotoPart its={its} inside={inside} view={view} />
                <Lines inside={inside} view={view} />
                <Notes inside={inside} view={view} />
                {inside.may.plan && <EditPart its={its} inside={inside} view={view} />}
                <p className="actions">
                  {(inside.may.plan || inside.may.pass) && !its.closed && <><LinkButton icon="routed" to={view.href(`/work/${its.id}/arrange#pass`)}>{t.arrange.wrongUnit}</LinkButton><LinkButton icon="split" to={view.href(`/work/${its.id}/arrange`)}>{t.inside.arrange}</LinkButton></>}
                  {inside.may.plan && !its.closed && its.visibility === 'public' && <TellOfDisruption workId={its.id} view={view} />}
                  <LinkButton icon="download" to={view.href(`/work/${its.id}/sheet.pdf`)}>{t.inside.sheet}</LinkButton>
                </p>
              </>
            )}
            <Linked links={its.links} view={view} />
          </div>
        </div>
      </>
    )
  },
})

function Facts({ its, view }: { its: ShownOrder; view: View }) {
  const t = workWords(view.language)
  const { inside, point } = its
  const rows: [string, string][] = [
    ...(its.owed.owner ? [[t.face.unit, its.owed.owner] as [string, string]] : []), ...(its.place ?? its.area ? [[t.face.where, (its.place ?? its.area)!] as [string, string]] : []),
    ...(its.plannedFor && !its.closed ? [[t.face.doneOn, day(atWallClock(its.plannedFor, '12:00:00'), view.language, view.now)] as [string, string]] : []),
    ...(inside?.crew ? [[t.inside.crew, inside.crew] as [string, string]] : []), ...(inside ? [[t.inside.urgency, t.priority[inside.priority]!] as [string, string]] : []),
  ]
  return (
    <section className="card stack tight" aria-label={t.inside.title}>
      <dl className="facts">{rows.map(([name, value]) => <div className="fact" key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {point && <p><a className="touch" href={view.href(`/feedback?state=all&near=${point.longitude.toFixed(5)},${point.latitude.toFixed(5)}&view=map`)}><Icon name="map" /> {t.face.map}</a></p>}
    </section>
  )
}

/** What people are told of works or an outage, and whether it is on. */
function Announced({ its, view }: { its: ShownOrder; view: View }) {
  const t = workWords(view.language)
  const { startsAt, endsAt, text, metres } = its.announced!
  const [on, coming] = [startsAt <= view.now && endsAt > view.now && !its.closed, startsAt > view.now && !its.closed]
  return (
    <Card {...(on ? { tone: 'ask' as const } : {})} label={t.inside.announcement}>
      <p className="meta"><Fact icon={on ? 'danger' : 'calendar'}><b>{on ? t.face.on : coming ? t.face.coming : t.face.over}</b></Fact><Fact icon="clock">{t.announcing.fromTo(dayAndTime(startsAt, view.language, view.now), dayAndTime(endsAt, view.language, view.now))}</Fact><Fact icon="place">{t.face.reach} {t.face.reachOf(metres)}</Fact></p>
      <Prose text={text} />
      {its.inside?.may.plan && (on || coming) && (
        <div className="actions"><LinkButton icon="edited" to={view.href(`/work/${its.id}/announcement`)}>{t.inside.changeAnnouncement}</LinkButton><ActionForm does="endAnnouncement" className="inline"><Button kind="quiet" icon="no">{t.inside.endNow}</Button></ActionForm></div>
      )}
    </Card>
  )
}
