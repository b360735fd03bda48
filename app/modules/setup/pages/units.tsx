import { fields, page, type View } from '#core/http/page.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { PageHead, Said, Section } from '#ui/layout.tsx'
import { setupWords } from '../texts/index.ts'
import { addTopic, addUnit, changeTopic, idField, renameUnit, topicForm, unitForm, unitsAndTopics } from '../units.server.ts'

const saved = { to: '/admin/units?saved=1' }

/** Which units answer, and for which topics. Every unit and topic is a form of its own. */
export default page('/admin/units', {
  read: (ctx) => unitsAndTopics(ctx),
  forms: {
    addUnit: fields(unitForm, async (ctx, _params, input) => { const made = await addUnit(ctx, input); return 'problems' in made ? made : saved }),
    renameUnit: fields(unitForm.extend(idField.shape), async (ctx, _params, { id, ...input }) => (await renameUnit(ctx, id, input)) ?? saved),
    addTopic: fields(topicForm, async (ctx, _params, input) => { const made = await addTopic(ctx, input); return 'problems' in made ? made : saved }),
    changeTopic: fields(topicForm.extend(idField.shape), async (ctx, _params, { id, ...input }) => (await changeTopic(ctx, id, input)) ?? saved),
  },
  head: (_data, { language }) => ({ title: setupWords(language).admin.units, hidden: true }),
  view: ({ units, topics }, view) => {
    const { language, failed } = view
    const t = setupWords(language)
    const options = units.map((each) => ({ value: each.id, label: inLanguage(each.name, language) }))
    const open = (does: string, id?: string) => failed?.form === does && (id === undefined || failed.values.id === id)
    return (
      <div className="stack">
        <PageHead title={t.admin.units} crumbs={[{ to: view.href('/admin'), name: t.admin.title }]}><p className="lead">{t.admin.unitsText}</p></PageHead>
        {view.query.has('saved') && !failed && <Said>{t.admin.saved}</Said>}
        {(['renameUnit', 'changeTopic'] as const).map((does) => failed?.form === does && <ErrorSummary key={does} failed={mine(view, does, failed.values.id)} does={`${does}-${failed.values.id}`} labels={t.labels} words={t.problems} language={language} />)}
        <Section title={t.admin.unitList} id="units">
          {units.map((each) => (
            <details className="fold" key={each.id} open={open('renameUnit', each.id)}><summary>{inLanguage(each.name, language)}</summary>
              <ActionForm does="renameUnit" label={t.admin.rename(inLanguage(each.name, language))}><input type="hidden" name="id" value={each.id} /><Names does="renameUnit" view={view} name={each.name} its={each.id} /><p className="actions"><Button kind="main">{t.admin.save}</Button></p></ActionForm>
            </details>
          ))}
          <details className="fold" open={open('addUnit') || units.length === 0}><summary>{t.admin.addUnit}</summary>
            <ErrorSummary failed={failed} does="addUnit" labels={t.labels} words={t.problems} language={language} />
            <ActionForm does="addUnit"><Names does="addUnit" view={view} /><p className="actions"><Button kind="main" icon="plus">{t.admin.addUnit}</Button></p></ActionForm>
          </details>
        </Section>
        <Section title={t.admin.topics} id="topics">
          {topics.map((each) => (
            <details className="fold" key={each.id} open={open('changeTopic', each.id)}><summary>{inLanguage(each.name, language)} <small>{t.admin.answers(inLanguage(units.find((unit) => unit.id === each.unitId)?.name, language))}</small></summary>
              <ActionForm does="changeTopic" label={t.admin.rename(inLanguage(each.name, language))}><input type="hidden" name="id" value={each.id} /><Names does="changeTopic" view={view} name={each.name} its={each.id} /><More does="changeTopic" view={view} options={options} unitId={each.unitId} hints={each.hints} its={each.id} /><p className="actions"><Button kind="main">{t.admin.save}</Button></p></ActionForm>
            </details>
          ))}
          {units.length > 0 && (
            <details className="fold" open={open('addTopic') || topics.length === 0}><summary>{t.admin.addTopic}</summary>
              <ErrorSummary failed={failed} does="addTopic" labels={t.labels} words={t.problems} language={language} />
              <ActionForm does="addTopic"><Names does="addTopic" view={view} /><More does="addTopic" view={view} options={options} /><p className="actions"><Button kind="main" icon="plus">{t.admin.addTopic}</Button></p></ActionForm>
            </details>
          )}
        </Section>
      </div>
    )
  },
})

/** What failed is shown in the form that was sent, of the many of its kind. The id in a field's name keeps their labels apart. */
const mine = (view: View, does: string, its?: string) => (view.failed?.form === does && (its === undefined || view.failed.values.id === its) ? { ...view.failed, form: its ? `${does}-${its}` : does } : undefined)

function Names({ does, view, name, its }: { does: string; view: View; name?: Translated | null; its?: string }) {
  const t = setupWords(view.language)
  const field = { does: its ? `${does}-${its}` : does, failed: mine(view, does, its), language: view.language, words: t.problems }
  return (
    <>
      <TextField {...field} name="nameFi" label={t.labels.nameFi!} value={name?.fi} max={60} />
      <div className="pairs"><TextField {...field} name="nameSv" label={t.labels.nameSv!} value={name?.sv} optional max={60} /><TextField {...field} name="nameEn" label={t.labels.nameEn!} value={name?.en} optional max={60} /></div>
    </>
  )
}
function More({ does, view, options, unitId, hints, its }: { does: string; view: View; options: { value: string; label: string }[]; unitId?: string; hints?: string[]; its?: string }) {
  const t = setupWords(view.language)
  const field = { does: its ? `${does}-${its}` : does, failed: mine(view, does, its), language: view.language, words: t.problems }
  return (
    <>
      <Select {...field} name="unitId" label={t.labels.unitId!} options={options} value={unitId} />
      <TextField {...field} name="hints" label={t.labels.hints!} hint={t.hints.wordHints!} value={hints?.join(', ')} optional max={2000} />
    </>
  )
}
