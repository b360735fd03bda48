import { type Done, fields, page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { endOf } from '#core/time/local.ts'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, PageHead, Prose, Section } from '#ui/layout.tsx'
import { acceptInvitation, accepting, declineInvitation, declining, readInvitation } from '../answer.server.ts'
import { jointWords } from '../texts/index.ts'

type Its = { its: Awaited<ReturnType<typeof readInvitation>>; view: View<'accept' | 'decline'> }

/** One invitation: what the other municipality has published, and the answer. */
export default page('/joint/:jointId', {
  read: (ctx, { jointId }) => readInvitation(ctx, jointId),
  forms: {
    accept: fields(accepting, async (ctx, { jointId }, input): Promise<Done> => {
      const done = await acceptInvitation(ctx, jointId, input)
      return 'problems' in done ? done : { to: `/matters/${done.id}` }
    }),
    decline: fields(declining, async (ctx, { jointId }, input): Promise<Done> => { await declineInvitation(ctx, jointId, input); return { to: '/joint?done=declined' } }),
  },
  head: (its, { language }) => ({ title: jointWords(language).asks(its.source.municipality), place: 'desk', hidden: true }),
  view(its, view) {
    const t = jointWords(view.language)
    return (
      <>
        <PageHead title={t.asks(its.source.municipality)} crumbs={[{ to: view.href('/joint'), name: t.invitations }]}><p className="lead">{t.lead}</p></PageHead>
        {its.message && <Card tone="ask"><Prose text={its.message} /></Card>}
        <Theirs its={its} view={view} />
        <Accept its={its} view={view} />
        <details className="fold" open={view.failed?.form === 'decline'}>
          <summary><Icon name="no" /> {t.decline}</summary>
          <ErrorSummary failed={view.failed} does="decline" labels={t.labels} words={t.problems} language={view.language} />
          <ActionForm does="decline" label={t.decline}>
            <TextArea does="decline" name="answer" label={t.labels.answer} rows={3} max={1000} optional failed={view.failed} words={t.problems} language={view.language} />
            <p className="actions"><Button icon="no">{t.declineNow}</Button></p>
          </ActionForm>
        </details>
      </>
    )
  },
})

function Theirs({ its: { source }, view }: Its) {
  const t = jointWords(view.language)
  const lang = source.language === view.language ? undefined : source.language
  const conditions = Object.values(source.conditions).filter(Boolean)
  return (
    <Section id="theirs" title={t.theirs(source.municipality)}>
      <Card>
        <h3 lang={source.titleLang}>{source.title}</h3>
        <Prose text={source.thought} lang={lang} />
        {conditions.length > 0 && <div className="stack tight"><p><b>{t.conditions}</b></p>{conditions.map((text, i) => <Prose key={i} text={text} lang={lang} />)}</div>}
        <div className="stack tight"><p><b>{t.phasesTitle}</b></p>
          <ol className="stack tight">{source.phases.map((each, i) => <li key={i}>{inLanguage(each.name, view.language)}{each.endsOn && <small> {t.until(day(endOf(each.endsOn), view.language, view.now))}</small>}</li>)}</ol></div>
        <p><a href={source.to}>{t.readThere}</a></p>
      </Card>
    </Section>
  )
}

function Accept({ its, view }: Its) {
  const t = jointWords(view.language)
  const common = { does: 'accept', failed: view.failed, language: view.language, words: t.problems }
  return (
    <Section id="accept" title={t.accept}>
      <p className="hint">{its.again ? t.acceptAgain : t.acceptLead}</p>
      <ErrorSummary failed={view.failed} does="accept" labels={t.labels} words={t.problems} language={view.language} />
      <ActionForm does="accept" label={t.accept}>
        {its.again ? <><input type="hidden" name="title" value={its.source.title} /><input type="hidden" name="thought" value={its.source.thought} /></> : (
          <>
            <TextField {...common} name="title" label={t.labels.title} value={its.source.title} max={150} />
            <TextArea {...common} name="thought" label={t.labels.thought} value={its.source.thought} rows={6} max={8000} />
            <Select {...common} name="topicId" label={t.labels.topicId} optional empty={t.noTopic} options={its.topics.map((each) => ({ value: each.id, label: each.name }))} />
            {its.units.length > 1 && <Select {...common} name="unitId" label={t.labels.unitId} optional empty={t.topicsUnit} options={its.units.map((each) => ({ value: each.id, label: each.name }))} />}
            <Choice {...common} name="speakers" label={t.labels.speakers} value="signedIn" options={(['anyone', 'signedIn', 'identified'] as const).map((value) => ({ value, label: t.speakers[value] }))} />
            <Choice {...common} name="phases" label={t.labels.phases} value="same" options={(['same', 'own'] as const).map((value) => ({ value, label: t.phases[value] }))} />
          </>
        )}
        <p className="actions"><Button kind="main" icon="done">{its.again ? t.acceptAgainNow : t.acceptNow}</Button></p>
      </ActionForm>
    </Section>
  )
}
