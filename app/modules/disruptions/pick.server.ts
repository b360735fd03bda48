import { eq, and, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { alike, readAsked } from '#core/geo/asked.ts'
import { rootOf } from '#core/text/roots.ts'
import { street } from '#core/geo/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { searchSubjects } from '#core/trail/search.server.ts'
import { subject } from '#core/trail/schema.server.ts'

/** Something that can be picked as where: a street of the addresses, or a place of the directory. */
export type Pick = { kind: 'street' | 'place'; id: string; name: string; detail: string }

/** Streets and places by what somebody wrote, the best of each first; what was picked before stays whatever is looked for. Four queries at most. */
export async function picksOf(ctx: Ctx, q: string, picked: { streets: string[]; places: string[] }): Promise<{ picked: Pick[]; found: Pick[] }> {
  const before = await named(ctx, picked)
  const text = q.trim().slice(0, 80)
  if (text.length < 2) return { picked: before, found: [] }
  const asked = readAsked(text).name
  const { rows } = await ctx.db.execute<{ id: string; fi: string | null; sv: string | null; area: string | null }>(sql`select s.id, s.fi, s.sv, s.area from geo.streets_like(${asked}, ${sql.param([rootOf(asked, 'fi')])}::text[], 20) s`)
  const streets = rows.map((row): Pick & { score: number } => ({ kind: 'street', id: row.id, name: nameOf(ctx, row), detail: row.area ?? '', score: Math.max(...[row.fi, row.sv].map((each) => (each ? alike(asked, each) : 0))) })).filter((each) => each.score >= 0.45).sort((a, b) => b.score - a.score).slice(0, 6).map(({ score: _score, ...its }) => its)
  const places = (await searchSubjects(ctx, text, { kinds: ['place'] })).lines.slice(0, 6).map((line): Pick => ({ kind: 'place', id: line.id, name: line.title, detail: line.place ?? '' }))
  return { picked: before, found: [...streets, ...places].filter((each) => !before.some((one) => one.id === each.id)) }
}
const nameOf = (ctx: Ctx, its: { fi: string | null; sv: string | null }) => (ctx.language === 'sv' ? its.sv ?? its.fi : its.fi ?? its.sv) ?? ''

async function named(ctx: Ctx, { streets, places }: { streets: string[]; places: string[] }): Promise<Pick[]> {
  const [ways, things] = [streets.filter(isId).slice(0, 30), places.filter(isId).slice(0, 30)]
  const m = ctx.scope.municipalityId
  const rows = ways.length ? await ctx.db.select({ id: street.id, fi: street.fi, sv: street.sv, area: street.area }).from(street).where(and(eq(street.municipalityId, m), inArray(street.id, ways))) : []
  const its = things.length ? await ctx.db.select({ id: subject.id, title: subject.title, place: subject.placeName }).from(subject).where(and(eq(subject.municipalityId, m), eq(subject.kind, 'place'), sql`${subject.visibility} = 'public'`, inArray(subject.id, things))) : []
  return [...rows.map((row): Pick => ({ kind: 'street', id: row.id, name: nameOf(ctx, row), detail: row.area ?? '' })), ...its.map((row): Pick => ({ kind: 'place', id: row.id, name: inLanguage(row.title, ctx.language), detail: row.place ?? '' }))]
}
