import { fields, page } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { PageHead } from '#ui/layout.tsx'
import { can } from '../permissions.ts'
import { choicesOf, QuestionForm } from '../question-form.tsx'
import { keepQuestion, questionForm } from '../questions.server.ts'
import { satisfactionWords } from '../texts/index.ts'

/** A new question of one's unit. `?about=`: the service or place that it is about. */
export default page('/ask/new', {
  read: async (ctx, _params, query) => { allow(ctx, can.read); return choicesOf(ctx, query.get('about')) },
  forms: { make: fields(questionForm, async (ctx, _params, its) => ({ to: `/ask/${(await keepQuestion(ctx, its)).code}/keep` })) },
  head: (_data, { language }) => ({ title: satisfactionWords(language).form.title, hidden: true, place: 'desk' }),
  view: (choices, view) => {
    const t = satisfactionWords(view.language)
    return <div className="stack wide"><PageHead title={t.form.title} crumbs={[{ to: view.href('/ask'), name: t.title }]} /><QuestionForm does="make" choices={choices} view={view} /></div>
  },
})
