// Types, lint, tests. `npm test -- <name>` runs only the test files whose path has the name.
import { spawnSync } from 'node:child_process'

const filters = process.argv.slice(2)
const run = (command, args) => spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' }).status ?? 1
if (filters.length === 0) {
  console.log('types…')
  if (run('node_modules/typescript/bin/tsc', []) !== 0) { console.log('0 passed, 1 failed'); process.exit(1) }
  console.log('lint…')
  if (run('node_modules/oxlint/bin/oxlint', ['--quiet']) !== 0) { console.log('0 passed, 1 failed'); process.exit(1) }
}
process.exit(run('node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=./tests/summary.reporter.ts', ...filters]))
