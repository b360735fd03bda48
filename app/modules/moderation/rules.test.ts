import { describe, expect, test } from 'vitest'
import { hasIdentityCode, linksIn } from './rules/marks.ts'
import { watchedWordIn } from './rules/words.ts'
import { defaultRules } from '#core/identity/rules.ts'

// Whether a moderator should look before everyone sees it. Nothing was trained on these; they are read as they are.
const labelled: [text: string, waits: boolean][] = [
  ['Olet täysi idiootti, jos ehdotat tällaista.', true],
  ['Idiootteja koko lautakunta.', true],
  ['Ei näiden idioottien kanssa voi keskustella.', true],
  ['Vitun hieno laituri, kun siihen ei pääse.', true],
  ['VITTUUUU mikä tie', true],
  ['Tämä on v i t u n huono ajatus.', true],
  ['Mitä saatanaa täällä tehdään?', true],
  ['Saatanoiden hommia koko aukio', true],
  ['Ääliöt jättivät roskat rantaan.', true],
  ['Joku ääliömäinen tyyppi ajoi mopolla latua.', true],
  ['V1ttu että ärsyttää', true],
  ['Vilken jävligt dum idé, sa grannen.', true],
  ['Voin saattaa lapset kouluun, jos suojatie on valaistu.', false],
  ['Onko kirjaston lukusali saatavana myös sunnuntaisin?', false],
  ['Vitamiinit ja välipalat kouluun.', false],
  ['Saatan olla väärässä, mutta valot riittäisivät vähempäänkin.', false],
  ['Viittaan edelliseen: viitta näkyy pimeässä.', false],
  ['Idea uimalaiturista on hyvä, kannatan lämpimästi!', false],
  ['Idylli säilyy, kun ranta pidetään siistinä.', false],
  ['Meillä on A, B ja C – valitaan niistä paras.', false],
  ['Älkää unohtako pyörätelineitä! Mahtuisiko niitä 10?', false],
  ['En pidä ehdotuksesta lainkaan. Rahat pitäisi käyttää teihin.', false],
]
describe('watched words let through and catch as a person would', () => {
  test.each(labelled)('%s → %s', (text, waits) => expect(watchedWordIn(text, defaultRules.watchedWords) !== undefined).toBe(waits))
})

test('a word that the municipality adds is caught in its forms', () => {
  expect(['sika', 'sikoja', 'sikamainen'].map((text) => watchedWordIn(text, ['sika']))).toEqual(['sika', 'sika', 'sika'])
  expect(['hullut', 'hulluja', 'hullunkurinen'].map((text) => watchedWordIn(text, ['hullu']))).toEqual(['hullu', 'hullu', 'hullu'])
  expect(['juopponen', 'juoposta', 'juoppoja'].map((text) => watchedWordIn(text, ['juoppo']))).toEqual(['juoppo', 'juoppo', 'juoppo'])
  expect(watchedWordIn('siansaksaa', [''])).toBeUndefined()
})

test('links are counted with and without their beginning; addresses of people and sentences are not links', () => {
  expect(linksIn('Katso https://esimerkki.example/a ja www.kunta.example sekä halvat-lainat.com/nyt')).toBe(3)
  expect(linksIn('Kirjoita aino@kunta.fi. Kello on 18.30.Tule siis.Nähdään')).toBe(0)
})

test('a personal identity code is known by its check mark', () => {
  expect(hasIdentityCode('Soita hänelle, tunnus on 131052-308T.')).toBe(true)
  expect(hasIdentityCode('Tilausnumero 131052-308A ja puhelin 040 123 4567')).toBe(false)
})
