import { z } from 'zod'
import type { Language } from '#core/text/language.ts'

/** What was heard from when to when, in milliseconds. */
export type Heard = { start: number; end: number; text: string }
export type Sound = { bytes: Uint8Array<ArrayBuffer>; type: string; extension: string }

/** Who writes down what is said. Throws SpeechError with a sentence for people. */
export type Speech = { hear(sound: Sound, language: Language): Promise<Heard[]> }

/** `forGood`: asking again gets the same answer. */
export class SpeechError extends Error {
  readonly forGood: boolean
  constructor(message: string, forGood: boolean) { super(message); this.forGood = forGood }
}

const answer = z.object({ segments: z.array(z.object({ start: z.number().min(0), end: z.number().min(0), text: z.string() })) })

/**
 * A speech-to-text service that speaks the common interface `POST {url}/audio/transcriptions` (multipart: file, model,
 * language, response_format=verbose_json), in the cloud or in the municipality's own machine room.
 */
export function speechService(url: string, options: { key?: string | undefined; model: string }): Speech {
  return {
    async hear(sound, language) {
      const form = new FormData()
      form.set('file', new Blob([sound.bytes], { type: sound.type }), `sound.${sound.extension}`)
      for (const [name, value] of Object.entries({ model: options.model, language, response_format: 'verbose_json' })) form.set(name, value)
      let response: Response
      try {
        response = await fetch(`${url}/audio/transcriptions`, { method: 'POST', body: form, headers: options.key ? { authorization: `Bearer ${options.key}` } : {}, signal: AbortSignal.timeout(240_000) })
      } catch (cause) { throw new SpeechError((cause as Error).name === 'TimeoutError' ? 'no answer in time' : 'no connection', false) }
      if (!response.ok) {
        await response.body?.cancel()
        throw new SpeechError(`HTTP ${response.status}`, response.status >= 400 && response.status < 500 && ![408, 425, 429].includes(response.status))
      }
      const read = answer.safeParse(await response.json().catch(() => null))
      if (!read.success) throw new SpeechError('the answer has no segments', true)
      return read.data.segments.map((each) => ({ start: Math.round(each.start * 1000), end: Math.round(each.end * 1000), text: each.text.trim() }))
    },
  }
}
