import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { metresBetween, type Point } from '#core/geo/geo.ts'
import { lengthOnPlane, onPlane } from '#core/geo/mercator.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { category } from '../schema.server.ts'
import { type ReportState, stateRules } from '../states.ts'
import { cardsOf } from './report-cards.server.ts'

/** Something already known where somebody is about to report: an earlier report, or announced works. */
export type Known = {
  kind: 'report' | 'works'; id: string; /** within the municipality */ path: string; title: string; text: string; state: ReportState | 'announced'
  metres: number | null; at: Date; until?: Date; meToos: number; picture: { small: string; description: string } | null; canMeToo: boolean
}
export type Asked = Point & { categoryId: string }

/** Another module tells what it knows near a point, such as announced works and outages. */
type KnownSource = { name: string; find(ctx: Ctx, asked: Asked): Promise<Known[]> }
const sources = new Map<string, KnownSource>()
export const alsoNear = (source: KnownSource) => { sources.set(source.name, source) }

const most = 8
/** What was done this lately may be what somebody is about to report. */
const lately = 30 * 86_400_000

const near = once((db) => db.select({ id: sql<string>`k.id` })
  .from(sql`feedback.known_near(${sql.placeholder('category')}::uuid, ${sql.placeholder('x')}::float8, ${sql.placeholder('y')}::float8, ${sql.placeholder('radius')}::float8, ${sql.placeholder('since')}::timestamptz, ${most}) k`).prepare('feedback_known'))

/**
 * What is known of the same kind of thing near a point, announced works first, then nearest first: at most eight public reports of the category within
 * its radius, open ones and those done in the last 30 days, and what other modules know. Four queries and theirs.
 */
export async function knownNear(ctx: Ctx, asked: Asked): Promise<Known[]> {
  const [reports, others] = await Promise.all([reportsNear(ctx, asked), Promise.all([...sources.values()].map((each) => each.find(ctx, asked)))])
  // An outage is felt far from its middle: it explains what is here, however near an earlier report is.
  return [...others.flat().sort(byDistance), ...reports.sort(byDistance)]
}

const byDistance = (a: Known, b: Known) => (a.metres ?? 0) - (b.metres ?? 0)

async function reportsNear(ctx: Ctx, asked: Asked): Promise<Known[]> {
  if (!isId(asked.categoryId)) return []
  const [its] = await ctx.db.select({ metres: category.duplicateMetres }).from(category).where(and(eq(category.municipalityId, ctx.scope.municipalityId), eq(category.id, asked.categoryId)))
  if (!its || its.metres === 0) return []
  const found = await near(ctx.db).execute({ category: asked.categoryId, ...onPlane(asked), radius: lengthOnPlane(its.metres, asked.latitude), since: new Date(ctx.now.getTime() - lately) })
  return (await cardsOf(ctx, found.map((each) => each.id))).map((each) => ({
    kind: 'report', id: each.id, path: subjectPath('report', each.id), title: each.title, text: each.text, state: each.state, metres: metresBetween(asked, { longitude: each.longitude!, latitude: each.latitude! }),
    at: each.at, meToos: each.meToos, picture: each.picture, canMeToo: stateRules[each.state].open,
  }))
}
