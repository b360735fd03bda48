import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { everyEvent } from '#core/trail/event.ts'
import type { Block } from './blocks.server.ts'
import { asLetter, foot, hello, itemOf, keepLetters, stopAllOf, type Told, toldColumns, toldTables, wanted } from './letters.server.ts'
import type { Letter } from './mail.server.ts'
import { mailWords } from './texts/index.ts'

/** Readers gone through at once, and notices read of each: what a round holds in memory, however many there are. */
const readersAtOnce = 100
const noticesOfOne = 60
/** Subjects a letter has; the rest are in the app. */
const subjectsInOne = 25

type Waiting = Told & { reader: string; /** of this reader, read here or not */ all: number }

/**
 * Writes the digest of the readers who have something told before `until`: one mail each, a subject once with its last
 * state on top of it; their own first, then what they follow, then what is new on their topics and areas. Returns how
 * many readers were gone through; call until it is 0. Bounded in memory by the three limits above.
 */
export async function writeDigests(ctx: Ctx, rhythm: 'daily' | 'weekly', until: Date): Promise<number> {
  await oneAtATime(ctx, 'digest')
  const waiting = sql`n.municipality_id = ${ctx.scope.municipalityId} and n.rhythm = ${rhythm} and n.mailed_at is null and n.by_mail and n.at < ${until}::timestamptz`
  const people = await round(ctx, waiting, { readers: sql`select n.person_id as reader from notices.notice n where ${waiting} and n.person_id is not null group by n.person_id order by n.person_id limit ${readersAtOnce}`, theirs: sql`n.person_id = r.reader` })
  if (people > 0) return people
  // whose follow is gone has no address any more
  await ctx.db.execute(sql`update notices.notice n set mailed_at = ${ctx.now} where ${waiting} and n.person_id is null
    and not exists (select from trail.follow f where f.municipality_id = n.municipality_id and f.id = n.follow_id and f.email is not null)`)
  const ofAddress = sql`select f.id from trail.follow f where f.municipality_id = ${ctx.scope.municipalityId} and f.email = r.reader`
  return round(ctx, waiting, {
    readers: sql`select f.email as reader from notices.notice n join trail.follow f on f.municipality_id = n.municipality_id and f.id = n.follow_id where ${waiting} and n.person_id is null group by f.email order by f.email limit ${readersAtOnce}`,
    theirs: sql`n.person_id is null and n.follow_id in (${ofAddress})`,
  })
}

async function round(ctx: Ctx, waiting: SQL, its: { readers: SQL; theirs: SQL }): Promise<number> {
  const { rows } = await ctx.db.execute<Waiting>(sql`
    with readers as (${its.readers})
    select r.reader::text as reader, one.* from readers r cross join lateral (
      select ${toldColumns}, count(*) over ()::int as all from notices.notice n ${toldTables} where ${waiting} and ${its.theirs} order by n.at desc, n.id desc limit ${noticesOfOne}) one
    order by r.reader, one.at desc, one.id desc`)
  if (rows.length === 0) return 0
  const letters: Letter[] = []
  let readers = 0
  for (let i = 0; i < rows.length;) {
    let end = i
    while (end < rows.length && rows[end]!.reader === rows[i]!.reader) end++
    const all = rows.slice(i, end).filter(wanted)
    if (all.length > 0) letters.push(digest(ctx, all))
    readers++
    i = end
  }
  await keepLetters(ctx, letters)
  await ctx.db.execute(sql`with readers as (${its.readers}) update notices.notice n set mailed_at = ${ctx.now} from readers r where ${waiting} and ${its.theirs}`)
  return readers
}

function digest(ctx: Ctx, newestFirst: Waiting[]): Letter {
  const first = newestFirst[0]!
  const t = mailWords(first.language)
  const subjects = new Map<string, Told[]>()
  for (const row of newestFirst) { const its = subjects.get(row.subject_id); if (its) its.push(row); else subjects.set(row.subject_id, [row]) }
  const groups = [...subjects.values()].sort((a, b) => partOf(a) - partOf(b)) // stable: the newest stays first within each
  const shown = groups.slice(0, subjectsInOne)
  const part = (number: number, heading: string): Block[] => {
    const its = shown.filter((group) => partOf(group) === number)
    return its.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...its.map((group) => itemOf(ctx, group[0]!, group.length - 1))]
  }
  const cut = groups.length > shown.length || first.all > noticesOfOne
  const blocks: Block[] = [
    ...hello(first, t.moved), ...part(0, t.yours), ...part(1, t.followed), ...part(2, t.fresh),
    ...(cut ? [{ kind: 'text', text: first.person_id ? t.more(ctx.address('/me/notices', first.language)) : t.moreOf } as Block] : []), foot(ctx, first),
  ]
  return { ...asLetter(first, blocks), subject: t.digest(groups.length, inLanguage(groups[0]![0]!.title, first.language)), stopUrl: `${stopAllOf(ctx, first)}/now` }
}

/** Mine; what I follow itself (or what grew out of it, or was told to me); what is new on a topic, an area, a unit, near a place or in a network of mine. */
const partOf = (group: Told[]): 0 | 1 | 2 => (group[0]!.mine ? 0 : group.some((row) => (row.follow_id ? row.of_subject : !everyEvent.get(row.kind)?.wide)) ? 1 : 2)
