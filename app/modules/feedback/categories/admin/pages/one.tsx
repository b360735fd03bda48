import type { ReactNode } from 'react'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { fields, page, readFields, type View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { changeCategory, closeCategory } from '../../keep.server.ts'
import { paceWords } from '../../pace-words.ts'
import { labelsIn } from '../labels.ts'
import { Basics, PromiseFields, StopperFields, Three, Words } from '../fields.tsx'
import { type PartName, parts } from '../parts.ts'
import { QuestionList } from '../question-list.tsx'
import { addQuestion, changeQuestion, newQuestionForm, questionForm, removeQuestion, stepQuestion } from '../questions.server.ts'
import { categoryToKeep, type ToKeep } from '../read.server.ts'
import { keepWords } from '../texts/index.ts'
import { TryBox } from '../try-box.tsx'

const to = (id: string, what: string) => ({ to: `/admin/feedback/${id}?saved=${what}#${what}` })
const sealed = (form: FormData) => String(form.get('seal') ?? '')
/** The form of a part: read by its schema, kept when nobody else has changed the part meanwhile. */
const part = (name: PartName) => async (ctx: Ctx, { categoryId }: { categoryId: string }, form: FormData) => {
  const read = readFields(parts[name], form)
  return 'problems' in read ? read : (await changeCategory(ctx, categoryId, read.input, sealed(form))) ?? to(categoryId, name)
}
const keyed = z.object({ key: z.string(), seal: z.string() })

/** Everything of one category, a form for each part: each is saved by itself, all without script. */
export default page('/admin/feedback/:categoryId', {
  read: (ctx, { categoryId }) => categoryToKeep(ctx, categoryId),
  forms: {
    basics: part('basics'), words: part('words'), promise: part('promise'), notice: part('notice'), stopper: part('stopper'),
    addQuestion: fields(newQuestionForm.extend({ seal: z.string() }), async (ctx, { categoryId }, { seal, ...input }) => (await addQuestion(ctx, categoryId, input, seal)) ?? to(categoryId, 'questions')),
    changeQuestion: fields(questionForm.extend({ seal: z.string() }), async (ctx, { categoryId }, { seal, ...input }) => (await changeQuestion(ctx, categoryId, input, seal)) ?? to(categoryId, 'questions')),
    removeQuestion: fields(keyed, async (ctx, { categoryId }, { key, seal }) => (await removeQuestion(ctx, categoryId, key, seal)) ?? to(categoryId, 'questions')),
    stepQuestion: fields(keyed.extend({ way: z.enum(['up', 'down'], 'invalid') }), async (ctx, { categoryId }, { key, way, seal }) => (await stepQuestion(ctx, categoryId, key, way, seal)) ?? to(categoryId, 'questions')),
    close: async (ctx, { categoryId }) => { await closeCategory(ctx, categoryId, true); return to(categoryId, 'closed') },
    reopen: async (ctx, { categoryId }) => { await closeCategory(ctx, categoryId, false); return to(categoryId, 'opened') },
  },
  head: ({ its }, { language }) => ({ title: inLanguage(its.name, language), place: 'desk', hidden: true }),
  view: (data, view) => {
    const { its, choices, pace } = data
    const { language, query, failed } = view
    const t = keepWords(language)
    const said = query.get('saved')
    return (
      <div className="stack wide">
        <PageHead title={inLanguage(its.name, language)} crumbs={[{ to: view.href('/admin'), name: t.admin }, { to: view.href('/admin/feedback'), name: t.title }]}>
          <p className="meta">{t.keyIs(its.key)}</p>
        </PageHead>
        {said && !failed && <Said>{said === 'closed' ? t.closedNow : said === 'opened' ? t.openedNow : t.saved} {t.soon}</Said>}
        {its.closedAt ? <Said tone="late">{t.closedLead}</Said> : <p className="actions"><LinkButton icon="next" to={view.href(`/feedback/new?category=${its.id}`)}>{t.look}</LinkButton></p>}
        <Part name="basics" data={data} view={view}><Basics does="basics" view={view} its={its} choices={choices} /><Three does="basics" view={view} name="description" value={its.description} max={300} optional /></Part>
        <Part name="words" data={data} view={view}><Words does="words" view={view} its={its} /></Part>
        {!its.closedAt && <TryBox sought={choices.sought} view={view} editing={its.id} />}
        <Section title={t.questions} id="questions"><QuestionList questions={its.questions} seal={data.seals.questions} view={view} /></Section>
        <Section title={t.more} id="more">
          <Part folds name="promise" data={data} view={view}>{pace && <p>{t.pace}: {paceWords(pace, language)}</p>}<PromiseFields does="promise" view={view} its={its} choices={choices} /></Part>
          <Part folds name="notice" data={data} view={view}><Three does="notice" view={view} name="notice" value={its.notice} max={500} long hint={t.hints.notice} optional /></Part>
          <Part folds name="stopper" data={data} view={view}><StopperFields does="stopper" view={view} its={its} choices={choices} /></Part>
          <details className="fold" id="ending"><summary>{its.closedAt ? t.reopen : t.ending}</summary>
            <p>{its.closedAt ? t.closedLead : t.closeLead}</p>
            <ActionForm does={its.closedAt ? 'reopen' : 'close'} className="inline"><Button kind={its.closedAt ? 'main' : 'danger'} icon={its.closedAt ? 'restored' : 'no'}>{its.closedAt ? t.reopen : t.close}</Button></ActionForm>
          </details>
        </Section>
      </div>
    )
  },
})

/** The form of a part; one that `folds` is open when it has just been saved or is to be mended. */
function Part({ name, data, view, folds, children }: { name: PartName; data: ToKeep; view: View; folds?: boolean; children: ReactNode }) {
  const t = keepWords(view.language)
  const form = (
    <>
      <ErrorSummary failed={view.failed} does={name} labels={labelsIn(view.language)} words={t.problems} language={view.language} />
      <ActionForm does={name} label={t[name]}><input type="hidden" name="seal" value={data.seals[name]} />{children}<p className="actions"><Button kind="main">{t.save}</Button></p></ActionForm>
    </>
  )
  return folds ? <details className="fold" id={name} open={view.failed?.form === name || view.query.get('saved') === name}><summary>{t[name]}</summary>{form}</details> : <Section title={t[name]} id={name}>{form}</Section>
}
