import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { licence } from '../export.server.ts'
import { openDataWords } from '../texts/index.ts'
import { elsewhere } from './elsewhere.ts'
import type { Described } from './operation.ts'
import { operations } from './operations.server.ts'
import { named } from './schemas.ts'

type Json = Record<string, unknown>
/** All that programs can ask for. */
export const described: Described[] = [...operations, ...elsewhere]
export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Json; description?: string }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** The schemas as JSON Schema 2020-12, by name, each field explained where the open data's texts know it. */
export function jsonSchemas(descriptions: Record<string, string>): Record<string, Json> {
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => {
    const { $schema: _, ...its } = z.toJSONSchema(schema, { io: name.startsWith('New') ? 'input' : 'output' }) as Json
    return [name, explained(its, descriptions)]
  }))
}
function explained(schema: Json, words: Record<string, string>): Json {
  const inner = (schema.items as { properties?: unknown } | undefined)?.properties ? { items: explained(schema.items as Json, words) } : {}
  const own = schema.properties as Record<string, Json> | undefined
  return { ...schema, ...inner, ...(own ? { properties: Object.fromEntries(Object.entries(own).map(([name, its]) => [name, { ...explained(its, words), ...(words[name] ? { description: words[name] } : {}) }])) } : {}) }
}

/** What can be given in an operation's address and headers. */
export function parametersOf(operation: Described, words: Record<string, string>): Parameter[] {
  const query = operation.query ? (z.toJSONSchema(operation.query, { io: 'output' }).properties as Record<string, Json>) : {}
  return [
    ...[...operation.path.matchAll(/:(\w+)/g)].map(([, name]): Parameter => ({ name: name!, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } })),
    ...Object.entries(query).map(([name, schema]): Parameter => ({ name, in: 'query', required: false, schema, ...(words[name] ? { description: words[name] } : {}) })),
    ...(operation.body && !operation.byDevice ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 60 } } satisfies Parameter] : []),
  ]
}

/** Statuses of refusals that an operation may answer with, all as `application/problem+json`. */
export const refusalsOf = (operation: Described): number[] => [
  ...(operation.body ? [400] : []), ...(operation.needsKey || operation.byDevice ? [401, 403] : []), ...(operation.path.includes(':') && !operation.byDevice ? [404] : []),
  ...(operation.needsKey || operation.bodyType ? [409] : []), ...(operation.body || operation.bodyType ? [413] : []), ...(operation.bodyType ? [415] : []), ...(operation.query || operation.body ? [422] : []), ...(operation.body || operation.bodyType ? [429] : []),
]

/** The API described (OpenAPI 3.1), in the asker's language. */
export function openApi(ctx: Pick<Ctx, 'language' | 'municipality'>, base: string) {
  const t = openDataWords(ctx.language)
  const name = inLanguage(ctx.municipality.name, ctx.language)
  const content = (type: string, schema: string) => ({ content: { [type]: { schema: ref(schema) } } })
  const describe = (operation: Described) => ({
    operationId: operation.id, summary: t.operations[operation.id]!, parameters: parametersOf(operation, t.description),
    ...(operation.byDevice ? { security: [{ device: [] }] } : operation.needsKey ? { security: [{ key: [] }, { session: [] }] } : {}),
    ...(operation.bodyType ? { requestBody: { required: true, content: { [operation.bodyType]: { schema: { type: 'string', format: 'binary' } } } } } : {}),
    ...(operation.body ? { requestBody: { required: true, ...content('application/json', operation.body) } } : {}),
    responses: {
      [operation.status ?? 200]: { description: t.operations[operation.id]!, ...(operation.answer ? content('application/json', operation.answer) : {}) },
      ...Object.fromEntries(refusalsOf(operation).map((status) => [status, { description: t.apiErrors, ...content('application/problem+json', 'Problem') }])),
    },
  })
  const paths: Record<string, Json> = {}
  for (const operation of described) (paths[operation.path.replace(/:(\w+)/g, '{$1}')] ??= {})[operation.method] = describe(operation)
  return {
    openapi: '3.1.1',
    info: { title: `${name} · ${t.apiTitle}`, description: `${t.apiLead}\n\n${t.apiWriteText}`, version: '1.0.0', license: { name: 'CC BY 4.0', url: licence } },
    servers: [{ url: base }],
    paths,
    components: {
      schemas: jsonSchemas(t.description),
      securitySchemes: { device: { type: 'http', scheme: 'bearer', description: t.deviceKey }, key: { type: 'http', scheme: 'bearer', description: t.keys.lead }, session: { type: 'apiKey', in: 'cookie', name: 'nousu.session_token' } },
    },
  }
}
