import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, inject, test, vi } from 'vitest'
import { runningEmbedded } from '#core/db/embedded.server.ts'
import { signInAsPersona } from './persona.ts'
import { answering, dataFolder, removeFolder, startProgram } from './program.ts'

vi.setConfig({ testTimeout: 240_000 }) // programs are started many times, and others may be at work on the machine
const folder = dataFolder()
afterAll(() => removeFolder(folder))
const settings = { DATA_DIR: folder, DEMO: 'on' }

describe('one command runs it', () => {
  test('the first start fills the demonstration, says where it is and who can sign in; a kill -9 loses nothing; a second program is refused', async () => {
    const first = await startProgram(settings)
    expect(first.output()).toContain(first.url)
    expect(first.output()).toMatch(/Aino Koskela/)
    const page = await (await fetch(`${first.url}/fi/ideas`)).text()
    expect(page).toMatch(/<h1/)
    expect(await (await fetch(`${first.url}/healthz`)).text()).toBe('ok')

    const second = await startProgram(settings, { wait: false })
    expect(await second.exited).toBe(1)
    expect(second.output()).toMatch(/Another Nousu \(process \d+\) already uses the data/)

    first.child.kill('SIGKILL')
    await first.exited
    const again = await startProgram(settings)
    expect(await (await fetch(`${again.url}/fi/ideas`)).text()).toContain('</html>')

    // the database itself is killed: the program starts it again
    const connection = runningEmbedded(folder)!
    const postmaster = Number(readFileSync(join(connection.host, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(postmaster, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await answering(again)
    expect((await fetch(`${again.url}/fi/ideas?sort=moving`)).status).toBe(200)
    await again.stop()
    expect(runningEmbedded(folder)).toBeNull()
  })
  test('killed while many write, it has every idea it answered for, and none half', async () => {
    const program = await startProgram(settings)
    const me = await signInAsPersona(program.url)
    const answered: string[] = []
    const writing = Promise.allSettled(Array.from({ length: 4 }, async (_, writer) => {
      for (let i = 0; i < 100; i++) answered.push(await me.post('/fi/ideas/new', { _do: 'send', kind: 'idea', confirmed: '1', title: `Kesken jäänyt ${writer} ${i}`, text: `Kirjoittaja ${writer} lähettää tekstiä numero ${i}, kun sähkö menee poikki.` }))
    }))
    while (answered.length < 8) await new Promise((resolve) => setTimeout(resolve, 5))
    program.child.kill('SIGKILL')
    await writing
    const again = await startProgram(settings)
    for (const path of answered) expect((await fetch(again.url + path)).status, path).toBe(200)
    const client = new pg.Client({ ...runningEmbedded(folder)!, database: 'nousu' })
    await client.connect()
    const { rows: [half] } = await client.query(`select count(*)::int n from trail.subject s where s.kind = 'idea' and (not exists (select 1 from ideas.idea i where i.id = s.id)
      or s.visibility = 'public' and not exists (select 1 from trail.event e where e.subject_id = s.id and e.on_trail) or s.visibility = 'public' and not exists (select 1 from trail.follow f where f.subject_id = s.id))`)
    await client.end()
    expect(half.n).toBe(0)
    await again.stop()
  })
  test('told to end at any moment of its start, it ends soon and takes its database with it', async () => {
    for (const moment of ['the database runs', 'it answers', 'it answers, and a little later'] as const) {
      const program = await startProgram(settings, { wait: moment !== 'the database runs' })
      while (runningEmbedded(folder) === null && program.child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5))
      if (moment.endsWith('later')) await new Promise((resolve) => setTimeout(resolve, 700)) // jobs and digests are being started
      const began = performance.now()
      program.child.kill('SIGTERM')
      expect(await program.exited, `${moment}: ${program.output()}`).toBe(0)
      expect(performance.now() - began, moment).toBeLessThan(20_000)
      expect(runningEmbedded(folder), moment).toBeNull()
    }
  })
  test('the second start is quick', async () => {
    const began = performance.now()
    const program = await startProgram(settings)
    console.log(`second start: ${Math.round(performance.now() - began)} ms`)
    await program.stop()
  })
  test('a wrong setting stops the start with a sentence', async () => {
    const program = await startProgram({ ...settings, SMTP_URL: 'nothing' }, { wait: false })
    expect(await program.exited).toBe(1)
    expect(program.output()).toContain('SMTP_URL=nothing is not right: must start with smtp:// or smtps://')
  })
})

test('a village moves to a server: backup of the running embedded database, restored into a PostgreSQL of DATABASE_URL, and back', async () => {
  const archive = join(folder, 'move.tar.gz')
  const program = await startProgram(settings)
  const count = async (url: string) => [...(await (await fetch(`${url}/fi/ideas`)).text()).matchAll(/href="\/fi\/ideas\/[0-9a-f-]{36}"/g)].length
  const before = await count(program.url)
  expect(before).toBeGreaterThan(10)
  const run = (script: string, args: string[], environment: Record<string, string>) => spawnSync(process.execPath, [`dist/server/${script}.js`, ...args], { cwd: join(import.meta.dirname, '..'), env: { PATH: process.env.PATH, ...environment }, encoding: 'utf8' })
  expect(run('backup', [archive], settings).stdout).toMatch(/rows of \d+ tables/)
  await program.stop()

  const cluster = inject('cluster')
  const admin = new pg.Client({ ...cluster, database: 'postgres' })
  await admin.connect()
  await admin.query('drop database if exists moved with (force)')
  await admin.query('create database moved')
  const elsewhere = dataFolder()
  const back = dataFolder()
  const url = `postgres://${cluster.user}@localhost:${cluster.port}/moved?host=${encodeURIComponent(cluster.host)}`
  try {
    expect(run('restore', [archive], { DATA_DIR: elsewhere, DATABASE_URL: url }).stdout).toMatch(/rows of .* are back/)
    const server = await startProgram({ DATA_DIR: elsewhere, DATABASE_URL: url })
    expect(await count(server.url)).toBe(before)
    expect(run('backup', [archive], { DATA_DIR: elsewhere, DATABASE_URL: url }).status).toBe(0)
    await server.stop()
    expect(run('restore', [archive], { DATA_DIR: back }).stdout).toMatch(/are back/)
    const home = await startProgram({ DATA_DIR: back })
    expect(await count(home.url)).toBe(before)
    await home.stop()
    expect(run('restore', [join(folder, 'none.tar.gz')], { DATA_DIR: back }).stderr).toContain('There is no file')
  } finally {
    await admin.query('drop database if exists moved with (force)')
    await admin.end()
    removeFolder(elsewhere); removeFolder(back)
  }
})
