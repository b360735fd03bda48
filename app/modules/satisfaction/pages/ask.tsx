import { z } from 'zod'
import { fields, page, type View } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { may } from '#core/permissions/permissions.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { ActionForm, Button, ErrorSummary, TextArea } from '#ui/form.tsx'
import { LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { addWords, face, giveFace, words } from '../answer.server.ts'
import { Faces, Results } from '../faces.tsx'
import { can } from '../permissions.ts'
import { openQuestion, resultsOf, shownToAll } from '../questions.server.ts'
import { satisfactionWords } from '../texts/index.ts'

type P = { code: string }
const given = z.object({ value: face, from: z.enum(['page', 'poster']).catch('page') })

async function read(ctx: Ctx, { code }: P, query: URLSearchParams) {
  const its = await openQuestion(ctx, code)
  const t = satisfactionWords(ctx.language)
  const result = (await resultsOf(ctx, [its.id])).get(its.id)
  const said = face.safeParse(query.get('said'))
  return {
    code: its.code, about: its.about, name: inLanguage(its.name ?? {}, ctx.language), prompt: inLanguage(its.prompt, ctx.language) || t.prompt, closed: its.closedAt !== null, keeps: may(ctx, can.keep, its),
    result: result ? shownToAll(result) : null, number: result?.number ?? 0, said: said.success ? said.data : null, worded: query.has('worded'), categoryId: its.categoryId, from: query.get('from') === 'poster' ? 'poster' as const : 'page' as const,
  }
}

/** One tap on a face, and a free word after it. The address of the poster too. */
export default page('/ask/:code', {
  read,
  forms: {
    face: fields(given, async (ctx, { code }: P, its, { request }) => { await giveFace(ctx, code, its, request); return { to: `/ask/${code}?said=${its.value}` } }),
    words: fields(z.object({ words, said: face }), async (ctx, { code }: P, its, { request }) => { await addWords(ctx, code, its.words, request); return { to: `/ask/${code}?said=${its.said}&worded` } }),
  },
  head: (its, { language }) => ({ title: `${its.name}: ${satisfactionWords(language).title}`, description: its.prompt, place: 'participate', ...(its.said ? { hidden: true } : {}) }),
  view: (its, view) => <Ask its={its} view={view} />,
})

function Ask({ its, view }: { its: Awaited<ReturnType<typeof read>>; view: View<'face' | 'words'> }) {
  const t = satisfactionWords(view.language)
  return (
    <div className="stack wide">
      <PageHead title={its.name} crumbs={[{ to: view.href('/ask'), name: t.title }]}><p className="lead">{its.closed ? t.closed : its.prompt}</p></PageHead>
      {!its.closed && (
        <ActionForm does="face" label={its.prompt}>
          <input type="hidden" name="from" value={its.from} />
          <Faces language={view.language} chosen={its.said ?? undefined} />
        </ActionForm>
      )}
      {its.said !== null && !its.closed && (
        <>
          <Said>{its.worded ? t.wordsKept : t.thanks} {t.yours(t.faces[its.said - 1]!)}</Said>
          {!its.worded && (
            <ActionForm does="words">
              <ErrorSummary failed={view.failed} does="words" labels={{ words: t.words }} language={view.language} />
              <input type="hidden" name="said" value={its.said} />
              <TextArea does="words" name="words" label={t.words} hint={t.wordsHint} failed={view.failed} language={view.language} rows={3} max={1000} optional />
              <p className="actions"><Button icon="sent">{t.sendWords}</Button></p>
            </ActionForm>
          )}
          {its.said <= 2 && (
            <section className="card ask stack tight" aria-labelledby="low"><h2 id="low">{t.low}</h2><p>{t.lowText}</p>
              <p><LinkButton to={view.href(`/feedback/new${its.categoryId ? `?category=${its.categoryId}` : ''}`)} icon="report">{t.lowSend}</LinkButton></p></section>
          )}
        </>
      )}
      <Section id="results" title={t.results}>{its.result ? <Results its={its.result} language={view.language} /> : <p className="hint">{t.few}</p>}</Section>
      <p className="actions">{its.keeps && <LinkButton to={view.href(`/ask/${its.code}/keep`)} icon="settings">{t.keep}</LinkButton>}<a className="touch" href={view.href('/ask')}>{t.everything}</a></p>
    </div>
  )
}
