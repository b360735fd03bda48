import { isProblems } from '#core/errors/errors.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { type Done, page, readFields } from '#core/http/page.ts'
import { Island } from '#core/http/island.server.tsx'
import { withQuery } from '#core/http/urls.ts'
import { allow } from '#core/permissions/permissions.ts'
import { Said } from '#ui/layout.tsx'
import Places from '../../islands/places.tsx'
import { can } from '../../permissions.ts'
import { placeAct } from '../act.server.ts'
import { readPlaces } from '../read-places.server.ts'
import { takePlaceAct } from '../take-act.server.ts'
import { placesFieldWords } from '../texts/index.ts'
import { problemSaid } from '../told.ts'

/** One tap by a plain form. The same form with the same button sent twice is one: its id is made of what it says and of when it was drawn. */
async function say(ctx: Ctx, _params: unknown, form: FormData): Promise<Done> {
  const me = allow(ctx, can.openField)
  const words = new FormData()
  for (const [name, value] of form) if (typeof value === 'string' && name !== 'clientId') words.append(name, value)
  words.set('clientId', `form-${ctx.sign('place form', JSON.stringify([me.id, ...words]))}`)
  words.set('person', me.id)
  const back = words.get('back') === 'place', placeId = String(words.get('placeId') ?? '')
  for (const name of ['back', 'asOf']) words.delete(name)
  const read = readFields(placeAct, words)
  if ('problems' in read) return read
  const taken = await takePlaceAct(ctx, read.input)
  if (isProblems(taken)) return taken
  return { to: back ? `/places/${placeId}` : withQuery('/field/places', { place: placeId, came: taken.outcome }) }
}

const one = (query: URLSearchParams, name: string) => query.get(name) || null
/** The places in the asker's care, each with its buttons. With script it is an instrument that works without a network. `?place=`: that one first. */
export default page('/field/places', {
  read: async (ctx, _params, query) => {
    const open = one(query, 'place')
    return { data: await readPlaces(ctx, open ? { also: open } : {}), came: query.get('came'), at: { open, kind: one(query, 'kind'), shown: Math.min(Math.max(0, Math.floor(Number(query.get('shown')) || 0)), 500) } }
  },
  forms: { say },
  head: (_data, { language }) => ({ title: placesFieldWords(language).title, place: 'desk', hidden: true }),
  view: ({ data, came, at }, view) => {
    const t = placesFieldWords(view.language)
    return (
      <>
        {view.failed && <Said tone="late"><p>{problemSaid(Object.values(view.failed.problems)[0] ?? 'other', t)}</p>{(view.failed.values.text || view.failed.values.number) && <p>{view.failed.values.text || view.failed.values.number}</p>}</Said>}
        {came && !view.failed && <Said tone={came === 'older' ? 'late' : 'done'}><p>{came === 'older' ? t.olderPlain : t.taken}</p></Said>}
        <Island of={Places} props={{ words: t, language: view.language, base: view.base, data, at, panel: false }} />
      </>
    )
  },
})

/** The same with nobody's data in it: the service worker keeps it, and without a network it draws what the phone has kept. */
export const placesShell = page('/field/places/offline', {
  read: async () => null,
  head: (_data, { language }) => ({ title: placesFieldWords(language).title, hidden: true }),
  view: (_data, view) => <div className="kept-shell"><Island of={Places} props={{ words: placesFieldWords(view.language), language: view.language, base: view.base, data: null, at: { open: null, kind: null, shown: 0 }, panel: false }} /></div>,
})
