import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { day, dayAndTime } from '#core/text/format.ts'
import { inLanguage, type Language, type Translated } from '#core/text/language.ts'
import { everyEvent } from '#core/trail/event.ts'
import { kindName, kinds, senderPath } from '#core/trail/kind.ts'
import { type Block, htmlOfBlocks, textOf } from './blocks.server.ts'
import { type Letter, rowOf } from './mail.server.ts'
import { mail } from './schema.server.ts'
import { leaveToken, stopToken } from './stop.server.ts'
import { mailWords } from './texts/index.ts'
import { noticePath, noticeWords } from './words.server.ts'

/** A notice with everything its letter needs. */
export type Told = {
  id: string; kind: string; data: Record<string, unknown>; at: Date | string; read: boolean; person_id: string | null; follow_id: string | null
  /** what else than the subject itself is followed: a topic, an area, a unit, a place */ follows: Translated | null; of_subject: boolean; /** the membership of a network that may have brought it, when no follow did */ member_id: string | null; network: Translated | null
  subject_id: string; subject_kind: string; title: Translated; /** when the subject came, and why it is followed */ came: Date | string; why: string | null; visible: boolean; mine: boolean; email: string | null; name: string | null; language: Language
}
// A hidden subject is told of only to its author; one who left the municipality has no address and gets nothing.
export const toldColumns = sql`
  n.id, n.kind, n.data, n.at, n.read_at is not null as read, n.person_id, f.id as follow_id, coalesce(t.name, a.name, u.name, case when f.near_name is not null then jsonb_build_object('fi', f.near_name) end) as follows, f.subject_id is not null as of_subject, w.id as member_id, w.name as network,
  n.subject_id, s.kind as subject_kind, s.title, s.created_at as came, f.why,
  (s.visibility in ('public', 'withdrawn') or s.author_person_id = n.person_id or (s.visibility = 'private' and f.subject_id is not null)) as visible, coalesce(s.author_person_id = n.person_id, false) as mine,
  case when n.person_id is null then f.email when p.left_at is null then p.email end as email, p.name, coalesce(p.language, f.language) as language`
export const toldTables = sql`
  join trail.subject s on s.municipality_id = n.municipality_id and s.id = n.subject_id
  left join trail.follow f on f.municipality_id = n.municipality_id and f.id = n.follow_id
  left join trail.topic t on t.municipality_id = n.municipality_id and t.id = f.topic_id
  left join trail.area a on a.municipality_id = n.municipality_id and a.key = f.area
  left join identity.unit u on u.municipality_id = n.municipality_id and u.id = f.unit_id
  left join identity.person p on p.municipality_id = n.municipality_id and p.id = n.person_id
  left join lateral (
    select r.id, k.name from trail.audience d join trail.professional r on r.municipality_id = d.municipality_id and r.topic_id = d.topic_id and r.person_id = n.person_id
      join trail.topic k on k.municipality_id = r.municipality_id and k.id = r.topic_id
    where n.follow_id is null and d.municipality_id = n.municipality_id and d.subject_id = n.subject_id and d.professionals order by r.since limit 1) w on true`
const batch = 200

/** Writes the mails of notices whose readers want them at once, one per notice. Returns how many notices were gone through. */
export async function writeAtOnce(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.execute<Told>(sql`select ${toldColumns} from notices.notice n ${toldTables}
    where n.municipality_id = ${ctx.scope.municipalityId} and n.rhythm = 'atOnce' and n.mailed_at is null and n.by_mail
    order by n.at limit ${batch} for update of n skip locked`)
  await keepLetters(ctx, rows.filter(wanted).map((row) => atOnce(ctx, row)))
  if (rows.length > 0) await ctx.db.execute(sql`update notices.notice set mailed_at = ${ctx.now} where municipality_id = ${ctx.scope.municipalityId} and id = any(${sql.param(rows.map((row) => row.id))}::uuid[])`)
  return rows.length
}

/** What is worth a letter: what its reader may see, has not seen yet, and has an address for. */
export const wanted = (row: Told) => row.email !== null && row.visible && !row.read

