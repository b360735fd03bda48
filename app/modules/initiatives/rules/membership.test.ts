import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn, memberOf, memberships } from './membership.ts'

const now = new Date('2026-11-22T09:00:00Z')
const here = '980', elsewhere = '837'
const born = (day: string, home: string | null = here) => ({ home, birthDate: day })
const adult = born('1986-02-14')

describe('an initiative for a referendum', () => {
  const asks = (verified: Parameters<typeof memberOf>[1]['verified'], at = now) => memberOf('referendum', { membership: 'resident', verified }, here, at)
  test('takes nobody’s own word', () => { expect(asks(null)).toEqual({ refused: 'identifyFirst' }) })
  test('is for those whose home municipality in the register is this one', () => {
    expect(asks(adult)).toEqual({ membership: 'resident', home: here, identified: true })
    expect(asks(born('1986-02-14', elsewhere))).toEqual({ refused: 'livesElsewhere' })
    expect(asks(born('1986-02-14', null))).toEqual({ refused: 'livesElsewhere' })
    expect(memberOf('referendum', { membership: 'resident', verified: adult }, null, now)).toEqual({ refused: 'livesElsewhere' })
  })
  test('other grounds do not do, whatever is said', () => {
    for (const membership of memberships) expect(memberOf('referendum', { membership, verified: born('1986-02-14', elsewhere) }, here, now)).toEqual({ refused: 'livesElsewhere' })
  })
  test('is for those aged 15 on the day, by Finland’s clock', () => {
    expect(asks(born('2011-11-22'))).toHaveProperty('membership')
    expect(asks(born('2011-11-23'))).toEqual({ refused: 'tooYoung' })
    // the birthday begins at midnight in Finland, which is 22.00 of the day before by UTC in winter and 21.00 in summer
    expect(asks(born('2011-11-23'), new Date('2026-11-22T21:59:59Z'))).toEqual({ refused: 'tooYoung' })
    expect(asks(born('2011-11-23'), new Date('2026-11-22T22:00:00Z'))).toHaveProperty('membership')
    expect(asks(born('2011-07-17'), new Date('2026-07-16T20:59:59Z'))).toEqual({ refused: 'tooYoung' })
    expect(asks(born('2011-07-17'), new Date('2026-07-16T21:00:00Z'))).toHaveProperty('membership')
    expect(asks({ home: here, birthDate: null })).toEqual({ refused: 'tooYoung' })
  })
})

describe('an ordinary initiative', () => {
  const asks = (membership: (typeof memberships)[number], home?: string | null) => memberOf('ordinary', { membership, verified: home === undefined ? null : { home, birthDate: '2019-05-05' } }, here, now)
  test('without identification one’s word is enough, and the age is not asked', () => {
    expect(asks('resident')).toEqual({ membership: 'resident', home: here, identified: false })
    for (const membership of ['community', 'property', 'service'] as const) expect(asks(membership)).toEqual({ membership, home: null, identified: false })
  })
  test('the register beats what was said, in both directions', () => {
    for (const membership of memberships) expect(asks(membership, here)).toEqual({ membership: 'resident', home: here, identified: true })
    expect(asks('resident', elsewhere)).toEqual({ refused: 'notMember' })
    for (const membership of ['community', 'property', 'service'] as const) expect(asks(membership, elsewhere)).toEqual({ membership, home: elsewhere, identified: true })
  })
  test('an organisation takes part as itself, wherever who acts for it lives', () => {
    expect(memberOf('ordinary', { membership: 'resident', verified: born('1986-02-14', elsewhere), organisation: true }, here, now)).toEqual({ membership: 'community', home: null, identified: false })
  })
})

test('an age is full years: on a birthday one more than the day before', () => {
  expect(ageOn('2012-02-29', '2027-02-28')).toBe(14)
  expect(ageOn('2012-02-29', '2027-03-01')).toBe(15)
  const day = (at: Date) => at.toISOString().slice(0, 10)
  fc.assert(fc.property(fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 40_000 }), (birth, days) => {
    const later = new Date(birth.getTime() + days * 86_400_000)
    const age = ageOn(day(birth), day(later))
    expect(age).toBe(later.getUTCFullYear() - birth.getUTCFullYear() - (later.getUTCMonth() * 100 + later.getUTCDate() < birth.getUTCMonth() * 100 + birth.getUTCDate() ? 1 : 0))
  }))
})
