import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const under = (...patterns: string[]) => patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).filter((path) => !path.includes('node_modules')).sort()

describe('what the pages for engineers name is there', () => {
  const places = ['', 'app', 'app/core', 'app/modules', 'app/modules/ideas'] // the guides speak of a module's own files
  test.each(under('README.md', 'docs/**/*.md', 'app/**/README.md', 'demo/README.md'))('%s', (page) => {
    const text = readFileSync(join(root, page), 'utf8')
    const here = dirname(page)
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1]!).filter((to) => !existsSync(join(root, here, to)))
    const files = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/(?<![\w<:/.])((?:[\w-]+\/)+[\w.-]+\.(?:tsx?|mjs|json|sql|css|md))\b/g)].map((match) => match[1]!)
    expect([...links, ...files.filter((file) => ![...places, here].some((place) => existsSync(join(root, place, file))))]).toEqual([])
  })
})

test('what a file offers to others is used by others', () => {
  const files = under('{app,server,demo,bench,tests,e2e,scripts}/**/*.{ts,tsx,mjs}')
  const words = new Map(files.map((path) => [path, new Set(readFileSync(join(root, path), 'utf8').match(/\w+/g))]))
  const unused = files.flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)]
    .map((match) => match[1]!).filter((name) => !files.some((other) => other !== path && words.get(other)!.has(name))).map((name) => `${path}: ${name}`))
  expect(unused).toEqual([])
})

test('every word of the texts is said somewhere', () => {
  const code = under('app/**/*.{ts,tsx}', 'server/*.ts').filter((path) => !/\/texts\/|\.test\./.test(path)).map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
  const said = new Set(code.match(/\w+/g))
  // names that are put together from parts, or come from a table
  const codes = /^(photo\d|high|substantial|(name|summary|description)_(fi|sv|en))$/
  const unsaid = under('app/**/texts/fi.ts').flatMap((path) => [...readFileSync(join(root, path), 'utf8').replace(/'(?:[^'\\]|\\.)*'|`[^`]*`/g, "''").matchAll(/[{,]\s*(\w+):(?= )/g)]
    .map((match) => match[1]!).filter((name) => !said.has(name) && !codes.test(name)).map((name) => `${path}: ${name}`))
  expect(unsaid).toEqual([])
})
