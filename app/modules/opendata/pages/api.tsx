import { page } from '#core/http/page.ts'
import { LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { described, jsonSchemas, parametersOf, refusalsOf } from '../api/openapi.server.ts'
import { openDataWords } from '../texts/index.ts'

type Shape = { type?: string; format?: string; enum?: unknown[]; anyOf?: Shape[]; maxLength?: number; minLength?: number; items?: Shape }
const kindOf = (its: Shape): string => its.enum ? its.enum.join(' | ') : its.anyOf ? its.anyOf.map(kindOf).join(' | ') : [its.type, its.format && `(${its.format})`, its.maxLength && its.maxLength < 10_000 && `≤ ${its.maxLength}`].filter(Boolean).join(' ')

type Body = { properties?: Record<string, Shape & { description?: string }>; required?: string[]; items?: Body }
/** What a body has, or each of a list. */
const ofEach = (body: object | undefined): Body => { const its = (body ?? {}) as Body; return its.properties ? its : its.items ?? {} }
const fieldsOf = (body: object | undefined) => ofEach(body).properties ?? {}
const requiredOf = (body: object) => ofEach(body).required

/** The API as a page that a person reads. Made of the same operations as the OpenAPI document. */
export default page('/api', {
  read: async (ctx) => {
    const t = openDataWords(ctx.language)
    const schemas = jsonSchemas(t.description)
    return {
      example: `${ctx.address('/').replace(/\/\w\w$/, '')}/api/v1/ideas`,
      operations: described.map((each) => ({
        id: each.id, method: each.method.toUpperCase(), path: each.path.replace(/:(\w+)/g, '{$1}'), summary: t.operations[each.id]!, needsKey: each.needsKey ?? false, byDevice: each.byDevice ?? false, answers: [each.status ?? 200, ...refusalsOf(each)].join(', '),
        given: [
          ...parametersOf(each, t.description).map((its) => ({ name: its.name, kind: kindOf(its.schema), required: its.required, description: its.description })),
          ...Object.entries(fieldsOf(each.body && schemas[each.body])).map(([name, its]) => ({ name, kind: kindOf(its), required: (requiredOf(schemas[each.body!]!) ?? []).includes(name), description: its.description })),
        ],
      })),
    }
  },
  head: (_data, { language }) => ({ title: openDataWords(language).apiTitle, description: openDataWords(language).apiLead }),
  view: (its, view) => {
    const t = openDataWords(view.language)
    return (
      <div className="stack">
        <PageHead title={t.apiTitle} crumbs={[{ to: view.href('/open-data'), name: t.openData }]}><p className="lead">{t.apiLead}</p></PageHead>
        <p className="actions"><LinkButton to={view.href('/api/openapi.json')} icon="text">{t.apiDocument}</LinkButton><LinkButton to={view.href('/me/tokens')} icon="key">{t.myKeys}</LinkButton></p>
        <Section title={t.apiRead} id="read"><p>{t.apiReadText}</p><p className="card scroller"><code>curl '{its.example}?stage=idea&limit=50'</code></p></Section>
        <Section title={t.apiWrite} id="write"><p>{t.apiWriteText}</p>
          <p className="card scroller"><code>curl '{its.example}' -H 'Authorization: Bearer nousu_…' -H 'Content-Type: application/json' -H 'Idempotency-Key: 1' -d '{JSON.stringify({ title: '…', text: '…' })}'</code></p></Section>
        <Section title={t.apiErrors} id="errors"><p>{t.apiErrorsText}</p></Section>
        <Section title={t.apiOperations} id="operations">
          {its.operations.map((each) => (
            <details className="fold" key={each.id} id={each.id}>
              <summary>{each.summary} <small><code>{each.method} {each.path}</code></small></summary>
              {each.needsKey && <p><b>{t.apiKey}</b></p>}
              {each.byDevice && <p><b>{t.deviceKey}</b></p>}
              {each.given.length > 0 && (
                <div className="scroller"><table aria-label={`${each.summary}: ${t.apiParameters}`}>
                  <thead><tr><th scope="col">{t.apiParameters}</th><th scope="col">{t.meaning}</th></tr></thead>
                  <tbody>{each.given.map((one) => <tr key={one.name}><td><code>{one.name}</code>{one.required && ' *'}</td><td>{one.description}<small>{one.kind}</small></td></tr>)}</tbody>
                </table></div>
              )}
              <p className="meta">{t.apiAnswers}: {each.answers}</p>
            </details>
          ))}
        </Section>
      </div>
    )
  },
})
