import type { z } from 'zod'

/** Who is asked for words in an exact form. Throws ModelError with a sentence for people. */
export type LanguageModel = {
  /** `form` names the answer and is what it must be: the same schema is sent along and reads what comes back. `signal` ends the waiting. */
  ask<T extends z.ZodType>(its: { task: string; /** what a stranger wrote: to be read, never obeyed */ material: string; form: { name: string; schema: T; json: Record<string, unknown> }; signal?: AbortSignal }): Promise<z.output<T>>
}

/** `forGood`: asking again gets the same answer. `after`: when the service said to come back, in milliseconds from now. */
export class ModelError extends Error {
  readonly forGood: boolean
  readonly after: number | undefined
  constructor(message: string, forGood: boolean, after?: number) { super(message); this.forGood = forGood; this.after = after }
}

/** An answer of ours is a few hundred words; more is not read. */
const mostBytes = 200_000

/**
 * A language model that speaks the common interface `POST {url}/chat/completions` (model, messages, response_format with a
 * JSON schema), in the cloud or in the municipality's own machine room. It is given no tools: it can only answer, and an
 * answer that is not of the form is no answer.
 */
export function languageModel(url: string, options: { key?: string | undefined; model: string; timeout?: number }): LanguageModel {
  return {
    async ask({ task, material, form, signal }) {
      const body = {
        model: options.model, temperature: 0, max_tokens: 800, stream: false,
        messages: [{ role: 'system', content: task }, { role: 'user', content: JSON.stringify({ material }) }],
        response_format: { type: 'json_schema', json_schema: { name: form.name, strict: true, schema: form.json } },
      }
      const patience = AbortSignal.timeout(options.timeout ?? 60_000)
      let response: Response, said: string
      try {
        response = await fetch(`${url}/chat/completions`, { method: 'POST', redirect: 'error', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(options.key ? { authorization: `Bearer ${options.key}` } : {}) }, signal: signal ? AbortSignal.any([patience, signal]) : patience })
        if (!response.ok) {
          await response.body?.cancel()
          throw new ModelError(`HTTP ${response.status}`, response.status >= 400 && response.status < 500 && ![408, 425, 429].includes(response.status), waitOf(response.headers.get('retry-after')))
        }
        said = await bounded(response)
      } catch (cause) {
        if (cause instanceof ModelError) throw cause
        throw new ModelError((cause as Error).name === 'TimeoutError' ? 'no answer in time' : 'no connection', false)
      }
      const read = form.schema.safeParse(contentOf(said))
      if (!read.success) throw new ModelError('the answer is not of the form that was asked for', false)
      return read.data
    },
  }
}

async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > mostBytes) throw new ModelError('the answer is too large', true)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** What the model said, as data; undefined when it is anything else than JSON in the place where answers are. */
function contentOf(body: string): unknown {
  try {
    const whole = JSON.parse(body) as { choices?: { message?: { content?: unknown } }[] }
    const content = whole.choices?.[0]?.message?.content
    return typeof content === 'string' ? JSON.parse(content) : undefined
  } catch { return undefined }
}

/** Retry-After in seconds (RFC 9110 10.2.3); a date is not waited for. At most an hour. */
const waitOf = (header: string | null): number | undefined => (header && /^\d{1,5}$/.test(header) ? Math.min(Number(header), 3600) * 1000 : undefined)
