import type { Ctx } from '#core/context/context.server.ts'
import { afterWaiting, fields, page, type View } from '#core/http/page.ts'
import { dayAndTime, number } from '#core/text/format.ts'
import { languages } from '#core/text/language.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Empty, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import type { Partner } from '../forward.server.ts'
import { retryForward } from '../forward.server.ts'
import { closePartner, failedForwards, keepPartner, listPartners, partnerForm, partnerOf, servicesText, tryPartner } from '../partners.server.ts'
import { mapWords } from '../../map/texts/index.ts'
import { forwardingWords } from '../texts/index.ts'

/** Contractors and other owners, and what has not reached them. */
export const partners = page('/admin/partners', {
  read: async (ctx) => { const [all, failures] = await Promise.all([listPartners(ctx), failedForwards(ctx)]); return { all, failures, incoming: ctx.replyAddress ?? null } },
  forms: { retry: (ctx, _params, form) => retryForward(ctx, String(form.get('forward') ?? '')) },
  head: (_its, { language }) => ({ title: forwardingWords(language).admin.title, hidden: true, place: 'desk' }),
  view({ all, failures, incoming }, view) {
    const words = forwardingWords(view.language), t = words.admin
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: mapWords(view.language).addresses.admin }]}><p className="lead">{t.lead}</p></PageHead>
        <p><LinkButton to={view.href('/admin/partners/new')} kind="main" icon="plus">{t.add}</LinkButton></p>
        {all.length === 0 ? <Empty icon="routed">{t.none}</Empty> : (
          <ul className="card rows">{all.map((each) => <li key={each.id}><div className="t"><small>{t.kind[each.kind]}{each.closedAt && `, ${t.closed.toLowerCase()}`}</small><a href={view.href(`/admin/partners/${each.id}`)}>{each.name}</a><p className="meta"><span>{each.open311Url ?? each.email}</span>{each.underWay > 0 && <span>{t.underWay(number(each.underWay, view.language))}</span>}{each.failed > 0 && <span className="problem">{t.failed(number(each.failed, view.language))}</span>}</p></div></li>)}</ul>
        )}
        <p className="hint">{incoming ? t.incoming(incoming) : t.noIncoming}</p>
        <Section id="failures" title={t.failures}>
          {failures.length === 0 ? <p className="hint">{t.noFailures}</p> : (
            <ul className="card rows">{failures.map((each) => <li key={each.id}><div className="t"><small>{each.partner} · {each.reference}</small><a href={view.href(`/feedback/${each.reportId}/forward`)}>{each.title}</a><p className="meta"><span className="problem">{words.forward.why(each.error ?? '')}</span><span>{words.forward.attempts(number(each.attempts, view.language))}</span><time dateTime={each.at.toISOString()}>{dayAndTime(each.at, view.language, view.now)}</time></p></div>
              <ActionForm does="retry"><input type="hidden" name="forward" value={each.id} /><Button small icon="restored">{words.forward.retry}</Button></ActionForm></li>)}</ul>
          )}
        </Section>
      </div>
    )
  },
})

