import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvLine, guarded, unguarded, utf8Mark } from './csv.ts'

test('no cell starts like a formula, and numbers stay numbers', () => {
  expect(csvLine(['=1+1', '@x', '-2', '+3', "'=4", -5, null, true])).toBe("'=1+1,'@x,'-2,'+3,''=4,-5,,true\r\n")
  expect(csvLine([23.5, 'a;b'], ';')).toBe('23,5;"a;b"\r\n')
})

test('any text comes back as it was, through any separator', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=x', "'=", "''-", '"', ',;\r\n', '\t', ' x ')), { minLength: 2, maxLength: 4 }), { minLength: 1 }), fc.constantFrom(',' as const, ';' as const), (rows, separator) => {
    const text = rows.map((row) => csvLine(row, separator)).join('')
    const back = Papa.parse<string[]>(text, { delimiter: separator, newline: '\r\n' }).data.slice(0, rows.length)
    expect(back.map((row) => row.map(unguarded))).toEqual(rows)
    for (const cell of back.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  }))
})

test('guarding is undone exactly', () => {
  fc.assert(fc.property(fc.string(), (text) => { expect(unguarded(guarded(text))).toBe(text) }))
  expect(utf8Mark).toBe('\uFEFF')
})
