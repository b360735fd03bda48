import type { Ctx } from '#core/context/context.server.ts'
import { previewPath } from '#core/files/pictures.server.ts'
import { page, type View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, Choice, ErrorSummary, TextArea } from '#ui/form.tsx'
import { Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { PhotoFields } from '#ui/photo-fields.tsx'
import { fixedAnswers, questionOf } from '../fixed.server.ts'
import { senderForms, senderPath } from '../sender-forms.server.ts'
import { handlingWords } from '../texts/index.ts'
import { asSender, rowOf, type SenderKey } from '../who.server.ts'

/** What the page asks: nothing is answered by opening it, because programs open the links of letters before people do. */
async function readQuestion(ctx: Ctx, key: SenderKey, query: URLSearchParams) {
  const its = await asSender(ctx, key)
  const row = await rowOf(ctx, its.id)
  const live = its.visibility === 'public' || its.visibility === 'private'
  const question = live && row.state === 'done' ? await questionOf(ctx, its.id) : null
  return { path: senderPath(key), title: inLanguage(its.title, ctx.language), question, chosen: fixedAnswers.find((each) => each === query.get('answer')) }
}
type Asked = Awaited<ReturnType<typeof readQuestion>>
const head = (its: Asked, { language }: View) => ({ title: `${handlingWords(language).fixed[its.question?.waits === 2 ? 'titleAgain' : 'title']} ${its.title}`, hidden: true, place: 'participate' as const })

function Question({ its, view }: { its: Asked; view: View }) {
  const words = handlingWords(view.language), t = words.fixed
  const { failed, language } = view
  const crumbs = [{ to: view.href(its.path), name: its.title }]
  if (!its.question) return <><PageHead title={t.title} crumbs={crumbs} /><Empty icon="clock" action={<LinkButton to={view.href(its.path)}>{t.toReport}</LinkButton>}>{t.over}</Empty></>
  const hint = { yes: t.yesHint, no: t.noHint, dontKnow: t.dontKnowHint }
  return (
    <>
      <meta name="referrer" content="same-origin" />
      <PageHead title={its.question.waits === 2 ? t.titleAgain : t.title} crumbs={crumbs}><p className="lead">{t.lead}</p></PageHead>
      <ActionForm does="fixed" upload className="stack wide">
        <ErrorSummary failed={failed} does="fixed" labels={words.labels} words={words.problems} language={language} />
        <Choice does="fixed" name="answer" label={t.choose} failed={failed} language={language} words={words.problems} value={its.chosen ?? its.question.last ?? undefined} options={fixedAnswers.map((value) => ({ value, label: t[value], hint: hint[value] }))} />
        <TextArea does="fixed" name="words" label={t.words} hint={t.wordsHint} rows={3} max={2000} failed={failed} language={language} words={words.problems} optional />
        <details className="fold"><summary>{words.before}</summary><div className="stack"><PhotoFields does="fixed" failed={failed} language={language} places={[1, 2]} preview={(token) => view.href(previewPath(token))} /></div></details>
        <p className="actions"><Button kind="main" icon="sent">{t.send}</Button></p>
      </ActionForm>
    </>
  )
}

/** The question by the letter's link, and for who is signed in. */
export const ownFixed = page('/feedback/own/:token/fixed', {
  read: (ctx, { token }, query) => readQuestion(ctx, { token }, query),
  forms: { fixed: senderForms<'/feedback/own/:token/fixed'>(({ token }) => ({ token })).fixed },
  head, view: (its, view) => <Question its={its} view={view} />,
})
export const fixedPage = page('/feedback/:id/fixed', {
  read: (ctx, { id }, query) => readQuestion(ctx, { id }, query),
  forms: { fixed: senderForms<'/feedback/:id/fixed'>(({ id }) => ({ id })).fixed },
  head, view: (its, view) => <Question its={its} view={view} />,
})
