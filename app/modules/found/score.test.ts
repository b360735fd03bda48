import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { held, tuning } from './labelled/labelled.ts'
import { measure } from './labelled/measure.ts'
import { featuresOf, score, sentencesOf, shiftOf } from './score.ts'
import { signals, threshold } from './signals.ts'

const found = (text: string) => { const read = score(text); return read.kind && read.score >= threshold ? read.kind : null }

describe('what a sentence says', () => {
  test.each([
    ['Voisiko joku korjata tämän kuopan?', null],
    ['laittakaa tähän valot', 'idea'],
    ['laittakaa valot päälle', null],
    ['Ehdotan, että torille tehdään suihkulähde.', 'idea'],
    ['En ehdota mitään, valot vain palavat päivälläkin.', null],
    ['Ei ole mitään nuorille täällä.', 'need'],
    ['Tampereella on suojateillä valot maassa, sellaiset voisi tehdä meillekin.', 'idea'],
    ['Missä viipyy auraus?', null],
    ['Kaivataan nuorille kokoontumistilaa.', 'need'],
    ['Miksei bussipysäkillä voisi olla pyöräteline?', 'idea'],
    ['Jag föreslår en bänk vid stranden.', 'idea'],
    ['Lampan är trasig.', null],
    ['There is nowhere to skate in the winter.', 'need'],
    ['Please fix the broken swing.', null],
  ])('%s → %s', (text, kind) => { expect(found(text)).toBe(kind) })

  test('the sentence that made it so stands for the report, with its reasons', () => {
    const read = score('Kuoppa tiessä hajotti renkaan. Korjatkaa se! Ehdotan samalla, että tähän tehdään hidaste.')
    expect(read).toMatchObject({ kind: 'idea', sentence: 'Ehdotan samalla, että tähän tehdään hidaste.' })
    expect(read.hits[0]).toEqual({ name: 'suggests', weight: 2.4 })
  })
  test('a number and a short form end no sentence', () => {
    expect(sentencesOf('Tulin klo 17. Ovi oli kiinni, esim. pe 14.7. illalla. Onko auki?\nEntä nyt')).toEqual(['Tulin klo 17. Ovi oli kiinni, esim. pe 14.7. illalla.', 'Onko auki?', 'Entä nyt'])
  })
  test('nothing is found in nothing', () => { for (const text of ['', '   ', '?!.', '123 456']) expect(score(text)).toEqual({ kind: null, score: 0, sentence: '', hits: [] }) })
  test('any text gets a bounded score, a sentence of its own, and the same the second time', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...tuning.map((each) => each.text))), { maxLength: 4 }), (parts) => {
      const text = parts.join(' ')
      const read = score(text)
      expect(read.score).toBeGreaterThanOrEqual(0)
      expect(read.score).toBeLessThanOrEqual(1)
      expect(text).toContain(read.sentence)
      expect(score(text)).toEqual(read)
    }))
  })
  test('what was learned moves the odds, and never more than its bound', () => {
    const learned = new Map([['suggests', 2], ['word:hidast', 2], ['makeNew', 2]])
    expect(shiftOf(['suggests', 'word:hidast', 'makeNew'], learned)).toBe(3)
    expect(score('Ehdotan hidastetta.', new Map([['suggests', -2]])).score).toBeLessThan(score('Ehdotan hidastetta.').score)
    expect(featuresOf('Ehdotan hidastetta.')).toContain('suggests')
  })
})

test('every signal has a reason in each language and a name of its own', () => {
  expect(new Set(signals.map((each) => each.name)).size).toBe(signals.length)
  for (const each of signals) { expect(each.because.fi && each.because.sv && each.because.en).toBeTruthy(); expect(each.idea ?? each.need ?? each.none, each.name).toBeGreaterThan(0) }
})

describe('the labelled reports', () => {
  test('there are enough of each, and no report is in both halves', () => {
    const all = [...tuning, ...held]
    expect(all.length).toBeGreaterThanOrEqual(240)
    expect(new Set(all.map((each) => each.text)).size).toBe(all.length)
    for (const half of [tuning, held]) for (const label of ['none', 'idea', 'need'] as const) expect(half.filter((each) => each.label === label).length).toBeGreaterThanOrEqual(20)
  })
  test('the tuning half stays as well read as it is (the held half is the benchmark\'s alone)', () => {
    const its = measure(tuning)
    expect(its.precision).toBeGreaterThan(0.9)
    expect(its.recall).toBeGreaterThan(0.85)
    expect(its.kindRight).toBeGreaterThan(0.9)
    expect(its.sentenceRight).toBeGreaterThan(0.95)
  })
})
