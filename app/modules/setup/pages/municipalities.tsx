import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary, TextArea } from '#ui/form.tsx'
import { PageHead, Said, Section } from '#ui/layout.tsx'
import { FoundingFields } from '../founding-fields.tsx'
import { foundingForm } from '../founding-input.ts'
import { addMunicipality, allMunicipalities, changeHosts, hostsForm } from '../municipalities.server.ts'
import { setupWords } from '../texts/index.ts'

/** The municipalities of the installation: their addresses, and a new one. For the installation's admin. */
export default page('/admin/municipalities', {
  read: (ctx) => allMunicipalities(ctx),
  forms: {
    hosts: fields(hostsForm, async (ctx, _params, input, { house }) => (await changeHosts(ctx, house.database.owner, input)) ?? { to: '/admin/municipalities?said=saved' }),
    found: fields(foundingForm, async (ctx, _params, input, { house }) => { const made = await addMunicipality(ctx, house.database.owner, input); return 'problems' in made ? made : { to: '/admin/municipalities?said=added' } }),
  },
  head: (_data, { language }) => ({ title: setupWords(language).admin.municipalities, place: 'desk', hidden: true }),
  view: (all, view) => {
    const { language, failed } = view
    const t = setupWords(language)
    const said = view.query.get('said')
    return (
      <div className="stack">
        <PageHead title={t.admin.municipalities} crumbs={[{ to: view.href('/admin'), name: t.admin.title }]}><p className="lead">{t.admin.municipalitiesText}</p></PageHead>
        {said && !failed && <Said>{said === 'added' ? t.admin.added : t.admin.saved} {t.admin.soon}</Said>}
        {failed?.form === 'hosts' && <ErrorSummary failed={{ ...failed, form: `hosts-${failed.values.id}` }} does={`hosts-${failed.values.id}`} labels={t.labels} words={t.problems} language={language} />}
        {all.map((its) => {
          const its_ = String(its.id)
          const mine = failed?.form === 'hosts' && failed.values.id === its_ ? { ...failed, form: `hosts-${its_}` } : undefined
          return (
            <Section key={its.id} title={its.name} id={`m-${its.id}`}>
              <p>{t.admin.address}: <a href={its.href}>{its.path}</a></p>
              <ActionForm does="hosts" label={`${its.name}: ${t.labels.hosts}`}><input type="hidden" name="id" value={its_} />
                <TextArea does={`hosts-${its_}`} name="hosts" label={t.labels.hosts!} hint={t.hints.hosts!} failed={mine} words={t.problems} value={its.hosts.join('\n')} rows={2} optional language={language} />
                <p className="actions"><Button>{t.admin.save}</Button></p></ActionForm>
            </Section>
          )
        })}
        <Section title={t.admin.addMunicipality} id="add">
          <ErrorSummary failed={failed} does="found" labels={t.labels} words={t.problems} language={language} />
          <ActionForm does="found"><FoundingFields does="found" failed={failed} language={language} /><p className="actions"><Button kind="main" icon="plus">{t.admin.addMunicipality}</Button></p></ActionForm>
        </Section>
      </div>
    )
  },
})
