import { fields, page, type View } from '#core/http/page.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, TextField } from '#ui/form.tsx'
import { LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { setupWords } from '../texts/index.ts'
import { addUnit, deleteUnit, idField, nameForm, renameUnit, unitsToKeep } from '../units.server.ts'

const saved = { to: '/admin/units?saved=1' }

/** The units of the municipality. Every unit is a form of its own. */
export default page('/admin/units', {
  read: (ctx) => unitsToKeep(ctx),
  forms: {
    addUnit: fields(nameForm, async (ctx, _params, input) => { const made = await addUnit(ctx, input); return 'problems' in made ? made : saved }),
    renameUnit: fields(nameForm.extend(idField.shape), async (ctx, _params, { id, ...input }) => (await renameUnit(ctx, id, input)) ?? saved),
    deleteUnit: fields(idField, async (ctx, _params, { id }) => (await deleteUnit(ctx, id)) ?? { to: '/admin/units?deleted=1' }),
  },
  head: (_data, { language }) => ({ title: setupWords(language).admin.units, place: 'desk', hidden: true }),
  view: (units, view) => {
    const { language, failed } = view
    const t = setupWords(language)
    const open = (does: string, id?: string) => failed?.form === does && (id === undefined || failed.values.id === id)
    return (
      <div className="stack">
        <PageHead title={t.admin.units} crumbs={[{ to: view.href('/admin'), name: t.admin.title }]}><p className="lead">{t.admin.unitsText}</p></PageHead>
        {view.query.has('saved') && !failed && <Said>{t.admin.saved}</Said>}
        {view.query.has('deleted') && !failed && <Said>{t.admin.deleted}</Said>}
        {failed?.form === 'renameUnit' && <ErrorSummary failed={mine(view, 'renameUnit', failed.values.id)} does={`renameUnit-${failed.values.id}`} labels={t.labels} words={t.problems} language={language} />}
        <ErrorSummary failed={failed} does="deleteUnit" labels={{}} words={t.problems} language={language} />
        <Section title={t.admin.unitList} id="units">
          {units.map((each) => (
            <details className="fold" key={each.id} open={open('renameUnit', each.id)}><summary>{inLanguage(each.name, language)}</summary>
              <ActionForm does="renameUnit" label={t.admin.rename(inLanguage(each.name, language))}><input type="hidden" name="id" value={each.id} /><Names does="renameUnit" view={view} name={each.name} its={each.id} /><p className="actions"><Button kind="main">{t.admin.save}</Button></p></ActionForm>
              <ActionForm does="deleteUnit" className="inline" label={t.admin.deleteOf(inLanguage(each.name, language))}><input type="hidden" name="id" value={each.id} /><Button small kind="danger" icon="remove">{t.admin.deleteUnused}</Button></ActionForm>
            </details>
          ))}
          <details className="fold" open={open('addUnit') || units.length === 0}><summary>{t.admin.addUnit}</summary>
            <ErrorSummary failed={failed} does="addUnit" labels={t.labels} words={t.problems} language={language} />
            <ActionForm does="addUnit"><Names does="addUnit" view={view} /><p className="actions"><Button kind="main" icon="plus">{t.admin.addUnit}</Button></p></ActionForm>
          </details>
        </Section>
        <p className="actions"><LinkButton to={view.href('/admin/topics')} icon="list">{t.admin.topics}</LinkButton></p>
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
