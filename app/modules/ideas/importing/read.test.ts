import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine, utf8Mark } from '#core/text/csv.ts'
import { guessMapping, guessSource } from './columns.ts'
import { readMoment, readNumber, readStage, readStance, withoutMarkup } from './read-cell.ts'
import { readCsv, type Table } from './read-csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a file', () => {
  test.each([[',', ''], [';', ''], ['\t', ''], [',', utf8Mark], [';', utf8Mark]])('parted by "%s", with and without its mark', (separator, mark) => {
    const read = readCsv(bytes(`${mark}otsikko${separator}teksti\r\nLaituri${separator}"Rannalta ""puuttuu""\nlaituri, ä"\r\n\r\nValot${separator}Pimeää\r\n`)) as Table
    expect(read.headers).toEqual(['otsikko', 'teksti'])
    expect(read.rows).toEqual([{ row: 2, cells: ['Laituri', 'Rannalta "puuttuu"\nlaituri, ä'] }, { row: 4, cells: ['Valot', 'Pimeää'] }])
  })
  test.each<[string, Uint8Array, string]>([
    ['empty', bytes(''), 'empty'], ['only headers', bytes('title,text\n'), 'empty'], ['in Latin-1', new Uint8Array([...bytes('title,text\nL'), 0xE4, ...bytes('rvi,x')]), 'notUtf8'],
    ['in UTF-16', new Uint8Array(Buffer.from('title,text\na,b', 'utf16le')), 'notUtf8'], ['a picture', new Uint8Array([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13]), 'notUtf8'],
    ['one column', bytes('title\nLaituri\n'), 'notCsv'], ['broken quotes', bytes('title,text\nLaituri,"puuttuu\nValot,x\n'), 'brokenQuotes'], ['quotes inside', bytes('title,text\n"Lai"turi,x\n'), 'brokenQuotes'],
    ['two columns of one name', bytes('title,title\na,b\n'), 'sameHeaders'], ['too many rows', bytes(`title,text\n${'a,b\n'.repeat(20_001)}`), 'tooManyRows'],
  ])('%s is told as it is', (_what, file, problem) => { expect(readCsv(file)).toMatchObject({ problem }) })
  test('broken quotes are told with their row', () => { expect(readCsv(bytes('title,text\na,b\n"c"d,e\n'))).toEqual({ problem: 'brokenQuotes', row: 3 }) })
  test('ten megabytes are read in a moment', () => {
    const read = readCsv(bytes(`title,text\n${csvLine(['Laituri', 'x'.repeat(900)]).repeat(10_500)}`)) as Table
    expect(read.rows).toHaveLength(10_500)
  })
  test('whatever bytes come, it is read or told why not', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (its) => { const read = readCsv(its); expect('problem' in read || read.rows.length > 0).toBe(true) }))
  })
})

describe('columns', () => {
  const decidim = ['id', 'author/id', 'author/name', 'category/id', 'category/name/fi', 'category/name/sv', 'scope/name/fi', 'participatory_space/id', 'component/id', 'title/sv', 'title/fi', 'body/sv', 'body/fi', 'address', 'latitude', 'longitude', 'state', 'answer/fi', 'answered_at', 'votes', 'comments', 'published_at', 'url']
  test('Decidim’s proposals are understood, in the reader’s language', () => {
    expect(guessMapping(decidim, 'ideas', 'fi')).toEqual({ id: 0, author: 2, topic: 4, area: 6, title: 10, text: 12, place: 13, latitude: 14, longitude: 15, stage: 16, answer: 17, answered: 18, supports: 19, date: 21 })
    expect(guessMapping(decidim, 'ideas', 'sv')).toMatchObject({ title: 9, text: 11, topic: 5 })
    expect(guessSource(decidim)).toBe('Decidim')
  })
  test('Decidim’s comments too', () => {
    expect(guessMapping(['id', 'created_at', 'body', 'locale', 'author/id', 'author/name', 'alignment', 'depth', 'commentable_id', 'commentable_type', 'root_commentable_url'], 'comments', 'fi')).toEqual({ id: 0, date: 1, text: 2, author: 5, stance: 6, idea: 8, about: 9 })
  })
  test('and a spreadsheet with Finnish names; a language that we do not speak is better than nothing', () => {
    expect(guessMapping(['Otsikko', 'Kuvaus', 'Pvm', 'Kirjoittaja', 'muuta'], 'ideas', 'fi')).toEqual({ title: 0, text: 1, date: 2, author: 3 })
    expect(guessMapping(['title/ca', 'body/ca'], 'ideas', 'en')).toEqual({ title: 0, text: 1 })
  })
})

describe('cells', () => {
  test.each([
    ['2016-05-18', '2016-05-18T09:00:00.000Z'], ['2016-05-18T12:00:00Z', '2016-05-18T12:00:00.000Z'], ['2016-05-18 12:00:00 UTC', '2016-05-18T12:00:00.000Z'], ['2016-05-18 12:00:00 +0300', '2016-05-18T09:00:00.000Z'],
    ['2016-05-18T12:00:00.123456+03:00', '2016-05-18T09:00:00.123Z'], ['18.5.2016', '2016-05-18T09:00:00.000Z'], ['1.1.2016 klo 12.30', '2016-01-01T10:30:00.000Z'], ['2016-05-18 12:00', '2016-05-18T09:00:00.000Z'],
    ['2016-02-30', null], ['31.4.2016', null], ['18/5/2016', null], ['eilen', null], ['2016-05-18 25:00', null], ['', null],
  ])('the moment "%s"', (said, moment) => { expect(readMoment(said)?.toISOString() ?? null).toBe(moment) })
  test('stages in words and in Decidim’s states', () => {
    expect(['Kokeilussa', 'experiment', 'accepted', 'rejected', '', 'Beslut?', 'withdrawn', 'waiting'].map(readStage)).toEqual(['experiment', 'experiment', 'developing', 'ended', 'idea', null, 'withdrawn', null])
  })
  test('stances and numbers', () => {
    expect(['1', '-1', '0', 'puolesta', 'emot', 'ehkä'].map(readStance)).toEqual(['for', 'against', 'neutral', 'for', 'against', null])
    expect(['23,5', '-0.25', "'-23.5", '1e5', 'x', ''].map(readNumber)).toEqual([23.5, -0.25, -23.5, null, null, null])
  })
  test('the markup of an editor becomes paragraphs', () => {
    expect(withoutMarkup('<p>Rannalta puuttuu <strong>laituri</strong>.</p><p>Katso <a href="https://esimerkki.fi" target="_blank">täältä</a>&nbsp;&amp; tästä</p><ul><li>yksi</li><li>kaksi</li></ul>')).toBe('Rannalta puuttuu laituri.\n\nKatso täältä (https://esimerkki.fi) & tästä\n\n- yksi\n- kaksi')
    expect(withoutMarkup('Hinta < 5 ja > 3\nrivi')).toBe('Hinta < 5 ja > 3\nrivi')
  })
})
