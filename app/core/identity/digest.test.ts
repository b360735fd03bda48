import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestFor } from './digest.server.ts'

const keyed = (key: string) => ({ sign: (purpose: string, text: string) => createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url') })
const code = '140286-901W'

test('the same code is one digest for one purpose, however it is typed', () => {
  expect(digestFor(keyed('a'), 'vote 1', code)).toBe(digestFor(keyed('a'), 'vote 1', ' 140286-901w '))
})
test('another purpose, another code, another installation: another digest', () => {
  const digests = [digestFor(keyed('a'), 'vote 1', code), digestFor(keyed('a'), 'vote 2', code), digestFor(keyed('a'), 'vote 1', '030959-902H'), digestFor(keyed('b'), 'vote 1', code)]
  expect(new Set(digests).size).toBe(4)
})
test('nothing of the code is in the digest, and nothing has no digest', () => {
  expect(digestFor(keyed('a'), 'vote 1', code)).not.toContain('140286')
  expect(() => digestFor(keyed('a'), 'vote 1', ' ')).toThrow()
  expect(() => digestFor(keyed('a'), '', code)).toThrow()
})
