import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage, type Language, type Translated } from '#core/text/language.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { can } from '../../permissions.ts'
import { keepLife, keepStep, lifeToKeep, moveStep, removeLife, removeStep, situationForm, stepForm } from '../keep-life.server.ts'
import { findWords } from '../texts/index.ts'

/** Pictures that a moment of life may have. */
const icons: IconName[] = ['compass', 'daycare', 'school', 'care', 'heart', 'home', 'work', 'people', 'idea', 'snow', 'health', 'library', 'car', 'calendar', 'organisation', 'language']

async function readLife(ctx: Ctx, id: string) {
  const me = allow(ctx, can.keepSituations)
  const languages = ctx.municipality.languages.length ? ctx.municipality.languages : ['fi' as const]
  return id === 'new' ? { its: null, steps: [], languages, me: me.id } : { ...(await lifeToKeep(ctx, id)), languages, me: me.id }
}
type Its = Awaited<ReturnType<typeof readLife>>
const stepId = z.object({ id: z.string().refine(isId, 'invalid') })

/** One moment of life: what it is called and its steps. */
export default page('/admin/life/:situationId', {
  read: (ctx, { situationId }) => readLife(ctx, situationId),
  forms: {
    situation: fields(situationForm, async (ctx, { situationId }: { situationId: string }, form) => { const kept = await keepLife(ctx, situationId === 'new' ? null : situationId, form); return 'problems' in kept ? kept : { to: `/admin/life/${kept.id}?saved=1` } }),
    step: fields(stepForm, async (ctx, { situationId }: { situationId: string }, form) => (await keepStep(ctx, situationId, form)) ?? { to: `/admin/life/${situationId}?saved=1#steps` }),
    moveStep: fields(stepId.extend({ way: z.enum(['up', 'down'], 'invalid') }), async (ctx, { situationId }: { situationId: string }, { id, way }) => { await moveStep(ctx, situationId, id, way); return { to: `/admin/life/${situationId}?moved=1#steps` } }),
    removeStep: fields(stepId, async (ctx, { situationId }: { situationId: string }, { id }) => { await removeStep(ctx, situationId, id); return { to: `/admin/life/${situationId}?removed=1#steps` } }),
    remove: async (ctx, { situationId }) => { await removeLife(ctx, situationId); return { to: '/admin/life?removed=1' } },
  },
  head: ({ its }, { language }) => ({ title: its ? inLanguage(its.name, language) : findWords(language).keep.add, place: 'desk', hidden: true }),
  view(data, view) {
    const { its, steps, languages } = data
    const { language, failed, query } = view
    const t = findWords(language).keep
    const form = { does: 'situation', failed, language, words: t.problems }
    const done = (['saved', 'moved', 'removed'] as const).find((each) => query.has(each))
    const failedStep = failed?.form === 'step' ? failed.values.id ?? '' : null
    return (
      <div className="stack wide">
        <PageHead title={its ? inLanguage(its.name, language) : t.add} crumbs={[{ to: view.href('/admin'), name: t.admin }, { to: view.href('/admin/life'), name: t.title }]}>{its && <p className="actions"><LinkButton to={view.href(`/life/${its.key}`)}>{t.look}</LinkButton></p>}</PageHead>
        {done && !failed && <Said>{t[done]}</Said>}
        <ActionForm does="situation">
          <ErrorSummary failed={failed} does="situation" labels={labelsOf(languages, t, { name: t.name, lead: t.lead2 }, { key: t.key, icon: t.icon })} words={t.problems} language={language} />
          {languages.map((each) => <TextField key={each} {...form} name={`name.${each}`} label={`${t.name} ${t.languages[each]}`} value={its?.name[each]} max={120} optional={each !== languages[0]} />)}
          {languages.map((each) => <TextArea key={each} {...form} name={`lead.${each}`} label={`${t.lead2} ${t.languages[each]}`} value={its?.lead[each]} max={500} rows={2} optional />)}
          <div className="pairs"><TextField {...form} name="key" label={t.key} hint={t.keyHint} value={its?.key} max={40} /><Select {...form} name="icon" label={t.icon} value={its?.icon ?? 'compass'} options={[...new Set([...(its ? [its.icon] : []), ...icons])].map((each) => ({ value: each, label: each }))} /></div>
          <Checkbox name="shown" label={t.shown} checked={failed?.form === 'situation' ? failed.values.shown === 'on' : its?.shown ?? true} />
          <p className="actions"><Button kind="main">{t.save}</Button></p>
        </ActionForm>
        {its && <>
          <Section id="steps" title={t.steps}>
            {steps.map((step, i) => (
              <details key={step.id} className="fold" open={failedStep === step.id}>
                <summary>{i + 1}. {inLanguage(step.name, language)}</summary>
                <div className="stack">
                  <StepForm step={step} data={data} view={view} failed={failedStep === step.id ? failed : undefined} />
                  <div className="actions">
                    {(['up', 'down'] as const).map((way) => (way === 'up' ? i === 0 : i === steps.length - 1) ? null : <ActionForm key={way} does="moveStep" className="inline"><input type="hidden" name="id" value={step.id} /><input type="hidden" name="way" value={way} /><button type="submit" className="btn quiet"><Icon name={way} /><span className="visually-hidden">{t[way](inLanguage(step.name, language))}</span></button></ActionForm>)}
                    <ActionForm does="removeStep" className="inline"><input type="hidden" name="id" value={step.id} /><Button kind="danger" small>{t.removeStep}</Button></ActionForm>
                  </div>
                </div>
              </details>
            ))}
            <details className="fold" open={failedStep === '' || steps.length === 0}><summary><Icon name="plus" />{t.addStep}</summary><StepForm step={null} data={data} view={view} failed={failedStep === '' ? failed : undefined} /></details>
          </Section>
          <details className="fold"><summary>{t.remove}</summary><ActionForm does="remove"><p>{t.removeSure}</p><p className="actions"><Button kind="danger">{t.remove}</Button></p></ActionForm></details>
        </>}
      </div>
    )
  },
})

