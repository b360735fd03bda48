import { page } from '#core/http/page.ts'
import { Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { ReportForm } from '../form.tsx'
import { sendForm, showNew } from '../new.server.ts'
import { sendingWords } from '../texts/index.ts'

export default page('/feedback/new', {
  read: (ctx, _params, query) => showNew(ctx, query),
  forms: { send: sendForm },
  head: (_its, { language }) => ({ title: sendingWords(language).title, description: sendingWords(language).lead, place: 'participate' }),
  view(its, view) {
    const t = sendingWords(view.language)
    if (its.categories.length === 0) return <><PageHead title={t.title} /><Empty icon="inbox" action={view.me?.admin ? <LinkButton kind="main" icon="settings" to={view.href('/admin/feedback')}>{t.begin}</LinkButton> : <LinkButton to={view.href('/say')}>{uiWords(view.language).say}</LinkButton>}>{t.notYet}</Empty></>
    return <><PageHead title={t.title}>{!view.failed && <p className="lead">{t.lead}</p>}</PageHead><ReportForm its={its} view={view} /></>
  },
})
