import { type Done, fields, page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { saidBy } from '#core/text/said.ts'
import { ActionForm, Button, ErrorSummary, Select, TextArea } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Empty, PageHead, Said, Section } from '#ui/layout.tsx'
import { leaveJoint, leaving } from '../answer.server.ts'
import { inviteMunicipality, inviting, readNeighbours, takeBackInvitation } from '../invite.server.ts'
import { declineLead, offerLead, takeBackLead, takeLead } from '../lead.server.ts'
import { thatMunicipality } from '../municipalities.server.ts'
import { jointWords } from '../texts/index.ts'

type Forms = 'invite' | 'takeBack' | 'leave' | 'offerLead' | 'takeBackLead' | 'takeLead' | 'declineLead'
type Its = { its: Awaited<ReturnType<typeof readNeighbours>>; view: View<Forms> }

/** With whom a matter is prepared: the one who leads asks others and may hand the lead on, the others may leave. */
export default page('/matters/:matterId/joint', {
  read: (ctx, { matterId }) => readNeighbours(ctx, matterId),
  forms: {
    invite: fields(inviting, async (ctx, { matterId }, input): Promise<Done> => (await inviteMunicipality(ctx, matterId, input)) ?? { to: `/matters/${matterId}/joint?done=asked` }),
    takeBack: fields(thatMunicipality, async (ctx, { matterId }, input): Promise<Done> => { await takeBackInvitation(ctx, matterId, input); return { to: `/matters/${matterId}/joint?done=gone` } }),
    leave: fields(leaving, async (ctx, { matterId }, input): Promise<Done> => { await leaveJoint(ctx, matterId, input); return { to: `/matters/${matterId}/joint?done=left` } }),
    offerLead: fields(thatMunicipality, async (ctx, { matterId }, input): Promise<Done> => (await offerLead(ctx, matterId, input)) ?? { to: `/matters/${matterId}/joint?done=leadAsked` }),
    takeBackLead: fields(thatMunicipality, async (ctx, { matterId }, input): Promise<Done> => { await takeBackLead(ctx, matterId, input); return { to: `/matters/${matterId}/joint?done=leadGone` } }),
    takeLead: async (ctx, { matterId }) => { await takeLead(ctx, matterId); return { to: `/matters/${matterId}/joint?done=leads` } },
    declineLead: async (ctx, { matterId }) => { await declineLead(ctx, matterId); return { to: `/matters/${matterId}/joint?done=leadDeclined` } },
  },
  head: (_its, { language }) => ({ title: jointWords(language).manage, place: 'participate', hidden: true }),
  view(its, view) {
    const t = jointWords(view.language)
    const done = saidBy(t.done, view.query.get('done'))
    return (
      <>
        {done && !view.failed && <Said>{done}</Said>}
        <PageHead title={t.manage} crumbs={[{ to: view.href('/matters'), name: t.matters }, { to: view.href(`/matters/${its.id}`), name: its.title }]}><p className="lead">{t.lead}</p></PageHead>
        <ErrorSummary failed={view.failed} does="offerLead" labels={{}} words={t.problems} language={view.language} />
        {its.state === 'takesPart' ? <>{its.askedToLead && <AskedToLead its={its} view={view} />}<Leave its={its} view={view} /></> : <><Neighbours its={its} view={view} /><Invite its={its} view={view} /></>}
      </>
    )
  },
})

function Neighbours({ its, view }: Its) {
  const t = jointWords(view.language)
  const asked = its.neighbours.filter((each) => each.state !== null)
  if (asked.length === 0) return null
  return (
    <Section id="neighbours" title={t.title}>
      <ul className="rows card">
        {asked.map((each) => (
          <li key={each.municipalityId}><Icon name={each.state === 'takesPart' ? 'done' : each.state === 'asked' ? 'clock' : 'no'} />
            <div className="t"><b>{each.name}</b><p className="meta"><span>{t.states[each.state!]}</span>{each.offered && <span>{t.handing.asked}</span>}{each.at && <time dateTime={each.at.toISOString()}>{day(each.at, view.language, view.now)}</time>}</p>{each.answer && <p>{each.answer}</p>}</div>
            {each.state === 'takesPart' && <ActionForm does={each.offered ? 'takeBackLead' : 'offerLead'} className="inline" label={each.offered ? t.handing.takeBackOf(each.name) : t.handing.askOf(each.name)}><input type="hidden" name="municipalityId" value={each.municipalityId} /><button type="submit" className="btn small" aria-label={each.offered ? t.handing.takeBackOf(each.name) : t.handing.askOf(each.name)}><Icon name={each.offered ? 'remove' : 'routed'} />{each.offered ? t.handing.takeBack : t.handing.ask}</button></ActionForm>}
            {each.state === 'asked' && <form method="post" className="inline" aria-label={t.takeBackOf(each.name)}><input type="hidden" name="_do" value="takeBack" /><input type="hidden" name="municipalityId" value={each.municipalityId} /><button type="submit" className="btn small" aria-label={t.takeBackOf(each.name)}><Icon name="remove" />{t.takeBack}</button></form>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Invite({ its, view }: Its) {
  const t = jointWords(view.language)
  const free = its.neighbours.filter((each) => each.state === null || each.state === 'declined' || each.state === 'left')
  if (its.neighbours.length === 0) return <Empty icon="place">{t.nobody}</Empty>
  if (!its.underWay) return <p className="lead">{t.notYet}</p>
  if (free.length === 0) return <p className="hint">{t.allAsked}</p>
  const common = { does: 'invite', failed: view.failed, language: view.language, words: t.problems }
  return (
    <Section id="invite" title={t.invite}>
      <p className="hint">{t.inviteLead}</p>
      <ErrorSummary failed={view.failed} does="invite" labels={t.labels} words={t.problems} language={view.language} />
      <ActionForm does="invite" label={t.invite}>
        <Select {...common} name="municipalityId" label={t.labels.municipalityId} options={free.map((each) => ({ value: String(each.municipalityId), label: each.name }))} />
        <TextArea {...common} name="message" label={t.labels.message} rows={4} max={1000} optional />
        <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p>
      </ActionForm>
    </Section>
  )
}

function AskedToLead({ its, view }: Its) {
  const t = jointWords(view.language).handing
  return (
    <Card tone="ask" label={t.take}>
      <p><b>{t.asksYou(its.leader ?? '')}</b></p><p>{t.means}</p>
      <div className="actions"><ActionForm does="takeLead"><Button kind="main" icon="check">{t.take}</Button></ActionForm><ActionForm does="declineLead"><Button>{t.decline}</Button></ActionForm></div>
    </Card>
  )
}

function Leave({ its, view }: Its) {
  const t = jointWords(view.language)
  return (
    <>
      {its.leader && <p>{t.ledBy(its.leader)}</p>}
      <details className="fold" open={view.failed?.form === 'leave'}>
        <summary><Icon name="split" /> {t.leave}</summary>
        <ErrorSummary failed={view.failed} does="leave" labels={t.labels} words={t.problems} language={view.language} />
        <ActionForm does="leave" label={t.leave}>
          <p>{t.leaveLead}</p>
          <TextArea does="leave" name="sentence" label={t.labels.sentence} rows={3} max={1000} failed={view.failed} words={t.problems} language={view.language} />
          <p className="actions"><Button kind="danger" icon="split">{t.leaveNow}</Button></p>
        </ActionForm>
      </details>
    </>
  )
}
