import { renderToString } from 'react-dom/server'
import type { Ctx } from '#core/context/context.server.ts'
import { resource } from '#core/http/page.ts'
import { isPoint } from '#core/geo/geo.ts'
import { locate } from '#core/geo/locate.server.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { similarSubjects } from '#core/trail/similar.server.ts'
import { AlikeList } from './alike.tsx'
import { suggestTopic } from '#core/trail/suggest-topic.server.ts'
import { proposingWords } from './texts/index.ts'

type Written = { title: string; text?: string | undefined; place?: string | undefined; longitude?: number | undefined; latitude?: number | undefined }

/** Ideas like what is being written; `open` ones can be supported. A known place's name is a place too. */
export async function alikeIdeas(ctx: Ctx, { title, text, place, longitude, latitude }: Written) {
  const located = place || longitude !== undefined ? await locate(ctx, { name: place, longitude, latitude }) : null
  const point = located && located !== 'farAway' && located.longitude !== null && located.latitude !== null ? { longitude: located.longitude, latitude: located.latitude } : {}
  const found = await similarSubjects(ctx, { title, text, ...point }, { kind: 'idea' })
  return found.map(({ id, title: its, stage, supports, metres }) => ({ id, title: its, stage, supports, metres, open: isOpen(stage) }))
}

/** The part of a page that shows alike ideas while writing; its `data-topic` is the topic that the words suggest. Empty when there is none. */
export const alikeResource = resource('/ideas/similar', {
  get: async (ctx, _params, request) => {
    const url = new URL(request.url)
    const get = (name: string, most: number) => (url.searchParams.get(name) ?? '').slice(0, most)
    const point = { longitude: Number.parseFloat(get('longitude', 20)), latitude: Number.parseFloat(get('latitude', 20)) }
    const written = { title: get('title', 150), text: get('text', 1500), place: get('place', 120), ...(isPoint(point) ? point : {}) }
    const found = await alikeIdeas(ctx, written)
    const topic = await suggestTopic(ctx, `${written.title} ${written.text}`)
    const t = proposingWords(ctx.language)
    const base = url.pathname.replace(/\/ideas\/similar$/, '')
    return new Response(renderToString(
      <div data-topic={topic?.id ?? ''} data-found={found.length}>
        {found.length > 0 && <section className="card ask stack tight"><h2>{t.similar}</h2><p>{t.similarLead}</p><AlikeList found={found} language={ctx.language} href={(path) => base + path} /></section>}
      </div>), { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, max-age=30', 'x-robots-tag': 'noindex' } })
  },
})
