import { z } from 'zod'
import { fields, page } from '#core/http/page.ts'
import { ActionForm, Button, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Empty, PageHead, Section } from '#ui/layout.tsx'
import { keepTemplate, readTemplates, removeTemplate, templateInput, templateOf } from '../templates.server.ts'
import { handlingWords } from '../texts/index.ts'

export default page('/feedback/inbox/templates', {
  read: (ctx) => readTemplates(ctx),
  forms: {
    keep: fields(templateInput, (ctx, _params, input) => keepTemplate(ctx, input)),
    remove: fields(z.object({ id: z.string() }), (ctx, _params, { id }) => removeTemplate(ctx, id)),
  },
  head: (_its, { language }) => ({ title: handlingWords(language).templates.title, place: 'desk', hidden: true }),
  view(its, view) {
    const words = handlingWords(view.language), t = words.templates
    const { failed, language } = view
    const common = { does: 'keep', failed, language, words: words.problems }
    const nameOf = (of: (typeof templateOf)[number]) => (of === 'answer' ? t.answer : words.state[of])
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/feedback/inbox'), name: words.inbox.title }]}><p className="lead">{t.lead}</p></PageHead>
        {its.templates.length === 0 ? <Empty icon="answered">{t.none}</Empty> : (
          <ul className="card rows">{its.templates.map((each) => (
            <li key={each.id}><div className="t"><b>{each.name}</b><small>{[nameOf(each.of), its.categories.find((one) => one.id === each.categoryId)?.name, its.units.find((one) => one.id === each.unitId)?.name].filter(Boolean).join(' · ')}</small><p>{each.text}</p></div>
              <form method="post" className="inline" aria-label={t.removeOf(each.name)}><input type="hidden" name="_do" value="remove" /><input type="hidden" name="id" value={each.id} /><Button small icon="remove">{t.remove}</Button></form></li>
          ))}</ul>
        )}
        {its.units.length > 0 && (
          <Section title={t.add} id="add">
            <ActionForm does="keep" label={t.add}>
              <ErrorSummary failed={failed} does="keep" labels={words.labels} words={words.problems} language={language} />
              {its.units.length > 1 ? <Select {...common} name="unitId" label={words.inbox.unit} options={its.units.map((each) => ({ value: each.id, label: each.name }))} /> : <input type="hidden" name="unitId" value={its.units[0]!.id} />}
              <Select {...common} name="of" label={t.of} options={templateOf.map((of) => ({ value: of, label: nameOf(of) }))} />
              <Select {...common} name="categoryId" label={words.inbox.category} empty={t.any} optional options={its.categories.map((each) => ({ value: each.id, label: each.name }))} />
              <TextField {...common} name="name" label={t.name} hint={t.nameHint} max={60} />
              <TextArea {...common} name="text" label={t.text} rows={4} max={1000} />
              <p className="actions"><Button kind="main" icon="check">{t.keep}</Button></p>
            </ActionForm>
          </Section>
        )}
      </>
    )
  },
})
