import { sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { areasOf, placesOf } from '#core/trail/facets.server.ts'
import { metresBetween, type Point } from './geo.ts'
import { onPlane } from './mercator.ts'

/** Where a point lies, in words: the nearest door and the nearest known place, each with how far it is, in metres. */
export type Described = { address: { name: string; metres: number } | null; place: { name: string; metres: number } | null; area: string | null }

const nearest = once((db) => db.select({ fi: sql<string | null>`a.fi`, sv: sql<string | null>`a.sv`, number: sql<string>`a.number`, area: sql<string | null>`a.area`, longitude: sql<number>`a.longitude`, latitude: sql<number>`a.latitude` })
  .from(sql`geo.nearest_addresses(${sql.placeholder('x')}::float8, ${sql.placeholder('y')}::float8, 1) a`).prepare('geo_nearest'))

/** A door further than this says nothing of a point. */
const doorReach = 500
/** A place further than this neither. */
const placeReach = 5_000

/** One query besides the known places. */
export async function describePoint(ctx: Ctx, point: Point): Promise<Described> {
  const [door] = await nearest(ctx.db).execute(onPlane(point))
  const doorMetres = door ? metresBetween(point, door) : Infinity
  const known = (await placesOf(ctx)).map((each) => ({ name: each.name, area: each.area, metres: metresBetween(point, each) })).sort((a, b) => a.metres - b.metres)[0]
  const areaKey = doorMetres <= doorReach ? door!.area : known && known.metres <= placeReach ? known.area : null
  return {
    address: door && doorMetres <= doorReach ? { name: `${(ctx.language === 'sv' ? door.sv ?? door.fi : door.fi ?? door.sv) ?? ''} ${door.number}`, metres: Math.round(doorMetres) } : null,
    place: known && known.metres <= placeReach ? { name: known.name, metres: Math.round(known.metres) } : null,
    area: areaKey ? (await areasOf(ctx)).find((each) => each.key === areaKey)?.name ?? areaKey : null,
  }
}
