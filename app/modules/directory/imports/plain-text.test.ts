import { expect, test } from 'vitest'
import { oneLine, plainText } from './plain-text.ts'

test.each([
  ['<p>Avoinna <b>arkisin</b>.</p><p>Tervetuloa!</p>', 'Avoinna arkisin.\nTervetuloa!'],
  ['<ul><li>Luistimet</li><li>Kypärä &amp; suojat</li></ul>', '– Luistimet\n– Kypärä & suojat'],
  ['Varaa <a href="https://varaa.example.fi/a">tästä</a>.', 'Varaa tästä (https://varaa.example.fi/a).'],
  ['### Aukiolo\n**Ma** klo 9–15\n* [Hinnasto](https://example.fi/h)', 'Aukiolo\nMa klo 9–15\n– Hinnasto (https://example.fi/h)'],
  ['<script>alert(1)</script>Uimahalli<!-- piilo --> <img src=x onerror=alert(1)>', 'Uimahalli'],
  ['3 < 5 ja 7 > 2', '3 < 5 ja 7 > 2'],
  ['J&auml;&auml;halli &#228;&#x1F3D2;&#0;&#55296;', 'Jäähalli ä🏒'],
  ['  rivi\r\n\r\n\r\n\r\ntoinen\u0007 ', 'rivi\n\ntoinen'],
])('%j', (said, plain) => expect(plainText(said)).toBe(plain))

test('a line is cut at a word', () => {
  expect(oneLine('Kirjasto on kaikkien\nyhteinen olohuone', 24)).toBe('Kirjasto on kaikkien…')
  expect(plainText('<'.repeat(50_000)).length).toBe(50_000)
})
