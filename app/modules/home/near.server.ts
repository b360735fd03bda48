import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { type Line, lineOf, selectLines } from '#core/trail/list.server.ts'
import { isUnderWay, subject } from '#core/trail/schema.server.ts'
import { answeredKinds, everydayKinds } from './moved.server.ts'
import type { Reader } from './reader.server.ts'

export type Near = Line & { metres: number }

const p = sql.placeholder
// The index knows degrees and a degree east is half of one north here: a few too many by degrees, then the nearest by metres.
const nearestOf = (which: SQL, most: number) => sql`(select ${subject.id} from ${subject} where ${subject.municipalityId} = ${p('m')} and ${subject.visibility} = 'public' and ${subject.longitude} is not null and ${isUnderWay} and ${subject.kind} = any(${which}::text[])
  order by point(${subject.longitude}, ${subject.latitude}) <-> point(${p('longitude')}::float8, ${p('latitude')}::float8) limit ${sql.raw(String(most))})`
const nearest = once((db) => selectLines(db).where(and(eq(subject.municipalityId, p('m')), sql`${subject.id} in (${nearestOf(p('kinds') as unknown as SQL, 12)} union all ${nearestOf(p('everyday') as unknown as SQL, 1)})`)).prepare('home_nearest'))
/** What is open and nearest to my home, or to the municipality's centre when I have told of no home. */
export async function nearMe(ctx: Ctx, home: Reader['home'], count: number): Promise<{ fromHome: boolean; lines: Near[] }> {
  const here = home ?? { longitude: ctx.municipality.longitude, latitude: ctx.municipality.latitude }
  const rows = await nearest(ctx.db).execute({ m: ctx.scope.municipalityId, ...here, kinds: answeredKinds().filter((kind) => !everydayKinds().includes(kind)), everyday: everydayKinds() })
  const lines = rows.map((row) => ({ ...lineOf(ctx, row), metres: metresBetween(here, { longitude: row.longitude!, latitude: row.latitude! }) }))
  return { fromHome: home !== null, lines: lines.sort((a, b) => a.metres - b.metres).slice(0, count) }
}
