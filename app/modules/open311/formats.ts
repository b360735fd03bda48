import { xml } from '#core/text/xml.ts'

export const formats = ['xml', 'json'] as const
export type Format = (typeof formats)[number]
export const isFormat = (text: string | undefined): text is Format => formats.includes(text as Format)

/** What an answer is made of. A field that is undefined is not there; null is an empty element, and null in JSON. */
export type Value = string | number | boolean | null | undefined | AsJson | Value[] | { [name: string]: Value }
/** A value that XML carries as JSON text, as the six-city reference does with geometries. */
export class AsJson { readonly value: unknown; constructor(value: unknown) { this.value = value } toJSON() { return this.value } }

const types: Record<Format, string> = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' }
export const contentType = (format: Format) => types[format]

/** What each member of a list is called in XML, by the list's name. In JSON a list is a bare array. */
const members: Record<string, string> = {
  services: 'service', service_requests: 'request', service_requests_updates: 'request_update', service_request_updates: 'request_update',
  attributes: 'attribute', values: 'value', errors: 'error', endpoints: 'endpoint', formats: 'format', media_urls: 'media_url', log: 'log', statistics: 'statistic',
}

/**
 * An answer's body. The root's name is XML's only: JSON is the same tree by the Spark convention, which the specification
 * names (http://wiki.open311.org/JSON_and_XML_Conversion/), so a root that is a list is a bare array.
 */
export function written(format: Format, root: string, value: Value): string {
  return format === 'json' ? JSON.stringify(value) : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}`
}

function element(name: string, value: Value): string {
  if (value === undefined) return ''
  const inner = value === null ? ''
    : value instanceof AsJson ? xml(JSON.stringify(value))
    : Array.isArray(value) ? value.map((each) => element(members[name] ?? 'item', each)).join('')
    : typeof value === 'object' ? Object.entries(value).map(([field, its]) => element(field, its)).join('')
    // a bare carriage return would come out of a parser as a line feed
    : xml(String(value)).replaceAll('\r', '&#13;')
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`
}

/** What XML 1.0 cannot hold is taken out of a text on its way in, so that both formats say the same; line ends are line feeds. */
export const clean = (text: string): string => text.replace(/\r\n?/g, '\n')
  // oxlint-disable-next-line no-control-regex -- these are the signs outside XML's Char production
  .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
