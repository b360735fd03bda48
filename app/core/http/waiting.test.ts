import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { Forbidden } from '#core/errors/errors.ts'
import { town } from '../../../tests/town.ts'
import { afterWaiting, page, resource } from './page.ts'
import { readLimited, serve } from './serve.server.ts'

const { aino, guest, house, municipality } = await town()
/** Connections of the house that hold a transaction open while nothing is asked of them. */
const held = async () => (await house.database.owner.execute<{ n: number }>(sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`)).rows[0]!.n

let open = -1, inside = -1
const heard: string[] = []
const answer = serve({
  house, readShell: async () => null, document: ({ children }) => children, refused: () => null, refusedTitle: () => '',
  routes: [page('/slow', {
    read: async () => null, head: () => ({ title: '' }), view: (_data, { failed }) => failed?.problems.url ?? '',
    forms: { ask: afterWaiting(async (ctx) => {
      if (ctx.actor.kind === 'guest') throw new Forbidden()
      await ctx.db.execute(sql`select 1`)
      open = await held()
      return 'what they said'
    }, async (ctx, _params, waited) => {
      await ctx.db.execute(sql`select 1`)
      inside = await held()
      return waited === 'what they said' ? { to: '/done' } : { problems: { url: 'required' } }
    }) },
  }), resource('/collides', { post: async (_ctx, _params, request) => {
    heard.push(Buffer.from(await readLimited(request, 100)).toString())
    if (heard.length === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    return new Response(null, { status: 204 })
  } })],
})
const post = (who: typeof aino) => answer({ municipality, language: 'fi', base: '/fi', path: '/slow', actor: who.actor }, new Request('http://localhost:3000/fi/slow', { method: 'POST', body: new URLSearchParams({ _do: 'ask' }) }))

test('a form that waits for others holds no transaction while it waits, and gets what came', async () => {
  const done = await post(aino)
  expect([done.status, done.headers.get('location')]).toEqual([303, '/fi/done'])
  expect([open, inside]).toEqual([0, 1])
})
test('who may not is refused before anyone is asked', async () => {
  inside = -1
  expect((await post(guest)).status).toBe(403)
  expect(inside).toBe(-1)
})
test('what collides with another is done again with the same words', async () => {
  const done = await answer({ municipality, language: 'fi', base: '/fi', path: '/collides', actor: aino.actor }, new Request('http://localhost:3000/fi/collides', { method: 'POST', body: 'hei' }))
  expect([done.status, heard]).toEqual([204, ['hei', 'hei']])
})
