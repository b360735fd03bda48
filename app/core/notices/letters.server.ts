import { sql } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { dayAndTime } from '#core/text/format.ts'
import { inLanguage, type Language, type Translated } from '#core/text/language.ts'
import { type Block, htmlOfBlocks, textOf } from './blocks.server.ts'
import { type Letter, rowOf } from './mail.server.ts'
import { mail } from './schema.server.ts'
import { stopToken } from './stop.server.ts'
import { mailWords } from './texts/index.ts'
import { noticePath, noticeWords } from './words.server.ts'

/** A notice with everything its letter needs. */
type Told = {
  id: string; kind: string; data: Record<string, unknown>; at: Date | string; read: boolean; person_id: string | null; follow_id: string | null
  subject_id: string; subject_kind: string; title: Translated; visible: boolean; mine: boolean; email: string | null; name: string | null; language: Language
}
// A hidden subject is told of only to its author; one who left the municipality has no address and gets nothing.
const told = sql`
  select n.id, n.kind, n.data, n.at, n.read_at is not null as read, n.person_id, f.id as follow_id, n.subject_id, s.kind as subject_kind, s.title,
    (s.visibility in ('public', 'withdrawn') or s.author_person_id = n.person_id) as visible, coalesce(s.author_person_id = n.person_id, false) as mine,
    case when n.person_id is null then f.email when p.left_at is null then p.email end as email, p.name, coalesce(p.language, f.language) as language
  from notices.notice n
  join trail.subject s on s.municipality_id = n.municipality_id and s.id = n.subject_id
  left join trail.follow f on f.municipality_id = n.municipality_id and f.id = n.follow_id
  left join identity.person p on p.municipality_id = n.municipality_id and p.id = n.person_id`
const batch = 500

/** Writes the mails of notices whose readers want them at once, one per notice. Returns how many notices were gone through. */
export async function writeAtOnce(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.execute<Told>(sql`${told} where n.municipality_id = ${ctx.scope.municipalityId} and n.rhythm = 'atOnce' and n.mailed_at is null
    order by n.at limit ${batch} for update of n skip locked`)
  await write(ctx, rows.filter(wanted).map((row) => atOnce(ctx, row)))
  await mailed(ctx, rows)
  return rows.length
}

/**
 * Writes the digest of the readers who have something told before `until`: one mail each, a subject once with its last
 * state on top of it, their own first. Returns how many readers were gone through; call until it is 0.
 */
export async function writeDigests(ctx: Ctx, until: Date): Promise<number> {
  await oneAtATime(ctx, 'digest')
  const waiting = sql`n.municipality_id = ${ctx.scope.municipalityId} and n.rhythm = 'daily' and n.mailed_at is null and n.at < ${until}`
  const reader = sql`coalesce(n.person_id::text, (select e.email from trail.follow e where e.municipality_id = n.municipality_id and e.id = n.follow_id), n.id::text)`
  const { rows } = await ctx.db.execute<Told & { reader: string }>(sql`
    with readers as (select distinct ${reader} as reader from notices.notice n where ${waiting} limit 200)
    select t.*, r.reader from readers r join (select it.*, ${sql`coalesce(it.person_id::text, it.email, it.id::text)`} as reader from (${told} where ${waiting}) it) t on t.reader = r.reader
    order by t.at desc, t.id desc`)
  const byReader = new Map<string, Told[]>()
  for (const row of rows) byReader.set(row.reader, [...(byReader.get(row.reader) ?? []), row])
  await write(ctx, [...byReader.values()].map((all) => all.filter(wanted)).filter((all) => all.length > 0).map((all) => digest(ctx, all)))
  await mailed(ctx, rows)
  return byReader.size
}

const wanted = (row: Told) => row.email !== null && row.visible && !row.read

function atOnce(ctx: Ctx, row: Told): Letter {
  const t = mailWords(row.language)
  const { what } = noticeWords(row, row.language)
  const stopUrl = `${stopOf(ctx, row)}/now` // the mail program's button
  return { ...asLetter(row, [...hello(row), itemOf(ctx, row, []), foot(ctx, row)]), subject: t.atOnce(what, inLanguage(row.title, row.language)), stopUrl }
}

