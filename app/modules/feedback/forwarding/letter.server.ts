import { and, eq } from 'drizzle-orm'
import { linkToken } from '#core/context/link-token.server.ts'
import type { Ctx } from '#core/context/context.server.ts'
import { keyOf, picturesOf } from '#core/files/pictures.server.ts'
import { type Attachment, writeMail } from '#core/notices/mail.server.ts'
import { dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { answerLines } from '../categories/answers.server.ts'
import { categoryOf } from '../categories/categories.server.ts'
import { report, sender } from '../schema.server.ts'
import type { Forward, Partner } from './forward.server.ts'
import { forwardingWords } from './texts/index.ts'

export const partnerPurpose = 'feedback forward'
/** The address of the page where a partner answers without an account. */
const partnerPath = (ctx: Pick<Ctx, 'sign' | 'scope'>, forwardId: string) => `/partner/${linkToken(ctx, partnerPurpose, forwardId)}`

/** Everything a partner needs of a report, in the partner's language. The sender's name and how to reach them only when it was so chosen. */
export async function tellOf(ctx: Ctx, its: Pick<Forward, 'id' | 'reportId' | 'words' | 'withSender'>) {
  const subject = await subjectOf(ctx, its.reportId, { kind: 'report' })
  const [row] = await ctx.db.select().from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, its.reportId)))
  const [who] = its.withSender ? await ctx.db.select().from(sender).where(and(eq(sender.municipalityId, ctx.scope.municipalityId), eq(sender.reportId, its.reportId))) : []
  const sort = await categoryOf(ctx, row!.categoryId)
  return {
    subject, reference: row!.reference, sentAt: row!.sentAt, category: sort.name, categoryId: sort.id, categoryKey: sort.key, text: row!.text, answers: answerLines(sort, row!.answers, ctx.language), words: its.words,
    place: [row!.address, subject.placeName].filter(Boolean).join(', '), longitude: subject.longitude, latitude: subject.latitude,
    sender: who ? { name: who.name, email: who.email, phone: who.phone } : null, pictures: await picturesOf(ctx, its.reportId),
  }
}
const mostPictures = 4_000_000

/** Writes the letter of a forwarding by mail, with the pictures that are made by now and the page for answering. Returns the mail's id. */
export async function writeForward(here: Ctx, its: Pick<Forward, 'id' | 'reportId' | 'words' | 'withSender' | 'replyKey'> & { to: Partner }): Promise<string> {
  const ctx = { ...here, language: its.to.language }
  const told = await tellOf(ctx, its), t = forwardingWords(ctx.language).letter
  const attachments: Attachment[] = []
  let size = 0
  for (const [n, picture] of told.pictures.filter((each) => each.role === '').slice(0, 4).entries()) {
    // Not bytesOfPicture: in a storm of photos one that is still to be made would be waited for with the report held. Of a public one the partner's page shows it.
    const bytes = await ctx.storage.get(keyOf(ctx, picture.id))
    if (!bytes || (size += bytes.length) > mostPictures) continue
    attachments.push({ name: `${told.reference}-${n + 1}.webp`, type: 'image/webp', bytes: new Uint8Array(bytes) })
  }
  const point = told.latitude !== null && told.longitude !== null ? `${told.latitude.toFixed(6)}, ${told.longitude.toFixed(6)}` : ''
  const lines = [
    `${t.what}: ${told.category}`, ...(told.place ? [`${t.where}: ${told.place}`] : []), ...(point ? [`${t.point}: ${point}\nhttps://www.openstreetmap.org/?mlat=${told.latitude}&mlon=${told.longitude}#map=18/${told.latitude}/${told.longitude}`] : []),
    `${t.when}: ${dayAndTime(told.sentAt, ctx.language, new Date(0))}`, `${t.reference}: ${told.reference}`, ...told.answers.map((each) => `${each.label}: ${each.value}`),
    ...(told.sender ? [`${t.sender}: ${[told.sender.name, told.sender.phone, told.sender.email].filter(Boolean).join(', ')}`] : []),
  ]
  const municipality = inLanguage(ctx.municipality.name, ctx.language)
  const text = [t.hello(municipality), ...(told.words ? [told.words] : []), lines.join('\n'), `${t.said}:\n${told.text}`, `${t.answer}\n${ctx.address(partnerPath(ctx, its.id), ctx.language)}`, ...(ctx.replyAddress ? [t.orReply] : []), municipality].join('\n\n')
  return writeMail(ctx, { to: its.to.email!, language: ctx.language, subject: t.subject(told.category, told.reference), text, ...(ctx.replyAddress ? { replyTo: replyAddressOf(ctx.replyAddress, its.replyKey) } : {}), attachments })
}
/** The address that the answers to one forwarding come to. */
export const replyAddressOf = (address: string, key: string) => address.replace('@', `+${key}@`)
/** The key in an address that an answer came to; null for another's. */
export function keyInAddress(address: string, ours: string): string | null {
  const [local, domain] = ours.split('@'), found = /^(.+)\+([0-9a-f]{20})@(.+)$/.exec(address.toLowerCase())
  return found && found[1] === local && found[3] === domain ? found[2]! : null
}
