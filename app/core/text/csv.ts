/**
 * Comma separated values (RFC 4180) that spreadsheets open as they are meant: a mark for UTF-8 in front, and no cell that
 * starts like a formula. A guarded cell gets an apostrophe in front (OWASP, CSV injection); `unguarded` takes it away again.
 */
export const utf8Mark = '\uFEFF'

export type Cell = string | number | boolean | null | undefined

/** One line with its line end. Numbers stay numbers; texts are guarded and quoted when they need it. */
export const csvLine = (cells: Cell[], separator: ',' | ';' = ','): string => `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`

function csvCell(cell: Cell, separator: string): string {
  if (cell === null || cell === undefined) return ''
  // A spreadsheet in Finnish, which is where semicolons come from, writes its decimals with a comma.
  if (typeof cell === 'number') return separator === ';' ? String(cell).replace('.', ',') : String(cell)
  const text = guarded(String(cell))
  return /["\r\n,;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A text that no spreadsheet takes for a formula. */
export const guarded = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)
/** The text that `guarded` was given. */
export const unguarded = (text: string): string => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text)
