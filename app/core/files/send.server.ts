import type { Storage } from '#core/ports/storage.server.ts'
import { rangeOf } from './range.ts'

export type Sent = { type: string; /** of bytes that never change under their key */ etag: string; /** anyone may have it: browsers and what stands between keep it for an hour */ public: boolean }

/**
 * Answers with a stored file, or the part of it that is asked for, as it is read from the storage: HEAD, Range, If-Range
 * and If-None-Match as RFC 9110 says. Null when there is no such file.
 */
export async function sendStored(storage: Storage, key: string, request: Request, its: Sent): Promise<Response | null> {
  const size = await storage.size(key)
  if (size === null) return null
  const headers = new Headers({
    'content-type': its.type, etag: its.etag, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff', 'content-disposition': 'inline',
    'cache-control': its.public ? 'public, max-age=3600' : 'private, no-store',
  })
  if (request.headers.get('if-none-match')?.split(',').some((each) => ['*', its.etag].includes(each.trim().replace(/^W\//, '')))) return new Response(null, { status: 304, headers })
  // a date, a weak tag or another tag: what the asker has is not this, so the whole is sent
  const condition = request.headers.get('if-range')
  const range = request.method !== 'GET' || (condition && condition.trim() !== its.etag) ? null : rangeOf(request.headers.get('range'), size)
  if (range === 'none') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}`, 'accept-ranges': 'bytes', 'cache-control': 'no-store' } })
  if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${size}`)
  headers.set('content-length', String(range ? range.end - range.start + 1 : size))
  const body = request.method === 'HEAD' || size === 0 ? null : await storage.read(key, range ?? undefined)
  return new Response(body, { status: range ? 206 : 200, headers })
}
