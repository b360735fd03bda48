import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { Card, Fact, PageHead, Said, Section } from '#ui/layout.tsx'
import { unitsOf } from '#core/trail/facets.server.ts'
import { appoint, appointed, type Appointed, appointForm, endForm, endTask, tasks } from '../roles.server.ts'
import { setupWords } from '../texts/index.ts'

/** Who is an official of which unit, who moderates and who administers. */
export default page('/admin/people', {
  read: async (ctx) => ({ ...await appointed(ctx), units: await unitsOf(ctx) }),
  forms: {
    appoint: fields(appointForm, async (ctx, _params, input, { house }) => (await appoint(ctx, house, input)) ?? { to: '/admin/people?said=appointed' }),
    end: fields(endForm, async (ctx, _params, input) => (await endTask(ctx, input)) ?? { to: '/admin/people?said=ended' }),
  },
  head: (_data, { language }) => ({ title: setupWords(language).admin.people, place: 'desk', hidden: true }),
  view: ({ officials, moderators, admins, units }, view) => {
    const { language, failed } = view
    const t = setupWords(language)
    const field = { does: 'appoint', failed, language, words: t.problems }
    const said = view.query.get('said')
    const rows = (people: Appointed[], what: 'official' | 'moderator' | 'admin') => people.length === 0 ? <p>{t.admin.none}</p> : (
      <ul className="card rows">{people.map((each) => (
        <li key={each.personId + each.unitId}><div className="t"><b>{each.name || each.email}</b>
          <p className="meta">{each.unit && <Fact icon="organisation">{each.unit}</Fact>}{each.lead && <Fact icon="official">{t.admin.lead}</Fact>}{each.email && <Fact icon="mail">{each.email}</Fact>}</p>
          <ActionForm does="end" className="inline" label={t.admin.endOf(each.name)}><input type="hidden" name="personId" value={each.personId} /><input type="hidden" name="what" value={what} /><input type="hidden" name="unitId" value={each.unitId ?? ''} /><Button small icon="remove">{t.admin.end}</Button></ActionForm></div></li>
      ))}</ul>
    )
    return (
      <div className="stack">
        <PageHead title={t.admin.people} crumbs={[{ to: view.href('/admin'), name: t.admin.title }]}><p className="lead">{t.admin.peopleText}</p></PageHead>
        {said === 'appointed' && !failed && <Said>{t.admin.appointed}</Said>}{said === 'ended' && !failed && <Said>{t.admin.ended}</Said>}
        <ErrorSummary failed={failed} does="end" labels={{}} words={t.problems} language={language} />
        <Section title={t.admin.officials} id="officials">{rows(officials, 'official')}</Section>
        <Section title={t.admin.moderators} id="moderators">{rows(moderators, 'moderator')}</Section>
        <Section title={t.admin.admins} id="admins">{rows(admins, 'admin')}</Section>
        <Card label={t.admin.appoint}>
          <h2>{t.admin.appoint}</h2><p>{t.admin.appointText}</p>
          <ErrorSummary failed={failed} does="appoint" labels={t.labels} words={t.problems} language={language} />
          <ActionForm does="appoint">
            <TextField {...field} name="email" type="email" label={t.labels.email!} autoComplete="off" max={254} />
            <TextField {...field} name="name" label={t.labels.name!} hint={t.hints.inviteName!} autoComplete="off" optional max={80} />
            <Choice {...field} name="what" label={t.labels.what!} value="official" options={tasks.map((task) => ({ value: task, label: t.admin.roles[task] }))} row />
            <Select {...field} name="unitId" label={t.labels.unitId!} empty="–" options={units.map((each) => ({ value: each.id, label: each.name }))} optional />
            <p className="actions"><Button kind="main" icon="plus">{t.admin.appoint}</Button></p>
          </ActionForm>
        </Card>
      </div>
    )
  },
})
