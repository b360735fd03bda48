import { z } from 'zod'
import { type Done, fields, page } from '#core/http/page.ts'
import { Island } from '#core/http/island.server.tsx'
import Field from '../../islands/field.tsx'
import { arrange } from '../arrange.server.ts'
import { isFieldSort } from '../data.ts'
import { moved } from '../day-order.ts'
import { Meanwhile } from '../shown/meanwhile.tsx'
import { toldTo } from '../sync.server.ts'
import { fieldWords } from '../texts/index.ts'
import { readField } from '../today.server.ts'

const arranging = z.object({ ids: z.string('invalid').max(10_000).transform((said) => said.split(' ').filter(Boolean)), move: z.string().regex(/^(up|down) [0-9a-f-]{36}$/, 'invalid').optional() })

/** The day's work of the asker's crews. With script it is an instrument that works without a network. */
export default page('/work/field', {
  read: async (ctx, _params, query) => { const sort = query.get('sort'); return { data: await readField(ctx), told: await toldTo(ctx, query.get('came')), sort: isFieldSort(sort) ? sort : 'mine' as const } },
  forms: {
    arrange: fields(arranging, async (ctx, _params, { ids, move }): Promise<Done> => {
      const [way, id] = move?.split(' ') ?? []
      await arrange(ctx, id ? moved(ids, id, { by: way === 'up' ? -1 : 1 }) : ids)
      return { to: '/work/field' }
    }),
  },
  head: (_data, { language }) => ({ title: fieldWords(language).title, place: 'desk', hidden: true }),
  view: ({ data, told, sort }, view) => <><Meanwhile told={told} t={fieldWords(view.language)} /><Island of={Field} props={{ words: fieldWords(view.language), language: view.language, base: view.base, data, at: { order: null, sort } }} /></>,
})

/** The same with nobody's data in it: the service worker keeps it, and without a network it draws what the phone has kept. */
export const fieldShell = page('/work/field/offline', {
  read: async () => null,
  head: (_data, { language }) => ({ title: fieldWords(language).title, hidden: true }),
  view: (_data, view) => <div className="kept-shell"><Island of={Field} props={{ words: fieldWords(view.language), language: view.language, base: view.base, data: null, at: { order: null, sort: 'mine' as const } }} /></div>,
})
