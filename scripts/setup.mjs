// Runs under whatever Node (>= 20) started npm. Brings the pinned dependencies, the pinned Node
// among them, when they are absent or older than the lock file; with --build also the built program
// when any source is newer than it. Uses only Node's own modules: nothing is installed yet.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const changed = (file) => { try { return statSync(file).mtimeMs } catch { return 0 } }
const newest = (path) => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
const run = (args) => {
  const npm = process.env.npm_execpath
  const done = npm
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  console.log('Installing dependencies…')
  run(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}
if (process.argv.includes('--build')) {
  const built = changed('dist/server/main.js')
  const sources = ['app', 'server', 'demo', 'bench', 'vite.config.ts', 'package-lock.json', 'public']
  if (Math.max(...sources.map(newest)) > built) {
    console.log('Building…')
    run(['run', '--silent', 'build'])
  }
}
