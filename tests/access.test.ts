import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyPermission, may } from '#core/permissions/permissions.ts'
import { proposeIdea } from '#modules/ideas/server'
import { publishMatter, putMatter } from '#modules/preparation/server'
import { routes } from '../app/routes.ts'
import { web } from './web.ts'

// Who may do and see what, whole: written in access.table.json, which a change of rules changes in plain sight.
// `UPDATE_ACCESS=1 npm test -- access` writes it anew; read the difference before you commit it.
const file = join(import.meta.dirname, 'access.table.json')
const site = await web()
const idea = await site.aino.does(proposeIdea, { title: 'Uimalaituri Keijärvelle', text: 'Rannalta puuttuu laituri, jolta pääsee veteen.', topicId: site.topics.sports })
const matter = await site.jari.does(putMatter, { title: 'Laituri rantaan', thought: 'Rannalle voisi tehdä esteettömän laiturin.', topicId: site.topics.sports }) as { id: string }
await site.jari.does(publishMatter, matter.id)
/** What stands in each parameter of an address. */
const filled = (path: string) => path.replace(/:(\w+)(\{[^}]*\})?/g, (_all, name: string) => (name === 'matterId' ? matter.id : idea.id))
const roles = ['guest', 'otso', 'aino', 'ry', 'oy', 'leena', 'saara', 'jari', 'mirja', 'antti', 'root'] as const
const thing = { authorPersonId: site.aino.id, authorOrganisationId: null, ownerUnitId: site.units.sports }

const acts = Object.fromEntries([...everyPermission].sort(([a], [b]) => a.localeCompare(b)).map(([name, permission]) => [name, roles.filter((who) => may({ actor: site[who].actor }, permission, thing)).join(' ')]))
const pages: Record<string, string> = {}
for (const route of routes as { path: string; get?: unknown; view?: unknown }[]) {
  if (!route.view && !route.get) continue
  if (/live/.test(route.path)) continue // a stream that does not end; its own test asks by role
  const said = await Promise.all(roles.map(async (who) => {
    const answer = await site.get('/fi' + filled(route.path), who)
    await answer.body?.cancel()
    const to = answer.headers.get('location') ?? ''
    return [who, to.includes('/sign-in?') ? 'sign-in' : String(answer.status)] as const
  }))
  const by = Map.groupBy(said, ([, status]) => status)
  pages[route.path] = [...by].map(([status, whose]) => `${status}: ${whose.length === roles.length ? 'all' : whose.map(([who]) => who).join(' ')}`).join(' · ')
}
const table = { acts, pages }
if (process.env.UPDATE_ACCESS) writeFileSync(file, `${JSON.stringify(table, null, 1)}\n`)
const written = JSON.parse(readFileSync(file, 'utf8')) as typeof table

describe('every act by every role', () => {
  test.each(Object.keys({ ...acts, ...written.acts }))('%s', (name) => { expect(acts[name]).toBe(written.acts[name]) })
})
describe('every page by every role', () => {
  test.each(Object.keys({ ...pages, ...written.pages }))('GET %s', (path) => { expect(pages[path]).toBe(written.pages[path]) })
  test('nothing breaks for anyone', () => { expect(Object.entries(pages).filter(([, said]) => /5\d\d:/.test(said))).toEqual([]) })
})
