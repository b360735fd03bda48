import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import type { Language } from '#core/text/language.ts'
import { beginningsOf, rootOf, tellingWords } from '#core/text/roots.ts'
import { kinds } from './kind.ts'
import { type Line, lineOf, selectLines } from './list.server.ts'
import { isPublic, subject } from './schema.server.ts'

/** What was asked, understood: a kind named in the words, and the words that are looked for. */
export type Asked = { kind: string | null; words: string[] }
export type Found = { lines: Line[]; /** how many of the results come before the next page; null at the end */ next: number | null; asked: Asked }

const most = 100
const pageSize = 20
/** Below this a near miss is a coincidence. */
const nearEnough = 0.38

const found = once((db) => db.select({ id: sql<string>`f.id`, score: sql<number>`f.score` })
  .from(sql`trail.find(${sql.placeholder('kind')}::text, ${sql.placeholder('every')}::tsquery, ${sql.placeholder('words')}::text[], ${sql.placeholder('some')}::tsquery, ${most}) f`).prepare('trail_find'))
const shown = once((db) => selectLines(db).where(and(eq(subject.municipalityId, sql.placeholder('m')), isPublic, sql`${subject.id} = any(${sql.placeholder('ids')}::uuid[])`)).prepare('trail_found'))

/**
 * Everything public that has the words, in any of their forms, the title weighing most; when that is little, also what has
 * some of them or words much like them (typos, parts of compounds). A kind's name among other words narrows to it.
 * At most a hundred results, twenty at a time. Two queries.
 */
export async function searchSubjects(ctx: Ctx, text: string, options: { from?: number } = {}): Promise<Found> {
  const asked = understand(text)
  const from = Math.max(0, Math.min(options.from ?? 0, most))
  if (asked.words.length === 0) return { lines: [], next: null, asked }
  const spoken = [...new Set<Language>([ctx.language, ...ctx.municipality.languages])]
  const terms = asked.words.map((word) => {
    const forms = [word, dotted(word)].flatMap((each) => [each, ...spoken.flatMap((language) => beginningsOf(each, language))])
    return `(${[...new Set(forms)].map((each) => `${each}:*`).join('|')})`
  })
  // A trigram needs something to bite on: a word's root, unless it is short.
  const words = asked.words.map((typed) => { const word = typed.includes('y') ? dotted(typed) : typed; const root = rootOf(word, ctx.language); return root.length < 5 ? word : root })
  const ids = await found(ctx.db).execute({ kind: asked.kind, every: terms.join(' & '), words, some: terms.join(' | ') })
  const good = ids.filter((each) => each.score >= nearEnough)
  const page = good.slice(from, from + pageSize).map((each) => each.id)
  const rows = page.length ? await shown(ctx.db).execute({ m: ctx.scope.municipalityId, ids: page }) : []
  const byId = new Map(rows.map((row) => [row.id, lineOf(ctx, row)]))
  return { lines: page.flatMap((id) => byId.get(id) ?? []), next: good.length > from + pageSize ? from + pageSize : null, asked }
}

/** As it may have been meant by someone whose keyboard has no ä and ö: Finnish vowels go together, so all of a word's get their dots. */
const dotted = (word: string) => (/[äöå]/.test(word) ? word : word.replaceAll('a', 'ä').replaceAll('o', 'ö'))

/** The kind and the words of a text: letters and digits only, at most eight words. */
export function understand(text: string): Asked {
  const all = [...new Set(text.toLocaleLowerCase('fi').normalize('NFC').match(/[\p{L}\p{N}]{2,40}/gu) ?? [])]
  const kindOf = (word: string) => [...kinds()].find(([, its]) => its.alias.some((alias) => word.startsWith(alias) && word.length <= alias.length + 5))?.[0]
  const named = all.find(kindOf)
  const rest = all.length > 1 ? all.filter((word) => word !== named) : all
  const telling = tellingWords(rest.join(' '), 8)
  const words = (telling.length ? telling : rest).slice(0, 8)
  return { kind: named ? kindOf(named)! : null, words }
}
