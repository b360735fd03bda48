import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Ctx, House } from '#core/context/context.server.ts'
import type { Mended, Problems } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import type { Language } from '#core/text/language.ts'
import type { Params } from './urls.ts'

/** What a form did: nothing to say (back to the page), go elsewhere in the municipality, or what is to be mended. */
export type Done = void | { to: string } | { problems: Problems; /** what to put into the fields instead of what was sent */ values?: Record<string, string> }

export type Failed<F extends string = string> = { form: F; problems: Problems; values: Record<string, string> }

/** What a view is given besides its data. */
export type View<F extends string = string> = {
  language: Language
  /** `/fi` or `/nokia/fi`: the beginning of every address; `href('/ideas')` adds it */ base: string
  href(path: string): string
  me: Person | null
  /** the address without its base, and its query */ path: string
  query: URLSearchParams
  now: Date
  failed?: Failed<F>
}

/** What the document says of a page. */
export type Head = {
  title: string
  description?: string
  image?: string
  /** schema.org data */ data?: Record<string, unknown>
  /** a subject whose movement refreshes the page */ live?: string
  feed?: string
  /** not for search engines */ hidden?: boolean
  /** which place of the shell is the page's */ place?: 'home' | 'services' | 'participate' | 'community' | 'me' | 'desk'
  /** room for a table from 64 rem up */ wide?: boolean
}

export type FormHandler<P extends string> = ((ctx: Ctx, params: Params<P>, form: FormData, more: FormContext) => Promise<Done>) & { /** see `afterWaiting` */ before?: (ctx: Ctx, params: Params<P>, form: FormData) => Promise<unknown> }
/** What sign-in forms need beyond the operation's own: set and read cookies, see the house. */
export type FormContext = { request: Request; headers: Headers; house: House; /** what a form of `afterWaiting` waited for */ waited?: unknown }

export type PageDef<P extends string = string, D = unknown, F extends string = string> = {
  path: P
  read: (ctx: Ctx, params: Params<P>, query: URLSearchParams) => Promise<D>
  forms?: { [K in F]: FormHandler<P> }
  head: (data: D, view: View<F>) => Head
  view: (data: D, view: View<F>) => ReactNode
}

/** A page: one address, what it reads, what its forms do, how it looks. */
export function page<P extends string, D, F extends string = never>(path: P, its: Omit<PageDef<P, D, F>, 'path'>): PageDef<P, D, F> {
  return { path, ...its }
}

/** An address that answers with something else than a page: a feed, a picture, a stream. */
export type ResourceDef<P extends string = string> = {
  path: P; get?: ResourceHandler<P>; post?: ResourceHandler<P>; /** for programs alone */ put?: ResourceHandler<P>; delete?: ResourceHandler<P>
  /** its POST asks somebody outside, or does several things of its own: it opens its transactions itself */ waits?: true
  /** takes a piece of a file in: its body may be minutes on its way, so there is no transaction around it */ patch?: ResourceHandler<P>
}
/** Problems undo what the handler has changed and are told by field (422). */
export type ResourceHandler<P extends string> = (ctx: Ctx, params: Params<P>, request: Request, more: FormContext) => Promise<Response | Mended>
export function resource<P extends string>(path: P, its: Omit<ResourceDef<P>, 'path'>): ResourceDef<P> { return { path, ...its } }

/** Anything routes.ts may hold, whatever its own parameters and data are. */
// oxlint-disable-next-line typescript/no-explicit-any -- the parameters are each page's own; here they only pass through
export type Route = PageDef<any, any, any> | ResourceDef<any>

/**
 * A form whose fields a schema reads. What does not fit comes back as problems by field, with zod's code
 * (`tooShort`, `tooLong`, `required`, `invalid`, or the code given as the schema's message).
 */
export function fields<S extends z.ZodType, P extends string>(schema: S, does: (ctx: Ctx, params: Params<P>, input: z.infer<S>, more: FormContext) => Promise<Done | unknown>): FormHandler<P> {
  return async (ctx, params, form, more) => {
    const read = readFields(schema, form)
    if ('problems' in read) return read
    return (await does(ctx, params, read.input, more)) as Done
  }
}

/**
 * A form that waits for someone outside the house. `before` asks them with no transaction open, so that a slow answer holds
 * nothing here, and checks its asker by itself; `does` gets what came, in the form's transaction.
 */
export function afterWaiting<P extends string, W>(before: (ctx: Ctx, params: Params<P>, form: FormData) => Promise<W>, does: (ctx: Ctx, params: Params<P>, waited: W) => Promise<Done>): FormHandler<P> {
  return Object.assign((ctx: Ctx, params: Params<P>, _form: FormData, more: FormContext) => does(ctx, params, more.waited as W), { before })
}

/** Texts of a form as an object (a name given twice, or ending in [], is a list), read by a schema. */
export function readFields<S extends z.ZodType>(schema: S, form: FormData): { input: z.infer<S> } | { problems: Problems } {
  const given: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('_')) continue
    const all = form.getAll(name).filter((value) => typeof value === 'string' || value.size > 0)
    given[name.replace(/\[\]$/, '')] = name.endsWith('[]') ? all : all.length > 1 ? all : all[0]
  }
  const read = schema.safeParse(given)
  return read.success ? { input: read.data } : { problems: problemsOf(read.error) }
}

/** zod's findings as codes by field. */
export function problemsOf(error: z.ZodError): Problems {
  const found: Problems = {}
  for (const issue of error.issues) {
    const name = issue.path.join('.') || 'form'
    const own = /^[a-z][A-Za-z]+$/.test(issue.message) ? issue.message : undefined
    found[name] ??= own ?? (issue.code === 'too_small' ? (issue.minimum === 1 ? 'required' : 'tooShort')
      : issue.code === 'too_big' ? 'tooLong'
      : issue.code === 'invalid_type' ? 'required' : 'invalid')
  }
  return found
}
