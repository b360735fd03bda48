import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { gunzipSync, inflateSync } from 'node:zlib'
import { checkedLookup, isOutside } from '#core/ports/outside.server.ts'

export const mostBytes = 5_000_000
const mostRedirects = 5

/** Why nothing came: a code for the admin, not the words of whoever answered. */
export type Unfetched = { problem: 'badAddress' | 'notPublic' | 'unreachable' | 'tooSlow' | 'tooLarge' | 'redirects' | 'refused' | 'broken'; status?: number }
export type Fetched = { bytes: Uint8Array; charset: string | undefined; etag: string; lastModified: string } | { unchanged: true }
export type Wanted = { url: string; etag?: string; lastModified?: string }
export type Manners = { /** may this address be connected to */ reachable?: (address: string) => boolean; /** for it all, redirects too */ milliseconds?: number }

/**
 * Fetches a feed from the public internet, politely (ETag, If-Modified-Since, RFC 9110). Only http and https; every name
 * that is asked for, redirects too, is resolved by us and the connection is made to an address that was checked, so that a
 * name cannot point inside. At most 5 MB and 20 seconds in all, and no body is believed longer than it is.
 */
export async function fetchFeed(wanted: Wanted, manners: Manners = {}): Promise<Fetched | Unfetched> {
  const ends = Date.now() + (manners.milliseconds ?? 20_000)
  let url = wanted.url
  for (let hop = 0; hop <= mostRedirects; hop++) {
    let its: URL
    try { its = new URL(url) } catch { return { problem: 'badAddress' } }
    if ((its.protocol !== 'http:' && its.protocol !== 'https:') || its.username || its.password) return { problem: 'badAddress' }
    const answer = await ask(its, hop === 0 || its.origin === new URL(wanted.url).origin ? wanted : { url }, manners.reachable ?? isOutside, ends)
    if (!('to' in answer)) return answer
    try { url = new URL(answer.to, its).href } catch { return { problem: 'badAddress' } }
  }
  return { problem: 'redirects' }
}

type Answer = Fetched | Unfetched | { to: string }

function ask(url: URL, wanted: Wanted, reachable: (address: string) => boolean, ends: number): Promise<Answer> {
  return new Promise((resolve) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) && !reachable(host)) return resolve({ problem: 'notPublic' })
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      agent: false, method: 'GET', maxHeaderSize: 16_384,
      headers: { 'user-agent': 'Nousu (kokoukset)', accept: 'text/csv, application/rss+xml, application/atom+xml, application/xml, text/xml;q=0.9, */*;q=0.5', 'accept-encoding': 'identity', ...(wanted.etag ? { 'if-none-match': wanted.etag } : {}), ...(wanted.lastModified ? { 'if-modified-since': wanted.lastModified } : {}) },
      lookup: checkedLookup(reachable),
    })
    let over = false
    const end = (answer: Answer) => { if (over) return; over = true; clearTimeout(timer); resolve(answer); request.destroy() }
    const timer = setTimeout(() => end({ problem: 'tooSlow' }), Math.max(1, ends - Date.now()))
    request.on('error', (cause) => end({ problem: (cause as { code?: string }).code === 'INSIDE' ? 'notPublic' : 'unreachable' }))
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      if (status === 304) return end({ unchanged: true })
      if ([301, 302, 303, 307, 308].includes(status)) return end(response.headers.location ? { to: response.headers.location } : { problem: 'refused', status })
      if (status !== 200) return end({ problem: 'refused', status })
      if (Number(response.headers['content-length'] ?? 0) > mostBytes) return end({ problem: 'tooLarge' })
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => { size += chunk.length; if (size > mostBytes) end({ problem: 'tooLarge' }); else chunks.push(chunk) })
      response.on('aborted', () => end({ problem: 'broken' }))
      response.on('error', () => end({ problem: 'broken' }))
      response.on('end', () => {
        const opened = open(Buffer.concat(chunks), response.headers['content-encoding'])
        end('problem' in opened ? opened : { bytes: opened.bytes, charset: /charset="?([\w.:-]{2,40})/i.exec(response.headers['content-type'] ?? '')?.[1], etag: (response.headers.etag ?? '').slice(0, 200), lastModified: (response.headers['last-modified'] ?? '').slice(0, 60) })
      })
    })
    request.end()
  })
}

/** Some compress without being asked; what comes out has the same limit. */
function open(bytes: Buffer, encoding: string | undefined): { bytes: Uint8Array } | Unfetched {
  if (!encoding || encoding === 'identity') return { bytes }
  try {
    if (/^(x-)?gzip$/.test(encoding)) return { bytes: gunzipSync(bytes, { maxOutputLength: mostBytes }) }
    if (encoding === 'deflate') return { bytes: inflateSync(bytes, { maxOutputLength: mostBytes }) }
  } catch (cause) { return { problem: (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'broken' } }
  return { problem: 'broken' }
}
