import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { LinkButton, PageHead } from '#ui/layout.tsx'
import { labelsIn } from '../labels.ts'
import { Basics, Words } from '../fields.tsx'
import { makeCategory } from '../make.server.ts'
import { newForm } from '../parts.ts'
import { choicesFor } from '../read.server.ts'
import { keepWords } from '../texts/index.ts'

/** A new category: its name, who answers and the words that suggest it. */
export default page('/admin/feedback/new', {
  read: (ctx) => choicesFor(ctx),
  forms: { make: fields(newForm, async (ctx, _params, input) => { const made = await makeCategory(ctx, input); return 'problems' in made ? made : { to: `/admin/feedback/${made.id}?saved=basics` } }) },
  head: (_data, { language }) => ({ title: keepWords(language).add, place: 'desk', hidden: true }),
  view: (choices, view) => {
    const { language, failed } = view
    const t = keepWords(language)
    return (
      <div className="stack">
        <PageHead title={t.add} crumbs={[{ to: view.href('/admin'), name: t.admin }, { to: view.href('/admin/feedback'), name: t.title }]}><p className="lead">{t.addLead}</p></PageHead>
        <ErrorSummary failed={failed} does="make" labels={labelsIn(language)} words={t.problems} language={language} />
        <ActionForm does="make">
          <Basics does="make" view={view} choices={choices} />
          <Words does="make" view={view} />
          <p className="actions"><Button kind="main" icon="plus">{t.add}</Button><LinkButton kind="quiet" to={view.href('/admin/feedback')}>{t.title}</LinkButton></p>
        </ActionForm>
      </div>
    )
  },
})
