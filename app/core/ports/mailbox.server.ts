import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A message of the local mailbox, as a mail program would show it. */
export type Message = { id: string; from: string; to: string; subject: string; text: string; at: Date | null; stop: string | null }
/** The folder that plays everyone's mailbox where no mail server is set. */
export type Mailbox = { newest(limit: number): Promise<Message[]>; keep(message: Buffer): Promise<void> }

const kept = 500

/** Messages as files of a folder, named by the moment they came; the oldest go when there are more than 500. */
export function folderMailbox(folder: string): Mailbox {
  let count = 0
  const names = async () => { try { return (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort() } catch { return [] } }
  return {
    async keep(message) {
      await mkdir(folder, { recursive: true })
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}-${String(count++).padStart(6, '0')}.eml`
      await writeFile(join(folder, `${name}.part`), message, { mode: 0o600 })
      await rename(join(folder, `${name}.part`), join(folder, name)) // appears whole or not at all
      if (count % 50 === 0) for (const old of (await names()).slice(0, -kept)) await rm(join(folder, old), { force: true })
    },
    async newest(limit) {
      const found = (await names()).slice(-limit).reverse()
      const read = await Promise.all(found.map(async (name): Promise<Message | null> => {
        let bytes: Buffer
        try { bytes = await readFile(join(folder, name)) } catch { return null } // another process took it away
        const its = await PostalMime.parse(bytes)
        const stop = its.headers.find((each) => each.key === 'list-unsubscribe')?.value.match(/<(https?:[^>]+)>/)?.[1] ?? null
        return {
          id: name.replace(/\.eml$/, ''), from: its.from?.name || its.from?.address || '', to: its.to?.map((each) => each.address ?? '').join(', ') ?? '',
          subject: its.subject ?? '', text: its.text ?? '', at: its.date ? new Date(its.date) : null, stop,
        }
      }))
      return read.filter((each) => each !== null)
    },
  }
}

/** A real SMTP server on this machine alone that puts what it takes into the mailbox. */
export async function startMailboxServer(mailbox: Mailbox, options: { port?: number } = {}): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false, closeTimeout: 500, size: 5_000_000,
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('error', done)
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('too large'), { responseCode: 552 }))
        mailbox.keep(Buffer.concat(parts)).then(() => done(), done)
      })
    },
  })
  server.on('error', () => {}) // a client that goes away in the middle concerns nobody here
  await new Promise<void>((resolve, reject) => { server.server.once('error', reject); server.listen(options.port ?? 0, '127.0.0.1', resolve) })
  const { port } = server.server.address() as { port: number }
  return { url: `smtp://127.0.0.1:${port}`, port, close: () => new Promise((resolve) => server.close(resolve)) }
}
