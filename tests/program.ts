import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** A free port of this machine. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => { const { port } = server.address() as { port: number }; server.close(() => resolve(port)) })
  })
}

/** A folder for a program's data, reachable by the database's user. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nousu-run-'))
  chmodSync(folder, 0o755)
  return folder
}
export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })

export type Program = { url: string; port: number; child: ChildProcess; output(): string; exited: Promise<number | null>; stop(): Promise<void> }

/** Starts the built program as `npm start` does and waits until it answers (or ends). */
export async function startProgram(environment: Record<string, string>, options: { wait?: boolean } = {}): Promise<Program> {
  if (!existsSync(join(root, 'dist/server/main.js'))) throw new Error('The program is not built: npm test builds it first.')
  const port = Number(environment.PORT ?? await freePort())
  const child = spawn(process.execPath, ['dist/server/main.js'], { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error', ...environment, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (bytes) => { said += bytes })
  child.stderr.on('data', (bytes) => { said += bytes })
  let ended = false
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => { ended = true; resolve(code) }))
  const program: Program = {
    url: `http://localhost:${port}`, port, child, output: () => said, exited,
    // a machine with much to do needs longer; a program that never ends by itself leaves its database behind, which its test then finds
    async stop() { if (!ended) child.kill('SIGTERM'); await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 30_000))]); if (!ended) child.kill('SIGKILL'); await exited },
  }
  if (options.wait !== false) await answering(program, () => ended)
  return program
}

/** Waits until the program is ready, at most a minute. */
export async function answering(program: Program, ended: () => boolean = () => false) {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (ended()) throw new Error(`The program ended:\n${program.output()}`)
    try { if ((await fetch(`${program.url}/readyz`)).ok) return } catch { /* not yet */ }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The program did not answer:\n${program.output()}`)
}
