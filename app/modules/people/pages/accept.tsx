import { page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { acceptInvitation, showInvitation } from '../representation.server.ts'
import { peopleWords } from '../texts/index.ts'

export default page('/me/organisations/accept/:token', {
  read: async (ctx, { token }) => ({ invitation: await showInvitation(ctx, token) }),
  forms: { accept: async (ctx, { token }) => { await acceptInvitation(ctx, token); return { to: '/me/organisations' } } },
  head: ({ invitation }, { language }) => ({ title: invitation ? peopleWords(language).invitation.title : peopleWords(language).invitation.old, hidden: true, place: 'me' }),
  view: ({ invitation: its }, view) => {
    const words = peopleWords(view.language), t = words.invitation
    if (!its) return <div className="stack"><PageHead title={t.old} /><p className="lead">{t.oldText}</p><p className="actions"><LinkButton to={view.href('/me/organisations')} kind="main">{words.organisations.title}</LinkButton></p></div>
    return (
      <div className="stack">
        <PageHead title={t.title}><p className="lead">{t.text(its.byName, its.name)}</p></PageHead>
        {its.handsOver && <p>{t.hands(its.byName)}</p>}
        {its.mine
          ? <><p>{t.means}</p><ActionForm does="accept" plain className="actions"><Button kind="main">{t.accept}</Button><LinkButton to={view.href('/me')}>{t.notNow}</LinkButton></ActionForm></>
          : <><p>{t.other(its.email)}</p><ActionForm does="out" to={view.href(withQuery('/sign-out', { to: view.path }))} plain className="actions"><Button kind="main">{t.signInOther}</Button></ActionForm></>}
      </div>
    )
  },
})
