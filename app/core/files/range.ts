/** A part of a file: its first and last byte. */
export type Range = { start: number; end: number }

/**
 * What a Range header asks of a file of `size` bytes (RFC 9110, 14.1.2): one part of it; `none` when no part of it is
 * there (416); null when the whole is to be sent: no header, another unit, one that is not understood, or several parts
 * at once, which a server need not serve in parts.
 */
export function rangeOf(header: string | null | undefined, size: number): Range | 'none' | null {
  const [, from, to] = /^bytes=(?:(?=\d|-\d)(\d*)-(\d*))$/i.exec(header?.replace(/\s+/g, '') ?? '') ?? []
  if (from === undefined || to === undefined) return null
  if (from === '') { const last = Number(to); return last === 0 || size === 0 ? 'none' : { start: Math.max(0, size - last), end: size - 1 } }
  const start = Number(from), end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) return null
  return start >= size ? 'none' : { start, end }
}
