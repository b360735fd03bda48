import { z } from 'zod'
import { maybePoint } from '#core/http/form-fields.ts'
import { languages, type Language, type Translated } from '#core/text/language.ts'
import type { Problems } from '#core/errors/errors.ts'
import type { Founding } from './found.server.ts'
import { keysOf, slugOf } from './slug.ts'

const line = (most: number) => z.string().trim().max(most, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')
export const names = { nameFi: line(60), nameSv: line(60).default(''), nameEn: line(60).default('') }
const list = z.string().max(20_000, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')

/** What is asked of a new municipality, as a form sends it. Units and topics are lines of text. */
export const foundingForm = z.object({
  ...names, nameFi: names.nameFi.min(1, 'required'),
  code: line(3).regex(/^(\d{3})?$/, 'notCode').default(''),
  languages: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(languages, 'invalid')).min(1, 'required')),
  units: list.refine((text) => text.trim() !== '', 'required'), topics: list.default(''),
  ...maybePoint,
})
export type FoundingForm = z.infer<typeof foundingForm>

/** The middle of Finland, until the municipality says where it is. */
const somewhere = { longitude: 25.75, latitude: 62.24 }
/** First parts of addresses that are not a municipality's. */
const reserved = new Set<string>([...languages, 'api', 'assets', 'setup', 'theme', 'healthz', 'readyz', 'robots', 'sitemap', 'sitemaps', 'icon', 'identity', 'x'])
/** Is this free to be the first part of an address? */
const allowedSlug = (slug: string) => slug.length >= 2 && !reserved.has(slug)

/** A founding from its form, or what is to be mended. `topics` are lines such as `Liikunta > Liikuntapalvelut`. */
export function foundingOf(form: FoundingForm): Founding | { problems: Problems } {
  const spoken = languages.filter((each) => form.languages.includes(each))
  const units = linesOf(form.units).map((text) => translated(text, spoken))
  const unitKeys = keysOf(units.map(first))
  if (units.length > 200) return { problems: { units: 'tooMany' } }
  if (units.some((name) => first(name).length > 100)) return { problems: { units: 'tooLong' } }
  const unitNamed = (name: string) => unitKeys[units.findIndex((unit) => Object.values(unit).some((its) => fold(its) === fold(name)))]
  const topics: { name: Translated; unitKey: string }[] = []
  for (const text of linesOf(form.topics)) {
    const [name = '', its] = text.split('>').map((part) => part.trim())
    const unitKey = its ? unitNamed(its) : units.length === 1 ? unitKeys[0] : undefined
    if (!name || !unitKey) return { problems: { topics: its ? 'unknownUnit' : 'noUnit' } }
    topics.push({ name: translated(name, spoken), unitKey })
  }
  if (topics.length > 200) return { problems: { topics: 'tooMany' } }
  if (topics.some(({ name }) => first(name).length > 100)) return { problems: { topics: 'tooLong' } }
  if ((form.longitude === undefined) !== (form.latitude === undefined)) return { problems: { [form.longitude === undefined ? 'longitude' : 'latitude']: 'required' } }
  const slug = slugOf(form.nameFi)
  if (!allowedSlug(slug)) return { problems: { nameFi: 'badName' } }
  const keys = keysOf(topics.map(({ name }) => first(name)))
  return {
    slug, code: form.code || null, languages: spoken, name: nameOf(form),
    ...(form.longitude === undefined || form.latitude === undefined ? somewhere : { longitude: form.longitude, latitude: form.latitude }),
    units: units.map((name, i) => ({ key: unitKeys[i]!, name })), topics: topics.map((each, i) => ({ ...each, key: keys[i]!, hints: hintsOf(each.name) })),
  }
}

export const nameOf = ({ nameFi, nameSv, nameEn }: { nameFi: string; nameSv: string; nameEn: string }): Translated => ({ fi: nameFi, ...(nameSv ? { sv: nameSv } : {}), ...(nameEn ? { en: nameEn } : {}) })
const linesOf = (text: string) => text.split(/\r?\n/).map((each) => each.trim()).filter(Boolean)
const first = (name: Translated) => Object.values(name)[0] ?? ''
const fold = (text: string) => text.trim().toLocaleLowerCase('fi')
/** `Kirjasto | Bibliotek | Library` in the order of the municipality's languages. */
const translated = (text: string, spoken: Language[]): Translated => Object.fromEntries(text.split('|').map((part) => part.trim()).slice(0, spoken.length).flatMap((part, i) => (part ? [[spoken[i]!, part]] : [])))

/** Word beginnings that suggest a topic, from its name: its longer words without their endings. An admin makes them better. */
export const hintsOf = (name: Translated): string[] => [...new Set(Object.values(name).flatMap((its) => its.toLocaleLowerCase('fi').split(/[^\p{L}]+/u)).filter((word) => word.length >= 5).map((word) => word.slice(0, Math.max(5, word.length - 3))))]
