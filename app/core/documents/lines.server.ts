import type { Letters } from './letters.server.ts'

/** A stretch of a line in one font. `actual`: the real text of what is drawn as □. */
export type Run = { text: string; font: Letters; actual?: string; width: number }
export type Line = { runs: Run[]; width: number }
/** What a font can draw, and how wide it is in points. */
export type Measure = { has: (font: Letters, character: string) => boolean; width: (font: Letters, text: string, size: number) => number; seen: Map<string, Run[]> }
export type Style = { size: number; bold?: boolean }

const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' })
/** Where a line may end: after spaces, after a hyphen, a dash or a slash that stands between letters. */
const pieces = (text: string): string[] => text.match(/ +|[^ ]*?[-–—/](?=[^\s\d])|[^ ]+/g) ?? []

/** Breaks text to lines of a width. A word longer than a line is broken at a letter; nothing is left out. */
export function linesOf(text: string, style: Style, width: number, measure: Measure): Line[] {
  return text.split('\n').flatMap((hard) => {
    const lines: Line[] = []
    let runs: Run[] = []
    let used = 0
    const end = () => { lines.push({ runs, width: used }); runs = []; used = 0 }
    const put = (more: Run[], wide: number) => { for (const run of more) joined(runs, run); used += wide }
    for (const piece of pieces(hard)) {
      const set = runsOf(piece, style, measure)
      const wide = widthOf(set)
      // Spaces stay at the end of their line, so that words do not run together for one who listens or copies.
      if (piece.startsWith(' ')) { if (runs.length > 0 || lines.length === 0) put(set, wide) }
      else if (used + wide <= width) put(set, wide)
      else {
        if (runs.length > 0) end()
        if (wide <= width) put(set, wide)
        else for (const { segment } of graphemes.segment(piece)) {
          const one = runsOf(segment, style, measure)
          if (used + widthOf(one) > width && runs.length > 0) end()
          put(one, widthOf(one))
        }
      }
    }
    end()
    return lines
  })
}

/** How wide the text would be without breaks, and its widest unbreakable piece: what a column would like and needs. */
export function wishOf(text: string, style: Style, measure: Measure): { whole: number; least: number } {
  const lines = text.split('\n').map((line) => pieces(line).map((piece) => widthOf(runsOf(piece, style, measure))))
  return { whole: Math.max(0, ...lines.map((line) => line.reduce((sum, each) => sum + each, 0))), least: Math.max(0, ...lines.flat()) }
}

const widthOf = (runs: Run[]) => runs.reduce((sum, run) => sum + run.width, 0)
/** Adds a run to those before it; neighbours in one font become one. */
function joined(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && last.font === run.font && (last.actual === undefined) === (run.actual === undefined)) runs[runs.length - 1] = { text: last.text + run.text, font: run.font, width: last.width + run.width, ...(run.actual === undefined ? {} : { actual: last.actual! + run.actual }) }
  else runs.push(run)
}

/** A piece of text in the fonts that have its letters; each piece is looked at once in a paper. */
function runsOf(text: string, style: Style, measure: Measure): Run[] {
  const key = `${style.size}${style.bold ? 'b' : ''} ${text}`
  const known = measure.seen.get(key)
  if (known) return known
  const [own, rest]: [Letters, Letters] = style.bold ? ['bold', 'restBold'] : ['regular', 'restRegular']
  const runs: Run[] = []
  for (const character of text) {
    if (measure.has(own, character)) joined(runs, { text: character, font: own, width: 0 })
    else if (measure.has(rest, character)) joined(runs, { text: character, font: rest, width: 0 })
    else joined(runs, { text: '\u25a1', actual: character, font: rest, width: 0 })
  }
  for (const run of runs) run.width = measure.width(run.font, run.text, style.size)
  measure.seen.set(key, runs)
  return runs
}
