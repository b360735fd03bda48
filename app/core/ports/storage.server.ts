import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'

/** The folder of what is kept only until the next comes, such as a camera's newest picture: backups leave it out, or they would keep every one. */
export const passing = 'passing'

/** Where bytes are kept. A key is `municipality/id.kind`. */
export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Buffer | null>
  /** how many bytes there are; null when there is nothing */ size(key: string): Promise<number | null>
  /** the bytes from `start` up to and with `end`, as they are read: large files are never whole in memory */
  read(key: string, range?: { start: number; end: number }): Promise<ReadableStream<Uint8Array> | null>
  /** Writes at a place of what is there, or begins it: for files that come in pieces. What is written twice at one place is there once. */
  write(key: string, at: number, bytes: Uint8Array): Promise<void>
  remove(key: string): Promise<void>
  /** every key, or those of one folder */ keys(under?: string): AsyncIterable<string>
}

/** Files in a folder; a file that is put appears whole or not at all. */
export function folderStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!/^[\w-]+(\/[\w.-]+)*$/.test(key) || key.includes('..')) throw new Error(`not a storage key: ${key}`)
    return join(folder, key)
  }
  const missing = (cause: unknown) => { if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null; throw cause }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(`${path}.part`, bytes)
      await rename(`${path}.part`, path)
    },
    get: (key) => readFile(pathOf(key)).catch(missing),
    size: (key) => stat(pathOf(key)).then((its) => its.size).catch(missing),
    async read(key, range) {
      const handle = await open(pathOf(key)).catch(missing)
      return handle && (Readable.toWeb(handle.createReadStream({ ...range, highWaterMark: 262_144 })) as ReadableStream<Uint8Array>)
    },
    async write(key, at, bytes) {
      const path = pathOf(key)
      const handle = await open(path, 'r+').catch(async (cause) => { missing(cause); await mkdir(dirname(path), { recursive: true }); return open(path, 'a').then((made) => made.close()).then(() => open(path, 'r+')) })
      try { for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten } finally { await handle.close() }
    },
    async remove(key) { await rm(pathOf(key), { force: true }) },
    async *keys(under) {
      let found: string[] = []
      try { found = await readdir(under ? pathOf(under) : folder, { recursive: true }) } catch { return }
      for (const path of found) if (/\.\w+$/.test(path) && !path.endsWith('.part')) yield `${under ? `${under}/` : ''}${path.replaceAll('\\', '/')}`
    },
  }
}