function atOnce(ctx: Ctx, row: Told): Letter {
  const { what } = noticeWords(row, row.language)
  const stopUrl = `${stopOf(ctx, row)}/now` // the mail program's button
  return { ...asLetter(row, [...hello(row), itemOf(ctx, row, 0), foot(ctx, row)]), subject: mailWords(row.language).atOnce(what, titleFor(ctx, row)), stopUrl, kind: 'notice', subjectId: row.subject_id }
}

export const asLetter = (row: Told, blocks: Block[]) => ({ to: row.email!, language: row.language, text: textOf(blocks), html: htmlOfBlocks(blocks, row.language) })
export const hello = (row: Told, then?: string): Block[] => {
  const said = mailWords(row.language).hello(row.name?.split(' ')[0] ?? null)
  return then ? [{ kind: 'text', text: said }, { kind: 'text', text: then }] : [{ kind: 'text', text: said }]
}

/** Its sender, by an address that nobody has confirmed and no account: reads it by its own key. */
const isSender = (row: Told) => row.person_id === null && row.why === 'author' && !!kinds().get(row.subject_kind)?.own
/** What a letter calls the subject. To a sender whose address is not confirmed only what it is and since when, so that the house mails nobody's words to whom they please. */
export const titleFor = (ctx: Ctx, row: Told): string => (isSender(row) ? `${kindName(row.subject_kind, row.language)} ${day(new Date(row.came), row.language, ctx.now)}` : inLanguage(row.title, row.language))

/** A subject in a letter: what happened to it last, how many changes there were before that, the way to it, and the end of its mail. */
export function itemOf(ctx: Ctx, row: Told, before: number): Block {
  const t = mailWords(row.language)
  const { what, sentence } = noticeWords(row, row.language)
  const follows = row.follows && inLanguage(row.follows, row.language)
  const network = networkOf(row)
  return {
    kind: 'item', title: titleFor(ctx, row), url: ctx.address(isSender(row) ? senderPath(ctx, { kind: row.subject_kind, id: row.subject_id, why: 'author' }) : noticePath({ data: row.data, subjectKind: row.subject_kind, subjectId: row.subject_id }), row.language),
    lines: [`${what} · ${dayAndTime(new Date(row.at), row.language, ctx.now)}`, ...(sentence ? [`”${sentence}”`] : []), ...(before > 0 ? [t.earlier(before)] : [])],
    see: t.see, stop: { url: stopOf(ctx, row), words: network ? (url) => t.leaveNetwork(inLanguage(network, row.language), url) : !row.follow_id ? t.stopAll : row.of_subject || !follows ? t.stopThis : (url) => t.stopOf(follows, url) },
  }
}

export function foot(ctx: Ctx, row: Told): Block {
  const t = mailWords(row.language)
  const lines = row.person_id ? [t.rhythm(ctx.address('/me/follows', row.language))] : [t.stopAll(stopAllOf(ctx, row))]
  return { kind: 'foot', lines: [...lines, t.from(inLanguage(ctx.municipality.name, row.language))] }
}

/** The network by which this came: what is told widely reaches the professionals whom its audience names. */
const networkOf = (row: Told): Translated | null => (row.member_id && everyEvent.get(row.kind)?.wide ? row.network : null)
/** Where the mail of the follow, or of the network, that brought this ends; a notice that neither brought ends with all of theirs. */
const stopOf = (ctx: Ctx, row: Told) => (networkOf(row) ? ctx.address(`/network/leave/${leaveToken(ctx, row.member_id!)}`, row.language) : row.follow_id ? ctx.address(`/stop/${stopToken(ctx, { kind: 'f', followId: row.follow_id })}`, row.language) : stopAllOf(ctx, row))
export const stopAllOf = (ctx: Ctx, row: Told) =>
  ctx.address(`/stop/${stopToken(ctx, row.person_id ? { kind: 'p', personId: row.person_id } : { kind: 'a', followId: row.follow_id! })}`, row.language)

/** Puts letters into the outbox in one statement. */
export async function keepLetters(ctx: Ctx, letters: Letter[]) {
  if (letters.length === 0) return
  await ctx.db.insert(mail).values(letters.map((letter) => ({ ...ctx.scope, id: ctx.newId(), ...rowOf(letter, ctx.language), createdAt: ctx.now, tryAfter: ctx.now })))
}