function digest(ctx: Ctx, newestFirst: Told[]): Letter {
  const first = newestFirst[0]!
  const t = mailWords(first.language)
  const subjects = new Map<string, Told[]>()
  for (const row of newestFirst) subjects.set(row.subject_id, [...(subjects.get(row.subject_id) ?? []), row])
  const groups = [...subjects.values()].sort((a, b) => Number(b[0]!.mine) - Number(a[0]!.mine)) // stable: the newest stays first within each
  const part = (heading: string, its: Told[][]): Block[] => (its.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...its.map(([last, ...before]) => itemOf(ctx, last!, before))])
  const blocks: Block[] = [...hello(first, t.moved), ...part(t.yours, groups.filter(([its]) => its!.mine)), ...part(t.followed, groups.filter(([its]) => !its!.mine)), foot(ctx, first)]
  return { ...asLetter(first, blocks), subject: t.digest(groups.length, inLanguage(groups[0]![0]!.title, first.language)), stopUrl: `${stopAllOf(ctx, first)}/now` }
}

const asLetter = (row: Told, blocks: Block[]) => ({ to: row.email!, language: row.language, text: textOf(blocks), html: htmlOfBlocks(blocks, row.language) })
const hello = (row: Told, then?: string): Block[] => {
  const said = mailWords(row.language).hello(row.name?.split(' ')[0] ?? null)
  return then ? [{ kind: 'text', text: said }, { kind: 'text', text: then }] : [{ kind: 'text', text: said }]
}

function itemOf(ctx: Ctx, row: Told, before: Told[]): Block {
  const t = mailWords(row.language)
  const { what, sentence } = noticeWords(row, row.language)
  return {
    kind: 'item', title: inLanguage(row.title, row.language), url: ctx.address(noticePath({ data: row.data, subjectKind: row.subject_kind, subjectId: row.subject_id }), row.language),
    lines: [`${what} · ${dayAndTime(new Date(row.at), row.language, ctx.now)}`, ...(sentence ? [`”${sentence}”`] : []), ...(before.length > 0 ? [t.earlier(before.length)] : [])],
    see: t.see, stop: { url: stopOf(ctx, row), words: row.follow_id ? t.stopThis : t.stopAll },
  }
}

function foot(ctx: Ctx, row: Told): Block {
  const t = mailWords(row.language)
  const lines = row.person_id ? [t.rhythm(ctx.address('/me/follows', row.language))] : [t.stopAll(stopAllOf(ctx, row))]
  return { kind: 'foot', lines: [...lines, t.from(inLanguage(ctx.municipality.name, row.language))] }
}

/** Where this subject's mail ends; a notice to one who does not follow ends with all of theirs. */
const stopOf = (ctx: Ctx, row: Told) => (row.follow_id ? ctx.address(`/stop/${stopToken(ctx, { kind: 'f', followId: row.follow_id })}`, row.language) : stopAllOf(ctx, row))
const stopAllOf = (ctx: Ctx, row: Told) =>
  ctx.address(`/stop/${stopToken(ctx, row.person_id ? { kind: 'p', personId: row.person_id } : { kind: 'a', followId: row.follow_id! })}`, row.language)

async function write(ctx: Ctx, letters: Letter[]) {
  if (letters.length === 0) return
  await ctx.db.insert(mail).values(letters.map((letter) => ({ ...ctx.scope, id: ctx.newId(), ...rowOf(letter, ctx.language), createdAt: ctx.now, tryAfter: ctx.now })))
}
async function mailed(ctx: Ctx, rows: Told[]) {
  if (rows.length > 0) await ctx.db.execute(sql`update notices.notice set mailed_at = ${ctx.now} where municipality_id = ${ctx.scope.municipalityId} and id = any(${sql.param(rows.map((row) => row.id))}::uuid[])`)
}
