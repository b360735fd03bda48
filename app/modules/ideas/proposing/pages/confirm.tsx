import { NotFound } from '#core/errors/errors.ts'
import { page } from '#core/http/page.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, Fact, LinkButton, PageHead, Prose } from '#ui/layout.tsx'
import { confirmIdea, showConfirm } from '../confirm.server.ts'
import { proposingWords } from '../texts/index.ts'

/** The page of the mailed link. Looking changes nothing, because mail programs look too; the button confirms. */
export default page('/ideas/confirm/:token', {
  read: (ctx, { token }) => showConfirm(ctx, token),
  forms: {
    confirm: async (ctx, { token }, _form, { house }) => {
      try {
        const { id, visibility } = await confirmIdea(ctx, token, house)
        if (visibility === 'public') return { to: `/ideas/${id}` }
      } catch (cause) { if (!(cause instanceof NotFound)) throw cause } // this page says what became of the link
    },
  },
  head: (its, { language }) => {
    const t = proposingWords(language)
    return { title: its.state === 'gone' ? t.confirm.gone : its.state === 'done' ? t.confirm.done : its.state === 'looked' ? t.sent.looked : t.confirm.title, place: 'participate', hidden: true }
  },
  view(its, view) {
    const { confirm: t, sent } = proposingWords(view.language)
    if (its.state === 'gone') return <div className="stack"><PageHead title={t.gone} /><p className="lead">{t.goneText}</p><p><LinkButton kind="main" icon="plus" to={view.href('/ideas/new')}>{t.again}</LinkButton></p></div>
    if (its.state === 'looked') return <div className="stack"><PageHead title={sent.looked} /><p className="lead">{sent.lookedText}</p><p><LinkButton to={view.href('/ideas')}>{sent.toIdeas}</LinkButton></p></div>
    if (its.state === 'done') return <div className="stack"><PageHead title={t.done} /><p className="lead">{t.doneText}</p><p><LinkButton kind="main" to={view.href(`/ideas/${its.id}`)}>{t.toIdea}</LinkButton></p></div>
    return (
      <div className="stack wide">
        <PageHead title={t.title}><p className="lead">{t.lead}</p></PageHead>
        <Card><h2>{its.title}</h2><Prose text={its.text} /><p className="meta"><Fact icon="person">{t.by(its.name)}</Fact></p></Card>
        <ActionForm does="confirm" plain><p><Button kind="main" icon="done">{t.button}</Button></p></ActionForm>
      </div>
    )
  },
})
