import type { Paper } from './paper.ts'

/** The paper as a Word file that can be edited further: real heading styles, header rows, language. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  throw new Error(`not yet: ${paper.title}`)
}
