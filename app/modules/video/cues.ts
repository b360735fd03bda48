import { cut } from '#core/text/cut.ts'
import type { Cue } from './schema.server.ts'

/** Captions of three minutes are some ninety lines; this many would be three a second. */
export const mostCues = 300
/** Two lines of captions that can be read at once (Finnish recommendations of subtitling: some 37 letters a line). */
const fits = 74
/** Nobody reads faster: letters a second. */
const perSecond = 17

/** `'1:05.2'`, `'1:05,2'`, `'65'` as milliseconds; null when it is no time. */
export function timeOf(text: string): number | null {
  const [, minutes, seconds, part] = /^(?:(\d{1,3}):)?(\d{1,3})(?:[.,](\d{1,3}))?$/.exec(text.trim()) ?? []
  return seconds === undefined ? null : (Number(minutes ?? 0) * 60 + Number(seconds)) * 1000 + Number((part ?? '').padEnd(3, '0'))
}
/** Milliseconds as they are written in the form: `'1:05.2'`, to the tenth. */
export function timeText(ms: number): string {
  const tenths = Math.round(ms / 100)
  return `${Math.floor(tenths / 600)}:${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}.${tenths % 10}`
}
const clock = (ms: number) => `${String(Math.floor(ms / 3_600_000)).padStart(2, '0')}:${String(Math.floor(ms / 60_000) % 60).padStart(2, '0')}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}.${String(ms % 1000).padStart(3, '0')}`

/** Captions as a file that players read (WebVTT, W3C). What people wrote is text there, never markup. */
export function vttOf(cues: Cue[]): string {
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `WEBVTT\n\n${cues.map((cue) => `${clock(cue.start)} --> ${clock(cue.end)}\n${safe(cue.text)}\n`).join('\n')}`
}

/** The captions of a WebVTT file (or its elder SubRip), without its styles, places and voices; null when it is neither. */
export function cuesOfVtt(file: string): Cue[] | null {
  const cues: Cue[] = []
  for (const block of file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split(/\n\s*\n/)) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => line.includes('-->'))
    if (at < 0 || at > 1) continue
    const [from, to] = lines[at]!.split('-->').map((each) => stamp(each.trim().split(/\s+/)[0] ?? ''))
    if (from === null || to === null || from === undefined || to === undefined) continue
    const text = plain(lines.slice(at + 1).join('\n'))
    if (text && to > from) cues.push({ start: from, end: to, text })
  }
  return cues.length ? cues.sort((a, b) => a.start - b.start) : null
}
function stamp(text: string): number | null {
  const [, hours, minutes, seconds, ms] = /^(?:(\d+):)?(\d{1,2}):(\d{1,2})[.,](\d{3})$/.exec(text) ?? []
  return seconds === undefined ? null : (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(ms)
}
const entities: Record<string, string> = { lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '', amp: '&' }
const plain = (text: string) => tidyText(text.replace(/<[^>]*>/g, '').replace(/&(lt|gt|nbsp|lrm|rlm|amp);/g, (_all, name: string) => entities[name]!))
/** A caption's text without what would end it early: empty lines and the arrow. */
export const tidyText = (text: string) => text.split('\n').map((line) => line.replace(/\s+/g, ' ').replaceAll('-->', '→').trim()).filter(Boolean).join('\n')

/** What was heard, written as plain text, in pieces of at most two lines: at the writer's own lines first, then at sentences, clauses and words. */
export function pieces(text: string): string[] {
  const cutUp = (part: string): string[] => {
    if (part.length <= fits) return part ? [part] : []
    const before = part.slice(0, fits + 1)
    const at = [/[.!?…](?=\s)/g, /[,;:–](?=\s)/g].map((mark) => [...before.matchAll(mark)].at(-1)?.index ?? -1).find((index) => index > fits / 4) ?? -1
    const end = at >= 0 ? at + 1 : before.lastIndexOf(' ') > 0 ? before.lastIndexOf(' ') : cut(part, fits).length
    return [part.slice(0, end).trim(), ...cutUp(part.slice(end).trim())]
  }
  return text.split('\n').flatMap((line) => cutUp(tidyText(line)))
}

/** Pieces of text spread over the length of a video, each as long as its letters take of them all. */
export function timed(texts: string[], durationMs: number): Cue[] {
  const weights = texts.map((text) => text.length + 6)
  const all = weights.reduce((sum, each) => sum + each, 0)
  let before = 0
  return texts.slice(0, mostCues).map((text, i) => {
    const start = Math.round((before / all) * durationMs)
    before += weights[i]!
    return { start, end: Math.max(start + 1, Math.round((before / all) * durationMs)), text }
  })
}

/** Captions as they may be kept: in the order of their time, within the video, none empty, none on top of the next; two that begin at once are one. */
export function tidy(cues: Cue[], durationMs: number): Cue[] {
  const kept: Cue[] = []
  for (const cue of cues.map((each) => ({ start: clamp(each.start, durationMs), end: clamp(each.end, durationMs), text: tidyText(each.text) })).filter((each) => each.text && each.end > each.start).sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1)
    if (last?.start === cue.start) kept[kept.length - 1] = { ...cue, text: `${last.text}\n${cue.text}` }
    else { if (last && last.end > cue.start) last.end = cue.start; kept.push({ ...cue }) }
  }
  return kept
}
const clamp = (ms: number, durationMs: number) => Math.min(Math.max(0, Math.round(ms)), durationMs)

