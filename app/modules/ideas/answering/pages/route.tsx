import { fields, page } from '#core/http/page.ts'
import { z } from 'zod'
import { ActionForm, Button, ErrorSummary, Select, TextArea } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import { keepingWords } from '../kept.server.ts'
import { fieldNames, SheetHead } from '../parts.tsx'
import { assignIdeas, routeForm, routeIdea } from '../route.server.ts'
import { routeSheet } from '../sheet.server.ts'
import { answeringWords } from '../texts/index.ts'

export default page('/ideas/:ideaId/route', {
  read: (ctx, { ideaId }) => routeSheet(ctx, ideaId),
  forms: {
    route: fields(routeForm, (ctx, { ideaId }: { ideaId: string }, input) => keepingWords('sentence', () => routeIdea(ctx, ideaId, input), { to: `/ideas/${ideaId}` })),
    assign: fields(z.object({ personId: z.string().max(40).default('') }), (ctx, { ideaId }: { ideaId: string }, { personId }) =>
      keepingWords('personId', () => assignIdeas(ctx, [ideaId], personId || null), { to: `/ideas/${ideaId}/route` })),
  },
  head: (sheet, { language }) => ({ title: `${answeringWords(language).route.title}: ${sheet.title}`, place: 'desk', hidden: true }),
  view: (sheet, view) => {
    const t = answeringWords(view.language)
    const common = { failed: view.failed, language: view.language, words: t.problems }
    return (
      <>
        <SheetHead title={t.route.title} sheet={sheet} view={view} here="route" />
        {sheet.mayAssign && sheet.people.length > 0 && !sheet.closed && (
          <Section title={t.route.assignTitle} id="assign">
            <ErrorSummary failed={view.failed} does="assign" labels={fieldNames(view.language)} words={t.problems} language={view.language} />
            <ActionForm does="assign" label={t.route.assignTitle}>
              <Select {...common} does="assign" name="personId" label={t.route.person} value={sheet.ownerId ?? ''} empty={t.route.personEmpty} options={sheet.people.map((each) => ({ value: each.id, label: each.name }))} />
              <div className="actions"><Button icon="me">{t.route.assign}</Button></div>
            </ActionForm>
          </Section>
        )}
        {sheet.open && (!sheet.closed || view.failed) && (
          <Section title={t.route.unit} id="route">
            <p>{sheet.unit ? t.route.now(sheet.unit) : t.route.nobody} {t.route.due}</p>
            <ErrorSummary failed={view.failed} does="route" labels={fieldNames(view.language)} words={t.problems} language={view.language} />
            <ActionForm does="route" label={t.route.title}>
              <Select {...common} does="route" name="unitId" label={t.route.unit} empty={t.route.unitEmpty} options={sheet.units.map((each) => ({ value: each.id, label: each.name }))} />
              <TextArea {...common} does="route" name="sentence" label={t.route.sentence} hint={t.route.sentenceHint} rows={4} max={1000} />
              <div className="actions"><Button kind="main" icon="routed">{t.route.submit}</Button></div>
            </ActionForm>
          </Section>
        )}
      </>
    )
  },
})