type T = ReturnType<typeof findWords>['keep']
const labelsOf = (languages: Language[], t: T, words: Record<string, string>, more: Record<string, string>) => ({ ...Object.fromEntries(Object.entries(words).flatMap(([name, label]) => languages.map((each) => [`${name}.${each}`, `${label} ${t.languages[each]}`]))), ...more })

function StepForm({ step, data, view, failed }: { step: { id: string; name: Translated; text: Translated; to: string; toName: string | null } | null; data: Its; view: View; failed: View['failed'] }) {
  const { language } = view
  const t = findWords(language).keep
  const form = { does: 'step', failed, language, words: t.problems }
  const hits = (failed?.values.hits ?? '').split('\n').filter(Boolean).map((line) => ({ id: line.slice(0, 36), name: line.slice(37) }))
  return (
    <ActionForm does="step">
      <ErrorSummary failed={failed} does="step" labels={labelsOf(data.languages, t, { name: t.stepName, text: t.stepText }, { to: t.to })} words={t.problems} language={language} />
      <input type="hidden" name="id" value={step?.id ?? ''} />
      {data.languages.map((each) => <TextField key={each} {...form} name={`name.${each}`} label={`${t.stepName} ${t.languages[each]}`} value={step?.name[each]} max={160} optional={each !== data.languages[0]} />)}
      {data.languages.map((each) => <TextArea key={each} {...form} name={`text.${each}`} label={`${t.stepText} ${t.languages[each]}`} value={step?.text[each]} max={1500} rows={3} optional />)}
      <TextField {...form} name="to" label={t.to} hint={step?.toName ? `${step.toName}. ${t.toHint}` : t.toHint} value={step?.to} max={500} optional />
      {hits.length > 0 && <fieldset className="choices" aria-label={t.which}>{hits.map((hit) => <label key={hit.id} className="choice"><input type="radio" name="hit" value={hit.id} /><span>{hit.name}</span></label>)}</fieldset>}
      <p className="actions"><Button kind="main">{t.save}</Button></p>
    </ActionForm>
  )
}
