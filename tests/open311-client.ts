import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'

// A client as strict as the specifications: GeoReport v2 (wiki.open311.org), the six cities' test schema
// (github.com/6aika/issue-reporting issues/tests/schemata.py: no field beyond these) and their API description.

const text = z.string(), maybe = z.string().nullable()
/** The W3C's note on dates: with seconds and a zone. */
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/).refine((said) => !Number.isNaN(Date.parse(said)))
const service = z.strictObject({ service_code: text.min(1), service_name: text.min(1), description: text, metadata: z.boolean(), type: z.enum(['realtime', 'batch', 'blackbox']), keywords: text, group: text })
const attribute = z.strictObject({
  variable: z.boolean(), code: text.min(1), datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']), required: z.boolean(), datatype_description: maybe,
  order: z.int().min(1), description: text.min(1), values: z.array(z.strictObject({ key: text.min(1), name: text.min(1) })),
})
const georeport = {
  service_request_id: text.min(1), status: z.enum(['open', 'closed']), status_notes: text, service_name: text.min(1), service_code: text.min(1), description: text, agency_responsible: text, service_notice: maybe,
  requested_datetime: moment, updated_datetime: moment, expected_datetime: moment, address: text, address_id: text, zipcode: text, lat: z.number().optional(), long: z.number().optional(), media_url: z.url().nullable(),
}
const logEntry = z.strictObject({ time: moment, status: z.enum(['allocated', 'handling', 'done']), note: text.optional(), handler: text.min(1).optional(), attachment_url: z.url().optional() })
export const extended = z.strictObject({
  service_object_type: maybe, service_object_id: maybe, detailed_status: z.enum(['RECEIVED', 'IN_PROCESS', 'PROCESSED', 'ARCHIVED', 'REJECTED']), title: text.min(1),
  media_urls: z.array(z.url()), geometry: z.object({ type: text, coordinates: z.array(z.any()) }).nullable(), handler: maybe, log: z.array(logEntry),
})
export const statuses = ['OPEN', 'CLOSED', 'FIXED', 'IN_PROGRESS', 'ACTION_SCHEDULED', 'INVESTIGATING', 'DUPLICATE', 'NOT_COUNCILS_RESPONSIBILITY', 'NO_FURTHER_ACTION', 'INTERNAL_REFERRAL', 'FOR_TRIAGE', 'CANCELLED', 'REOPEN'] as const

/** What each answer must be, by the name of its root in XML. */
export const shapes = {
  discovery: z.strictObject({ changeset: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/), contact: text.min(1), key_service: text.min(1), endpoints: z.array(z.strictObject({ specification: z.literal('http://wiki.open311.org/GeoReport_v2'), url: z.url(), changeset: text.min(1), type: z.enum(['production', 'test']), formats: z.array(z.enum(['text/xml', 'application/json'])).min(1) })).min(1) }),
  services: z.array(service),
  service_definition: z.strictObject({ service_code: text.min(1), attributes: z.array(attribute) }),
  requests: z.array(z.strictObject(georeport)),
  extended: z.array(z.strictObject({ ...georeport, extended_attributes: extended })),
  flat: z.array(z.strictObject({ ...georeport, ...extended.shape })),
  made: z.array(z.strictObject({ service_request_id: text.min(1), service_notice: maybe, account_id: maybe })).length(1),
  token: z.array(z.strictObject({ service_request_id: text.min(1), token: text.min(1) })).length(1),
  updates: z.array(z.strictObject({ update_id: text.min(1), service_request_id: text.min(1), status: z.enum(statuses), external_status_code: text, updated_datetime: moment, description: text, media_url: z.url().nullable() })),
  updated: z.array(z.strictObject({ update_id: text.min(1), service_request_id: text.min(1) })).length(1),
  errors: z.array(z.strictObject({ code: z.int(), description: text.min(1) })).min(1),
  statistics: z.array(z.strictObject({ service_code: text.optional(), service_name: text.optional(), agency_responsible: text.optional(), total: z.int(), closed: z.int(), avg_sec: z.int(), median_sec: z.int() })),
}
/** In XML: the root, and what a list's members are called. */
const roots: Record<keyof typeof shapes, [string, string?]> = {
  discovery: ['discovery'], services: ['services', 'service'], service_definition: ['service_definition'], requests: ['service_requests', 'request'], extended: ['service_requests', 'request'], flat: ['service_requests', 'request'],
  made: ['service_requests', 'request'], token: ['service_requests', 'request'], updates: ['service_requests_updates', 'request_update'], updated: ['service_requests_updates', 'request_update'], errors: ['errors', 'error'], statistics: ['statistics', 'statistic'],
}
/** The order of a request's elements in the specification's example. */
const order = ['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description', 'agency_responsible', 'service_notice', 'requested_datetime', 'updated_datetime', 'expected_datetime', 'address', 'address_id', 'zipcode', 'lat', 'long', 'media_url']

