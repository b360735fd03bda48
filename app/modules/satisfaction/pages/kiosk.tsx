import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Island } from '#core/http/island.server.tsx'
import { fields, page, problemsOf, resource } from '#core/http/page.ts'
import { readLimited } from '#core/http/serve.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { face, kioskAnswers, takeFromKiosk } from '../answer.server.ts'
import Kiosk from '../islands/kiosk.tsx'
import { kioskOf } from '../kiosks.server.ts'
import { satisfactionWords } from '../texts/index.ts'

type P = { secret: string }

async function read(ctx: Ctx, { secret }: P, query: URLSearchParams) {
  const { question: its } = await kioskOf(ctx, secret)
  const t = satisfactionWords(ctx.language)
  return { name: inLanguage(its.name ?? {}, ctx.language), prompt: inLanguage(its.prompt, ctx.language) || t.prompt, thanked: query.has('thanked'), secret, id: ctx.newId() }
}

/** A tablet in a lobby: the question and five faces over the whole screen. Nobody is on it, and nothing of anybody. */
export default page('/ask/kiosk/:secret', {
  read,
  forms: {
    face: fields(z.object({ value: face, id: z.uuid() }), async (ctx, { secret }: P, { value, id }) => {
      await takeFromKiosk(ctx, await kioskOf(ctx, secret), { answers: [{ id, value, words: '', at: ctx.now.toISOString() }] })
      return { to: `/ask/kiosk/${secret}?thanked` }
    }),
  },
  head: ({ name }) => ({ title: name, hidden: true }),
  view({ name, prompt, thanked, secret, id }, view) {
    const t = satisfactionWords(view.language)
    return (
      <div className="kiosk">
        <h1>{name}</h1><p className="lead">{prompt}</p>
        {thanked && <p role="status"><b>{t.kiosk.thanks}</b></p>}
        <Island of={Kiosk} props={{ to: view.href(`/ask/kiosk/${secret}/answers`), id, faces: t.faces, words: { prompt, thanks: t.kiosk.thanks, next: t.kiosk.next, skip: t.kiosk.skip, waits: t.kiosk.waits('#'), ended: t.kiosk.ended, more: t.words, moreHint: t.wordsHint, send: t.sendWords } }} />
      </div>
    )
  },
})

const readJson = async (request: Request): Promise<unknown> => {
  const bytes = await readLimited(request, 1_000_000)
  try { return JSON.parse(new TextDecoder().decode(bytes)) } catch { return null }
}

/** Where the tablet's answers go, those kept without a network too: JSON `{ answers: [{ id, value, words?, at }] }`. */
export const kioskTakes = resource('/ask/kiosk/:secret/answers', {
  post: async (ctx, { secret }, request) => {
    const its = await kioskOf(ctx, secret)
    const given = kioskAnswers.safeParse(await readJson(request))
    if (!given.success) return { problems: problemsOf(given.error) }
    return Response.json(await takeFromKiosk(ctx, its, given.data), { headers: { 'cache-control': 'no-store' } })
  },
})
