import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changed, cuesOfVtt, pieces, tidy, tidyText, timed, timeOf, timeText, transcript, vttOf } from './cues.ts'
import type { Cue } from './schema.server.ts'

const length = 180_000
const text = fc.string({ minLength: 1, maxLength: 80, unit: fc.constantFrom(...'abcåäö <>&-.,!\n'.split('')) })
const anyCues = fc.array(fc.record({ start: fc.nat(200_000), end: fc.nat(200_000), text }), { maxLength: 40 })
const orderly = (cues: Cue[]) => cues.every((cue, i) => cue.start >= 0 && cue.end <= length && cue.start < cue.end && cue.text !== '' && (i === 0 || cues[i - 1]!.end <= cue.start))
const letters = (words: string) => words.replace(/\s/g, '')

describe('captions', () => {
  test('are tidied into order, whatever was written, and tidying again changes nothing', () => {
    fc.assert(fc.property(anyCues, (cues) => { const kept = tidy(cues, length); expect(orderly(kept)).toBe(true); expect(tidy(kept, length)).toEqual(kept) }))
  })
  test('no word is lost when lines lie on top of each other', () => {
    fc.assert(fc.property(anyCues, (cues) => {
      const real = cues.filter((cue) => cue.start < cue.end && cue.start < length && tidyText(cue.text))
      expect(letters(tidy(cues, length).map((cue) => cue.text).join('')).length).toBe(letters(real.map((cue) => tidyText(cue.text)).join('')).length)
    }))
  })
  test('come back from a WebVTT file as they went', () => {
    fc.assert(fc.property(anyCues, (cues) => { const kept = tidy(cues, length); expect(cuesOfVtt(vttOf(kept)) ?? []).toEqual(kept) }))
  })
  test('are markup nowhere', () => {
    expect(vttOf([{ start: 0, end: 1000, text: '<b>a</b> & --> <script>' }])).not.toMatch(/<b>|<script|[^0-9] -->[^0-9]*script/)
  })
  test('are read from what others make: SubRip, styles, voices, comments, hours', () => {
    expect(cuesOfVtt('\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nHyvää huomenta\r\n\r\n2\r\n00:01:00,000 --> 00:01:01,000\r\nRivi\r\ntoinen\r\n')).toEqual([{ start: 1000, end: 2500, text: 'Hyvää huomenta' }, { start: 60_000, end: 61_000, text: 'Rivi\ntoinen' }])
    expect(cuesOfVtt('WEBVTT - otsikko\n\nSTYLE\n::cue { color: red }\n\nNOTE ei tämä\n\nalku\n00:01.000 --> 00:02.000 align:start position:10%\n<v Jari>Hei &amp; <i>tervetuloa</i></v>\n\n01:00:00.000 --> 01:00:01.000\nLoppu')).toEqual([{ start: 1000, end: 2000, text: 'Hei & tervetuloa' }, { start: 3_600_000, end: 3_601_000, text: 'Loppu' }])
    for (const other of ['', 'Hei vain', 'WEBVTT\n\n', '{"segments":[]}', '00:01 --> ']) expect(cuesOfVtt(other), other).toBeNull()
  })
  test('are made of running text in pieces that fit two lines, and cover the video', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 2000, unit: fc.constantFrom(...'aäo eis. ,n\n'.split('')) }), (heard) => {
      const parts = pieces(heard)
      expect(parts.every((part) => part.length <= 75 && part === part.trim() && part !== '')).toBe(true)
      expect(letters(parts.join(''))).toBe(letters(heard))
      const cues = timed(parts, length)
      expect(orderly(cues)).toBe(true)
      if (cues.length) expect([cues[0]!.start, cues.at(-1)!.end]).toEqual([0, length])
    }))
    expect(pieces('Puistoon tulee uusi leikkipaikka ja valaistus. Kerro meille, mitä muuta tarvitaan ennen syksyä.\nKiitos!')).toEqual(['Puistoon tulee uusi leikkipaikka ja valaistus.', 'Kerro meille, mitä muuta tarvitaan ennen syksyä.', 'Kiitos!'])
  })
  test('times are written and read alike', () => {
    fc.assert(fc.property(fc.nat(1800), (tenths) => { expect(timeOf(timeText(tenths * 100))).toBe(tenths * 100) }))
    expect([timeOf('1:05,2'), timeOf('65'), timeOf('0.5'), timeOf('x'), timeOf('1:2:3'), timeOf('-1'), timeOf('')]).toEqual([65_200, 65_000, 500, null, null, null, null])
  })
})

describe('a line is changed', () => {
  const cues: Cue[] = [{ start: 0, end: 2000, text: 'Hyvää huomenta kaikille' }, { start: 2000, end: 4000, text: 'puistosta' }]
  test('split in two near its middle, and joined again it is what it was', () => {
    const split = changed(cues, { does: 'split', at: 0 }, length)
    expect(split.map((cue) => cue.text)).toEqual(['Hyvää huomenta', 'kaikille', 'puistosta'])
    expect(orderly(split)).toBe(true)
    expect(changed(split, { does: 'merge', at: 0 }, length)).toEqual(cues)
  })
  test('removed, added, and moved with all others within the video', () => {
    expect(changed(cues, { does: 'remove', at: 0 }, length)).toEqual([cues[1]])
    expect(changed(cues, { does: 'add', at: 1 }, length).at(-1)).toEqual({ start: 4000, end: 7000, text: '' })
    expect(changed(cues, { does: 'add', at: 0 }, length), 'no room between them').toEqual(cues)
    expect(changed(cues, { does: 'shift', ms: -1500 }, length).map((cue) => [cue.start, cue.end])).toEqual([[0, 500], [500, 2500]])
  })
  test('any change of any captions keeps the words of the others', () => {
    fc.assert(fc.property(anyCues, fc.constantFrom('split', 'merge', 'add', 'remove'), fc.nat(45), (any, does, at) => {
      const kept = tidy(any, length)
      const after = changed(kept, { does: does as 'split', at }, length)
      const gone = does === 'remove' ? letters(kept[at]?.text ?? '') : ''
      expect(letters(after.map((cue) => cue.text).join('')).length).toBe(letters(kept.map((cue) => cue.text).join('')).length - gone.length)
    }))
  })
  test('they are running text where nobody listens, a paragraph at each pause', () => {
    expect(transcript([...cues, { start: 9000, end: 9900, text: 'Tervetuloa\nmukaan' }])).toBe('Hyvää huomenta kaikille puistosta\n\nTervetuloa mukaan')
  })
})
