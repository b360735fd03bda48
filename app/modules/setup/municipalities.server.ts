import { asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { type Db, sqlState } from '#core/db/open.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { foundMunicipality } from './found.server.ts'
import { type FoundingForm, foundingOf } from './founding-input.ts'
import { can } from './permissions.ts'

const host = /^(?=.{1,253}(:|$))([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(:\d{1,5})?$/
export const hostsForm = z.object({
  id: z.coerce.number('invalid').int('invalid'),
  hosts: z.string().max(5000, 'tooLong').default('').transform((text) => [...new Set(text.split(/[\s,]+/).map((each) => each.trim().toLowerCase()).filter(Boolean))]).refine((hosts) => hosts.every((each) => host.test(each)), 'badHost'),
})

/** The installation's municipalities and where they live. */
export async function allMunicipalities(ctx: Ctx) {
  allow(ctx, can.addMunicipality)
  const rows = await ctx.db.select().from(municipality).orderBy(asc(municipality.id))
  return rows.map((each) => ({ id: each.id, name: inLanguage(each.name, ctx.language), path: each.hosts[0] ?? (each.primary ? '/' : `/${each.slug}`), href: each.hosts[0] ? `//${each.hosts[0]}/` : each.primary ? '/' : `/${each.slug}`, hosts: each.hosts }))
}

/** Adds a municipality to the installation, at its own path until it has a host. `owner` is the connection that sees them all. Returns `slugTaken` and problems by field. */
export async function addMunicipality(ctx: Ctx, owner: Db, input: FoundingForm): Promise<{ id: number } | Mended> {
  allow(ctx, can.addMunicipality)
  const founding = foundingOf(input)
  if ('problems' in founding) return founding
  try {
    return { id: (await foundMunicipality(owner, founding, ctx.now)).municipality.id }
  } catch (cause) {
    if (sqlState(cause).code === '23505') return problems({ nameFi: 'slugTaken' })
    throw cause
  }
}

/** Gives a municipality its own host names, each of which is one municipality's. Returns `hostTaken`. */
export async function changeHosts(ctx: Ctx, owner: Db, { id, hosts }: z.infer<typeof hostsForm>): Promise<Mended | void> {
  allow(ctx, can.addMunicipality)
  return owner.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('hosts', 0))`)
    const all = await tx.select({ id: municipality.id, hosts: municipality.hosts }).from(municipality)
    if (!all.some((each) => each.id === id)) throw new NotFound()
    if (all.some((each) => each.id !== id && each.hosts.some((its) => hosts.includes(its)))) return problems({ hosts: 'hostTaken' })
    await tx.update(municipality).set({ hosts }).where(eq(municipality.id, id))
  })
}
