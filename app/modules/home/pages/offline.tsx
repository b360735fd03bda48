import { page, resource } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { PageHead } from '#ui/layout.tsx'
import { homeWords } from '../texts/index.ts'

/** What the service worker shows in place of a page it cannot fetch. The address stays, so trying again is the same address. */
export const offline = page('/offline', {
  read: async () => null,
  head: (_data, { language }) => ({ title: homeWords(language).offline, hidden: true }),
  view(_data, { language }) {
    const t = homeWords(language)
    return (
      <>
        <PageHead title={t.offline}><p className="lead">{t.offlineLead}</p></PageHead>
        <p className="actions"><a className="btn main" href="">{t.again}</a></p>
      </>
    )
  },
})

/** The installed app: one per municipality and language (W3C Web Application Manifest). */
export const manifest = resource('/manifest.webmanifest', {
  async get(ctx, _params, request) {
    const base = new URL(request.url).pathname.replace(/\/manifest\.webmanifest$/, '')
    const t = homeWords(ctx.language)
    const name = inLanguage(ctx.municipality.name, ctx.language)
    return Response.json({
      id: base, name, short_name: t.appShort(name), description: t.appDescription(name), lang: ctx.language, dir: 'ltr',
      start_url: base, scope: base.replace(/\/\w+$/, '/'), display: 'standalone', background_color: '#faf9f6', theme_color: '#0d4d70',
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      ],
      shortcuts: [{ name: t.sendIdea, url: `${base}/ideas/new` }],
    }, { headers: { 'content-type': 'application/manifest+json; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
  },
})
