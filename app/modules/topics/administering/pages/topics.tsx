import { fields, page, type View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { keepingWords } from '../texts/index.ts'
import { addTopic, changeTopic, deleteTopic, idField, topicForm, type TopicRow, topicsToKeep } from '../topics.server.ts'

const saved = { to: '/admin/topics?saved=1' }
type Kept = Awaited<ReturnType<typeof topicsToKeep>>

/** The municipality's topics in order: every topic is a form of its own, its parts under it. */
export default page('/admin/topics', {
  read: (ctx) => topicsToKeep(ctx),
  forms: {
    add: fields(topicForm, async (ctx, _params, input) => { const made = await addTopic(ctx, input); return 'problems' in made ? made : saved }),
    change: fields(topicForm.extend(idField.shape), async (ctx, _params, { id, ...input }) => (await changeTopic(ctx, id, input)) ?? saved),
    remove: fields(idField, async (ctx, _params, { id }) => (await deleteTopic(ctx, id)) ?? { to: '/admin/topics?deleted=1' }),
  },
  head: (_data, { language }) => ({ title: keepingWords(language).topics, place: 'desk', hidden: true }),
  view: ({ topics, units }, view) => {
    const { language, failed } = view
    const t = keepingWords(language)
    const name = (row: TopicRow) => inLanguage(row.name, language)
    const alive = topics.filter((each) => !each.mergedInto).sort((a, b) => name(a).localeCompare(name(b), language))
    const merged = topics.filter((each) => each.mergedInto)
    const said = (['saved', 'deleted', 'merged'] as const).find((each) => view.query.has(each))
    return (
      <div className="stack wide">
        <PageHead title={t.topics} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.topicsLead}</p></PageHead>
        {said && !failed && <Said>{t.said[said]}</Said>}
        {failed?.form === 'change' && <ErrorSummary failed={mine(view, 'change', failed.values.id)} does={`change-${failed.values.id}`} labels={t.labels} words={t.problems} language={language} />}
        <ErrorSummary failed={failed} does="remove" labels={{}} words={t.problems} language={language} />
        <Section title={t.topics} id="topics">
          {alive.filter((each) => !each.parentId).flatMap((each) => [each, ...alive.filter((part) => part.parentId === each.id)]).map((each) => (
            <details className="fold" key={each.id} open={failed?.form === 'change' && failed.values.id === each.id}>
              <summary>{each.parentId && <span aria-hidden="true">–</span>}{name(each)} <small>{each.parentId ? t.partOf(name(alive.find((parent) => parent.id === each.parentId)!)) : t.answers(inLanguage(units.find((unit) => unit.id === each.unitId)?.name, language))}</small></summary>
              <div className="stack">
                <ActionForm does="change" label={t.change(name(each))}><input type="hidden" name="id" value={each.id} /><TopicFields does="change" view={view} its={each} topics={alive} units={units} /><p className="actions"><Button kind="main">{t.save}</Button></p></ActionForm>
                <div className="actions"><LinkButton icon="merged" to={view.href(`/admin/topics/${each.id}/merge`)}>{t.merge}</LinkButton>
                  <ActionForm does="remove" className="inline" label={t.removeOf(name(each))}><input type="hidden" name="id" value={each.id} /><Button kind="danger" icon="remove">{t.remove}</Button></ActionForm></div>
              </div>
            </details>
          ))}
          {units.length > 0 && (
            <details className="fold" open={failed?.form === 'add' || alive.length === 0}><summary>{t.add}</summary>
              <div className="stack"><ErrorSummary failed={failed} does="add" labels={t.labels} words={t.problems} language={language} />
                <ActionForm does="add"><TopicFields does="add" view={view} topics={alive} units={units} /><p className="actions"><Button kind="main" icon="plus">{t.add}</Button></p></ActionForm></div>
            </details>
          )}
        </Section>
        {merged.length > 0 && (
          <Section title={t.mergedOnes} id="merged">
            <ul className="card rows">{merged.map((each) => <li key={each.id}><div className="t"><p>{name(each)} → <a className="touch" href={view.href(`/topics/${each.mergedInto}`)}>{name(topics.find((to) => to.id === each.mergedInto)!)}</a></p></div></li>)}</ul>
          </Section>
        )}
      </div>
    )
  },
})

/** What failed is shown in the form that was sent, of the many of its kind. The id in a field's name keeps their labels apart. */
const mine = (view: View, does: string, its?: string) => (view.failed?.form === does && (its === undefined || view.failed.values.id === its) ? { ...view.failed, form: its ? `${does}-${its}` : does } : undefined)

function TopicFields({ does, view, its, topics, units }: { does: string; view: View; its?: TopicRow; topics: TopicRow[]; units: Kept['units'] }) {
  const t = keepingWords(view.language)
  const field = { does: its ? `${does}-${its.id}` : does, failed: mine(view, does, its?.id), language: view.language, words: t.problems }
  const parents = topics.filter((each) => !each.parentId && each.id !== its?.id)
  return (
    <>
      <TextField {...field} name="nameFi" label={t.labels.nameFi!} value={its?.name?.fi} max={60} />
      <div className="pairs"><TextField {...field} name="nameSv" label={t.labels.nameSv!} value={its?.name?.sv} optional max={60} /><TextField {...field} name="nameEn" label={t.labels.nameEn!} value={its?.name?.en} optional max={60} /></div>
      <Select {...field} name="unitId" label={t.labels.unitId!} options={units.map((each) => ({ value: each.id, label: inLanguage(each.name, view.language) }))} value={its?.unitId} />
      <Select {...field} name="parentId" label={t.labels.parentId!} hint={t.parentHint} empty={t.noParent} options={parents.map((each) => ({ value: each.id, label: inLanguage(each.name, view.language) }))} value={its?.parentId ?? undefined} optional />
      <TextField {...field} name="hints" label={t.labels.hints!} hint={t.hintsHint} value={its?.hints.join(', ')} optional max={2000} />
    </>
  )
}
