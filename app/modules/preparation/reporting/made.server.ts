import { createHash } from 'node:crypto'
import { docxOf } from '#core/documents/docx.server.ts'
import type { Paper } from '#core/documents/paper.ts'
import { pdfOf } from '#core/documents/pdf.server.ts'

/**
 * Papers made lately, by what is in them: a report that many open is made once, also when they ask at the same moment.
 * Nothing depends on it; another process makes its own.
 */
const made = new Map<string, Promise<Uint8Array>>()
const kept = 6

/** The paper as a file. The same paper is the same bytes. */
export function fileOf(kind: 'pdf' | 'docx', paper: Paper): Promise<Uint8Array> {
  const key = `${kind} ${createHash('sha256').update(JSON.stringify(paper)).digest('base64url')}`
  const known = made.get(key)
  made.delete(key)
  const file = known ?? (kind === 'pdf' ? pdfOf : docxOf)(paper)
  made.set(key, file)
  file.catch(() => made.delete(key))
  if (made.size > kept) made.delete(made.keys().next().value!)
  return file
}
