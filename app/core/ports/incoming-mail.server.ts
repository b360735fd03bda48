import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A letter that came in. `to` are the addresses it was brought for (its envelope), in small letters. */
export type Incoming = {
  to: string[]; from: string; messageId: string; subject: string
  /** what was written, without what it quotes of the letter it answers */ text: string
  /** said by a machine (RFC 3834): an out-of-office */ automatic: boolean
  /** a mail server says that ours did not arrive (RFC 3464): why */ undelivered: string | null
}

/**
 * A mail server's ear: takes letters by SMTP, as the municipality's own mail server brings them (a transport to this port),
 * and gives each to `take`, which says whether it knows the address. What nobody knows is refused at once (550), so that
 * it is not ours to lose; a failure of our own is told as a passing one (451), and the sender tries again; what cannot be read is refused for good. No relaying.
 */
export async function startIncomingMail(its: { port: number; host?: string; knows(address: string): Promise<boolean>; take(letter: Incoming): Promise<void>; onError(cause: unknown): void }): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false, closeTimeout: 500, size: 10_000_000, maxClients: 20, banner: 'Nousu',
    onRcptTo({ address }, _session, done) {
      its.knows(address.toLowerCase()).then((known) => done(known ? null : Object.assign(new Error('nobody here has this address'), { responseCode: 550 })), (cause) => { its.onError(cause); done(Object.assign(new Error('try again'), { responseCode: 451 })) })
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => { if (!stream.sizeExceeded) parts.push(part) })
      stream.on('error', done)
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('too large'), { responseCode: 552 }))
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase())
        const sender = session.envelope.mailFrom && session.envelope.mailFrom.address
        const unreadable = () => done(Object.assign(new Error('this letter cannot be read'), { responseCode: 554 })) // nor will it be later
        readLetter(Buffer.concat(parts)).then((letter) => its.take({ ...letter, to, ...(sender ? {} : { automatic: true }) }).then(() => done(), (cause) => { its.onError(cause); done(Object.assign(new Error('try again'), { responseCode: 451 })) }), unreadable)
      })
    },
  })
  server.on('error', its.onError)
  await new Promise<void>((resolve, reject) => { server.server.once('error', reject); server.listen(its.port, its.host, resolve) })
  return { port: (server.server.address() as { port: number }).port, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** A letter as it was written: its own words, who from, and whether a person said it. */
async function readLetter(bytes: Buffer): Promise<Omit<Incoming, 'to'>> {
  const its = await PostalMime.parse(bytes)
  const header = (key: string) => its.headers.find((each) => each.key === key)?.value.toLowerCase() ?? ''
  return {
    from: its.from?.address ?? '', messageId: its.messageId ?? '', subject: its.subject ?? '', text: ownWords(its.text ?? plain(its.html ?? '')), undelivered: undeliveredOf(its, header('content-type')),
    automatic: !['', 'no'].includes(header('auto-submitted')) || /^(bulk|junk|auto_reply)$/.test(header('precedence')) || header('x-autoreply') !== '',
  }
}
const plain = (html: string) => html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, '').replace(/<br\s*\/?>|<\/(p|div|tr|li)>/gi, '\n').replace(/<[^>]+>/g, '').replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')

/** Why a letter did not arrive, from the delivery status in it; null for an ordinary letter. */
function undeliveredOf(its: Email, type: string): string | null {
  if (!type.startsWith('multipart/report') || !type.includes('delivery-status')) return null
  const status = its.attachments.find((each) => each.mimeType === 'message/delivery-status')
  const words = status ? (typeof status.content === 'string' ? status.content : Buffer.from(status.content as ArrayBuffer).toString()) : ''
  if (/^action:\s*(delivered|relayed|expanded|delayed)/im.test(words)) return null
  return (/^diagnostic-code:\s*(?:smtp;)?\s*(.+(?:\r?\n[ \t].+)*)/im.exec(words)?.[1] ?? 'undelivered').replace(/\s+/g, ' ').slice(0, 300)
}

/** Where what an answer quotes begins, as mail programs write it in our languages. */
const quoted = [/^>/, /^-{2,}\s*(alkuperäinen viesti|ursprungligt meddelande|original message|välitetty viesti)/i, /^(lähettäjä|från|from):\s.+/i, /\d.*\b(kirjoitti|skrev|wrote)\b.{0,100}:$/i, /^_{10,}$/]
/** The words of an answer without the letter it answers and without a signature. */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.findIndex((line) => line === '-- ' || line === '--' || quoted.some((each) => each.test(line.trim())))
  return lines.slice(0, end === -1 ? undefined : end).join('\n').trim().slice(0, 5000)
}
