import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Island } from '#core/http/island.server.tsx'
import { fields, page, problemsOf, resource } from '#core/http/page.ts'
import { readLimited } from '#core/http/serve.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { PageHead } from '#ui/layout.tsx'
import Hand from '../islands/hand.tsx'
import { byHand, tap, tapShape } from '../keep-counter.server.ts'
import { occupancyWords } from '../texts/index.ts'

type P = { counterId: string }
const read = async (ctx: Ctx, { counterId }: P) => ({ ...await byHand(ctx, counterId), ids: { in: ctx.newId(), out: ctx.newId(), empty: ctx.newId() } })

/** Counting by hand at the door: one tap for each who comes or leaves. */
export default page('/field/counter/:counterId', {
  read,
  forms: { tap: fields(tapShape, (ctx, { counterId }: P, its) => tap(ctx, counterId, [its]).then(() => undefined)) },
  head: (_its, { language }) => ({ title: occupancyWords(language).byHand.title, hidden: true, place: 'desk' }),
  view(its, view) {
    const t = occupancyWords(view.language).byHand
    const place = inLanguage(its.place, view.language), name = inLanguage(its.name, view.language)
    return (
      <div className="stack wide outdoors">
        <PageHead title={t.title} crumbs={[{ to: view.href(`/places/${its.placeId}`), name: place }]}><p className="meta">{name !== place && <span>{name}</span>}<span>{t.of(its.capacity)}</span></p><p className="lead">{t.lead}</p></PageHead>
        <Island of={Hand} props={{ to: view.href(`/field/counter/${its.id}/taps`), inside: its.inside, ids: its.ids, words: { inside: t.inside, in: t.in, out: t.out, empty: t.empty, waits: t.waits('#'), kept: t.kept, ended: t.ended } }} />
      </div>
    )
  },
})

const taps = z.array(tapShape.required({ at: true })).min(1, 'required').max(200, 'tooLong')
/** Where taps go, those kept without a network too: a JSON list of `{ clientId, what, at }`; answers how many are inside. */
export const handTakes = resource('/field/counter/:counterId/taps', {
  post: async (ctx, { counterId }, request) => {
    let body: unknown
    try { body = JSON.parse(new TextDecoder().decode(await readLimited(request, 100_000))) } catch (cause) { if (cause instanceof SyntaxError) return { problems: { body: 'notJson' } }; throw cause }
    const given = taps.safeParse(body)
    if (!given.success) return { problems: problemsOf(given.error) }
    return Response.json(await tap(ctx, counterId, given.data), { headers: { 'cache-control': 'no-store' } })
  },
})
