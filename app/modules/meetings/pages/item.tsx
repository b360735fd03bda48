import { page, type View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day } from '#core/text/format.ts'
import { Videos } from '#modules/video/ui'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Fact, LinkButton, PageHead, Prose, Said, Section } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { Share } from '#ui/share.tsx'
import { Trail } from '#ui/trail.tsx'
import { whenOf } from '../agenda.tsx'
import { bringDecision } from '../bring-decision.server.ts'
import { followItem, unfollowItem } from '../follow.server.ts'
import { StateMark } from '../parts.tsx'
import { showItem, type ShownItem } from '../show.server.ts'
import { meetingWords } from '../texts/index.ts'

/** One thing on an agenda: what is presented, what was decided, which matter it is about. */
export default page('/meetings/items/:itemId', {
  read: (ctx, { itemId }) => showItem(ctx, itemId),
  forms: {
    follow: (ctx, { itemId }) => followItem(ctx, itemId),
    unfollow: (ctx, { itemId }) => unfollowItem(ctx, itemId),
    bring: async (ctx, { itemId }) => (await bringDecision(ctx, itemId)) ?? { to: `/meetings/items/${itemId}?brought=1` },
  },
  head: (its, view) => ({
    title: its.title, description: its.summary || `${its.meeting.body} ${day(its.meeting.startsAt, view.language, view.now)}`, place: 'participate', live: its.id, wide: true, hidden: its.visibility !== 'public',
  }),
  view: (its, view) => {
    const t = meetingWords(view.language)
    const { meeting: on } = its
    const over = on.state === 'held' && !its.decidedAt && !its.gone
    const next = on.state === 'coming' && !its.decidedAt && !its.gone ? t.next(whenOf(on, view)) : null
    return (
      <>
        <PageHead title={its.title} lang={its.lang} crumbs={[{ to: view.href('/meetings'), name: t.meetings }, { to: view.href(`/meetings/${on.id}`), name: `${on.body} ${day(on.startsAt, view.language, view.now)}` }]}>
          <p className="meta">
            <StateMark state={on.state} view={view} />
            {its.sign && <Fact icon="text">{t.paragraph(its.sign)}</Fact>}
            <Fact icon="clock"><time dateTime={on.startsAt.toISOString()}>{whenOf(on, view)}</time></Fact>
            {its.place && <Fact icon="place">{its.area ? <a href={view.href(`/areas/${encodeURIComponent(its.area.key)}`)}>{its.place}</a> : its.place}</Fact>}
          </p>
        </PageHead>
        <div className="beside trailing">
          <div className="stack">
            <Trail items={its.trail} owed={{ owner: null, dueAt: null, late: false, answered: false }} stage={its.stage} language={view.language} now={view.now} next={next} />
            <Tools its={its} view={view} />
          </div>
          <div className="stack wide">
            {view.query.has('brought') && !view.failed && <Said>{t.brought}</Said>}
            {its.visibility === 'hidden' && <Card tone="late"><p><Icon name="hidden" /> <b>{t.hiddenText}</b></p></Card>}
            {its.gone && <Card tone="late"><p><Icon name="remove" /> <b>{t.goneText}</b></p></Card>}
            {on.state === 'cancelled' && !its.decidedAt && <Card tone="late"><p><Icon name="no" /> <b>{t.cancelledText}</b></p></Card>}
            {its.visibility === 'public' && <Actions its={its} view={view} />}
            {its.decidedAt && <Decision its={its} view={view} />}
            {over && <p className="calm"><Icon name="clock" /> {t.waitsDecision}</p>}
            {its.text && <Section id="presented" title={t.text}><Prose text={its.text} lang={its.lang} /></Section>}
            <Videos its={its.videos} view={view} />
            <Matter its={its} view={view} />
            <Facts its={its} view={view} />
            <Linked links={its.links} view={view} />
            <p className="meta quiet-links"><a href={view.href(withQuery('/report', { subject: its.id }))}><Icon name="report" /> {t.report}</a></p>
          </div>
        </div>
      </>
    )
  },
})

function Actions({ its, view }: { its: ShownItem; view: View }) {
  const t = meetingWords(view.language)
  return (
    <div className="actions">
      {view.me
        ? <ActionForm does={its.follows ? 'unfollow' : 'follow'}><Button icon={its.follows ? 'bell' : 'follow'} pressed={its.follows}>{its.follows ? t.following : t.follow}</Button></ActionForm>
        : <LinkButton icon="follow" to={view.href(`/follow/${its.id}`)}>{t.follow}</LinkButton>}
      <Share title={its.title} url={its.url_} language={view.language} />
    </div>
  )
}

function Decision({ its, view }: { its: ShownItem; view: View }) {
  const t = meetingWords(view.language)
  return (
    <Card tone="done" label={t.decision}>
      <h2 id="decision"><Icon name="decision" /> {t.decision}</h2>
      {its.decision && <Prose text={its.decision} lang={its.lang} />}
      {its.decisionUrl && <p><LinkButton icon="text" to={its.decisionUrl}>{t.minutesFile}</LinkButton></p>}
    </Card>
  )
}

function Matter({ its, view }: { its: ShownItem; view: View }) {
  const t = meetingWords(view.language)
  if (!its.matter) return its.may.write ? <p className="meta">{t.discussionNone}</p> : null
  return (
    <Section id="matter" title={t.concerns}>
      <div className="card stack tight">
        <a className="title touch" href={view.href(its.matter.path)}>{its.matter.title}</a>
        <p className="actions"><LinkButton icon="comment" to={view.href(`${its.matter.path}#discussion`)}>{t.discussionThere}</LinkButton></p>
        {its.may.bring && (
          <>
            <ErrorSummary failed={view.failed} does="bring" labels={{}} words={t.problems} language={view.language} />
            <p className="hint">{t.bringHint}</p>
            <div className="actions"><ActionForm does="bring"><Button kind="main" icon="arrow">{t.bring}</Button></ActionForm></div>
          </>
        )}
      </div>
    </Section>
  )
}

function Facts({ its, view }: { its: ShownItem; view: View }) {
  const t = meetingWords(view.language)
  const { meeting: on } = its
  return (
    <Section id="facts" title={t.facts}>
      <dl className="facts">
        <dt>{t.handled}</dt><dd><a href={view.href(`/meetings/${on.id}`)}>{on.body} {whenOf(on, view)}</a></dd>
        {its.caseNumber && <><dt>{t.caseNumber}</dt><dd>{its.caseNumber}</dd></>}
        {its.topic && <><dt>{t.topic}</dt><dd><a href={view.href(`/topics/${its.topic.id}`)}>{its.topic.name}</a></dd></>}
        {its.area && <><dt>{t.place}</dt><dd><a href={view.href(`/areas/${encodeURIComponent(its.area.key)}`)}>{its.area.name}</a></dd></>}
        {its.url && <><dt>{t.source}</dt><dd><a href={its.url} rel="noopener">{new URL(its.url).host}</a></dd></>}
      </dl>
    </Section>
  )
}

function Tools({ its, view }: { its: ShownItem; view: View }) {
  const t = meetingWords(view.language)
  if (!its.may.write) return null
  return (
    <nav className="card ask stack tight" aria-label={t.tools}>
      <b>{t.tools}</b>
      <div className="actions">
        {its.may.decide && <LinkButton icon="decision" to={view.href(`/meetings/items/${its.id}/decide`)}>{its.decidedAt ? t.mendDecision : t.decide}</LinkButton>}
        <LinkButton icon="edited" to={view.href(`/meetings/items/${its.id}/edit`)}>{t.edit}</LinkButton>
      </div>
    </nav>
  )
}