function PartnerForm({ does, its, view }: { does: string; its?: Partner; view: View }) {
  const t = forwardingWords(view.language).admin
  const common = { does, failed: view.failed, language: view.language, words: t.problems }
  return (
    <ActionForm does={does}>
      <ErrorSummary failed={view.failed} does={does} labels={t.labels} words={t.problems} language={view.language} />
      <TextField {...common} name="name" label={t.labels.name!} value={its?.name} max={120} />
      <Choice {...common} name="kind" label={t.labels.kind!} value={its?.kind ?? 'contractor'} options={(['contractor', 'owner'] as const).map((value) => ({ value, label: t.kind[value] }))} hint={t.hints.kind} />
      <Choice {...common} name="language" label={t.labels.language!} value={its?.language ?? 'fi'} row options={languages.map((value) => ({ value, label: t.languages[value] }))} />
      <TextField {...common} name="email" type="email" label={t.labels.email!} value={its?.email ?? ''} max={254} optional autoComplete="off" />
      <TextField {...common} name="open311Url" type="url" label={t.labels.open311Url!} hint={t.hints.open311Url} value={its?.open311Url ?? ''} max={500} optional />
      <TextField {...common} name="jurisdiction" label={t.labels.jurisdiction!} value={its?.jurisdiction ?? ''} max={120} optional />
      <TextField {...common} name="apiKey" label={t.labels.apiKey!} hint={t.hints.apiKey} max={500} optional autoComplete="off" />
      <TextArea {...common} name="services" label={t.labels.services!} hint={t.hints.services} value={its ? servicesText(its) : ''} rows={4} max={10_000} optional />
      <p className="actions"><Button kind="main" icon="check">{t.save}</Button></p>
    </ActionForm>
  )
}

/** A new partner. */
export const newPartner = page('/admin/partners/new', {
  read: async (ctx) => { await listPartners(ctx) },
  forms: { make: fields(partnerForm, async (ctx, _params, its) => ({ to: `/admin/partners/${(await keepPartner(ctx, its)).id}` })) },
  head: (_its, { language }) => ({ title: forwardingWords(language).admin.add, hidden: true, place: 'desk' }),
  view: (_its, view) => { const t = forwardingWords(view.language).admin; return <div className="stack wide"><PageHead title={t.add} crumbs={[{ to: view.href('/admin/partners'), name: t.title }]} /><PartnerForm does="make" view={view} /></div> },
})

type P = { partnerId: string }
const readOne = async (ctx: Ctx, { partnerId }: P, query: URLSearchParams) => ({ its: await partnerOf(ctx, partnerId), ok: query.get('ok')?.slice(0, 2000) ?? null, bad: query.get('bad')?.slice(0, 300) ?? null })
/** A partner's settings, and whether its service answers. */
export const onePartner = page('/admin/partners/:partnerId', {
  read: readOne,
  forms: {
    change: fields(partnerForm, async (ctx, { partnerId }: P, its) => { await keepPartner(ctx, its, partnerId) }),
    close: (ctx, { partnerId }) => closePartner(ctx, partnerId, true),
    open: (ctx, { partnerId }) => closePartner(ctx, partnerId, false),
    test: afterWaiting((ctx, { partnerId }: P) => tryPartner(ctx, partnerId), async (_ctx, { partnerId }, got) => {
      if (!got) return
      return { to: `/admin/partners/${partnerId}?${new URLSearchParams('error' in got ? { bad: got.error } : { ok: got.services.slice(0, 30).map((each) => `${each.code} ${each.name}`).join(', ') })}` }
    }),
  },
  head: ({ its }) => ({ title: its.name, hidden: true, place: 'desk' }),
  view({ its, ok, bad }, view) {
    const t = forwardingWords(view.language).admin
    return (
      <div className="stack wide">
        <PageHead title={its.name} crumbs={[{ to: view.href('/admin/partners'), name: t.title }]}><p className="meta"><span>{t.kind[its.kind]}</span>{its.closedAt && <span>{t.closed}</span>}</p></PageHead>
        {ok !== null && <Said>{t.testOk(number(ok ? ok.split(', ').length : 0, view.language))} {ok}</Said>}
        {bad !== null && <Said tone="late">{t.testFailed(bad)}</Said>}
        {its.open311Url && <ActionForm does="test"><p className="actions"><Button icon="linked">{t.test}</Button></p></ActionForm>}
        <PartnerForm does="change" its={its} view={view} />
        <ActionForm does={its.closedAt ? 'open' : 'close'}><p className="actions"><Button kind="quiet" icon={its.closedAt ? 'restored' : 'close'}>{its.closedAt ? t.open : t.close}</Button></p></ActionForm>
      </div>
    )
  },
})
