import { page, resource } from '#core/http/page.ts'
import { showStop, stop } from '#core/notices/stop.server.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { noticesWords } from '../texts/index.ts'

/** The stop link of every mail: no sign-in, one button. */
export const stopPage = page('/stop/:token', {
  read: (ctx, { token }) => showStop(ctx, token),
  forms: { stop: (ctx, { token }) => stop(ctx, token) },
  head: (_data, { language }) => ({ title: noticesWords(language).stopTitle, hidden: true }),
  view: (its, view) => {
    const t = noticesWords(view.language)
    if (its.stopped) return <><PageHead title={t.title} /><Said>{t.stopped}</Said><p className="actions"><LinkButton to={view.href('/')}>{t.see}</LinkButton></p></>
    return (
      <>
        <PageHead title={t.stopTitle} />
        <p>{its.kind === 'f' ? t.stopOne : t.stopAll}</p>
        {its.title && <Card label={its.title}><b>{its.title}</b></Card>}
        <ActionForm does="stop" plain><p className="actions"><Button kind="main" icon="bellOff">{t.stopButton}</Button></p></ActionForm>
      </>
    )
  },
})

/**
 * What a mail program's own button sends its POST to (RFC 8058): answers 200 and never redirects, as the RFC asks.
 * A program that only opens the address gets the page with the button.
 */
export const stopNow = resource('/stop/:token/now', {
  async get(ctx, { token }, request) {
    await showStop(ctx, token)
    return new Response(null, { status: 303, headers: { location: new URL(request.url).pathname.replace(/\/now$/, '') } })
  },
  async post(ctx, { token }) {
    await stop(ctx, token)
    return new Response(noticesWords(ctx.language).stopped, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
  },
})
