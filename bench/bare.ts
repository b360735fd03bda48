import { getRequestListener } from '@hono/node-server'
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { createElement as h } from 'react'
import { renderToString } from 'react-dom/server'
import { load } from './measure.ts'
import { freePort } from '../tests/program.ts'

/** The yardstick: Hono and renderToString with a list of twenty from memory, no database, in a process of its own. */
export async function bareRenderer(seconds: number) {
  const port = await freePort()
  const child = spawn(process.execPath, [import.meta.filename, String(port)], { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
    return await load(`http://localhost:${port}/`, { seconds })
  } finally { child.kill() }
}

if (process.argv[1] === import.meta.filename) {
  const lines = Array.from({ length: 20 }, (_, i) => ({ id: i, title: `Idea numero ${i} kunnan parhaaksi`, text: 'Iltaisin on liian pimeää kulkea turvallisesti, ja lapset sekä vanhukset hyötyisivät valoista joka päivä.', supports: i * 7 }))
  const page = () => h('html', { lang: 'fi' }, h('head', null, h('title', null, 'Ideat')), h('body', null, h('header', null, h('b', null, 'Ylöjärvi')),
    h('main', null, h('h1', null, 'Ideat'), h('ul', null, lines.map((line) => h('li', { key: line.id }, h('a', { href: `/fi/ideas/${line.id}` }, line.title), h('p', null, line.text),
      h('p', { className: 'meta' }, h('span', { className: 'stage is-idea' }, h('svg', { viewBox: '0 0 24 24' }, h('path', { d: 'M15 14c.2-1 .7-1.7 1.5-2.5' })), 'Idea'), h('span', null, `${line.supports} kannattajaa`), h('span', null, '12.3.2026'))))))))
  createServer(getRequestListener(() => new Response('<!doctype html>' + renderToString(page()), { headers: { 'content-type': 'text/html' } }))).listen(Number(process.argv[2]), () => console.log('up'))
}
