import { addressOf } from '#core/http/asker-address.server.ts'
import { fields, page } from '#core/http/page.ts'
import { isProblems } from '#core/errors/errors.ts'
import { z } from 'zod'
import { ActionForm, Button, Choice, ErrorSummary, TextArea } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Prose, Said } from '#ui/layout.tsx'
import { complaint, readReported, reportThing } from '../report.server.ts'
import { reasons } from '../schema.server.ts'
import { moderationWords } from '../texts/index.ts'
import { thingOf, thingPath } from '../thing.server.ts'

/** What is reported comes with the form too: handlers are given no query. */
const sent = complaint.extend({ subject: z.string().max(60), comment: z.string().max(60).default('') })

export default page('/report', {
  read: async (ctx, _params, query) => {
    const thing = thingOf(query.get('subject'), query.get('comment'))
    return { ...await readReported(ctx, thing), thing, sent: query.has('sent') }
  },
  forms: {
    report: fields(sent, async (ctx, _params, { subject, comment, ...input }, { request }) => {
      const thing = thingOf(subject, comment)
      const done = await reportThing(ctx, thing, input, addressOf(request))
      return isProblems(done) ? done : { to: `/report?${new URLSearchParams({ subject, ...(comment ? { comment } : {}), sent: '1' })}` }
    }),
  },
  head: ({ isComment }, { language }) => ({ title: isComment ? moderationWords(language).report.titleComment : moderationWords(language).report.title, hidden: true }),
  view: ({ title, text, path, isComment, thing, sent: done, mayModerate }, view) => {
    const t = moderationWords(view.language)
    const its = { does: 'report', failed: view.failed, language: view.language, words: t.problems }
    const says = isComment ? t.report.titleComment : t.report.title
    if (done) return <><PageHead title={says} /><Said>{t.report.thanks}</Said><p>{t.report.thanksMore}</p><LinkButton to={view.href(path)} kind="main">{t.report.back}</LinkButton></>
    return (
      <>
        <PageHead title={says}><p className="lead">{t.report.lead}</p></PageHead>
        <Card label={t.report.what}><b>{title}</b><Prose text={text.length > 600 ? `${text.slice(0, 600)}…` : text} /></Card>
        <ActionForm does="report">
          <ErrorSummary failed={view.failed} does="report" labels={{ reason: t.report.reason, words: t.report.words }} words={t.problems} language={view.language} />
          <input type="hidden" name="subject" value={thing.subjectId} /><input type="hidden" name="comment" value={thing.commentId ?? ''} />
          <Choice {...its} name="reason" label={t.report.reason} options={reasons.map((value) => ({ value, label: t.reasons[value] }))} />
          <TextArea {...its} name="words" label={t.report.words} hint={t.report.wordsHint} optional rows={3} max={1000} />
          <div className="actions"><Button kind="main" icon="report">{t.report.send}</Button><LinkButton to={view.href(path)} kind="quiet">{t.report.back}</LinkButton></div>
        </ActionForm>
        {mayModerate && <p><a href={view.href(thingPath(thing))}>{t.report.moderate}</a></p>}
      </>
    )
  },
})
