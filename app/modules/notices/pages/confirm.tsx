import { page } from '#core/http/page.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { confirmFollow, showConfirm } from '../follow-by-mail.server.ts'
import { noticesWords } from '../texts/index.ts'

/** A link of a mail: it shows, and a button does, because mail programs open links by themselves. */
export default page('/follow/confirm/:token', {
  read: (ctx, { token }) => showConfirm(ctx, token),
  forms: { confirm: (ctx, { token }) => confirmFollow(ctx, token) },
  head: (_data, { language }) => ({ title: noticesWords(language).confirmTitle, place: 'participate', hidden: true }),
  view: (its, view) => {
    const t = noticesWords(view.language)
    return (
      <>
        <PageHead title={its.confirmed ? t.followTitle : t.confirmTitle} />
        <Card label={its.title}><b>{its.title}</b></Card>
        {its.confirmed
          ? <><Said>{t.confirmed}</Said><p className="actions"><LinkButton to={view.href(its.path)} kind="main">{t.see}</LinkButton></p></>
          : <><p>{t.confirmLead}</p><ActionForm does="confirm" plain><p className="actions"><Button kind="main" icon="follow">{t.confirm}</Button></p></ActionForm></>}
      </>
    )
  },
})
