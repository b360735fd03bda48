import { type Done, fields, page, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead, Prose, Said, Section } from '#ui/layout.tsx'
import { askSender, proposed, rejectFound, undoReject } from '../decide.server.ts'
import { Hits, sureness } from '../hits.tsx'
import { writeOwnIdea } from '../own-idea.server.ts'
import { type ShownFound, showFound } from '../show.server.ts'
import { foundWords } from '../texts/index.ts'

export default page('/found/report/:reportId', {
  read: (ctx, { reportId }) => showFound(ctx, reportId),
  forms: {
    ask: async (ctx, { reportId }) => { await askSender(ctx, reportId); return { to: `/feedback/${reportId}/handle` } },
    askWith: fields(proposed, async (ctx, { reportId }, words): Promise<Done> => { await askSender(ctx, reportId, words); return { to: `/found/report/${reportId}?done=asked` } }),
    reject: async (ctx, { reportId }) => { await rejectFound(ctx, reportId); return { to: `/feedback/${reportId}/handle` } },
    undo: async (ctx, { reportId }) => { await undoReject(ctx, reportId); return { to: `/feedback/${reportId}/handle` } },
    write: fields(proposed, async (ctx, { reportId }, words): Promise<Done> => {
      const done = await writeOwnIdea(ctx, reportId, words)
      return 'problems' in done ? done : { to: `/found/report/${reportId}?done=written` }
    }),
  },
  head: (_found, { language }) => ({ title: foundWords(language).report.title, place: 'desk', hidden: true }),
  view: (found, view) => {
    const t = foundWords(view.language)
    const { reading, asked } = found
    const done = view.query.get('done')
    return (
      <>
        {done === 'asked' && !view.failed && <Said>{t.done.asked(1)}</Said>}
        {done === 'written' && !view.failed && <Said>{t.done.written}</Said>}
        <PageHead title={t.report.title} crumbs={[{ to: view.href('/found'), name: t.title }]}><p className="meta">{found.category} · {found.reference}</p></PageHead>
        <Section title={t.report.words}>
          <Prose text={found.text} lang={found.language === view.language ? undefined : found.language} />
          <p className="actions"><LinkButton to={view.href(`/feedback/${found.id}/handle`)} icon="next">{t.report.toReport}</LinkButton></p>
        </Section>
        <Card label={t.why}>
          <p><Icon name={reading.kind === 'need' ? 'need' : 'idea'} /> <b>{sureness(reading.score, view.language)}{reading.kind ? ` · ${t.kind[reading.kind]}` : ''}</b></p>
          {reading.sentence && reading.sentence !== found.text.trim() && <blockquote>{reading.sentence}</blockquote>}
          <Hits hits={reading.hits} language={view.language} />
        </Card>
        {reading.suggestion && <Suggestion its={reading.suggestion} view={view} />}
        {asked ? <Asked found={found} asked={asked} view={view} /> : reading.state === 'rejected'
          ? <Card label={t.title}><p>{t.wasRejected}</p><ActionForm does="undo" className="inline"><Button icon="restored">{t.undo}</Button></ActionForm></Card>
          : found.live && <>
            <Words does="askWith" title={t.report.change} hint={t.report.changeHint} send={t.report.send} start={found.draft} view={view} />
            <ActionForm does="reject" className="inline"><Button icon="no">{t.reject}</Button></ActionForm>
          </>}
      </>
    )
  },
})

function Suggestion({ its, view }: { its: NonNullable<ShownFound['reading']['suggestion']>; view: View }) {
  const t = foundWords(view.language)
  return (
    <Card label={t.model}>
      <p><b>{t.model}</b>: {t.modelSays[its.kind]}</p>
      {its.title && <p><b>{its.title}</b></p>}
      {its.text && <Prose text={its.text} />}
      <p className="hint">{t.modelHint}</p>
    </Card>
  )
}

function Asked({ found, asked, view }: { found: ShownFound; asked: NonNullable<ShownFound['asked']>; view: View }) {
  const t = foundWords(view.language)
  if (asked.bornAt) return <Card tone="done" label={t.becameIdea}><p><Icon name="idea" /> <b>{t.becameIdea}</b></p><p className="actions"><LinkButton to={view.href(`/ideas/${asked.ideaId}`)} icon="next">{t.toIdea}</LinkButton></p></Card>
  if (asked.answer === 'no') return <Card label={t.title}><p>{t.saidNo}</p></Card>
  if (!found.mayWrite || !found.live) return <Card label={t.title}><p>{t.askedUntil(day(asked.until, view.language, view.now))}</p></Card>
  return <><p className="lead">{t.silent}</p><Words does="write" title={t.report.own} hint={t.report.ownHint} send={t.report.publish} start={{ title: '', text: '', kind: found.draft.kind }} view={view} /></>
}

function Words({ does, title, hint, send, start, view }: { does: 'askWith' | 'write'; title: string; hint: string; send: string; start: ShownFound['draft']; view: View }) {
  const t = foundWords(view.language)
  const common = { does, failed: view.failed, language: view.language, words: t.problems }
  return (
    <Section title={title} id={does}>
      <p className="hint">{hint}</p>
      <ErrorSummary failed={view.failed} does={does} labels={{ title: t.report.ideaTitle, text: t.report.ideaText, kind: t.kindLabel }} words={t.problems} language={view.language} />
      <ActionForm does={does} label={title}>
        <TextField {...common} name="title" label={t.report.ideaTitle} value={start.title} max={150} />
        <TextArea {...common} name="text" label={t.report.ideaText} value={start.text} rows={6} max={5000} />
        <Choice {...common} row name="kind" label={t.kindLabel} value={start.kind} options={[{ value: 'idea', label: t.kind.idea, icon: 'idea' }, { value: 'need', label: t.kind.need, icon: 'need' }]} />
        <div className="actions"><Button kind="main" icon={does === 'write' ? 'sent' : 'idea'}>{send}</Button></div>
      </ActionForm>
    </Section>
  )
}
