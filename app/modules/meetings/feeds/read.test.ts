import { describe, expect, test } from 'vitest'
import { caseNumberIn, caseNumberOf } from '../case-number.ts'
import { decode } from '#core/text/decode.ts'
import { formats } from './formats.ts'
import { type ImportedItem, readSign, readWhen } from './row.ts'
import { readTitle, withoutMarkup } from './xml.ts'

const rowsOf = (format: string, text: string, mapping = {}): ImportedItem[] => {
  const read = formats[format]!.read(text, { mapping })
  if ('problem' in read) throw new Error(read.problem)
  return read
}
const problemOf = (format: string, text: string) => { const read = formats[format]!.read(text, { mapping: {} }); return 'problem' in read ? read.problem : null }
const evening = '2026-12-07T15:00:00.000Z' // klo 17 in Finland in winter

describe('a meeting\'s moment is read as people and programs write it', () => {
  test.each([
    ['7.12.2026 klo 17.00', evening], ['ma 7.12.2026 klo 17', evening], ['07.12.2026 17:00', evening], ['7. 12. 2026 kl. 17.00', evening], ['2026-12-07T17:00', evening], ['2026-12-07 17:00:00', evening],
    ['2026-12-07T15:00:00Z', evening], ['2026-12-07T17:00:00.000+02:00', evening], ['Mon, 07 Dec 2026 17:00:00 +0200', evening], ['Mon, 07 Dec 2026 15:00:00 GMT', evening],
    ['6.7.2026 klo 17.00', '2026-07-06T14:00:00.000Z'], ['Kokous pidetään 7.12.2026 klo 17.00 valtuustosalissa', evening],
  ])('%s', (said, at) => { expect(readWhen(said)).toEqual({ at: new Date(at), dayOnly: false }) })
  test('the day in one column and the time in another', () => { expect(readWhen('7.12.2026', 'klo 17')).toEqual({ at: new Date(evening), dayOnly: false }); expect(readWhen('2026-12-07', '17:00')).toEqual({ at: new Date(evening), dayOnly: false }) })
  test('a day alone is a day', () => { expect(readWhen('7.12.2026')).toEqual({ at: new Date('2026-12-07T10:00:00Z'), dayOnly: true }) })
  test('across both clock changes', () => { expect(readWhen('29.3.2026 klo 17')!.at.toJSON()).toBe('2026-03-29T14:00:00.000Z'); expect(readWhen('25.10.2026 klo 17')!.at.toJSON()).toBe('2026-10-25T15:00:00.000Z') })
  test.each(['', 'ensi maanantaina', '31.2.2026', '7.13.2026', '7.12.2026 klo 25.00', '2026-02-30', '17.00', '7.12.'])('not: %s', (said) => { expect(readWhen(said)).toBeNull() })
})

test.each([
  ['§ 345 Uimaranta', '345', 'Uimaranta'], ['345 § Uimaranta', '345', 'Uimaranta'], ['Pykälä 303: Uimaranta', '303', 'Uimaranta'], ['§345 – Uimaranta', '345', 'Uimaranta'], ['12. Uimaranta', '12', 'Uimaranta'], ['§ 12/2026 Uimaranta', '12', 'Uimaranta'],
  ['Uimaranta', '', 'Uimaranta'], ['2026 talousarvio', '', '2026 talousarvio'], ['Vuoden 2026 talousarvio', '', 'Vuoden 2026 talousarvio'],
])('the paragraph of "%s"', (said, sign, title) => { expect(readSign(said)).toEqual({ sign, title }) })

test.each([
  ['Kaupunginhallitus 7.12.2026 klo 17.00: § 345 Uimarannan laituri', 'Kaupunginhallitus', '345', 'Uimarannan laituri'],
  ['Kaupunginhallitus 07.12.2026 17:00/Pykälä 303 Uimarannan laituri', 'Kaupunginhallitus', '303', 'Uimarannan laituri'],
  ['Kaupunginhallitus, esityslista 7.12.2026 klo 17.00', 'Kaupunginhallitus', '', ''],
  ['Kaupunginhallitus ma 7.12.2026 klo 17 § 345 Uimarannan laituri', 'Kaupunginhallitus', '345', 'Uimarannan laituri'],
])('the title "%s"', (said, body, sign, title) => {
  const read = readTitle(said)
  expect(read.when!.at.toJSON()).toBe(evening)
  expect(read).toMatchObject({ body, sign, title })
})
test('a title that tells the item first hints at who meets', () => {
  expect(readTitle('§ 345 Uimarannan laituri, Kaupunginhallitus 7.12.2026 klo 17')).toMatchObject({ body: '', sign: '345', hints: ['Kaupunginhallitus'] })
})

