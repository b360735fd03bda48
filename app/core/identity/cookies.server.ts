import { createHmac, timingSafeEqual } from 'node:crypto'

/** A cookie's value, decoded. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) {
      const value = part.slice(at + 1).trim()
      try { return decodeURIComponent(value) } catch { return value }
    }
  }
  return undefined
}

/** The text of a cookie signed by better-auth (value, a point, base64 of HMAC-SHA256); undefined when it is not ours. */
export function signedCookieOf(headers: Headers, name: string, secret: string): string | undefined {
  const value = cookieOf(headers, name)
  const at = value?.lastIndexOf('.') ?? -1
  if (!value || at < 1) return undefined
  const text = value.slice(0, at)
  const right = createHmac('sha256', secret).update(text).digest()
  const given = Buffer.from(value.slice(at + 1), 'base64')
  return given.length === right.length && timingSafeEqual(given, right) ? text : undefined
}

/** Adds a response's cookies to those of another. */
export function carryCookies(from: Headers, to: Headers) {
  for (const cookie of from.getSetCookie()) to.append('set-cookie', cookie)
}
