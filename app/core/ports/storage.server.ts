import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where bytes are kept. A key is `municipality/id.kind`. */
export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Buffer | null>
  remove(key: string): Promise<void>
  keys(): AsyncIterable<string>
}

/** Files in a folder; a file appears whole or not at all. */
export function folderStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!/^[\w-]+(\/[\w.-]+)*$/.test(key) || key.includes('..')) throw new Error(`not a storage key: ${key}`)
    return join(folder, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(`${path}.part`, bytes)
      await rename(`${path}.part`, path)
    },
    async get(key) {
      try { return await readFile(pathOf(key)) } catch (cause) { if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null; throw cause }
    },
    async remove(key) { await rm(pathOf(key), { force: true }) },
    async *keys() {
      let found: string[] = []
      try { found = await readdir(folder, { recursive: true }) } catch { return }
      for (const path of found) if (/\.\w+$/.test(path) && !path.endsWith('.part')) yield path.replaceAll('\\', '/')
    },
  }
}