test('case numbers are one form, and found in a text', () => {
  expect(caseNumberOf(' Dnro ylö / 1234/10.02.03/2026')).toBe('YLÖ/1234/10.02.03/2026')
  expect(caseNumberOf('diaarinumero: 123/2026')).toBe('123/2026')
  expect(caseNumberIn('Valmistelija NN, dnro YLÖ/1234/10.02.03/2026, liite 2')).toBe('YLÖ/1234/10.02.03/2026')
  expect(caseNumberIn('Ks. 554/00.01.02/2013 ja muut')).toBe('554/00.01.02/2013')
  expect(caseNumberIn('puh. 040 557 2146, kello 12/13, 7.12.2026')).toBe('')
})

describe('a text is read whatever its encoding', () => {
  const said = 'Päätös: Räikkä – jäähalli'
  const w1252 = Uint8Array.from([...said].map((sign) => (sign === '–' ? 0x96 : sign.codePointAt(0)!)))
  test('UTF-8, with its mark and without', () => { expect(decode(Buffer.from(said))).toBe(said); expect(decode(Buffer.from(`\uFEFF${said}`))).toBe(said) })
  test('Windows-1252, said or not, or said wrongly', () => { for (const charset of [undefined, 'windows-1252', 'utf-8', 'no-such']) expect(decode(w1252, charset)).toBe(said) })
  test('said by the XML itself', () => { expect(decode(Buffer.from('<?xml version="1.0" encoding="iso-8859-15"?><a>\u00a4</a>', 'latin1'))).toContain('€') })
  test('UTF-16 by its mark', () => { expect(decode(Buffer.from(`\uFEFF${said}`, 'utf16le'))).toBe(said) })
})

