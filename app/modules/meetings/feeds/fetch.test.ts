import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { fetchFeed, mostBytes } from './fetch.server.ts'

const heard: IncomingMessage[] = []
const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/feed': (request, response) => {
    if (request.headers['if-none-match'] === '"v1"') { response.writeHead(304).end(); return }
    response.writeHead(200, { etag: '"v1"', 'last-modified': 'Thu, 03 Dec 2026 12:00:00 GMT', 'content-type': 'text/csv; charset=windows-1252' }).end('a;b\n')
  },
  '/moved': (_, response) => { response.writeHead(302, { location: '/feed' }).end() },
  '/round': (_, response) => { response.writeHead(301, { location: '/round' }).end() },
  '/inside': (_, response) => { response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end() },
  '/named-inside': (request, response) => { response.writeHead(302, { location: `http://localhost:${request.socket.localPort}/feed` }).end() },
  '/file': (_, response) => { response.writeHead(302, { location: 'file:///etc/passwd' }).end() },
  '/nowhere': (_, response) => { response.writeHead(302).end() },
  '/broken': (_, response) => { response.writeHead(500).end('no') },
  '/gone': (_, response) => { response.writeHead(404).end() },
  '/slow': (_, response) => { response.writeHead(200); response.write('a') }, // and never a word more
  '/huge': (_, response) => { response.writeHead(200); const more = () => { while (response.write(Buffer.alloc(65_536, 97))); }; response.on('drain', more); more() },
  '/promised': (_, response) => { response.writeHead(200, { 'content-length': String(mostBytes + 1) }); response.write('a') },
  '/cut': (_, response) => { response.writeHead(200, { 'content-length': '1000' }); response.write('half'); setImmediate(() => response.destroy()) },
  '/packed': (_, response) => { response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a;b\n')) },
  '/bomb': (_, response) => { response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(mostBytes * 20))) },
}
const server = createServer((request, response) => { heard.push(request); answers[request.url!]!(request, response) })
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => { server.closeAllConnections(); server.close() })
const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
/** As if this machine were out there, and everything else as it is. */
const manners = { reachable: (address: string) => address === '127.0.0.1', milliseconds: 2000 }

describe('a server that speaks HTTP', () => {
  test('gives the feed, and says next time that nothing has changed', async () => {
    const first = await fetchFeed({ url: at('/feed') }, manners)
    expect(first).toMatchObject({ charset: 'windows-1252', etag: '"v1"', lastModified: 'Thu, 03 Dec 2026 12:00:00 GMT' })
    expect('bytes' in first && Buffer.from(first.bytes).toString()).toBe('a;b\n')
    expect(await fetchFeed({ url: at('/feed'), etag: '"v1"', lastModified: 'Thu, 03 Dec 2026 12:00:00 GMT' }, manners)).toEqual({ unchanged: true })
    expect(heard.at(-1)!.headers).toMatchObject({ 'if-modified-since': 'Thu, 03 Dec 2026 12:00:00 GMT', 'user-agent': expect.stringContaining('Nousu') as string })
  })
  test('redirects within bounds', async () => {
    expect(await fetchFeed({ url: at('/moved') }, manners)).toHaveProperty('bytes')
    expect(await fetchFeed({ url: at('/round') }, manners)).toEqual({ problem: 'redirects' })
    expect(await fetchFeed({ url: at('/nowhere') }, manners)).toEqual({ problem: 'refused', status: 302 })
  })
  test('fails, is slow, is huge, breaks off', async () => {
    expect(await fetchFeed({ url: at('/broken') }, manners)).toEqual({ problem: 'refused', status: 500 })
    expect(await fetchFeed({ url: at('/gone') }, manners)).toEqual({ problem: 'refused', status: 404 })
    expect(await fetchFeed({ url: at('/slow') }, { ...manners, milliseconds: 150 })).toEqual({ problem: 'tooSlow' })
    expect(await fetchFeed({ url: at('/huge') }, manners)).toEqual({ problem: 'tooLarge' })
    expect(await fetchFeed({ url: at('/promised') }, manners)).toEqual({ problem: 'tooLarge' })
    expect(await fetchFeed({ url: at('/cut') }, manners)).toEqual({ problem: 'broken' })
    expect(await fetchFeed({ url: 'http://127.0.0.1:9/' }, manners)).toEqual({ problem: 'unreachable' })
  })
  test('compresses without being asked', async () => {
    const packed = await fetchFeed({ url: at('/packed') }, manners)
    expect('bytes' in packed && Buffer.from(packed.bytes).toString()).toBe('a;b\n')
    expect(await fetchFeed({ url: at('/bomb') }, manners)).toEqual({ problem: 'tooLarge' })
  })
})

describe('nothing inside is reached', () => {
  test.each(['http://127.0.0.1:1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/', 'http://0x7f.1/', 'http://2130706433/', 'http://127.1/', 'http://localhost/', 'http://10.0.0.1/', 'https://192.168.0.1/'])('%s', async (url) => {
    expect(await fetchFeed({ url }, { milliseconds: 2000 })).toEqual({ problem: 'notPublic' })
  })
  test.each(['file:///etc/passwd', 'ftp://example.fi/', 'gopher://x/', 'http://user:secret@example.fi/', 'not an address', ''])('%s is no address of ours', async (url) => { expect(await fetchFeed({ url })).toEqual({ problem: 'badAddress' }) })
  test('not by a redirect, by number, by name, or to a file', async () => {
    expect(await fetchFeed({ url: at('/inside') }, manners)).toEqual({ problem: 'notPublic' })
    expect(await fetchFeed({ url: at('/file') }, manners)).toEqual({ problem: 'badAddress' })
    const before = heard.length
    let asked = 0 // the first address is let through as if it were public; the name that it leads to is not
    expect(await fetchFeed({ url: at('/named-inside') }, { ...manners, reachable: (address) => asked++ === 0 && address === '127.0.0.1' })).toEqual({ problem: 'notPublic' })
    expect(heard.length).toBe(before + 1)
  })
})
