import { renderToString } from 'react-dom/server'
import type { House } from '#core/context/context.server.ts'
import { Conflict, Refusal } from '#core/errors/errors.ts'
import { readFields } from '#core/http/page.ts'
import { readForm } from '#core/http/serve.server.ts'
import { isLanguage, languages, type Language } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, TextField, type FailedForm } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { guesses } from './code.server.ts'
import { firstRunForm, setUp } from './first-run.server.ts'
import { FoundingFields } from './founding-fields.tsx'
import { setupWords } from './texts/index.ts'

type Installation = House & { municipalities: { all(): Promise<unknown[]>; forget(): void } }

/**
 * The page of the first run, outside every municipality because there is none. Once there is one it leads to the first page.
 */
export function firstRun(house: Installation, assets: { style: string }): (request: Request) => Promise<Response> {
  const guessing = guesses(house.clock)
  const html = (language: Language, status: number, title: string, children: React.ReactNode) => new Response('<!doctype html>' + renderToString(
    <html lang={language}>
      <head><meta charSet="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>{`${title} · Nousu`}</title><meta name="robots" content="noindex" /><link rel="stylesheet" href={assets.style} /><link rel="icon" href="/icon.svg" type="image/svg+xml" /></head>
      <body className="alone">
        <header className="top"><span className="brand"><span className="emblem" aria-hidden="true">N</span><b>Nousu</b></span><span className="grow" />
          <nav className="meta" aria-label={uiWords(language).languageSwitch}>{languages.map((each) => <a key={each} href={`/setup?language=${each}`} hrefLang={each} lang={each} aria-current={each === language ? 'true' : undefined}>{each.toUpperCase()}</a>)}</nav></header>
        <main id="main" className="shell">{children}</main>
      </body>
    </html>), { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })

  const ask = (language: Language, failed?: FailedForm, said?: string, status = failed ? 422 : 200) => {
    const t = setupWords(language)
    return html(language, status, t.first.title, (
      <div className="stack">
        <PageHead title={t.first.title}><p className="lead">{t.first.lead}</p></PageHead>
        {said && <Said tone="late">{said}</Said>}
        {house.mailbox && <Card tone="late" label={t.first.noMail}><p><b>{t.first.noMail}</b> {t.first.noMailText}</p></Card>}
        <ErrorSummary failed={failed} does="found" labels={t.labels} words={t.problems} language={language} />
        <ActionForm does="found" to={`/setup?language=${language}`} plain>
          <Section title={t.first.municipality} id="municipality"><FoundingFields does="found" failed={failed} language={language} /></Section>
          <Section title={t.first.admin} id="admin">
            <TextField does="found" name="adminName" label={t.labels.adminName!} autoComplete="name" failed={failed} language={language} max={80} />
            <TextField does="found" name="adminEmail" type="email" label={t.labels.adminEmail!} hint={t.hints.adminEmail!} autoComplete="email" failed={failed} language={language} max={254} />
            <TextField does="found" name="setupCode" label={t.labels.setupCode!} hint={t.hints.setupCode!} autoComplete="off" failed={failed} words={t.problems} language={language} max={40} />
          </Section>
          <p className="actions"><Button kind="main" icon="done">{t.first.found}</Button></p>
        </ActionForm>
      </div>
    ))
  }

  return async (request) => {
    const language = languageOf(request)
    const t = setupWords(language)
    if ((await house.municipalities.all()).length > 0) return new Response(null, { status: 303, headers: { location: '/' } })
    if (request.method !== 'POST') return ask(language)
    try {
      const form = await readForm(request, { form: 200_000, multipart: 200_000 })
      const values = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string').join('\n')]))
      guessing.ask()
      const read = readFields(firstRunForm, form)
      const done = 'problems' in read ? read : await setUp(house, read.input)
      if ('problems' in done) {
        if (done.problems.setupCode === 'wrongCode') guessing.wasWrong()
        return ask(language, { form: 'found', problems: done.problems, values })
      }
      house.municipalities.forget()
      const its = done.municipality.languages.includes(language) ? language : done.municipality.languages[0]!
      return html(language, 200, t.first.done, <div className="stack"><PageHead title={t.first.done}><p className="lead" role="status">{t.first.doneText}</p></PageHead><p className="actions"><LinkButton to={`/${its}/sign-in?to=/admin`} kind="main" icon="mail">{t.first.signIn}</LinkButton></p></div>)
    } catch (cause) {
      if (cause instanceof Conflict) { house.municipalities.forget(); return new Response(null, { status: 303, headers: { location: '/' } }) }
      if (cause instanceof Refusal) return ask(language, undefined, uiWords(language).refused[cause.status]?.[1] ?? uiWords(language).refused[400]![1], cause.status)
      throw cause
    }
  }
}

function languageOf(request: Request): Language {
  const said = new URL(request.url).searchParams.get('language')
  if (isLanguage(said)) return said
  return (request.headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase()).find(isLanguage) ?? 'fi'
}
