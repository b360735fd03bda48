import type { Paper } from './paper.ts'

/** The paper as an accessible PDF: tagged, in its language, with bookmarks, ready to be filed. */
export async function pdfOf(paper: Paper): Promise<Uint8Array> {
  throw new Error(`not yet: ${paper.title}`)
}
