import { and, eq } from 'drizzle-orm'
import { type Ctx, command, type House, oneAtATime } from '#core/context/context.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import { storePicture } from '#core/files/pictures.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { guest } from '#core/identity/actor.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { followByMail, keepReport, report, writeReceipt } from '#modules/feedback/server'
import { type Asked, Mistakes } from './asked.server.ts'
import type { Value } from './formats.ts'
import { awaitPhotos, fetchPhoto, type Photo } from './media.server.ts'
import { can } from './permissions.ts'
import { refused } from './refused.ts'
import { sent } from './schema.server.ts'
import { readSent } from './send-input.server.ts'
import { open311Words } from './texts/index.ts'
import { useKey } from './use-key.server.ts'

/**
 * POST of a request: reads all of it, takes its photos in with no transaction open, and keeps it as any report is kept.
 * A photo at an address that does not answer does not lose the report: it is tried again. The same `sendKey` twice is one
 * report. Returns the request's id with the notice of its service. Throws Refused.
 */
export async function sendRequest(house: House, its: Asked, form: FormData, sendKey: string | null = null): Promise<Value> {
  const { ctx } = its
  allowAnyone(ctx, can.write)
  const key = await useKey(ctx, its.get('api_key'), ['send'])
  const said = await readSent(its, form)
  const files = await filesIn(ctx, said.files)
  const fetched = await Promise.all(said.urls.map(async (url, index) => ({ url, photo: await fetchPhoto(ctx, url, {}, said.files.length + index) })))
  const photos = [...files, ...fetched.flatMap(({ photo }) => (photo ? [photo] : []))]
  const { category, title, point, address, assetId, email, name, phone } = said
  const mine = sendKey && `open311 ${key.id} ${sendKey}`
  const reference = await command(house, { municipality: ctx.municipality, actor: guest, language: ctx.language }, async (tx) => {
    if (mine) {
      await oneAtATime(tx, mine)
      const [known] = await tx.db.select({ reference: report.reference }).from(report).where(and(eq(report.municipalityId, tx.scope.municipalityId), eq(report.sendKey, mine)))
      if (known) return known.reference
    }
    const kept = await keepReport(tx, {
      categoryId: category.id, text: said.text, answers: said.answers, pictures: photos, channel: 'open311', sendKey: mine,
      ...(title ? { title } : {}), ...point, ...(address ? { address } : {}), ...(assetId ? { assetId } : {}),
      sender: { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}) },
    })
    const { addressId, objectId, objectType, geometry } = said
    await tx.db.insert(sent).values({ ...tx.scope, reportId: kept.id, keyId: key.id, addressId: addressId ?? null, objectId: objectId ?? null, objectType: objectType ?? null, geometry: geometry ?? null, at: tx.now })
    if (email && key.scopes.includes('letters')) await writeReceipt(tx, kept, email, await followByMail(tx, kept.id, email))
    await awaitPhotos(tx, kept.id, fetched.flatMap(({ url, photo }) => (photo ? [] : [url])))
    return kept.reference
  }).catch((cause: unknown) => {
    if (cause instanceof Invalid && cause.code === 'farAway') throw refused(400, 'farAway', 'lat, long')
    throw cause
  })
  const t = open311Words(ctx.language)
  const notice = [inLanguage(category.notice, ctx.language), category.private ? t.privateNotice : ''].filter(Boolean).join(' ')
  return [{ service_request_id: reference, service_notice: notice || null, account_id: said.accountId ?? null }]
}

/** Photos that came with the call. One that is not a picture refuses the call: its sender is still there to mend it. */
export async function filesIn(ctx: Ctx, files: File[]): Promise<Photo[]> {
  const wrong = new Mistakes(), photos: Photo[] = []
  for (const [index, file] of files.entries()) {
    const stored = await storePicture(ctx, new Uint8Array(await file.arrayBuffer()), index)
    if (typeof stored === 'string') wrong.add(400, stored === 'notPicture' ? 'notPicture' : 'pictureTooLarge', file.name.slice(0, 100))
    else photos.push({ ...stored, description: '' })
  }
  wrong.settle()
  return photos
}

/**
 * GET of a token. Requests have their ids at once here, so no call is answered with a token; a report's own id is taken for
 * one, so that a program that keeps those finds the request. Throws 404.
 */
export async function requestOfToken({ ctx }: Asked, token: string): Promise<Value> {
  allowAnyone(ctx, can.read)
  const [its] = isId(token) ? await ctx.db.select({ reference: report.reference }).from(report)
    .innerJoin(sent, and(eq(sent.municipalityId, report.municipalityId), eq(sent.reportId, report.id)))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, token))) : []
  if (!its) throw refused(404, 'token', token)
  return [{ service_request_id: its.reference, token }]
}
