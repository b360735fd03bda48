import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, settingsTable } from './settings.ts'

test('nothing set is a working demonstration', () => {
  expect(readSettings({})).toMatchObject({ PORT: 3000, DEMO: 'on', BASE_URL: 'http://localhost:3000' })
})
test.each([
  [{ PORT: 'abc' }, /PORT=abc is not right.*the port to listen on/],
  [{ PORT: '70000' }, /PORT=70000/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL.*postgres:\/\//],
  [{ DEMO: 'maybe' }, /DEMO=maybe/],
  [{ BASE_URL: 'nousu.fi' }, /BASE_URL=nousu\.fi/],
  [{ SECRET: 'short' }, /SECRET.*32/],
  [{ SMTP_URL: 'mail.fi' }, /SMTP_URL.*smtp:\/\//],
])('%o stops the start with a sentence', (given, said) => {
  expect(() => readSettings(given)).toThrow(said)
})
test('every wrong setting is told at once', () => {
  expect(() => readSettings({ PORT: 'x', DEMO: 'y' })).toThrow(/PORT[\s\S]*DEMO/)
})
test("the README's table of settings is this one", () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
  for (const row of settingsTable) expect(readme).toContain(row)
})