/** What a person changes at once. `at` is the caption's number from 0. */
export type Change = { does: 'split' | 'merge' | 'remove' | 'add'; at: number } | { does: 'shift'; ms: number }
/** Captions after a change. A split one is cut near its middle, by its letters; merged ones go from the first's start to the second's end. */
export function changed(cues: Cue[], change: Change, durationMs: number): Cue[] {
  if (change.does === 'shift') return cues.map((cue) => ({ ...cue, start: clamp(cue.start + change.ms, durationMs), end: clamp(cue.end + change.ms, durationMs) }))
  const its = cues[change.at], before = cues.slice(0, change.at), after = cues.slice(change.at + 1), next = after[0]
  if (change.does === 'add') {
    const start = its?.end ?? 0, end = Math.min(next?.start ?? durationMs, start + 3000)
    return end > start ? [...cues.slice(0, change.at + 1), { start, end, text: '' }, ...after] : cues
  }
  if (!its) return cues
  if (change.does === 'remove') return [...before, ...after]
  if (change.does === 'merge') return next ? [...before, { start: its.start, end: next.end, text: `${its.text} ${next.text}`.trim() }, ...after.slice(1)] : cues
  const words = its.text.replace(/\n/g, ' ')
  const middle = [...words.matchAll(/\s/g)].map((match) => match.index).sort((a, b) => Math.abs(a - words.length / 2) - Math.abs(b - words.length / 2))[0]
  if (middle === undefined || its.end - its.start < 2) return cues
  const cut = its.start + Math.max(1, Math.round((its.end - its.start) * (middle / words.length)))
  return [...before, { start: its.start, end: cut, text: words.slice(0, middle).trim() }, { start: cut, end: its.end, text: words.slice(middle).trim() }, ...after]
}

/** Captions that nobody can read in time: their numbers from 0. */
export const tooQuick = (cues: Cue[]): number[] => cues.flatMap((cue, i) => (cue.text.length > fits / 4 && (cue.text.length * 1000) / (cue.end - cue.start) > perSecond * 1.5 ? [i] : []))

/** Captions as running text, for those who read instead of listening: a new paragraph where speech pauses. */
export function transcript(cues: Cue[]): string {
  return cues.map((cue, i) => (i === 0 ? '' : cue.start - cues[i - 1]!.end > 2000 ? '\n\n' : ' ') + cue.text.replace(/\n/g, ' ')).join('')
}
