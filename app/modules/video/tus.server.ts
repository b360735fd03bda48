import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, isProblems, NotFound, TooMuch } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { isLanguage } from '#core/text/language.ts'
import { videoLimits } from '#core/files/media.server.ts'
import { arrivedOf, beginVideo, cancelVideo, thingOf, videoRow } from './begin.server.ts'
import { keys } from './names.ts'
import { can } from './permissions.ts'

// The resumable upload protocol of tus.io, version 1.0.0: core, creation, expiration and termination. Whoever begins an
// upload is the only one who may go on with it; the place it has come to is the size of what is stored.

const spoken = { 'tus-resumable': '1.0.0' }
const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers: { ...spoken, 'cache-control': 'no-store', ...headers } })
const told = (status: number, code: string) => Response.json({ title: code, status }, { status, headers: { ...spoken, 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'tus-version': '1.0.0' } })
const otherVersion = (request: Request) => (request.headers.get('tus-resumable') === '1.0.0' ? null : told(412, 'tusVersion'))
const whole = (text: string | null) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : null)

/** `Upload-Metadata`: names with base64 values, between commas. */
function metadataOf(header: string | null): Record<string, string> {
  return Object.fromEntries((header ?? '').split(',').map((pair) => pair.trim().split(/\s+/)).filter(([name]) => name).map(([name, value]) => [name!, Buffer.from(value ?? '', 'base64').toString('utf8')]))
}

/** POST begins an upload: `Upload-Length`, and in `Upload-Metadata` the subject's id and the language spoken. */
export const uploads = resource('/video-uploads', {
  async post(ctx, _params, request) {
    const wrong = otherVersion(request)
    if (wrong) return wrong
    const { subject = '', language = ctx.language } = metadataOf(request.headers.get('upload-metadata'))
    const bytes = whole(request.headers.get('upload-length'))
    if (bytes === null || bytes === 0) return told(400, 'uploadLength')
    if (bytes > videoLimits.bytes) return told(413, 'videoTooLarge')
    const begun = await beginVideo(ctx, { subjectId: subject, bytes, language: isLanguage(language) ? language : ctx.language })
    if (isProblems(begun)) return told(429, begun.problems.file!)
    const { until } = await arrivedOf(ctx, begun.id)
    return answer(201, { location: `${new URL(request.url).pathname}/${begun.id}`, 'upload-expires': until.toUTCString() })
  },
})

/** HEAD says how much has arrived, PATCH brings more, DELETE takes it all back. */
export const upload = resource('/video-uploads/:videoId', {
  async get(ctx, { videoId }, request) {
    const wrong = otherVersion(request)
    if (wrong) return wrong
    if (request.method !== 'HEAD') throw new NotFound()
    const { arrived, bytes, until } = await arrivedOf(ctx, videoId)
    return answer(200, { 'upload-offset': String(arrived), 'upload-length': String(bytes), 'upload-expires': until.toUTCString() })
  },
  async patch(ctx, { videoId }, request) {
    const wrong = otherVersion(request)
    if (wrong) return wrong
    if (request.headers.get('content-type') !== 'application/offset+octet-stream') return told(415, 'contentType')
    const at = whole(request.headers.get('upload-offset'))
    if (at === null) return told(400, 'uploadOffset')
    const arrived = await takePiece(ctx, videoId, at, request.body)
    return answer(204, { 'upload-offset': String(arrived), 'upload-expires': (await arrivedOf(ctx, videoId)).until.toUTCString() })
  },
  async delete(ctx, { videoId }, request) {
    const wrong = otherVersion(request)
    if (wrong) return wrong
    await cancelVideo(ctx, videoId)
    return answer(204)
  },
})

const writeAt = 1_000_000

/**
 * Takes in the bytes that begin at `at`, which is where the earlier ones ended. What has come when a connection breaks
 * stays. The same piece sent twice at once is written twice at the same place, which is no harm. Returns how much there is.
 * Throws NotFound, SignInNeeded, Forbidden, Conflict('uploadOffset') when `at` is another place, TooMuch beyond what was said.
 */
export async function takePiece(ctx: Ctx, id: string, at: number, body: ReadableStream<Uint8Array> | null): Promise<number> {
  const its = await videoRow(ctx, id)
  const me = allow(ctx, can.edit, thingOf(its))
  if (its.state !== 'uploading' || its.authorPersonId !== me.id) throw new NotFound()
  const key = keys.arriving(ctx, id)
  if (((await ctx.storage.size(key)) ?? 0) !== at) throw new Conflict('uploadOffset')
  let place = at, held: Uint8Array[] = [], holds = 0
  const write = async () => { if (holds > 0) { const bytes = Buffer.concat(held); held = []; holds = 0; await ctx.storage.write(key, place, bytes); place += bytes.length } }
  const reader = body?.getReader()
  for (;;) {
    const piece = await reader?.read().catch(() => null) // a phone in a tunnel: what came stays, and it will ask how much that is
    if (!piece || piece.done) break
    if (place + holds + piece.value.length > its.bytes) { await write(); throw new TooMuch('tooLarge') }
    held.push(piece.value)
    holds += piece.value.length
    if (holds >= writeAt) await write()
  }
  await write()
  return place
}
