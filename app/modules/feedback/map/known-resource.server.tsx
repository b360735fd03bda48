import { renderToString } from 'react-dom/server'
import { isPoint } from '#core/geo/geo.ts'
import { locate } from '#core/geo/locate.server.ts'
import { resource } from '#core/http/page.ts'
import { KnownList, MeTooForm } from './known-list.tsx'
import { knownNear } from './known.server.ts'
import { mapWords } from './texts/index.ts'

/**
 * What is known near a point, for the page that is being written (`/feedback/known?category=&longitude=&latitude=` or
 * `&place=`): a piece of HTML whose `data-found` is how many, empty when nothing is; as JSON for who asks for JSON.
 * `form` names the MeTooForm of the page; a page without one gets one with it.
 */
export const knownResource = resource('/feedback/known', {
  get: async (ctx, _params, request) => {
    const url = new URL(request.url)
    const get = (name: string, most: number) => (url.searchParams.get(name) ?? '').slice(0, most)
    const given = { longitude: Number.parseFloat(get('longitude', 20)), latitude: Number.parseFloat(get('latitude', 20)) }
    const located = isPoint(given) ? given : get('place', 120) ? await locate(ctx, { name: get('place', 120) }) : null
    const point = located && located !== 'farAway' && located.longitude !== null && located.latitude !== null ? { longitude: located.longitude, latitude: located.latitude } : null
    const known = point ? await knownNear(ctx, { categoryId: get('category', 40), ...point }) : []
    const headers = { 'cache-control': 'private, max-age=15', 'x-robots-tag': 'noindex', vary: 'accept' }
    if (/json/.test(request.headers.get('accept') ?? '')) return Response.json({ known: known.map(({ at, until, ...each }) => ({ ...each, metres: each.metres === null ? null : Math.round(each.metres), at: at.toISOString(), until: until?.toISOString() ?? null })) }, { headers })
    const t = mapWords(ctx.language).known
    const base = url.pathname.replace(/\/feedback\/known$/, '')
    const form = /^[\w-]{1,40}$/.test(get('form', 41)) ? get('form', 41) : undefined
    return new Response(renderToString(
      <div data-found={known.length}>
        {known.length > 0 && (
          <section className="card ask stack tight" aria-label={t.title}>
            <h2>{t.title}</h2><p>{t.lead}</p>
            <KnownList known={known} view={{ language: ctx.language, now: ctx.now, href: (path) => base + path }} form={form ?? 'known-me-too'} />
            {!form && <MeTooForm id="known-me-too" />}
          </section>
        )}
      </div>), { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
  },
})
