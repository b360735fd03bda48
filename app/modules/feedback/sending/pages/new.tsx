import { page } from '#core/http/page.ts'
import { PageHead } from '#ui/layout.tsx'
import { ReportForm } from '../form.tsx'
import { sendForm, showNew } from '../new.server.ts'
import { sendingWords } from '../texts/index.ts'

export default page('/feedback/new', {
  read: (ctx, _params, query) => showNew(ctx, query),
  forms: { send: sendForm },
  head: (_its, { language }) => ({ title: sendingWords(language).title, description: sendingWords(language).lead, place: 'participate' }),
  view(its, view) {
    const t = sendingWords(view.language)
    return <><PageHead title={t.title}>{!view.failed && <p className="lead">{t.lead}</p>}</PageHead><ReportForm its={its} view={view} /></>
  },
})
