import { page } from '#core/http/page.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { changeEmail, lookAtEmailLink } from '../change-email.server.ts'
import { peopleWords } from '../texts/index.ts'

export default page('/me/email/:token', {
  read: async (ctx, { token }) => ({ email: await lookAtEmailLink(ctx, token) }),
  forms: { confirm: async (ctx, { token }) => await changeEmail(ctx, token) ?? { to: '/me?saved=address' } },
  head: ({ email }, { language }) => ({ title: email ? peopleWords(language).email.title : peopleWords(language).email.old, hidden: true, place: 'me' }),
  view: ({ email }, view) => {
    const t = peopleWords(view.language).email
    if (!email) return <div className="stack"><PageHead title={t.old} /><p className="lead">{t.oldText}</p><p className="actions"><LinkButton to={view.href('/me')} kind="main">{t.toMe}</LinkButton></p></div>
    return (
      <div className="stack">
        <PageHead title={t.title}><p className="lead">{t.text} <b>{email}</b>.</p></PageHead>
        {view.failed && <Said tone="late">{peopleWords(view.language).me.problems.taken}</Said>}
        <ActionForm does="confirm" plain className="actions"><Button kind="main">{t.confirm}</Button><LinkButton to={view.href('/me')}>{t.toMe}</LinkButton></ActionForm>
      </div>
    )
  },
})
