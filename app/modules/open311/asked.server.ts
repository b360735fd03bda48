import { type Ctx, type Municipality, municipalityAddress } from '#core/context/context.server.ts'
import { isLanguage } from '#core/text/language.ts'
import type { Format } from './formats.ts'
import { type Mistake, Refused, refused } from './refused.ts'

/** A call understood: its parameters, an empty one being absent, and the house in the language that it asked for. */
export type Asked = { ctx: Ctx; format: Format; baseUrl: string; get(name: string): string | undefined; all(name: string): string[]; names: string[] }

/** Reads the parameters of a call; what is in its body goes before what is in its address. */
export function asked(ctx: Ctx, format: Format, baseUrl: string, address: URLSearchParams, body?: FormData): Asked {
  const all = (name: string) => {
    const said = [...(body?.getAll(name) ?? []), ...address.getAll(name)].flatMap((each) => (typeof each === 'string' && each.trim() ? [each.trim()] : []))
    return [...new Set(said)]
  }
  const get = (name: string) => all(name)[0]
  return { ctx: { ...ctx, language: languageOf(ctx, get('locale')) }, format, baseUrl, get, all, names: [...new Set([...(body?.keys() ?? []), ...address.keys()])] }
}

/** `fi`, `fi_FI`, `en-GB`: the language of the answer when the municipality speaks it, else the one that was asked for otherwise. */
function languageOf(ctx: Ctx, locale: string | undefined) {
  const code = locale?.slice(0, 2).toLowerCase()
  return isLanguage(code) && ctx.municipality.languages.includes(code) ? code : ctx.language
}

/** What the municipality is known by as a jurisdiction: its short name first, its code, the hosts it lives at. */
function jurisdictionsOf(its: Municipality, baseUrl: string): string[] {
  const home = new URL(municipalityAddress(baseUrl, its))
  const hosts = [...its.hosts, ...(its.hosts.length || its.primary ? [home.host] : [])].flatMap((host) => [host, host.replace(/:\d+$/, '')])
  return [...new Set([its.slug, ...(its.code ? [its.code] : []), ...hosts.flatMap((host) => [host, host.replace(/^www\./, '')])].map((each) => each.toLowerCase()))]
}

/** Throws 404 when the call is for another jurisdiction than this address's. */
export function checkJurisdiction({ ctx, get, baseUrl }: Asked) {
  const said = get('jurisdiction_id')
  if (said && !jurisdictionsOf(ctx.municipality, baseUrl).includes(said.toLowerCase())) throw refused(404, 'jurisdiction', said)
}

/** Gathers what is wrong, so that a program hears of everything at once. */
export class Mistakes {
  readonly found: Mistake[] = []
  add(code: Mistake['code'], what: Mistake['what'], about?: string, detail?: string) { this.found.push({ code, what, ...(about ? { about } : {}), ...(detail ? { detail } : {}) }) }
  /** Throws all that was found. */
  settle() { if (this.found.length) throw new Refused(this.found as [Mistake, ...Mistake[]]) }
}
