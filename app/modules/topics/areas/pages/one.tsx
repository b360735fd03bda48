import { fields, page } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, Select } from '#ui/form.tsx'
import { LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { areaForm, areasToKeep, areaToKeep, keepArea, removeArea, removeForm, usesOfArea } from '../keep.server.ts'
import { areaWords } from '../texts/index.ts'
import { AreaFields } from './areas.tsx'

type P = { key: string }

/** One area: its names, its borders, and its end. */
export default page('/admin/areas/:key', {
  read: async (ctx, { key }) => ({ its: await areaToKeep(ctx, key), uses: await usesOfArea(ctx, key), others: (await areasToKeep(ctx)).filter((each) => each.key !== key) }),
  forms: {
    change: fields(areaForm, async (ctx, { key }: P, input) => { const done = await keepArea(ctx, key, input); return 'problems' in done ? done : { to: `/admin/areas?saved=${done.subjects}` } }),
    remove: fields(removeForm, async (ctx, { key }: P, input) => { const done = await removeArea(ctx, key, input); return 'problems' in done ? done : { to: '/admin/areas?removed=1' } }),
  },
  head: ({ its }, { language }) => ({ title: areaWords(language).change(inLanguage(its.name, language)), place: 'desk', hidden: true }),
  view: ({ its, uses, others }, view) => {
    const { language, failed } = view
    const t = areaWords(language)
    return (
      <div className="stack wide">
        <PageHead title={t.change(inLanguage(its.name, language))} crumbs={[{ to: view.href('/admin'), name: t.admin }, { to: view.href('/admin/areas'), name: t.title }]} />
        <div className="stack">
          <ErrorSummary failed={failed} does="change" labels={t.labels} words={t.problems} language={language} />
          <ActionForm does="change"><AreaFields does="change" view={view} its={its} /><p className="actions"><Button kind="main">{t.save}</Button><LinkButton kind="quiet" to={view.href(`/areas/${encodeURIComponent(its.key)}`)}>{inLanguage(its.name, language)}</LinkButton></p></ActionForm>
        </div>
        <Section id="remove" title={t.remove}>
          <p>{t.removeLead(uses.subjects, uses.places)}</p>
          <ErrorSummary failed={failed} does="remove" labels={t.labels} words={t.problems} language={language} />
          <ActionForm does="remove"><Select does="remove" name="into" label={t.labels.into!} empty="–" optional failed={failed} words={t.problems} language={language} options={others.map((each) => ({ value: each.key, label: inLanguage(each.name, language) }))} /><p className="actions"><Button kind="danger" icon="remove">{t.removeNow}</Button></p></ActionForm>
        </Section>
      </div>
    )
  },
})
