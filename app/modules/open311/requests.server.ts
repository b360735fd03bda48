import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { report } from '#modules/feedback/server'
import { type Asked, Mistakes } from './asked.server.ts'
import { extensionsOf } from './extensions.ts'
import { mostRequests, readFilters, type Wanted } from './filters.server.ts'
import type { Value } from './formats.ts'
import { can } from './permissions.ts'
import { refused } from './refused.ts'
import { requestRows } from './request-rows.server.ts'

/** A page of requests; `more` is there when pages were asked for. */
export type Listed = { requests: Value; page?: { number: number; size: number; total: number } }

/** GET requests: public reports, newest first, at most a thousand. Named ones are answered whatever else is asked. Throws Refused. */
export async function listRequests(its: Asked): Promise<Listed> {
  const { ctx, all } = its
  allowAnyone(ctx, can.read)
  const extensions = extensionsOf(all('extensions'))
  const named = all('service_request_id').flatMap((each) => each.split(',')).map((each) => each.trim()).filter(Boolean)
  if (named.length) return { requests: await requestRows(ctx, await idsOf(ctx, named.slice(0, mostRequests)), extensions) }
  const wrong = new Mistakes()
  const wanted = await readFilters(its, wrong)
  const size = readWhole(its, ['limit', 'page_size', 'per_page'], mostRequests, wrong), number = readWhole(its, ['page'], 100_000, wrong)
  wrong.settle()
  const paged = size !== undefined || number !== undefined
  const { ids, total } = await found(ctx, wanted, size ?? (paged ? 100 : mostRequests), ((number ?? 1) - 1) * (size ?? 100), paged)
  return { requests: await requestRows(ctx, ids, extensions), ...(paged ? { page: { number: number ?? 1, size: size ?? 100, total } } : {}) }
}

/** One request, as a list of one. Throws 404 for what is not public. */
export async function oneRequest({ ctx, all }: Asked, id: string): Promise<Value> {
  allowAnyone(ctx, can.read)
  const ids = await idsOf(ctx, [id])
  if (ids.length === 0) throw refused(404, 'request', id)
  return requestRows(ctx, ids, extensionsOf(all('extensions')))
}

function readWhole({ get }: Asked, names: string[], most: number, wrong: Mistakes): number | undefined {
  for (const name of names) {
    const said = get(name)
    if (said === undefined) continue
    if (/^\d{1,6}$/.test(said) && Number(said) >= 1 && Number(said) <= most) return Number(said)
    wrong.add(400, 'whole', name, String(most))
  }
  return undefined
}

async function found(ctx: Ctx, wanted: Wanted, most: number, skip: number, counted: boolean): Promise<{ ids: string[]; total: number }> {
  const { rows } = await ctx.db.execute<{ id: string; total: string | null }>(sql`select id, total from open311.found(${JSON.stringify(wanted)}::jsonb, ${most}, ${skip}, ${counted})`)
  const total = counted && rows.length === 0 && skip > 0 ? (await found(ctx, wanted, 1, 0, true)).total : Number(rows[0]?.total ?? 0)
  return { ids: rows.map((row) => row.id), total }
}

/** The ids of public reports by their references, newest first; what is not public is not there. */
async function idsOf(ctx: Ctx, references: string[]): Promise<string[]> {
  const rows = await ctx.db.select({ id: report.id }).from(report)
    .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id), eq(subject.visibility, 'public')))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), inArray(report.reference, references.map((each) => each.toUpperCase()))))
    .orderBy(sql`${report.sentAt} desc, ${report.id} desc`)
  return rows.map((row) => row.id)
}
