import autocannon from 'autocannon'
import { spawn } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { freePort } from '../tests/program.ts'

export type Figure = { what: string; size: string; [name: string]: string | number }

/** Loads one address with ten connections for some seconds, after a warm-up. `cookie` also keeps the one-second cache out of the way. */
export async function load(url: string, options: { seconds: number; cookie?: string }): Promise<{ perSecond: number; median: number; p99: number; errors: number }> {
  const headers = options.cookie ? { cookie: options.cookie } : {}
  await autocannon({ url, headers, connections: 10, duration: 2 })
  const result = await autocannon({ url, headers, connections: 10, duration: options.seconds })
  return { perSecond: Math.round(result.requests.average), median: result.latency.p50, p99: result.latency.p99, errors: result.non2xx + result.errors }
}

/** Does something `times` times, one after another; milliseconds. */
export async function inTurn(times: number, act: (i: number) => Promise<void>): Promise<{ median: number; p99: number }> {
  const took: number[] = []
  for (let i = 0; i < times; i++) { const began = performance.now(); await act(i); took.push(performance.now() - began) }
  took.sort((a, b) => a - b)
  return { median: round(took[Math.floor(times / 2)]!), p99: round(took[Math.floor(times * 0.99)]!) }
}
export const round = (value: number) => Math.round(value * 10) / 10

/** What a first visit to a page loads, gzipped: HTML, style, fonts, script with what it imports at once. */
export async function weigh(base: string, path: string): Promise<{ html: number; style: number; script: number; font: number; total: number }> {
  const get = async (url: string) => Buffer.from(await (await fetch(new URL(url, base), { headers: { accept: 'text/html' } })).arrayBuffer())
  const zipped = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length
  const html = await get(path)
  const text = html.toString()
  const style = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1]!)
  const scripts = new Set<string>()
  const walk = async (url: string): Promise<number> => {
    if (scripts.has(url)) return 0
    scripts.add(url)
    const bytes = await get(url)
    let sum = zipped(bytes)
    for (const match of bytes.toString().matchAll(/(?:^|[;}\s])import\s*(?:[\w*{}\s,$]+\s*from\s*)?["'](\.\/[^"']+\.js)["']/g)) sum += await walk(new URL(match[1]!, new URL(url, base)).pathname)
    return sum
  }
  let script = 0
  for (const match of text.matchAll(/<script type="module" src="([^"]+)"/g)) script += await walk(match[1]!)
  let sheets = 0
  let font = 0
  for (const url of style) {
    const css = await get(url)
    sheets += zipped(css)
    const latin = /url\(([^)]*latin-wght[^)]*\.woff2)\)/.exec(css.toString())?.[1]
    if (latin) font += (await get(new URL(latin.replace(/["']/g, ''), new URL(url, base)).pathname)).length
  }
  const kb = (bytes: number) => round(bytes / 1000)
  return { html: kb(zipped(html)), style: kb(sheets), script: kb(script), font: kb(font), total: kb(zipped(html) + sheets + script + font) }
}

/** Runs the bare renderer beside the program of `dataDir` while `measure` asks it. */
export async function withBareRenderer<T>(dataDir: string, measure: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort()
  const child = spawn(process.execPath, ['dist/server/bare.js', String(port), dataDir], { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await new Promise<void>((resolve, reject) => { child.stdout.once('data', () => resolve()); child.once('exit', () => reject(new Error('the bare renderer ended'))) })
    return await measure(`http://localhost:${port}`)
  } finally { child.kill() }
}
