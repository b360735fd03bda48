import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { type Line, lineOf, selectLines } from '#core/trail/list.server.ts'
import { openStages } from '#core/trail/stages.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { answeredKinds } from './moved.server.ts'
import type { Reader } from './reader.server.ts'

export type Near = Line & { metres: number }

const p = sql.placeholder
// The index knows degrees and a degree east is half of one north here: a few too many by degrees, then the nearest by metres.
const nearest = once((db) => selectLines(db)
  .where(and(eq(subject.municipalityId, p('m')), isPublic, isNotNull(subject.longitude), inArray(subject.stage, [...openStages]), sql`${subject.kind} = any(${p('kinds')}::text[])`))
  .orderBy(sql`point(${subject.longitude}, ${subject.latitude}) <-> point(${p('longitude')}::float8, ${p('latitude')}::float8)`).limit(12).prepare('home_nearest'))
/** What is open and nearest to my home, or to the municipality's centre when I have told of no home. */
export async function nearMe(ctx: Ctx, home: Reader['home'], count: number): Promise<{ fromHome: boolean; lines: Near[] }> {
  const here = home ?? { longitude: ctx.municipality.longitude, latitude: ctx.municipality.latitude }
  const rows = await nearest(ctx.db).execute({ m: ctx.scope.municipalityId, ...here, kinds: answeredKinds() })
  const lines = rows.map((row) => ({ ...lineOf(ctx, row), metres: metresBetween(here, { longitude: row.longitude!, latitude: row.latitude! }) }))
  return { fromHome: home !== null, lines: lines.sort((a, b) => a.metres - b.metres).slice(0, count) }
}
