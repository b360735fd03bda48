import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { organisation } from '#core/identity/schema.server.ts'
import { placeKinds } from '../place-kinds.ts'
import { provider } from '../schema.server.ts'

const p = sql.placeholder
const approved = once((db) => db.select({ id: provider.id, name: organisation.name }).from(provider).innerJoin(organisation, and(eq(organisation.municipalityId, provider.municipalityId), eq(organisation.id, provider.organisationId)))
  .where(and(eq(provider.municipalityId, p('m')), sql`${provider.state} = 'approved'`)).orderBy(asc(organisation.name)).limit(500).prepare('directory_providers'))
const present = once((db) => db.select({ kind: sql<string>`k.kind` }).from(sql`unnest(${p('kinds')}::text[]) k(kind)`).where(sql`exists (select from directory.listing l where l.municipality_id = ${p('m')} and l.kind = k.kind)`).prepare('directory_kinds_present'))

/** Associations and companies that keep services and places here. */
export const providersOf = (ctx: Ctx): Promise<{ id: string; name: string }[]> => approved(ctx.db).execute({ m: ctx.scope.municipalityId })
/** The kinds that the municipality has places of, in the order of the table. */
export async function kindsPresent(ctx: Ctx): Promise<string[]> {
  const all = [...placeKinds.keys()]
  const found = new Set((await present(ctx.db).execute({ m: ctx.scope.municipalityId, kinds: all })).map((row) => row.kind))
  return all.filter((kind) => found.has(kind))
}
