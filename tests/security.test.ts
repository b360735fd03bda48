import { request } from 'node:http'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { askerAddress } from '#core/http/asker-address.server.ts'
import { account } from '#core/identity/schema.server.ts'
import { missing } from '../server/missing.ts'
import { readSettings } from '../server/settings.ts'
import { signedWeb } from './signed-web.ts'
import { town } from './town.ts'

const people = await town()
people.house.mailbox = { newest: async () => [{ id: '1', from: 'Nousu', to: 'antti@example.fi', subject: 'Kirjautumislinkki', text: 'salainen', at: null, stop: null }], keep: async () => {} }
const demonstration = await signedWeb(people)
const real = await signedWeb(people, { DEMO: 'off' })

/** Asks under any Host, which fetch does not let one say. */
const ask = (base: string, path: string, headers: Record<string, string> = {}) => new Promise<{ status: number; text: string }>((resolve, reject) => {
  const url = new URL(path, base)
  request({ host: '127.0.0.1', port: url.port, path: url.pathname, headers: { host: url.host, ...headers } }, (response) => {
    let text = ''
    response.on('data', (part) => { text += part }).on('end', () => resolve({ status: response.statusCode!, text }))
  }).on('error', reject).end()
})

describe('an installation that is not a demonstration and has no settings yet', () => {
  test('its mailbox opens at the machine itself and to nobody else', async () => {
    expect((await ask(real.url, '/fi/mailbox')).text).toContain('salainen')
    for (const headers of [{ 'x-forwarded-for': '203.0.113.7' }, { forwarded: 'for=203.0.113.7' }, { 'x-real-ip': '203.0.113.7' }, { host: 'evil.example' }, { host: 'localhost.evil.example:3000' }] as Record<string, string>[]) {
      const answer = await ask(real.url, '/fi/mailbox', headers)
      expect(answer.status, JSON.stringify(headers)).toBe(404)
      expect(answer.text).not.toContain('salainen')
    }
    expect((await ask(demonstration.url, '/fi/mailbox', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(200)
  })
  test('it takes no made-up identity for a real one', async () => {
    expect((await ask(real.url, '/identity-stand-in/.well-known/openid-configuration')).status).not.toBe(200)
    expect(real.installation.signIn!.offers).toEqual({ personas: false, identification: null })
    expect((await ask(demonstration.url, '/identity-stand-in/.well-known/openid-configuration')).status).toBe(200)
  })
  test('a session that someone of the demonstration had before opens nothing', async () => {
    await people.house.database.owner.update(account).set({ persona: true }).where(eq(account.id, people.antti.id))
    const browser = demonstration.browser()
    await browser.post('/fi/personas', { _do: 'be', who: people.antti.id })
    expect((await browser.get('/fi/admin')).status).toBe(200)
    const later = real.browser()
    for (const [name, value] of browser.cookies) later.cookies.set(name, value)
    expect((await later.get('/fi/admin')).status).toBe(303)
  })
  test('the start says what is missing, and what is open', () => {
    expect(missing(readSettings({}))).toEqual([])
    expect(missing(readSettings({ BASE_URL: 'https://nousu.example.fi' })).join()).toMatch(/DEMO is on/)
    expect(missing(readSettings({ DEMO: 'off' })).join()).toMatch(/BASE_URL.*SMTP_URL.*\/mailbox.*OIDC_ISSUER/)
    expect(missing(readSettings({ DEMO: 'off', BASE_URL: 'https://nousu.example.fi', SMTP_URL: 'smtps://mail.example.fi', OIDC_ISSUER: 'https://tunnistus.example.fi', TRUST_PROXY: 'on' }))).toEqual([])
  })
})

test('limits count a home as one asker, and believe only the trusted proxy', () => {
  expect(askerAddress('198.51.100.1', '203.0.113.7', false)).toBe('198.51.100.1')
  expect(askerAddress('127.0.0.1', '10.0.0.1, 203.0.113.7', true)).toBe('203.0.113.7')
  expect(askerAddress('2001:db8::1', undefined, false)).toBe(askerAddress('2001:0DB8:0:0:ffff::2', undefined, false))
  expect(askerAddress('2001:db8:0:1::1', undefined, false)).not.toBe(askerAddress('2001:db8:0:2::1', undefined, false))
})
