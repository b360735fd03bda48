import { Conflict, NotFound } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, LinkButton, PageHead } from '#ui/layout.tsx'
import { confirmSignature, showMailed, withdrawMailed } from '../signing/by-mail.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** The link of a signer without an account. Looking changes nothing, because mail programs look too; the button confirms. */
export default page('/initiatives/confirm/:token', {
  read: (ctx, { token }) => showMailed(ctx, token),
  forms: {
    confirm: async (ctx, { token }) => { try { await confirmSignature(ctx, token) } catch (cause) { if (!(cause instanceof Conflict || cause instanceof NotFound)) throw cause } }, // the page says what became of it
    withdraw: (ctx, { token }) => withdrawMailed(ctx, token),
  },
  head: ({ state }, { language }) => { const t = initiativeWords(language).mailed; return { title: state === 'gone' ? t.gone : state === 'signed' ? t.done : state === 'closed' ? t.closed : t.title, place: 'participate', hidden: true } },
  view(its, view) {
    const words = initiativeWords(view.language)
    const t = words.mailed
    if (its.state === 'gone') return <><PageHead title={t.gone} /><p className="lead">{t.goneText}</p><p className="actions"><LinkButton to={view.href('/initiatives')}>{words.initiatives}</LinkButton></p></>
    const back = <LinkButton to={view.href(`/initiatives/${its.initiativeId}`)}>{words.back}</LinkButton>
    if (its.state === 'closed') return <><PageHead title={t.closed} /><Card><b>{its.title}</b></Card><p className="lead">{t.closedText}</p><p className="actions">{back}</p></>
    return (
      <>
        <PageHead title={its.state === 'signed' ? t.done : t.title}><p className="lead">{its.state === 'signed' ? t.doneText : t.lead}</p></PageHead>
        <Card {...(its.state === 'signed' ? { tone: 'done' as const } : {})}><b>{its.title}</b><p>{t.as(its.name, its.shown)}</p></Card>
        <div className="actions">
          {its.state === 'waiting' && <ActionForm does="confirm" plain><Button kind="main" icon="sign">{t.confirm}</Button></ActionForm>}
          {its.state === 'signed' && back}
          {!its.sent && <ActionForm does="withdraw" plain><Button kind="quiet">{t.withdraw}</Button></ActionForm>}
        </div>
      </>
    )
  },
})
