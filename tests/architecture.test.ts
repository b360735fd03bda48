import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const modules = readdirSync(join(root, 'app/modules')).filter((name) => statSync(join(root, 'app/modules', name)).isDirectory())

/** Which module may use which, through its two public files. A publisher never knows its subscribers. */
const edges: Record<string, string[]> = JSON.parse(readFileSync(join(root, 'tests/module-edges.json'), 'utf8'))

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })
}
const importsOf = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!)

/** What is wrong with an import, in a sentence, or null. Paths are relative to the project. */
function wrongWith(file: string, wanted: string): string | null {
  const test = /\.test\.tsx?$|^tests\/|^e2e\//.test(file)
  const target = wanted.startsWith('.') ? normalize(join(dirname(file), wanted)) : wanted
  const inside = /^app\/modules\/([^/]+)\//.exec(file)?.[1]
  const clientSide = /\/islands\/|^app\/client/.test(file)
  if (clientSide && /\.server(\.tsx?)?$|^#modules\/\w+\/server$|^node:/.test(wanted)) return `${file} runs in the browser and asks for ${wanted}`
  if (file.startsWith('app/core/') && (target.startsWith('#modules/') || target.startsWith('app/modules/') || target.startsWith('#ui/') || target.startsWith('app/ui/')) && !test) return `core knows no module and no ui: ${file} asks for ${wanted}`
  if (file.startsWith('app/ui/') && (target.startsWith('#modules/') || target.startsWith('app/modules/') || (/^#core\/(?!text\/|time\/)/.test(target)))) return `ui knows no module, and of core only text and time: ${file} asks for ${wanted}`
  if (file.startsWith('app/') && /^(server|demo)\//.test(target) && !test) return `${file} asks for ${wanted}: the app does not know the server`
  const deep = /^(?:#modules|app\/modules)\/([^/]+)\/(.+)$/.exec(target)
  if (deep && deep[1] !== inside) {
    const [, other, what] = deep as unknown as [string, string, string]
    if (target.startsWith('app/modules/') && !test && !/^app\/(routes|document)/.test(file)) return `${file} reaches into ${other} by a path: ${wanted}`
    if (!['server', 'ui'].includes(what) && !test) return `${file} reaches deep into ${other}: ${wanted}`
    if (inside && !test && !edges[inside]?.includes(other)) return `the edge ${inside} → ${other} is not listed (tests/module-edges.json): ${file}`
  }
  return null
}

const all = ['app', 'server', 'demo', 'tests', 'e2e', 'bench'].flatMap((folder) => filesUnder(join(root, folder)))

describe('who may know whom', () => {
  test('every import keeps to the plan of the house', () => {
    const wrong = all.flatMap((path) => importsOf(readFileSync(path, 'utf8')).map((wanted) => wrongWith(relative(root, path), wanted)).filter((each) => each !== null))
    expect(wrong).toEqual([])
  })
  test.each([
    ['app/core/trail/list.server.ts', '#modules/ideas/server', /core knows no module/],
    ['app/ui/trail.tsx', '#core/trail/list.server.ts', /ui knows no module/],
    ['app/modules/ideas/show.server.ts', '../people/me.server.ts', /by a path/],
    ['app/modules/ideas/show.server.ts', '#modules/people/schema.server.ts', /deep/],
    ['app/modules/ideas/islands/map.tsx', '../show.server.ts', /browser/],
    ['app/modules/discussion/add.server.ts', '#modules/desk/server', /edge/],
    ['app/core/db/open.server.ts', '../../../server/settings.ts', /does not know the server/],
  ])('a planted violation is found: %s asks for %s', (file, wanted, said) => {
    expect(wrongWith(file, wanted)).toMatch(said)
  })
  test('modules know each other without a ring, and every edge is used', () => {
    const seen = new Map<string, 'open' | 'done'>()
    const walk = (name: string, path: string[]): void => {
      if (seen.get(name) === 'done') return
      if (seen.get(name) === 'open') throw new Error(`a ring: ${[...path, name].join(' → ')}`)
      seen.set(name, 'open')
      for (const next of edges[name] ?? []) walk(next, [...path, name])
      seen.set(name, 'done')
    }
    for (const name of Object.keys(edges)) walk(name, [])
    const used = new Set(filesUnder(join(root, 'app/modules')).filter((path) => !/\.test\.tsx?$/.test(path)).flatMap((path) => {
      const from = relative(join(root, 'app/modules'), path).split('/')[0]!
      return importsOf(readFileSync(path, 'utf8')).flatMap((wanted) => { const to = /^#modules\/([^/]+)\//.exec(wanted)?.[1]; return to && to !== from ? [`${from} → ${to}`] : [] })
    }))
    expect(Object.entries(edges).flatMap(([from, to]) => to.map((each) => `${from} → ${each}`)).filter((edge) => !used.has(edge))).toEqual([])
  })
})

describe('how a module is written', () => {
  test.each(modules)('%s has a README of at most 40 lines', (name) => {
    const lines = readFileSync(join(root, 'app/modules', name, 'README.md'), 'utf8').trimEnd().split('\n').length
    expect(lines).toBeLessThanOrEqual(40)
  })
  test('no file of the product is longer than 300 lines', () => {
    const long = all.filter((path) => !path.includes('.test.')).map((path) => [relative(root, path), readFileSync(path, 'utf8').split('\n').length] as const).filter(([, lines]) => lines > 300)
    expect(long).toEqual([])
  })
  test('views write no inline style, which the content security policy would block', () => {
    expect(all.filter((path) => path.endsWith('.tsx') && /\sstyle=\{/.test(readFileSync(path, 'utf8'))).map((path) => relative(root, path))).toEqual([])
  })
})
