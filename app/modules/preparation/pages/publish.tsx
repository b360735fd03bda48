import { page, type View } from '#core/http/page.ts'
import { day, dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { addLocalDays, endOf, wallClock } from '#core/time/local.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead, Prose, Section } from '#ui/layout.tsx'
import { datesAtStart } from '../phase-dates.ts'
import { PhaseLine } from '../phase-line.tsx'
import { publishMatter, scheduleMatter, unscheduleMatter } from '../publish.server.ts'
import { showReview } from '../reach.server.ts'
import { matterWords } from '../texts/index.ts'

export default page('/matters/:matterId/publish', {
  read: (ctx, { matterId }) => showReview(ctx, matterId),
  forms: {
    publish: async (ctx, { matterId }) => { await publishMatter(ctx, matterId); return { to: `/matters/${matterId}` } },
    schedule: async (ctx, { matterId }, form) => {
      const text = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value : undefined }
      const done = await scheduleMatter(ctx, matterId, { day: text('day'), time: text('time') })
      return 'problems' in done ? done : { to: `/matters/${matterId}` }
    },
    unschedule: (ctx, { matterId }) => unscheduleMatter(ctx, matterId),
  },
  head: ({ matter }, { language }) => ({ title: `${matterWords(language).review.title}: ${inLanguage(matter.subject.title, language)}`, place: 'participate', hidden: true }),
  view(its, view) {
    const { matter, reach } = its
    const t = matterWords(view.language).review
    const to = (path: string) => view.href(path)
    if (matter.its.state === 'published') return <><PageHead title={inLanguage(matter.subject.title, view.language)} /><p>{t.already}</p><p><LinkButton kind="main" to={to(`/matters/${matter.id}`)}>{t.open}</LinkButton></p></>
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: to('/matters'), name: matterWords(view.language).matters }]} />
        <Card tone="ask"><p className="reach"><Icon name="people" /> {reach === null ? t.few : t.many(reach)}</p></Card>
        <Card><h2 lang={matter.subject.language}>{inLanguage(matter.subject.title, view.language)}</h2><Prose text={matter.its.thought} lang={matter.subject.language} />{matter.its.ask && <p><b>{matter.its.ask}</b></p>}</Card>
        {matter.its.state === 'scheduled' && matter.its.publishAt && <Card tone="done"><p><Icon name="clock" /> <b>{t.scheduled(dayAndTime(matter.its.publishAt, view.language, view.now))}</b></p><ActionForm does="unschedule"><Button small>{t.unschedule}</Button></ActionForm></Card>}
        <div className="actions"><ActionForm does="publish"><Button kind="main" icon="sent">{t.publish}</Button></ActionForm><LinkButton icon="edited" to={to(`/matters/new?draft=${matter.id}`)}>{t.change}</LinkButton><LinkButton kind="quiet" to={to(`/matters/${matter.id}/manage`)}>{t.more}</LinkButton></div>
        <Schedule view={view} />
        <Section title={t.phases}><p className="hint">{t.phasesHint}</p><PhaseLine phases={datesAtStart(matter.phases, wallClock(view.now).day)} view={view} /><p className="hint">{matter.phases[0]?.endsOn && t.owed(day(endOf(datesAtStart(matter.phases, wallClock(view.now).day)[0]!.endsOn!), view.language, view.now))}</p></Section>
      </>
    )
  },
})

function Schedule({ view }: { view: View }) {
  const t = matterWords(view.language)
  const common = { does: 'schedule', failed: view.failed, language: view.language, words: t.problems }
  return (
    <details className="fold" open={view.failed?.form === 'schedule'}>
      <summary><Icon name="clock" /> {t.review.later}</summary>
      <ActionForm does="schedule" label={t.review.later}>
        <ErrorSummary failed={view.failed} does="schedule" labels={t.review.labels} words={t.problems} language={view.language} />
        <TextField {...common} name="day" type="date" label={t.review.labels.day} value={wallClock(addLocalDays(view.now, 1)).day} />
        <TextField {...common} name="time" label={t.review.labels.time} hint={t.review.timeHint} value="9.00" />
        <p className="actions"><Button icon="clock">{t.review.schedule}</Button></p>
      </ActionForm>
    </details>
  )
}
