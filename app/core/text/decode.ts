/**
 * A file or an answer as text, whatever it says of its encoding: a mark in front is believed; what is valid UTF-8 is UTF-8,
 * because no other text happens to be; the rest is what was said (`charset`), else Windows-1252, which municipalities' older systems write.
 */
export function decode(bytes: Uint8Array, charset?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { /* another */ }
  const said = charset ?? /^[^>]{0,100}encoding=["']([\w.:-]{2,40})["']/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1]
  if (said && !/^utf-?8$/i.test(said)) try { return new TextDecoder(said).decode(bytes) } catch { /* no such encoding */ }
  return new TextDecoder('windows-1252').decode(bytes)
}
