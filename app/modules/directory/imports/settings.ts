import { z } from 'zod'
import { columns, type Mapping } from './sources/table.ts'

export const sourceKinds = ['ptv11', 'ptv12', 'lipas', 'hauki', 'geojson', 'csv'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What is known of each kind of source: where its interface is, whether a file will do, and whose data it is, to be named where it is shown. */
export const kindFacts: Record<SourceKind, { url: string; file: boolean; licence: { owner: string; name: string; url: string } | null }> = {
  ptv11: { url: 'https://api.palvelutietovaranto.suomi.fi/api/v11', file: false, licence: { owner: 'Suomi.fi-palvelutietovaranto, Digi- ja väestötietovirasto', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
  ptv12: { url: 'https://api-gw.palvelutietovaranto.suomi.fi/api/v12', file: false, licence: { owner: 'Suomi.fi-palvelutietovaranto, Digi- ja väestötietovirasto', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
  lipas: { url: 'https://api.lipas.fi/v2', file: false, licence: { owner: 'LIPAS, Jyväskylän yliopisto', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
  hauki: { url: '', file: true, licence: null }, geojson: { url: '', file: true, licence: null }, csv: { url: '', file: true, licence: null },
}

const mapping = z.partialRecord(z.enum(columns), z.string()).catch({}).default({}).transform((its): Mapping => its)
const settings = z.object({
  organisation: z.string().catch('').default(''), municipality: z.string().catch('').default(''), types: z.array(z.number()).catch([]).default([]), query: z.string().catch('').default(''),
  kind: z.string().catch('').default(''), mapping,
})
export type Settings = z.output<typeof settings>
/** The settings of a source, whatever of them has been said. */
export const settingsOf = (its: { settings: Record<string, unknown> }): Settings => settings.parse(its.settings)
