import { describe, expect, test } from 'vitest'
import { factsWith, fieldsOf, hashOf, stable } from './brought.ts'
import { merge } from './merge.ts'

describe('a field of three: last brought, there, here', () => {
  const at = (last: unknown, there: unknown, here: unknown) => { const its = merge({ phone: last }, { phone: there }, { phone: here }); return 'phone' in its.take ? 'taken' : its.conflicts.length ? 'conflict' : 'stays' }
  test.each([
    ['nothing changed', '1', '1', '1', 'stays'], ['changed there', '1', '2', '1', 'taken'], ['changed here', '1', '1', '3', 'stays'], ['changed both', '1', '2', '3', 'conflict'], ['changed alike', '1', '2', '2', 'stays'],
    ['emptied there', '1', null, '1', 'taken'], ['emptied there, changed here', '1', null, '3', 'conflict'], ['emptied here', '1', '1', null, 'stays'], ['emptied here, changed there', '1', '2', null, 'conflict'], ['came there', null, '2', null, 'taken'],
  ])('%s', (_name, last, there, here, is) => expect(at(last, there, here)).toBe(is))

  test('of a thing that was here first, what is empty is filled and what differs is asked', () => {
    expect(merge(null, { phone: '1', email: 'a@b.fi', url: null }, { phone: null, email: 'c@d.fi', url: 'https://oma.fi' })).toEqual({ take: { phone: '1' }, conflicts: [{ field: 'email', there: 'a@b.fi', here: 'c@d.fi' }], agreed: [] })
  })
  test('what the source does not speak of is left alone', () => {
    expect(merge({ phone: '1', city: 'Ylöjärvi' }, { phone: '1' }, { phone: '1', city: 'Nokia' })).toEqual({ take: {}, conflicts: [], agreed: ['phone'] })
  })
})

describe('facts as fields', () => {
  test('languages are fields of their own, a point is one, and empty is empty in whatever way', () => {
    expect(fieldsOf('place', { name: { fi: ' Leija ' }, description: null, longitude: 23.60000004, latitude: 61.55, phone: '', audiences: [], accessible: 'unknown', kind: 'library' })).toEqual({
      'name.fi': 'Leija', 'name.sv': null, 'name.en': null, 'description.fi': null, 'description.sv': null, 'description.en': null, point: { longitude: 23.6, latitude: 61.55 }, phone: null, audiences: null, accessible: null, kind: 'library',
    })
  })
  test('and back, without what was taken away', () => {
    const facts = { name: { fi: 'Leija', sv: 'Draken' }, phone: '1', longitude: 1, latitude: 2, kind: 'library' }
    expect(factsWith(facts, { 'name.sv': null, 'name.en': 'Kite', phone: null, point: null })).toEqual({ name: { fi: 'Leija', en: 'Kite' }, longitude: null, latitude: null, kind: 'library' })
  })
  test('the order in which a source writes changes nothing', () => {
    expect(stable({ b: 1, a: [{ d: null, c: 2 }] })).toBe(stable({ a: [{ c: 2 }], b: 1 }))
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }))
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }))
  })
})
