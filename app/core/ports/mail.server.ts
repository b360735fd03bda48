import nodemailer from 'nodemailer'

/** One letter as the mail server is given it. */
export type Envelope = { /** the same each time the letter is tried, so that a double is known as one */ id: string; to: string; fromName: string; subject: string; text: string; html: string; language: string; stopUrl: string | null; replyTo?: string | null; attachments?: { name: string; type: string; bytes: Buffer }[] }

/** What became of it: taken, refused for good, or to be tried again. */
export type Sent = { done: true } | { done: false; forGood: boolean; error: string }

/** Who carries mail away. */
export type Mailer = { send(letter: Envelope): Promise<Sent>; close(): void }

/** Mail by SMTP to the server of SMTP_URL, or to the local stand-in, which speaks the same protocol. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 4, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as never)
  const [, address] = /<([^>]+)>/.exec(from) ?? [null, from.trim()]
  return {
    async send(letter) {
      try {
        await transport.sendMail({
          from: { name: letter.fromName, address: address! }, to: { name: '', address: letter.to }, subject: letter.subject, text: letter.text, html: letter.html, ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
          ...(letter.attachments?.length ? { attachments: letter.attachments.map((each) => ({ filename: each.name, contentType: each.type, content: each.bytes })) } : {}),
          messageId: `<${letter.id}@${address!.split('@')[1] ?? 'nousu'}>`,
          headers: {
            'Content-Language': letter.language, 'Auto-Submitted': 'auto-generated',
            // RFC 2369, and RFC 8058 for the mail program's own button, which sends a POST
            ...(letter.stopUrl ? { 'List-Unsubscribe': `<${letter.stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
          },
        })
        return { done: true }
      } catch (cause) {
        const { responseCode, message, command } = cause as { responseCode?: number; message: string; command?: string }
        // RFC 5321 4.2.1: a 5yz answer to this letter will not change; one to the connection or to signing in may
        const forGood = responseCode !== undefined && responseCode >= 500 && ['RCPT TO', 'DATA', 'MAIL FROM'].includes(command ?? '')
        return { done: false, forGood, error: message.replaceAll(letter.to, '…').slice(0, 300) }
      }
    },
    close: () => transport.close(),
  }
}
