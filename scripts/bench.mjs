// The load generator and the measurements; everything after -- is theirs: --json, --small, --seconds 5. A first word names one of bench/: `found`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const [first = '', ...rest] = process.argv.slice(2)
const own = /^[a-z][\w-]*$/.test(first) && existsSync(`bench/${first}.ts`)
process.exit(spawnSync(process.execPath, own ? [`bench/${first}.ts`, ...rest] : ['bench/main.ts', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1)
