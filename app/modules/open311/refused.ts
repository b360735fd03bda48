import type { Language } from '#core/text/language.ts'
import { open311Words } from './texts/index.ts'

type Said = keyof ReturnType<typeof open311Words>['errors']
/** One mistake of a call: its HTTP code and what it is about, such as a parameter's name. The words come when the asker's language is known. */
export type Mistake = { code: 400 | 403 | 404 | 429; what: Said; about?: string; /** of an attribute: what is the matter with it */ detail?: string }

/** A call that is not answered as it was asked. All its mistakes are told at once; the first one's code is the answer's. */
export class Refused extends Error {
  readonly mistakes: [Mistake, ...Mistake[]]; readonly headers: Record<string, string>
  constructor(mistakes: [Mistake, ...Mistake[]], headers: Record<string, string> = {}) { super(mistakes.map((each) => each.what).join()); this.mistakes = mistakes; this.headers = headers }
}
export const refused = (code: Mistake['code'], what: Said, about?: string) => new Refused([{ code, what, ...(about ? { about } : {}) }])

/** The body of a refusal, in the asker's language. */
export const errorsOf = (mistakes: Mistake[], language: Language): { code: number; description: string }[] => mistakes.map(({ code, what, about = '', detail }) => {
  const said = open311Words(language).errors[what]
  return { code, description: typeof said === 'function' ? said(about, detail ?? '') : said }
})