type Node = { name: string; text: string; children: Node[] }
/** The elements of an XML text, in their order, nothing changed. Throws for what is not well formed. */
export function elements(body: string): Node {
  const parser = new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false, processEntities: true, htmlEntities: true, ignoreDeclaration: true })
  const read = (raw: Record<string, unknown>): Node => {
    const name = Object.keys(raw).find((key) => key !== ':@')!
    const inner = raw[name] as Record<string, unknown>[]
    return { name, text: inner.filter((each) => '#text' in each).map((each) => String(each['#text'])).join(''), children: inner.filter((each) => !('#text' in each)).map(read) }
  }
  return read((parser.parse(body, true) as Record<string, unknown>[]).find((each) => !('#text' in each))!)
}

const lists = new Map([['attributes', 'attribute'], ['values', 'value'], ['endpoints', 'endpoint'], ['formats', 'format'], ['media_urls', 'media_url'], ['log', 'log']])
const booleans = new Set(['metadata', 'variable', 'required']), numbers = new Set(['order', 'lat', 'long', 'total', 'closed', 'avg_sec', 'median_sec', 'code'])
const empties = new Set(['status_notes', 'description', 'agency_responsible', 'address', 'address_id', 'zipcode', 'keywords', 'group'])
/** XML as the same tree that JSON is: what is empty is a null, or the empty text where the schema asks for text. */
function treeOf(node: Node, insideAttribute = false): unknown {
  const member = lists.get(node.name)
  if (member && (node.name !== 'log' || node.children.every((each) => each.name === 'log'))) {
    if (node.children.some((each) => each.name !== member)) throw new Error(`a ${node.children.map((each) => each.name).join()} among ${node.name}`)
    return node.children.map((each) => (each.children.length ? objectOf(each, node.name === 'attributes') : each.text))
  }
  if (node.children.length) return objectOf(node)
  if (booleans.has(node.name)) { if (!/^(true|false)$/.test(node.text)) throw new Error(`${node.name}: ${node.text}`); return node.text === 'true' }
  if (numbers.has(node.name) && !(node.name === 'code' && insideAttribute)) return Number(node.text)
  if (node.name === 'geometry') return node.text ? JSON.parse(node.text) : null
  return node.text === '' && !empties.has(node.name) ? null : node.text
}
const objectOf = (node: Node, insideAttribute = false) => Object.fromEntries(node.children.map((each) => [each.name, treeOf(each, insideAttribute)]))

/** Reads an answer strictly: its status, content type and encoding, its root, its members' names and order, every field's kind. */
export async function strictly<S extends keyof typeof shapes>(shape: S, response: Response, status = 200): Promise<z.infer<(typeof shapes)[S]>> {
  const body = Buffer.from(await response.arrayBuffer())
  const said = new TextDecoder('utf-8', { fatal: true }).decode(body)
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${said.slice(0, 500)}`)
  const type = response.headers.get('content-type')
  if (type === 'application/json; charset=utf-8') return shapes[shape].parse(JSON.parse(said)) as never
  if (type !== 'text/xml; charset=utf-8') throw new Error(`content type ${type}`)
  if (!said.startsWith('<?xml version="1.0" encoding="utf-8"?>')) throw new Error(`no declaration: ${said.slice(0, 60)}`)
  if (/xmlns|<!DOCTYPE|<!\[CDATA/.test(said)) throw new Error('more than plain elements')
  const root = elements(said), [name, member] = roots[shape]
  if (root.name !== name) throw new Error(`root ${root.name} instead of ${name}`)
  if (!member) return shapes[shape].parse(objectOf(root)) as never
  for (const each of root.children) {
    if (each.name !== member) throw new Error(`${each.name} among ${name}`)
    const fields = each.children.map((field) => field.name).filter((field) => order.includes(field))
    if (['requests', 'extended'].includes(shape) && fields.join() !== order.filter((field) => fields.includes(field)).join()) throw new Error(`order ${fields.join()}`)
  }
  return shapes[shape].parse(root.children.map((each) => objectOf(each))) as never
}
