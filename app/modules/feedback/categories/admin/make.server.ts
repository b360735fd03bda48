import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import type { Mended } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { hintsOf, newKey } from '#modules/setup/server'
import { can } from '../../permissions.ts'
import { category } from '../../schema.server.ts'
import { keepCategory } from '../keep.server.ts'
import type { newForm } from './parts.ts'

/** Makes a category from its form, with a key after its Finnish name; without keywords its own words suggest it. */
export async function makeCategory(ctx: Ctx, input: z.infer<typeof newForm>): Promise<{ id: string } | Mended> {
  allow(ctx, can.keepCategories)
  const known = await ctx.db.select({ key: category.key }).from(category).where(eq(category.municipalityId, ctx.scope.municipalityId))
  return keepCategory(ctx, { ...input, key: newKey(input.name.fi ?? '', known), keywords: input.keywords.length ? input.keywords : hintsOf(input.name) })
}
