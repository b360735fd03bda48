import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { dataFolder, startProgram } from '../tests/program.ts'

/** As the file system has it: the database's user owns its files. */
function copy(from: string, to: string) {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true })
  else if (spawnSync('cp', ['-a', `${from}/.`, to]).status !== 0) throw new Error(`could not copy ${from}`)
}

/**
 * A folder with the demonstration as the first start tells it. It is told once for a run of the tests, by whoever asks first,
 * and copied for each: telling takes seconds, copying one.
 */
export async function toldFolder(): Promise<string> {
  const folder = dataFolder()
  const told = inject('told')
  const done = join(told, 'done')
  let mine = false
  try { mkdirSync(told); mine = true } catch { /* another file tells it */ }
  if (mine) {
    const program = await startProgram({ DATA_DIR: folder })
    await program.stop()
    mkdirSync(join(told, 'data'))
    copy(folder, join(told, 'data'))
    writeFileSync(done, '')
  } else {
    for (let waited = 0; !existsSync(done); waited += 100) {
      if (waited > 120_000) throw new Error('The demonstration was not told.')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    copy(join(told, 'data'), folder)
  }
  return folder
}
