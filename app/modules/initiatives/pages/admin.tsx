import { fields, page } from '#core/http/page.ts'
import { day, number } from '#core/text/format.ts'
import { atWallClock } from '#core/time/local.ts'
import { ActionForm, Button, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { Empty, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { addPopulation, changeRegistry, populationForm, populations, registryForm, registrySettings } from '../population.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** The figures that thresholds are counted from. */
export const populationPage = page('/admin/population', {
  read: (ctx) => populations(ctx),
  forms: { add: fields(populationForm, async (ctx, _params, input) => (await addPopulation(ctx, input)) ?? { to: '/admin/population?added=1' }) },
  head: (_its, { language }) => ({ title: initiativeWords(language).admin.populationTitle, place: 'desk', hidden: true }),
  view(its, view) {
    const words = initiativeWords(view.language)
    const t = words.admin
    const common = { does: 'add', failed: view.failed, language: view.language, words: words.problems }
    const say = (count: number) => number(count, view.language)
    return (
      <>
        <PageHead title={t.populationTitle} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.populationLead}</p></PageHead>
        {view.query.has('added') && !view.failed && <Said>{t.added}</Said>}
        {its.length === 0 ? <Empty icon="people">{t.none}</Empty> : (
          <div className="scroller" tabIndex={0} role="region" aria-label={t.populationTitle}><table>
            <thead><tr><th scope="col">{t.day}</th><th scope="col" className="n">{t.residents}</th><th scope="col" className="n">{t.aged15plus}</th><th scope="col" className="n">{t.two}</th><th scope="col" className="n">{t.four}</th></tr></thead>
            <tbody>{its.map((each) => <tr key={each.id}><td>{day(atWallClock(each.day, '12:00:00'), view.language, new Date(0))}<small>{each.source}</small></td><td className="n">{say(each.residents)}</td><td className="n">{say(each.aged15plus)}</td><td className="n">{say(each.two)}</td><td className="n">{say(each.four)}</td></tr>)}</tbody>
          </table></div>
        )}
        <ActionForm does="add">
          <ErrorSummary failed={view.failed} does="add" labels={{ day: t.day, source: t.source, residents: t.residents, aged15plus: t.aged15plus }} words={words.problems} language={view.language} />
          <TextField {...common} name="day" type="date" label={t.day} />
          <TextField {...common} name="residents" label={t.residents} inputMode="numeric" max={12} autoComplete="off" />
          <TextField {...common} name="aged15plus" label={t.aged15plus} inputMode="numeric" max={12} autoComplete="off" />
          <TextField {...common} name="source" label={t.source} hint={t.sourceHint} max={200} />
          <p className="actions"><Button kind="main" icon="plus">{t.add}</Button><LinkButton kind="quiet" to={view.href('/admin/initiatives')}>{t.registryTitle}</LinkButton></p>
        </ActionForm>
      </>
    )
  },
})

/** Where initiatives go, and who checks them. */
export const registryPage = page('/admin/initiatives', {
  read: (ctx) => registrySettings(ctx),
  forms: { save: fields(registryForm, async (ctx, _params, input) => (await changeRegistry(ctx, input)) ?? { to: '/admin/initiatives?saved=1' }) },
  head: (_its, { language }) => ({ title: initiativeWords(language).admin.registryTitle, place: 'desk', hidden: true }),
  view(its, view) {
    const words = initiativeWords(view.language)
    const t = words.admin
    const common = { does: 'save', failed: view.failed, language: view.language, words: words.problems }
    return (
      <>
        <PageHead title={t.registryTitle} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.registryLead}</p></PageHead>
        {view.query.has('saved') && !view.failed && <Said>{t.saved}</Said>}
        <ActionForm does="save">
          <ErrorSummary failed={view.failed} does="save" labels={{ email: t.email, unitId: t.unit }} words={words.problems} language={view.language} />
          <TextField {...common} name="email" type="email" label={t.email} value={its.email ?? ''} optional max={254} />
          <Select {...common} name="unitId" label={t.unit} value={its.unitId ?? ''} empty={t.unitAuto} optional options={its.units.map((each) => ({ value: each.id, label: each.name }))} />
          <p className="actions"><Button kind="main" icon="done">{t.save}</Button><LinkButton kind="quiet" to={view.href('/admin/population')}>{t.populationTitle}</LinkButton></p>
        </ActionForm>
      </>
    )
  },
})
