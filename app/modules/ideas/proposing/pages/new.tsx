import { addressOf } from '#core/http/asker-address.server.ts'
import { page } from '#core/http/page.ts'
import { Icon } from '#ui/icons.tsx'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { IdeaForm } from '../form.tsx'
import { sendNew, showNew } from '../new.server.ts'
import { proposingWords } from '../texts/index.ts'

export default page('/ideas/new', {
  read: (ctx, _params, query) => showNew(ctx, query),
  forms: { send: (ctx, _params, form, more) => sendNew(ctx, form, addressOf(more.request)) },
  head: ({ sent, replyDays }, { language }) => {
    const t = proposingWords(language)
    return { title: sent ? t.sent.mail : t.title, description: t.lead(replyDays), place: 'participate', ...(sent ? { hidden: true } : {}) }
  },
  view(its, view) {
    const t = proposingWords(view.language)
    if (its.sent) {
      return (
        <div className="stack" data-draft-sent="idea">
          <PageHead title={t.sent.mail} />
          <div className="card done stack"><p className="lead"><Icon name="mail" /> {t.sent.mailText(its.sent.email)}</p><p>{t.sent.mailUntil(its.sent.until)}</p></div>
          <p className="actions"><LinkButton to={view.href('/ideas')}>{t.sent.toIdeas}</LinkButton></p>
        </div>
      )
    }
    return <><PageHead title={t.title}><p className="lead">{t.lead(its.replyDays)}</p></PageHead><IdeaForm its={its} view={view} /></>
  },
})
