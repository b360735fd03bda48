import { unguarded } from '#core/text/csv.ts'
import { isLanguage, type Language } from '#core/text/language.ts'
import { atWallClock } from '#core/time/local.ts'
import type { Stage } from '#core/trail/stages.ts'
import { uiWords } from '#ui/texts/index.ts'
import { languages } from '#core/text/language.ts'

export const oneLine = (text: string) => unguarded(text).replace(/\s+/g, ' ').trim()
export const paragraphs = (text: string) => unguarded(text).replace(/\r\n?/g, '\n').trim()
/** Signs that PostgreSQL or a page cannot hold. */
// oxlint-disable-next-line no-control-regex -- these are the signs meant
export const unprintable = (text: string) => /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)

/**
 * A moment as people and programs write it: `2016-05-18`, `2016-05-18T12:00:00Z`, `2016-05-18 12:00:00 UTC`, `18.5.2016`,
 * `18.5.2016 klo 12.30`. Without a zone it is Finnish time; a day alone is its noon, so that it is that day everywhere near.
 */
export function readMoment(said: string): Date | null {
  const text = said.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(text)
  const finnish = iso ? null : /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+(?:klo|kl\.?)?\s*(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?)?$/i.exec(text)
  const parts = iso ? { year: iso[1]!, month: iso[2]!, date: iso[3]!, time: iso.slice(4, 7) } : finnish ? { year: finnish[3]!, month: finnish[2]!, date: finnish[1]!, time: finnish.slice(4, 7) } : null
  if (!parts) return null
  const two = (part: string | undefined) => (part ?? '0').padStart(2, '0')
  const day = `${parts.year}-${two(parts.month)}-${two(parts.date)}`
  if (new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) return null
  const [hour, minute, second] = parts.time[0] === undefined ? ['12', '00', '00'] : parts.time.map(two)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const zone = iso?.[8]?.toUpperCase()
  if (!zone) return atWallClock(day, `${hour}:${minute}:${second}`)
  const at = new Date(`${day}T${hour}:${minute}:${second}${(iso?.[7] ?? '').slice(0, 4)}${zone === 'Z' || zone === 'UTC' ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** A number with a point or a comma; null when it is none. */
export function readNumber(said: string): number | null {
  const text = unguarded(said).trim().replace(',', '.').replace('−', '-')
  return /^-?\d{1,12}(\.\d{1,20})?$/.test(text) ? Number(text) : null
}

// Decidim's states as ours. What its author took back there does not come here.
const states: Record<string, Stage | 'withdrawn'> = {
  accepted: 'developing', evaluating: 'developing', rejected: 'ended', not_answered: 'idea', published: 'idea', withdrawn: 'withdrawn',
}
const stageWords = new Map<string, Stage | 'withdrawn'>(Object.entries(states))
for (const language of languages) for (const [stage, word] of Object.entries(uiWords(language).stage)) { if (stage !== 'waiting') stageWords.set(word.toLowerCase(), stage as Stage) }
for (const stage of ['idea', 'developing', 'experiment', 'decision', 'service', 'ended'] as const) stageWords.set(stage, stage)

/** A stage by its name, its word in any of our languages, or Decidim's state. Nothing said is an idea. */
export const readStage = (said: string): Stage | 'withdrawn' | null => (said.trim() === '' ? 'idea' : stageWords.get(oneLine(said).toLowerCase()) ?? null)

/** For or against as words, or as Decidim's 1, 0 and -1. */
export function readStance(said: string): 'for' | 'against' | 'neutral' | null {
  const text = unguarded(said).trim().toLowerCase()
  if (['', '0', 'neutral', 'ei kumpaakaan', 'neutraali', 'neutral'].includes(text)) return 'neutral'
  return ['1', 'for', 'puolesta', 'för'].includes(text) ? 'for' : ['-1', 'against', 'vastaan', 'emot'].includes(text) ? 'against' : null
}
export const readLanguage = (said: string): Language | null => { const text = said.trim().toLowerCase(); return isLanguage(text) ? text : null }
export const readKind = (said: string): 'idea' | 'need' | null => { const text = said.trim().toLowerCase(); return text === '' || text === 'idea' || text === 'idé' ? 'idea' : ['need', 'tarve', 'behov'].includes(text) ? 'need' : null }

/** A text without the markup that Decidim's editor writes: paragraphs and line ends stay, links keep their address. */
export function withoutMarkup(html: string): string {
  if (!/<\/?(p|br|div|ul|ol|li|strong|em|b|i|u|s|a|h[1-6]|blockquote|span|img|iframe)\b[^>]*>/i.test(html)) return html
  return html.replace(/\s*\n\s*/g, ' ')
    .replace(/<a\b[^>]*\bhref="(https?:\/\/[^"]+)"[^>]*>([\s\S]*?)<\/a>/gi, (_, to: string, words: string) => (words.trim() === to ? to : `${words} (${to})`))
    .replace(/<br\s*\/?>/gi, '\n').replace(/<li\b[^>]*>/gi, '\n- ').replace(/<\/(p|div|ul|ol|h[1-6]|blockquote)>/gi, '\n\n').replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' })[name]!)
    .replace(/[ \t]+\n/g, '\n').replace(/\n[ \t]+/g, '\n').replace(/\n{3,}/g, '\n\n').trim()
}
