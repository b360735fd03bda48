import { page, type View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day } from '#core/text/format.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { whenOf } from '../agenda.tsx'
import { DraftMark, StateMark } from '../parts.tsx'
import { type AgendaLine, showMeeting, type ShownMeeting } from '../show.server.ts'
import { meetingWords } from '../texts/index.ts'
import { moveItem } from '../write-item.server.ts'
import { publishMeeting } from '../write-meeting.server.ts'

/** One meeting and its agenda in order. */
export default page('/meetings/:meetingId', {
  read: (ctx, { meetingId }) => showMeeting(ctx, meetingId),
  forms: {
    publish: (ctx, { meetingId }) => publishMeeting(ctx, meetingId),
    up: (ctx, _params, form) => moveItem(ctx, String(form.get('item')), -1),
    down: (ctx, _params, form) => moveItem(ctx, String(form.get('item')), 1),
  },
  head: (its, view) => ({
    title: `${its.body} ${day(its.startsAt, view.language, view.now)}`, description: its.items.map((each) => each.title).join(' · ').slice(0, 200), place: 'participate', hidden: !its.published,
    data: { '@type': 'Event', name: its.body, startDate: its.startsAt.toISOString(), eventStatus: its.state === 'cancelled' ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled', ...(its.place ? { location: { '@type': 'Place', name: its.place } } : {}) },
  }),
  view: (its, view) => {
    const t = meetingWords(view.language)
    return (
      <>
        <PageHead title={`${its.body} ${day(its.startsAt, view.language, view.now)}`} crumbs={[{ to: view.href('/meetings'), name: t.meetings }, { to: view.href(withQuery('/meetings', { body: its.bodyKey })), name: its.body }]}>
          <p className="meta">
            <StateMark state={its.state} view={view} />{!its.published && <DraftMark view={view} />}
            <Fact icon="clock"><time dateTime={its.startsAt.toISOString()}>{whenOf(its, view)}</time></Fact>{its.place && <Fact icon="place">{its.place}</Fact>}
          </p>
        </PageHead>
        {view.query.has('saved') && <Said>{t.form.saved}</Said>}
        {its.state === 'cancelled' && <Card tone="late"><p><Icon name="no" /> <b>{t.cancelledText}</b></p></Card>}
        {!its.published && <Publish its={its} view={view} />}
        <Section id="agenda" title={t.agenda} more={its.items.length > 0 && <span className="hint">{t.items(its.items.filter((each) => !each.gone).length)}</span>}>
          {its.items.length > 0
            ? <ol className="card rows agenda">{its.items.map((each, i) => <Line key={each.id} its={each} on={its} first={i === 0} last={i === its.items.length - 1} view={view} />)}</ol>
            : <Empty icon="list">{t.emptyAgenda}</Empty>}
          {its.may.write && its.state !== 'cancelled' && <p className="actions"><LinkButton icon="plus" to={view.href(`/meetings/${its.id}/items/new`)}>{t.addItem}</LinkButton><LinkButton icon="edited" to={view.href(`/meetings/${its.id}/edit`)}>{t.editMeeting}</LinkButton></p>}
        </Section>
        {(its.agendaUrl || its.minutesUrl) && <p className="actions">
          {its.agendaUrl && <LinkButton icon="text" to={its.agendaUrl}>{t.agendaFile}</LinkButton>}{its.minutesUrl && <LinkButton icon="text" to={its.minutesUrl}>{t.minutesFile}</LinkButton>}
        </p>}
      </>
    )
  },
})

function Publish({ its, view }: { its: ShownMeeting; view: View }) {
  const t = meetingWords(view.language)
  return (
    <Card tone="ask" label={t.publish}>
      <p><b>{t.draft}.</b> {t.draftHint}</p>
      <p>{t.publishText}</p>
      <div className="actions"><ActionForm does="publish"><Button kind="main" icon="sent">{t.publish}</Button></ActionForm>{its.items.length === 0 && <LinkButton icon="plus" to={view.href(`/meetings/${its.id}/items/new`)}>{t.addItem}</LinkButton>}</div>
    </Card>
  )
}

function Line({ its, on, first, last, view }: { its: AgendaLine; on: ShownMeeting; first: boolean; last: boolean; view: View }) {
  const t = meetingWords(view.language)
  const move = (does: 'up' | 'down', name: string) => <ActionForm does={does} className="inline"><button type="submit" className="btn small" name="item" value={its.id} aria-label={name}><Icon name={does === 'up' ? 'up' : 'down'} /></button></ActionForm>
  return (
    <li className={its.gone ? 'gone-line' : undefined}>
      <span className="sign">{its.sign ? t.paragraph(its.sign) : ''}</span>
      <div className="t">
        <a className="title" lang={its.lang} href={view.href(`/meetings/items/${its.id}`)}>{its.title}</a>
        {its.gone ? <p className="meta"><span className="stage is-quiet"><Icon name="remove" />{t.goneMark}</span></p>
          : its.decided ? <p className="brief"><span className="stage is-service"><Icon name="decision" />{t.decidedMark}</span> {its.decision}</p>
          : its.summary && <p className="summary-text" lang={its.lang}>{its.summary}</p>}
        {its.matter && <p><small><Icon name="linked" /> {t.concerns} <a href={view.href(its.matter.path)}>{its.matter.title}</a></small></p>}
        {on.may.write && on.state !== 'cancelled' && (
          <div className="actions">
            {!its.gone && on.published && on.begun && <a className={its.decided ? 'btn small' : 'btn small main'} href={view.href(`/meetings/items/${its.id}/decide`)} aria-label={`${its.decided ? t.mendDecision : t.decide}: ${its.title}`}><Icon name="decision" />{its.decided ? t.mendDecision : t.decide}</a>}
            <a className="btn small" href={view.href(`/meetings/items/${its.id}/edit`)} aria-label={`${t.edit}: ${its.title}`}><Icon name="edited" />{t.edit}</a>
            {!on.begun && !first && move('up', t.up(its.title))}{!on.begun && !last && move('down', t.down(its.title))}
          </div>
        )}
      </div>
    </li>
  )
}
