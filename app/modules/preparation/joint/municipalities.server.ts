import { z } from 'zod'
import { inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'

/** The names of municipalities and where their things are, by id. */
export async function municipalitiesOf(ctx: Ctx, ids: number[]) {
  const rows = ids.length ? await ctx.db.select().from(municipality).where(inArray(municipality.id, [...new Set(ids)])) : []
  return new Map(rows.map((row) => [row.id, { name: inLanguage(row.name, ctx.language), to: (path: string) => ctx.addressIn(row, path) }]))
}

/** Which of the others is meant. */
export const thatMunicipality = z.object({ municipalityId: z.coerce.number('chooseMunicipality').int('chooseMunicipality').positive('chooseMunicipality').max(2_147_483_647, 'chooseMunicipality') })
