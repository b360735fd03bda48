import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx, Municipality } from '#core/context/context.server.ts'
import { maybePoint } from '#core/http/form-fields.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { names, nameOf } from './founding-input.ts'
import { can } from './permissions.ts'

const whole = (least: number, most: number) => z.preprocess((value) => (typeof value === 'string' && /^\d{1,6}$/.test(value.trim()) ? Number(value) : NaN), z.number('badNumber').int('badNumber').min(least, 'badNumber').max(most, 'badNumber'))
const words = z.string().max(20_000, 'tooLong').default('').transform((text) => [...new Set(text.split(/[\r\n,]+/).map((word) => word.trim().toLowerCase()).filter((word) => word.length >= 2 && word.length <= 60 && !word.includes('\0')))])

/** The rules that an admin sets; days are calendar days. */
export const rulesForm = z.object({ replyDays: whole(1, 90), linksAllowed: whole(0, 50), sendsPerHour: whole(1, 1000), watchedWords: words })
/** What the municipality is called, where its middle is and which hue its main colour has. */
export const lookForm = z.object({ ...names, nameFi: names.nameFi.min(1, 'required'), hue: whole(0, 359), ...maybePoint })

/** The municipality's row as it is now; what a request is given of it may be seconds old. */
export async function ownMunicipality(ctx: Ctx): Promise<Municipality> {
  allow(ctx, can.administer)
  const [its] = await ctx.db.select().from(municipality).where(eq(municipality.id, ctx.scope.municipalityId))
  return its!
}
/** Changes the rules for what is sent from now on; due dates that were promised stay. */
export async function changeRules(ctx: Ctx, input: z.infer<typeof rulesForm>) {
  allow(ctx, can.administer)
  await ctx.db.update(municipality).set({ rules: { ...(await ownMunicipality(ctx)).rules, ...input } }).where(eq(municipality.id, ctx.scope.municipalityId))
}
export async function changeLook(ctx: Ctx, { hue, longitude, latitude, ...its }: z.infer<typeof lookForm>) {
  allow(ctx, can.administer)
  if ((longitude === undefined) !== (latitude === undefined)) return { problems: { [longitude === undefined ? 'longitude' : 'latitude']: 'required' } }
  await ctx.db.update(municipality).set({ name: nameOf(its), hue, ...(longitude === undefined || latitude === undefined ? {} : { longitude, latitude }) }).where(eq(municipality.id, ctx.scope.municipalityId))
}
