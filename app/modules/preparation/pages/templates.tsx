import { page, type View } from '#core/http/page.ts'
import { inLanguage, type Language, languages, type Translated } from '#core/text/language.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { doings, keepTemplate, phasesMost, phaseStages, removeTemplate, showTemplates } from '../templates.server.ts'
import type { Template } from '../templates.ts'
import { matterWords } from '../texts/index.ts'

export default page('/admin/templates', {
  read: (ctx, _params, query) => showTemplates(ctx, query.get('edit')),
  forms: {
    keep: async (ctx, _params, form) => { const done = await keepTemplate(ctx, form); return 'problems' in done ? done : { to: '/admin/templates' } },
    remove: async (ctx, _params, form) => { const id = form.get('id'); await removeTemplate(ctx, typeof id === 'string' ? id : ''); return { to: '/admin/templates' } },
  },
  head: (_its, { language }) => ({ title: matterWords(language).templates.title, place: 'desk', hidden: true }),
  view(its, view) {
    const t = matterWords(view.language).templates
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.lead}</p></PageHead>
        <ul className="card rows">{its.templates.map((each) => (
          <li key={each.id}><div className="t"><b>{inLanguage(each.name, view.language)}</b><p className="meta">{each.phases.map((phase) => inLanguage(phase.name, view.language)).join(' → ')}</p>
            <div className="actions"><LinkButton icon="edited" to={view.href(`/admin/templates?edit=${each.id}`)}>{t.edit}</LinkButton>{!its.usual && <ActionForm does="remove"><input type="hidden" name="id" value={each.id} /><Button small icon="remove">{t.remove}</Button></ActionForm>}</div></div></li>
        ))}</ul>
        {its.usual && <p className="hint">{t.usualHint}</p>}
        {its.editing || view.failed?.form === 'keep' ? <Editor template={its.editing && its.editing !== 'new' ? its.editing : null} view={view} /> : <p><LinkButton icon="plus" to={view.href('/admin/templates?edit=new')}>{t.add}</LinkButton></p>}
      </>
    )
  },
})

function Editor({ template, view }: { template: Template | null; view: View }) {
  const t = matterWords(view.language).templates
  const common = { does: 'keep', failed: view.failed, language: view.language, words: matterWords(view.language).problems }
  const shown = Math.min(phasesMost, Math.max(6, (template?.phases.length ?? 0) + 2))
  return (
    <Section id="editor" title={template ? t.editTitle : t.add}>
      <ActionForm does="keep" label={t.title}>
        <ErrorSummary failed={view.failed} does="keep" labels={{ fi: t.name }} words={common.words} language={view.language} />
        <input type="hidden" name="id" value={template?.id ?? ''} />
        <Names prefix="" name={template?.name} label={t.name} view={view} />
        {Array.from({ length: shown }, (_, i) => {
          const phase = template?.phases[i]
          const values = view.failed?.form === 'keep' ? view.failed.values : undefined
          const at = (name: string) => `phase${i}${name}`
          return (
            <details key={i} className="fold" open={!!phase || Object.keys(view.failed?.problems ?? {}).some((name) => name.startsWith(`phase${i}`) && !/\d/.test(name[`phase${i}`.length] ?? ''))}>
              <summary>{phase ? inLanguage(phase.name, view.language) : t.phase(i + 1)}</summary>
              <div className="stack">
                <Names prefix={`phase${i}`} name={phase?.name} label={t.phaseName} view={view} />
                <div className="pairs"><TextField {...common} name={at('days')} type="number" inputMode="numeric" label={t.days} value={String(phase?.days ?? 30)} /><Select {...common} name={at('stage')} label={t.stage} value={phase?.stage ?? 'developing'} options={phaseStages.map((value) => ({ value, label: uiWords(view.language).stage[value] }))} /></div>
                <fieldset className="stack tight"><legend>{matterWords(view.language).manage.phaseLabels.does}</legend>{doings.map((each) => <Checkbox key={each} name={at('does[]')} value={each} label={matterWords(view.language).manage.does[each]} checked={values ? values[at('does[]')]?.split('\n').includes(each) ?? false : phase?.does.includes(each) ?? false} />)}
                  <Checkbox name={at('hearing')} label={matterWords(view.language).manage.hearing} checked={values ? values[at('hearing')] === 'on' : phase?.hearing ?? false} /></fieldset>
              </div>
            </details>
          )
        })}
        <p className="hint">{t.emptyHint}</p>
        <p className="actions"><Button kind="main" icon="check">{matterWords(view.language).manage.save}</Button><LinkButton kind="quiet" to={view.href('/admin/templates')}>{t.cancel}</LinkButton></p>
      </ActionForm>
    </Section>
  )
}

function Names({ prefix, name, label, view }: { prefix: string; name: Translated | undefined; label: string; view: View }) {
  const common = { does: 'keep', failed: view.failed, language: view.language, words: matterWords(view.language).problems }
  const called: Record<Language, string> = { fi: 'suomi', sv: 'svenska', en: 'English' }
  return <div className="pairs">{languages.map((each) => <TextField key={each} {...common} name={`${prefix}${each}`} label={`${label} (${called[each]})`} value={name?.[each] ?? ''} max={60} optional />)}</div>
}
