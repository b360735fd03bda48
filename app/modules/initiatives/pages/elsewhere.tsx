import type { Ctx } from '#core/context/context.server.ts'
import { isProblems, NotFound } from '#core/errors/errors.ts'
import { fields, page, type View } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { PageHead } from '#ui/layout.tsx'
import { elsewhereForm, elsewhereOf, linkElsewhere, seenForm, updateElsewhere } from '../linking/elsewhere.server.ts'
import { can } from '../permissions.ts'
import { registryOf } from '../population.server.ts'
import { elsewhereStates } from '../schema.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** An officer brings an initiative of the national service here to be followed. */
export const linkPage = page('/initiatives/link', {
  read: async (ctx) => { allow(ctx, can.link, { ownerUnitId: (await registryOf(ctx)).unitId }) },
  forms: { link: fields(elsewhereForm, async (ctx, _params, input) => { const done = await linkElsewhere(ctx, input); return isProblems(done) ? done : { to: `/initiatives/${done.id}` } }) },
  head: (_its, { language }) => ({ title: initiativeWords(language).elsewhere.title, hidden: true, place: 'participate' }),
  view(_its, view) {
    const words = initiativeWords(view.language)
    const t = words.elsewhere
    const common = { does: 'link', failed: view.failed, language: view.language, words: words.problems }
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }]}><p className="lead">{t.hint}</p></PageHead>
        <ActionForm does="link">
          <ErrorSummary failed={view.failed} does="link" labels={{ url: t.url, title: t.name, text: t.summary, signers: t.signers }} words={words.problems} language={view.language} />
          <TextField {...common} name="url" type="url" inputMode="url" label={t.url} hint={t.urlHint} max={300} />
          <TextField {...common} name="title" label={t.name} max={150} autoComplete="off" />
          <TextArea {...common} name="text" label={t.summary} rows={4} max={2000} />
          <Choice {...common} name="kind" label={words.write.way} value="ordinary" row options={[{ value: 'ordinary', label: words.kindNames.ordinary }, { value: 'referendum', label: words.kindNames.referendum }]} />
          <Seen does="link" view={view} signers="" state="collecting" />
          <p className="actions"><Button kind="main" icon="linked">{t.add}</Button></p>
        </ActionForm>
      </>
    )
  },
})

async function toUpdate(ctx: Ctx, id: string) {
  const at = await elsewhereOf(ctx, id)
  if (!at) throw new NotFound()
  const subject = await subjectOf(ctx, id)
  allow(ctx, can.link, subject)
  return { id, at, title: inLanguage(subject.title, ctx.language) }
}
/** What is seen there now. */
export const updatePage = page('/initiatives/:initiativeId/elsewhere', {
  read: (ctx, { initiativeId }) => toUpdate(ctx, initiativeId),
  forms: { seen: fields(seenForm, async (ctx, { initiativeId }: { initiativeId: string }, input) => { await updateElsewhere(ctx, initiativeId, input); return { to: `/initiatives/${initiativeId}` } }) },
  head: (_its, { language }) => ({ title: initiativeWords(language).elsewhere.update, hidden: true, place: 'participate' }),
  view({ id, at, title }, view) {
    const words = initiativeWords(view.language)
    return (
      <>
        <PageHead title={words.elsewhere.update} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }, { to: view.href(`/initiatives/${id}`), name: title }]} />
        <ActionForm does="seen">
          <ErrorSummary failed={view.failed} does="seen" labels={{ signers: words.elsewhere.signers }} words={words.problems} language={view.language} />
          <Seen does="seen" view={view} signers={String(at.signers)} state={at.state} />
          <p className="actions"><Button kind="main" icon="done">{words.elsewhere.save}</Button></p>
        </ActionForm>
      </>
    )
  },
})

function Seen({ does, view, signers, state }: { does: string; view: View; signers: string; state: string }) {
  const words = initiativeWords(view.language)
  const common = { does, failed: view.failed, language: view.language, words: words.problems }
  return (
    <>
      <TextField {...common} name="signers" label={words.elsewhere.signers} inputMode="numeric" value={signers} max={7} autoComplete="off" />
      <Choice {...common} name="state" label={words.elsewhere.state} value={state} row options={elsewhereStates.map((value) => ({ value, label: words.standings[value] }))} />
    </>
  )
}
