/** The kinds of files that a matter's background may have: what they are called, and what they are sent as. */
export const fileKinds = {
  pdf: { name: 'PDF', type: 'application/pdf' },
  docx: { name: 'DOCX', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { name: 'XLSX', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: { name: 'PPTX', type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  odt: { name: 'ODT', type: 'application/vnd.oasis.opendocument.text' },
  ods: { name: 'ODS', type: 'application/vnd.oasis.opendocument.spreadsheet' },
} as const
export type FileKind = keyof typeof fileKinds

const ascii = (bytes: Uint8Array, from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length))

/**
 * What a file is, by its content and never by its name: a PDF by its header, office documents by the entries of their zip
 * directory. Null for anything else, and for a document that carries macros.
 */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf'
  const names = entriesOf(bytes)
  if (!names) return null
  if (names.some((name) => /vbaProject\.bin$|^Basic\/|^Scripts\//i.test(name))) return null
  if (names.includes('[Content_Types].xml')) {
    if (names.includes('word/document.xml')) return 'docx'
    if (names.includes('xl/workbook.xml')) return 'xlsx'
    if (names.includes('ppt/presentation.xml')) return 'pptx'
    return null
  }
  // An OpenDocument begins with an entry `mimetype`, stored as it is (ODF 1.2 part 3, 3.3).
  if (ascii(bytes, 30, 8) !== 'mimetype') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const said = ascii(bytes, 38 + view.getUint16(28, true), Math.min(view.getUint32(18, true), 100))
  return said === fileKinds.odt.type ? 'odt' : said === fileKinds.ods.type ? 'ods' : null
}

/** The names in a zip file's central directory (APPNOTE 4.3.12); null when it is no zip or its directory does not hold together. */
function entriesOf(bytes: Uint8Array): string[] | null {
  if (bytes.length < 22 || ascii(bytes, 0, 4) !== 'PK\u0003\u0004') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = -1
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--) if (view.getUint32(at, true) === 0x06054b50) { end = at; break }
  if (end < 0) return null
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const length = view.getUint16(at + 28, true)
    if (at + 46 + length > bytes.length) return null
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}
