import type { Ctx } from '#core/context/context.server.ts'
import type { Language } from '#core/text/language.ts'
import { attachment, mail } from './schema.server.ts'

export type Letter = {
  to: string
  subject: string
  /** plain text; paragraphs are parted by an empty line, addresses become links in the html made of it */ text: string
  html?: string
  /** an address whose POST stops this kind of mail at once (RFC 8058): `/stop/<token>/now` */ stopUrl?: string
  /** where an answer to it goes; nobody reads those to the sender of mail */ replyTo?: string
  language?: Language
  /** what its reader is told that was sent: `other` unless said */ kind?: 'notice' | 'digest'; subjectId?: string
  /** files that go with it: at most ten, 10 MB together */ attachments?: Attachment[]
}
export type Attachment = { /** a file name, such as `aloite.pdf` */ name: string; type: string; bytes: Uint8Array }

const mostFiles = 10
const mostBytes = 10_000_000

/**
 * Writes a mail with the change that causes it: it is in the outbox if and only if the change is, and the worker hands
 * it to the mail server afterwards, again and again until it takes it. Returns the mail's id.
 */
export async function writeMail(ctx: Ctx, letter: Letter): Promise<string> {
  const id = ctx.newId()
  const files = letter.attachments ?? []
  if (files.length > mostFiles || files.reduce((sum, each) => sum + each.bytes.length, 0) > mostBytes) throw new Error('too much is attached to a mail')
  await ctx.db.insert(mail).values({ ...ctx.scope, id, ...rowOf(letter, ctx.language), createdAt: ctx.now, tryAfter: ctx.now })
  if (files.length) await ctx.db.insert(attachment).values(files.map((each, position) => ({ ...ctx.scope, mailId: id, position, name: fileName(each.name), type: each.type, bytes: Buffer.from(each.bytes) })))
  return id
}

/** A name that is a file's on every machine, and nothing else in a header. */
const fileName = (name: string) => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim().slice(0, 120) || 'liite'

/** A letter as the columns of the outbox. A subject is one line whatever was put into it. */
export const rowOf = (letter: Letter, language: Language) => ({
  to: letter.to, language: letter.language ?? language, subject: letter.subject.replace(/\s+/g, ' ').trim().slice(0, 200),
  text: letter.text, html: letter.html ?? htmlOf(letter.text), stopUrl: letter.stopUrl ?? null, replyTo: letter.replyTo ?? null,
  kind: letter.kind ?? 'other' as const, subjectId: letter.subjectId ?? null,
})

/** Simple html of a plain text: paragraphs and links, nothing that a mail program would refuse. */
function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\n\s*\n/).map((part) => `<p>${linked(part).replaceAll('\n', '<br>')}</p>`)
  return `<!doctype html><meta charset="utf-8"><body style="font:16px/1.5 sans-serif;max-width:36em">${paragraphs.join('\n')}</body>`
}
const linked = (text: string) => text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
  .map((part, i) => (i % 2 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part))).join('')
export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
