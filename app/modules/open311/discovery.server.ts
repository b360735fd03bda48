import { createHash } from 'node:crypto'
import { eq, ne } from 'drizzle-orm'
import { type Ctx, municipalityAddress } from '#core/context/context.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { categoryRows } from '#modules/feedback/server'
import { contentType, formats, type Value } from './formats.ts'
import { can } from './permissions.ts'
import { changeset } from './schema.server.ts'
import { open311Words } from './texts/index.ts'

/** Where programs find the calls: the address that discovery names. It ends in a slash, which some programs need and none minds. */
const endpointOf = (ctx: Ctx, baseUrl: string) => `${municipalityAddress(baseUrl, ctx.municipality)}/open311/v2/`

/** The discovery document: which interface there is, where, and since when its services are as they are. */
export async function discovery(ctx: Ctx, baseUrl: string): Promise<Value> {
  allowAnyone(ctx, can.read)
  const t = open311Words(ctx.language)
  const [row] = await ctx.db.select({ at: changeset.at }).from(changeset).where(eq(changeset.municipalityId, ctx.scope.municipalityId))
  const { day, time } = wallClock(row?.at ?? ctx.municipality.createdAt)
  const since = `${day} ${time.slice(0, 5)}`
  return {
    changeset: since, contact: t.contact(inLanguage(ctx.municipality.name, ctx.language), ctx.address('/open311')), key_service: t.keyService(ctx.address('/open311')),
    endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url: endpointOf(ctx, baseUrl), changeset: since, type: 'production', formats: formats.map(contentType).map((type) => type.split(';')[0]!) }],
  }
}

/** Notes when the services have become other than they were. Done by the clock; twice changes nothing. */
export async function noteChanges(ctx: Ctx) {
  const digest = createHash('sha256').update(JSON.stringify(await categoryRows(ctx))).digest('base64url')
  await ctx.db.insert(changeset).values({ ...ctx.scope, digest, at: ctx.now }).onConflictDoUpdate({ target: [changeset.municipalityId], set: { digest, at: ctx.now }, setWhere: ne(changeset.digest, digest) })
}
