import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { everyEvent } from '#core/trail/event.ts'
import type { Block } from './blocks.server.ts'
import { asLetter, foot, hello, itemOf, keepLetters, stopAllOf, titleFor, type Told, toldColumns, toldTables, wanted } from './letters.server.ts'
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
  const m = ctx.scope.municipalityId
  const waiting = sql`n.municipality_id = ${m} and n.rhythm = ${rhythm} and n.mailed_at is null and n.by_mail and n.at < ${until}::timestamptz`
  const people = await idsOf(ctx, sql`select n.person_id as id from notices.notice n where ${waiting} and n.person_id is not null group by n.person_id order by n.person_id limit ${readersAtOnce}`)
  if (people.length > 0) return round(ctx, waiting, sql`n.person_id = any(${sql.param(people)}::uuid[])`)
  const some = await idsOf(ctx, sql`select n.follow_id as id from notices.notice n where ${waiting} and n.person_id is null group by n.follow_id order by n.follow_id limit ${readersAtOnce}`)
  if (some.length === 0) return 0
  // all that the same addresses follow goes into the same letter; a follow that is gone meanwhile has no address and gets none
  const theirs = await idsOf(ctx, sql`select f.id from trail.follow f where f.municipality_id = ${m} and f.email in (select e.email from trail.follow e where e.municipality_id = ${m} and e.id = any(${sql.param(some)}::uuid[]))`)
  return round(ctx, waiting, sql`n.person_id is null and n.follow_id = any(${sql.param([...new Set([...some, ...theirs])])}::uuid[])`)
}
const idsOf = async (ctx: Ctx, select: SQL) => (await ctx.db.execute<{ id: string }>(select)).rows.map((row) => row.id)

/** Writes the letters of some readers, and marks all that waited for them. */
async function round(ctx: Ctx, waiting: SQL, theirs: SQL): Promise<number> {
  const reader = sql`coalesce(n.person_id::text, f.email, n.id::text)`
  const { rows } = await ctx.db.execute<Waiting>(sql`
    select * from (select ${toldColumns}, ${reader} as reader, count(*) over (partition by ${reader})::int as all, row_number() over (partition by ${reader} order by n.at desc, n.id desc) as nth
      from notices.notice n ${toldTables} where ${waiting} and ${theirs}) one
    where one.nth <= ${noticesOfOne} order by one.reader, one.nth`)
  const letters: Letter[] = []
  let readers = 0
  for (let i = 0, end = 0; i < rows.length; i = end, readers++) {
    while (end < rows.length && rows[end]!.reader === rows[i]!.reader) end++
    const all = rows.slice(i, end).filter(wanted)
    if (all.length > 0) letters.push(digest(ctx, all))
  }
  await keepLetters(ctx, letters)
  await ctx.db.execute(sql`update notices.notice n set mailed_at = ${ctx.now} where ${waiting} and ${theirs}`)
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
  return { ...asLetter(first, blocks), subject: t.digest(groups.length, titleFor(ctx, groups[0]![0]!)), stopUrl: `${stopAllOf(ctx, first)}/now`, kind: 'digest' }
}

/** Mine; what I follow itself (or what grew out of it, or was told to me); what is new on a topic, an area, a unit, near a place or in a network of mine. */
const partOf = (group: Told[]): 0 | 1 | 2 => (group[0]!.mine ? 0 : group.some((row) => (row.follow_id ? row.of_subject : !everyEvent.get(row.kind)?.wide)) ? 1 : 2)
