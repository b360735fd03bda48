import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { dayAndTime, number } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, Select, TextArea } from '#ui/form.tsx'
import { Card, Empty, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { can } from '../../permissions.ts'
import { closeForward, forwarding, forwardReport, forwardsOf, partnersOf, retryForward, type Shown } from '../forward.server.ts'
import { sayOn } from '../hear.server.ts'
import { forwardingWords } from '../texts/index.ts'

type P = { reportId: string }
const sayingOn = z.object({ reply: z.uuid(), sentence: z.string().trim().min(1, 'required').max(2000, 'tooLong') })

async function read(ctx: Ctx, { reportId }: P) {
  const its = await subjectOf(ctx, reportId, { kind: 'report' })
  allow(ctx, can.handle, its)
  const [partners, forwards] = await Promise.all([partnersOf(ctx), forwardsOf(ctx, reportId)])
  return { id: reportId, title: inLanguage(its.title, ctx.language), partners: partners.map(({ id, name, kind }) => ({ id, name, kind })), forwards }
}

/** Sending a report on, and everything that came of it. */
export default page('/feedback/:reportId/forward', {
  read,
  forms: {
    forward: fields(forwarding, async (ctx, { reportId }: P, its) => { await forwardReport(ctx, reportId, its) }),
    retry: (ctx, _params, form) => retryForward(ctx, String(form.get('forward') ?? '')),
    close: (ctx, _params, form) => closeForward(ctx, String(form.get('forward') ?? '')),
    sayOn: fields(sayingOn, (ctx, _params: P, its) => sayOn(ctx, its.reply, its.sentence)),
  },
  head: ({ title }, { language }) => ({ title: `${forwardingWords(language).forward.title}: ${title}`, hidden: true, place: 'desk' }),
  view: (its, view) => <Forwarding its={its} view={view} />,
})

function Forwarding({ its, view }: { its: Awaited<ReturnType<typeof read>>; view: View<'forward' | 'retry' | 'close' | 'sayOn'> }) {
  const words = forwardingWords(view.language), t = words.forward
  const common = { does: 'forward', failed: view.failed, language: view.language, words: t.problems }
  return (
    <div className="stack wide">
      <PageHead title={t.title} crumbs={[{ to: view.href(`/feedback/${its.id}/handle`), name: its.title }]}><p className="lead">{t.lead}</p></PageHead>
      {its.forwards.length > 0 && <Section id="history" title={t.history}>{its.forwards.map((each) => <One key={each.id} its={each} view={view} />)}</Section>}
      {its.partners.length === 0 ? <Empty icon="routed" action={view.me?.admin ? <LinkButton icon="plus" to={view.href('/admin/partners/new')}>{words.admin.add}</LinkButton> : undefined}>{t.noPartners}</Empty> : (
        <ActionForm does="forward">
          <ErrorSummary failed={view.failed} does="forward" labels={t.labels} words={t.problems} language={view.language} />
          <Select {...common} name="partnerId" label={t.to} options={its.partners.map((each) => ({ value: each.id, label: `${each.name} (${words.admin.kind[each.kind].toLowerCase()})` }))} />
          <TextArea {...common} name="words" label={t.words} rows={3} max={2000} optional />
          <Checkbox name="withSender" label={t.withSender} />
          <p className="actions"><Button kind="main" icon="routed">{t.send}</Button></p>
        </ActionForm>
      )}
    </div>
  )
}

function One({ its, view }: { its: Shown; view: View<'forward' | 'retry' | 'close' | 'sayOn'> }) {
  const t = forwardingWords(view.language).forward
  const failing = its.state === 'failed' || its.trouble !== null
  return (
    <Card tone={failing ? 'late' : its.state === 'closed' ? 'done' : 'ask'} label={its.partner}>
      <b>{its.partner}</b>
      <p className="meta"><span>{t.state[its.state]}, {t.by[its.by]}</span><time dateTime={its.at.toISOString()}>{dayAndTime(its.at, view.language, view.now)}</time>{its.attempts > 1 && <span>{t.attempts(number(its.attempts, view.language))}</span>}{its.externalId && <span>{its.externalId}</span>}</p>
      {its.trouble && <p className="problem">{t.why(its.trouble)}</p>}
      {its.words && <p className="prose">{its.words}</p>}
      {its.replies.map((reply) => (
        <div key={reply.id} className="stack tight">
          <p className="meta"><b>{reply.said === 'undelivered' ? t.undelivered : its.partner}</b><span>{t.from[reply.from]}</span><time dateTime={reply.at.toISOString()}>{dayAndTime(reply.at, view.language, view.now)}</time></p>
          <p className="prose">{reply.text || forwardingWords(view.language).page.said[reply.said === 'undelivered' ? 'note' : reply.said]}</p>
          {reply.from === 'mail' && reply.said === 'note' && (
            <details className="fold" open={view.failed?.form === 'sayOn' && view.failed.values.reply === reply.id}><summary>{t.sayOn}</summary>
              <ActionForm does="sayOn"><input type="hidden" name="reply" value={reply.id} /><TextArea does="sayOn" name="sentence" label={t.sentence} value={reply.text} failed={view.failed} language={view.language} rows={3} max={2000} /><p className="actions"><Button icon="sent">{t.sayOn}</Button></p></ActionForm></details>
          )}
        </div>
      ))}
      <div className="actions">
        {failing && <ActionForm does="retry"><input type="hidden" name="forward" value={its.id} /><Button small icon="restored">{t.retry}</Button></ActionForm>}
        {its.state !== 'closed' && <ActionForm does="close"><input type="hidden" name="forward" value={its.id} /><Button small kind="quiet" icon="close">{t.close}</Button></ActionForm>}
      </div>
    </Card>
  )
}
