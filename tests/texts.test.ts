import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const found = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name)
  return statSync(path).isDirectory() ? found(path) : name === 'fi.ts' ? [path] : []
})
const dictionaries = found(join(root, 'app')).map((path) => relative(root, path))

type Texts = { [key: string]: string | ((...args: never[]) => string) | Texts | string[] }
async function load(path: string, language: string): Promise<Texts> {
  const module = await import(/* @vite-ignore */ join(root, dirname(path), `${language}.ts`)) as Record<string, Texts>
  return module[language] ?? Object.values(module)[0]!
}
/** Every text by its path, functions called with 2. */
function flat(texts: unknown, path = ''): [string, string][] {
  if (typeof texts === 'string') return [[path, texts]]
  if (typeof texts === 'function') { try { return [[path, String((texts as (...args: unknown[]) => unknown)(2, 2, 2, 2))]] } catch { return [] } }
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([key, value]) => flat(value, path ? `${path}.${key}` : key))
}
/** Words that are the same in two languages. */
const same = /^(Nousu|API|CSV|JSON|Atom|OpenAPI.*|RSS|SMTP|Idea|Idé|E-mail|Status|Text|Information|Data|Administration|Motion|Sport|Video|2 min 2 s|Lista|(?:\{\w+\} ?)+|Suomi|Svenska|English|2|2 2|[^a-zåäö]*)$/i

describe.each(dictionaries)('%s', (path) => {
  test.each(['sv', 'en'])('%s says everything in its own words', async (language) => {
    const fi = new Map(flat(await load(path, 'fi')))
    const other = flat(await load(path, language))
    expect(other.map(([key]) => key).sort()).toEqual([...fi.keys()].sort())
    expect(other.filter(([key, text]) => text.trim() === '' && fi.get(key)!.trim() !== '').map(([key]) => key), 'empty').toEqual([])
    expect(other.filter(([key, text]) => text.length > 3 && text === fi.get(key) && !same.test(text)).map(([key, text]) => `${key}: ${text}`), 'left in Finnish').toEqual([])
  })
  test('the Finnish is written, not left over', async () => {
    for (const [key, text] of flat(await load(path, 'fi'))) if (!/undefined/.test(text)) expect(text, key).not.toMatch(/TODO|FIXME|lorem|xxx|\[object/i)
  })
})

test('pages and parts hold no Finnish of their own: words live in texts', () => {
  const views = (folder: string): string[] => readdirSync(folder).flatMap((name) => { const path = join(folder, name); return statSync(path).isDirectory() ? views(path) : name.endsWith('.tsx') && !name.includes('.test.') ? [path] : [] })
  const loose = views(join(root, 'app')).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/>\s*([A-ZÅÄÖa-zåäö][a-zåäö]{2,}(?: [a-zåäö,]{2,})+[.!?]?)\s*</g)].map((match) => `${relative(root, path)}: ${match[1]}`))
  expect(loose).toEqual([])
})
