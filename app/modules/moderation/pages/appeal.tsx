import { fields, page } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { ActionForm, Button, ErrorSummary, TextArea } from '#ui/form.tsx'
import { Card, PageHead, Prose, Section } from '#ui/layout.tsx'
import { appealDecision, appealing, readAppeal } from '../appeal.server.ts'
import { moderationWords } from '../texts/index.ts'

export default page('/appeal/:decisionId', {
  read: (ctx, { decisionId }) => readAppeal(ctx, decisionId),
  forms: { appeal: fields(appealing, (ctx, params: { decisionId: string }, input) => appealDecision(ctx, params.decisionId, input)) },
  head: ({ isComment }, { language }) => ({ title: isComment ? moderationWords(language).appeal.titleComment : moderationWords(language).appeal.title, hidden: true, place: 'me' }),
  view: (its, view) => {
    const words = moderationWords(view.language)
    const t = words.appeal
    return (
      <>
        <PageHead title={its.isComment ? t.titleComment : t.title}><p className="meta"><time dateTime={its.at.toISOString()}>{day(its.at, view.language, view.now)}</time></p></PageHead>
        <Card label={t.why}><b>{words.reasons[its.reason]}</b><p>{its.explanation}</p></Card>
        <Section title={t.your} id="yours">{!its.end && <p className="meta">{t.lead}</p>}<Card><b>{its.title}</b><Prose text={its.text} /></Card><p><a href={view.href(its.path)}>{t.toPlace}</a></p></Section>
        {its.appeal !== null && its.appealedAt && <Section title={t.sent(day(its.appealedAt, view.language, view.now))} id="sent">
          <Card><Prose text={its.appeal} /></Card>
          {its.end ? <Card tone={its.end.act === 'restored' ? 'done' : 'ask'}><b>{its.end.act === 'restored' ? t.restored : t.upheld}</b><p>{its.end.explanation}</p></Card> : <p>{t.waits}</p>}
        </Section>}
        {its.mayAppeal && <ActionForm does="appeal">
          <ErrorSummary failed={view.failed} does="appeal" labels={{ words: t.words }} words={words.problems} language={view.language} />
          <TextArea does="appeal" failed={view.failed} language={view.language} words={words.problems} name="words" label={t.words} hint={t.wordsHint} rows={5} max={2000} />
          <div className="actions"><Button kind="main" icon="sent">{t.send}</Button></div>
        </ActionForm>}
        {!its.mayAppeal && its.appeal === null && <p>{t.over}</p>}
      </>
    )
  },
})
