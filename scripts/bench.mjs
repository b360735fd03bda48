// The load generator and the measurements; everything after -- is theirs: --json, --small, --seconds 5. A first word is a module that measures something of its own: `found`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const [first = '', ...rest] = process.argv.slice(2)
const own = /^[a-z]\w*$/.test(first) && existsSync(`app/modules/${first}/bench.ts`)
process.exit(spawnSync(process.execPath, own ? [`app/modules/${first}/bench.ts`, ...rest] : ['bench/main.ts', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1)