const table = `Toimielin;Kokouspäivä;Klo;Paikka;Pykälä;Otsikko;Diaarinumero;Esittely;Päätös
Kaupunginhallitus;7.12.2026;17.00;Kaupungintalo;345;"Keijärven uimaranta; laituri";YLÖ/123/10.03.02/2026;"Esitetään, että laituri tehdään.

Kustannus on 12 000 €.";
Kaupunginhallitus;7.12.2026;17.00;Kaupungintalo;§ 346;'=SUMMA(1) kirjaimena;;;
`
describe('a table (CSV)', () => {
  test('parted by semicolons, as spreadsheets in Finnish write it', () => {
    const [first, second] = rowsOf('csv', table)
    expect(first).toMatchObject({ row: 2, body: 'Kaupunginhallitus', startsAt: new Date(evening), place: 'Kaupungintalo', sign: '345', title: 'Keijärven uimaranta; laituri', caseNumber: 'YLÖ/123/10.03.02/2026', text: 'Esitetään, että laituri tehdään.\n\nKustannus on 12 000 €.', decision: '' })
    expect(second).toMatchObject({ sign: '346', title: '=SUMMA(1) kirjaimena' })
  })
  test('parted by commas, in English, with an id', () => {
    expect(rowsOf('csv', 'id,title,date,body,status\na1,"Pier, and steps",2026-12-07T17:00,Board,cancelled\n')[0]).toMatchObject({ sourceId: 'a1', title: 'Pier, and steps', body: 'Board', startsAt: new Date(evening), cancelled: true })
  })
  test('with columns that an admin has named', () => {
    expect(problemOf('csv', 'Mitä;Milloin\nLaituri;7.12.2026 klo 17\n')).toBe('noColumns')
    expect(rowsOf('csv', 'Mitä;Milloin\nLaituri;7.12.2026 klo 17\n', { title: 'Mitä', date: 'Milloin' })[0]).toMatchObject({ title: 'Laituri', startsAt: new Date(evening) })
  })
  test.each([['', 'empty'], ['Otsikko;Päivä\n', 'empty'], ['vain yksi sarake\nx\n', 'notTable'], ['<!doctype html><p>Kirjaudu;sisään', 'notTable'], ['Otsikko;Päivä\n"auki;7.12.2026\n', 'notTable'], [`Otsikko;Päivä\n${'x;7.12.2026\n'.repeat(5001)}`, 'tooMany']])('what is none says so (%#)', (text, problem) => { expect(problemOf('csv', text)).toBe(problem) })
})

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Kokousasiat</title>
<item><title>Kaupunginhallitus 7.12.2026 klo 17.00: § 345 Keij&#228;rven uimarannan laituri</title><link>https://paatokset.example/item?id=1&amp;s=2</link><guid isPermaLink="false">20261-1</guid><pubDate>Thu, 03 Dec 2026 12:00:00 +0200</pubDate>
<description><![CDATA[<p>YLÖ/123/10.03.02/2026</p><p>Esitet&auml;&auml;n, ett&auml; laituri tehd&auml;&auml;n.<script>alert(1)</script></p>]]></description></item>
<item><title>Kaupunginhallitus 7.12.2026 klo 17.00, esityslista</title><link>https://paatokset.example/meeting?id=9</link><guid>20261</guid></item>
</channel></rss>`
describe('a feed (RSS, Atom)', () => {
  test('an entry is an item; a title without one is the meeting', () => {
    const [item, meeting] = rowsOf('rss', rss)
    expect(item).toMatchObject({ sourceId: '20261-1', body: 'Kaupunginhallitus', startsAt: new Date(evening), sign: '345', title: 'Keijärven uimarannan laituri', caseNumber: 'YLÖ/123/10.03.02/2026', url: 'https://paatokset.example/item?id=1&s=2' })
    expect(item!.text).toBe('YLÖ/123/10.03.02/2026\n\nEsitetään, että laituri tehdään.')
    expect(meeting).toMatchObject({ title: '', agendaUrl: 'https://paatokset.example/meeting?id=9' })
  })
  test('Atom', () => {
    expect(rowsOf('rss', `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title type="html">&lt;b&gt;Kulttuurilautakunta&lt;/b&gt; 7.12.2026 klo 17: § 4 Kirjaston ajat</title><link rel="self" href="https://x.example/self"/><link href="https://x.example/4"/><summary>Ajat pitenevät &amp; paranevat.</summary></entry></feed>`)[0])
      .toMatchObject({ sourceId: 'urn:1', sign: '4', title: 'Kirjaston ajat', url: 'https://x.example/4', text: 'Ajat pitenevät & paranevat.' })
  })
  test.each([['', 'empty'], ['<rss><channel></channel></rss>', 'empty'], ['<html><body>Ei täällä</body></html>', 'notXml'], ['<!DOCTYPE html><html></html>', 'notXml'], ['<rss><channel><item><title>x</item>', 'notXml'], ['<list><item/></list>', 'notFeed'], ['{"items":[]}', 'notXml']])('what is none says so (%#)', (text, problem) => { expect(problemOf('rss', text)).toBe(problem) })
  test('a billion laughs are not laughed', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i || ''};`.repeat(10)}">`).join('')}]><rss><channel><item><title>&lol9;</title></item></channel></rss>`
    const began = performance.now()
    expect(problemOf('rss', bomb)).toBe('entities')
    expect(problemOf('rss', bomb.replaceAll('<!ENTITY', '<!entity'))).toBe('entities')
    expect(performance.now() - began).toBeLessThan(200)
  })
  test('a file outside is not read', () => {
    expect(problemOf('rss', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>')).toBe('entities')
    expect(rowsOf('rss', '<!DOCTYPE rss SYSTEM "http://127.0.0.1/evil.dtd"><rss><channel><item><title>&x; 7.12.2026 klo 17</title></item></channel></rss>')[0]!.body).toBe('&x;')
  })
  test('ten thousand tags inside each other break nothing', () => { expect(problemOf('rss', `<rss><channel><item>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</item></channel></rss>`)).toMatch(/^$|notXml/) })
  test('a million ampersands are read: work that grew with their square would not end in a minute', () => {
    expect(rowsOf('rss', `<rss><channel><item><title>x 7.12.2026 klo 17</title><description>${'&#38;'.repeat(800_000)}</description></item></channel></rss>`)).toHaveLength(1)
    rowsOf('rss', `<rss><channel><item><title>${'7.'.repeat(200_000)}</title><description>${'<'.repeat(500_000)}</description></item></channel></rss>`.replaceAll('<<', '&lt;&lt;'))
  }, 60_000)
  test('markup leaves its words', () => { expect(withoutMarkup('<p>Yksi<br>kaksi</p><ul><li>kolme</li></ul>&amp;lt;')).toBe('Yksi\nkaksi\n\n\nkolme\n\n&lt;') })
})
