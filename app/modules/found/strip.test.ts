import { describe, expect, test } from 'vitest'
import { repeats } from './own-words.ts'
import { withoutPeople } from './strip.ts'

describe('what goes to a language model tells nobody who wrote it', () => {
  test.each([
    ['Kirjoita minulle aino.koskela@example.fi kiitos', /aino|example/],
    ['Soita 040 123 4567 tai +358 40 1234567', /\d{3}/],
    ['Tunnukseni on 131052-308T', /131052/],
    ['Asun osoitteessa Mikkolantie 14 B 3', /14|Mikkolan/],
    ['Soppeentiellä 12 on pimeää', /12/],
    ['Auto ABC-123 ajoi ohi', /ABC/],
    ['Penkki puuttuu. Terveisin Raija Korhonen', /Raija|Korhonen/],
    ['Olen Matti Meikäläinen ja ehdotan penkkiä', /Matti|Meikä/],
    ['Katso https://example.fi/aino', /aino/],
  ])('%s', (text, gone) => { expect(withoutPeople(text)).not.toMatch(gone) })
  test('the sender\'s own name goes in every form, and what is proposed stays', () => {
    expect(withoutPeople('Koskelan Ainolle voisi tehdä penkin rantaan vuonna 2027.', ['Aino Koskela'])).toBe('[…] […] voisi tehdä penkin rantaan vuonna 2027.')
  })
})

describe('own words are own', () => {
  const senders = 'Rantatielle voisi tehdä hidasteet koulun kohdalle, autot ajavat lujaa.'
  test.each([
    ['Rantatielle voisi tehdä hidasteet koulun kohdalle', true],
    ['Asukas toivoi: RANTATIELLE voisi tehdä, hidasteet koulun kohdalle!', true],
    ['Koulun eteen hidaste, jotta vauhti laskee.', false],
    ['', false],
  ])('%s → %s', (text, same) => { expect(repeats(text, senders)).toBe(same) })
  test('a short text counts when all of it is there; a word or two is anybody\'s', () => {
    expect(repeats('Tehdään valaistu pulkkamäki lapsille', 'valaistu pulkkamäki lapsille')).toBe(true)
    expect(repeats('Pulkkamäki lapsille', 'pulkkamäki')).toBe(false)
  })
})
