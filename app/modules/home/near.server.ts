import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { person } from '#core/identity/schema.server.ts'
import { type Line, lineOf, selectLines } from '#core/trail/list.server.ts'
import { openStages } from '#core/trail/stages.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { answeredKinds } from './moved.server.ts'

export type Near = Line & { metres: number }

const p = sql.placeholder
// The index knows degrees and a degree east is half of one north here: a few too many by degrees, then the nearest by metres.
const nearest = once((db) => selectLines(db)
  .where(and(eq(subject.municipalityId, p('m')), isPublic, isNotNull(subject.longitude), inArray(subject.stage, [...openStages]), sql`${subject.kind} = any(${p('kinds')}::text[])`))
  .orderBy(sql`point(${subject.longitude}, ${subject.latitude}) <-> point(${p('longitude')}::float8, ${p('latitude')}::float8)`).limit(12).prepare('home_nearest'))
const home = once((db) => db.select({ longitude: person.homeLongitude, latitude: person.homeLatitude }).from(person)
  .where(and(eq(person.municipalityId, p('m')), eq(person.id, p('id')))).prepare('home_place'))

/** What is open and nearest to my home, or to the municipality's centre when I have told of no home. */
export async function nearMe(ctx: Ctx, count: number): Promise<{ fromHome: boolean; lines: Near[] }> {
  const [mine] = ctx.actor.kind === 'person' ? await home(ctx.db).execute({ m: ctx.scope.municipalityId, id: ctx.actor.id }) : []
  const fromHome = mine?.longitude != null && mine.latitude != null
  const here = fromHome ? { longitude: mine.longitude!, latitude: mine.latitude! } : { longitude: ctx.municipality.longitude, latitude: ctx.municipality.latitude }
  const rows = await nearest(ctx.db).execute({ m: ctx.scope.municipalityId, ...here, kinds: answeredKinds() })
  const lines = rows.map((row) => ({ ...lineOf(ctx, row), metres: metresBetween(here, { longitude: row.longitude!, latitude: row.latitude! }) }))
  return { fromHome, lines: lines.sort((a, b) => a.metres - b.metres).slice(0, count) }
}
