/** What refuses a request. Each becomes a page or `application/problem+json` in one place (server/app.ts). */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) { super(code); this.status = status; this.code = code }
}
/** 404: it is not here, or not for you to know of. */
export class NotFound extends Refusal { constructor(code = 'notFound') { super(404, code) } }
/** 403: you are known and may not. */
export class Forbidden extends Refusal { constructor(code = 'forbidden') { super(403, code) } }
/** 401: sign in first; a page leads there and back. */
export class SignInNeeded extends Refusal { constructor() { super(401, 'signInNeeded') } }
/** 409: it was possible once; the state has changed. */
export class Conflict extends Refusal { constructor(code: string) { super(409, code) } }
/** 400: the request makes no sense; no page of ours sends it. */
export class Invalid extends Refusal { constructor(code = 'invalid') { super(400, code) } }
/** 413 and 429. */
export class TooMuch extends Refusal { constructor(code: 'tooLarge' | 'tooOften') { super(code === 'tooLarge' ? 413 : 429, code) } }

/** 301: it is at another address of the municipality now, for good; a form that was sent is led there too. */
export class Moved extends Error {
  readonly to: string
  constructor(to: string) { super(`moved to ${to}`); this.to = to }
}

/** What a person can mend: field name → code of the mistake, such as { title: 'tooShort' }. Returned, not thrown. */
export type Problems = Record<string, string>
export const problems = (found: Problems) => ({ problems: found })
export type Mended = { problems: Problems }
export const isProblems = (value: unknown): value is Mended => typeof value === 'object' && value !== null && 'problems' in value
