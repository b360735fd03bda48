import type { ImportedItem, Unread } from './row.ts'
import { type Mapping, readTable } from './table.ts'
import { readXml } from './xml.ts'

/** How a text of one format is read. An adapter of a case system is one of these: its file beside the two here, and a line below. */
export type Adapter = { read(text: string, settings: { mapping: Mapping }): ImportedItem[] | Unread; /** an admin may say which column is which */ mapped: boolean; accept: string }

/** The formats that the house reads, by the name that a feed's settings keep. */
export const formats: Record<string, Adapter> = {
  csv: { read: readTable, mapped: true, accept: '.csv,text/csv' },
  rss: { read: readXml, mapped: false, accept: '.rss,.xml,.atom,application/rss+xml,application/atom+xml,text/xml' },
}
