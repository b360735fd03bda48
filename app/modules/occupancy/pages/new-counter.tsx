import type { Ctx } from '#core/context/context.server.ts'
import { fields, page } from '#core/http/page.ts'
import { z } from 'zod'
import { PageHead } from '#ui/layout.tsx'
import { CounterForm } from '../counter-form.tsx'
import { placeForCounter } from '../counters.server.ts'
import { counterForm, makeCounter } from '../keep-counter.server.ts'
import { occupancyWords } from '../texts/index.ts'

const read = (ctx: Ctx, _params: object, query: URLSearchParams) => placeForCounter(ctx, query.get('place') ?? '')

/** A new counter of a place, which the address names. */
export default page('/admin/counters/new', {
  read,
  forms: {
    make: fields(counterForm, async (ctx, _params: object, its, { request }) => {
      const made = await makeCounter(ctx, z.string().catch('').parse(new URL(request.url).searchParams.get('place')), its)
      return 'problems' in made ? made : { to: `/admin/counters/${made.id}` }
    }),
  },
  head: ({ name }, { language }) => ({ title: occupancyWords(language).admin.newFor(name), hidden: true, place: 'desk' }),
  view({ name, ...its }, view) {
    const t = occupancyWords(view.language).admin
    return <div className="stack wide"><PageHead title={t.newFor(name)} crumbs={[{ to: view.href('/admin/counters'), name: t.title }]} /><CounterForm does="make" parts={its} its={{ nameFi: name.slice(0, 80) }} view={view} /></div>
  },
})
