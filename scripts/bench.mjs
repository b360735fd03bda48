// The load generator and the measurements; everything after -- is theirs: --json, --small, --seconds 5.
import { spawnSync } from 'node:child_process'

process.exit(spawnSync(process.execPath, ['bench/main.ts', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1)
