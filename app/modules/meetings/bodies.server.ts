import { and, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { can } from './permissions.ts'
import { body, feed, meeting } from './schema.server.ts'

const name = z.string().trim().max(80, 'tooLong').default('')
export const bodyForm = z.object({ nameFi: name, nameSv: name, nameEn: name, unitId: z.string().default('') })
type BodyForm = z.infer<typeof bodyForm>

const keyOf = (text: string) => text.toLocaleLowerCase('fi').normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40)
const nameOf = (its: BodyForm): Translated => Object.fromEntries([['fi', its.nameFi], ['sv', its.nameSv], ['en', its.nameEn]].filter(([, text]) => text)) as Translated

/** A new body. Its key, from its first name, is in addresses and stays. */
export async function addBody(ctx: Ctx, its: BodyForm): Promise<Mended | { id: string }> {
  allow(ctx, can.administer)
  const title = nameOf(its)
  const key = keyOf(title.fi ?? title.sv ?? title.en ?? '')
  if (!key) return problems({ nameFi: 'required' })
  const [last] = await ctx.db.select({ position: max(body.position) }).from(body).where(eq(body.municipalityId, ctx.scope.municipalityId))
  const id = ctx.newId()
  const added = await ctx.db.insert(body).values({ ...ctx.scope, id, key, name: title, unitId: await unitIdOf(ctx, its), position: (last?.position ?? 0) + 1 }).onConflictDoNothing().returning()
  return added.length ? { id } : problems({ nameFi: 'nameTaken' })
}
/** Renames a body, or gives its meetings to another unit. */
export async function changeBody(ctx: Ctx, id: string, its: BodyForm): Promise<Mended | void> {
  allow(ctx, can.administer)
  const title = nameOf(its)
  if (Object.keys(title).length === 0) return problems({ nameFi: 'required' })
  const changed = isId(id) ? await ctx.db.update(body).set({ name: title, unitId: await unitIdOf(ctx, its) }).where(thisBody(ctx, id)).returning() : []
  if (changed.length === 0) throw new NotFound()
}
/** Takes away a body that has no meetings and no feed of its own. */
export async function removeBody(ctx: Ctx, id: string): Promise<Mended | void> {
  allow(ctx, can.administer)
  if (!isId(id)) throw new NotFound()
  const here = ctx.scope.municipalityId
  const [met] = await ctx.db.select({ id: meeting.id }).from(meeting).where(and(eq(meeting.municipalityId, here), eq(meeting.bodyId, id))).limit(1)
  const [fed] = await ctx.db.select({ id: feed.id }).from(feed).where(and(eq(feed.municipalityId, here), eq(feed.bodyId, id))).limit(1)
  if (met || fed) return problems({ form: 'inUse' })
  await ctx.db.delete(body).where(thisBody(ctx, id))
}
const thisBody = (ctx: Ctx, id: string) => and(eq(body.municipalityId, ctx.scope.municipalityId), eq(body.id, id))
async function unitIdOf(ctx: Ctx, { unitId }: BodyForm): Promise<string | null> {
  const [own] = isId(unitId) ? await ctx.db.select({ id: unit.id }).from(unit).where(and(eq(unit.municipalityId, ctx.scope.municipalityId), eq(unit.id, unitId))) : []
  return own?.id ?? null
}
