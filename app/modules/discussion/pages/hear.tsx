import { page, resource } from '#core/http/page.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Prose } from '#ui/layout.tsx'
import { confirmHear, removeAsGuest, showHear, stopHear } from '../guests.server.ts'
import { discussionWords } from '../texts/index.ts'

/** The page of a guest's mailed link: hear, stop, remove. Looking changes nothing, because mail programs look too. */
export default page('/comments/hear/:token', {
  read: (ctx, { token }) => showHear(ctx, token),
  forms: {
    hear: (ctx, { token }) => confirmHear(ctx, token),
    stop: (ctx, { token }) => stopHear(ctx, token),
    remove: (ctx, { token }) => removeAsGuest(ctx, token),
  },
  head: ({ state }, { language }) => { const t = discussionWords(language).hear; return { title: state === 'gone' ? t.goneTitle : t.title, place: 'participate', hidden: true } },
  view({ state, text, title, path, removed }, view) {
    const t = discussionWords(view.language), { hear } = t
    return (
      <div className="stack wide">
        <PageHead title={state === 'gone' ? hear.goneTitle : hear.title} crumbs={[{ to: view.href(path.split('?')[0]!), name: title }]}>
          <p className="lead" role={state === 'waits' ? undefined : 'status'}>{state === 'waits' ? hear.ask : state === 'hears' ? hear.hears : removed ? t.removed : hear.gone}</p>
        </PageHead>
        {state === 'waits' && <ActionForm does="hear" plain><p className="actions"><Button kind="main" icon="bell">{hear.yes}</Button></p></ActionForm>}
        {!removed && <Card><b>{hear.yours}</b><Prose text={text} /><p><LinkButton to={view.href(path)} icon="comment">{hear.toComment}</LinkButton></p></Card>}
        {state !== 'gone' && <ActionForm does="stop" plain><p className="actions"><Button icon="bellOff">{hear.stop}</Button></p></ActionForm>}
        {!removed && (
          <details className="fold">
            <summary>{hear.removeTitle}</summary>
            <ActionForm does="remove" plain><p>{t.removeSure}</p><p className="actions"><Button kind="danger" icon="remove">{t.removeNow}</Button></p></ActionForm>
          </details>
        )}
      </div>
    )
  },
})

/** What a mail program's own button sends its POST to (RFC 8058); a program that only opens the address gets the page. */
export const stopHearNow = resource('/comments/hear/:token/stop', {
  async get(ctx, { token }, request) {
    await showHear(ctx, token)
    return new Response(null, { status: 303, headers: { location: new URL(request.url).pathname.replace(/\/stop$/, '') } })
  },
  async post(ctx, { token }) {
    await stopHear(ctx, token)
    return new Response(discussionWords(ctx.language).hear.goneTitle, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
  },
})
