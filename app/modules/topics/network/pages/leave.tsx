import { page, resource } from '#core/http/page.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { leaveByLink, showLeave } from '../leave.server.ts'
import { networkWords } from '../texts/index.ts'

/** The way out in every letter to a network: no sign-in, one button, because mail programs open links by themselves. */
export const leavePage = page('/network/leave/:token', {
  read: (ctx, { token }) => showLeave(ctx, token),
  forms: { leave: (ctx, { token }) => leaveByLink(ctx, token) },
  head: (_data, { language }) => ({ title: networkWords(language).leaveTitle, hidden: true }),
  view: ({ topic }, view) => {
    const t = networkWords(view.language)
    if (!topic) return <><PageHead title={t.leaveTitle} /><Said>{t.left}</Said><p className="actions"><LinkButton to={view.href('/topics')}>{t.topics}</LinkButton></p></>
    return <><PageHead title={t.leaveTitle} /><p>{t.leaveText(topic.name)}</p><ActionForm does="leave" plain><p className="actions"><Button kind="main" icon="bellOff">{t.leaveNow}</Button></p></ActionForm></>
  },
})

/** What a mail program's own button sends its POST to (RFC 8058): answers 200 and never redirects. */
export const leaveNow = resource('/network/leave/:token/now', {
  async get(ctx, { token }, request) {
    await showLeave(ctx, token)
    return new Response(null, { status: 303, headers: { location: new URL(request.url).pathname.replace(/\/now$/, '') } })
  },
  async post(ctx, { token }) {
    await leaveByLink(ctx, token)
    return new Response(networkWords(ctx.language).left, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
  },
})
