import { createHash } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { Invalid, TooMuch } from '#core/errors/errors.ts'
import type { Described } from '#core/files/form-photos.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { networkOfVisitor } from '#core/identity/visitor.server.ts'
import { allow, allowAnyone } from '#core/permissions/permissions.ts'
import { subject } from '#core/trail/schema.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { categoryOf } from '../categories/categories.server.ts'
import { type Kept, keepReport } from '../keep-report.server.ts'
import { can } from '../permissions.ts'
import { type Answers, report, sender } from '../schema.server.ts'
import { followByMail } from './guest-follow.server.ts'
import { writeReceipt } from './receipt.server.ts'

/** How a report reached the official who writes it down. */
export const behalfChannels = ['phone', 'desk', 'mail'] as const
export type ToSend = {
  categoryId: string; text: string; answers?: Answers; place?: string; address?: string; longitude?: number; latitude?: number; assetId?: string
  /** its sender wants nobody else to see it */ private?: boolean
  /** the sender's, or with `behalf` that of who called */ name?: string | undefined; email?: string | undefined; phone?: string | undefined; shown?: boolean
  /** an official writes down what someone else said */ behalf?: (typeof behalfChannels)[number] | undefined
  /** made by the form, so that sending twice is one report */ sendKey?: string | undefined
}
/** What one network may send without an account, in one visitor's: a script may call itself by any browser's name. */
const ofNetwork = 10
/** Who asks, as far as limits need it: the visitor's key of the day, and the network address. */
export type From = { visitor: string; address: string }

/**
 * Sends a report, without an account too. It is everyone's to see at once, unless its category or its sender says private
 * or a rule asks a moderator to look first; it has a unit, a promised day and a reference. The same `sendKey` with the same
 * words is the same report. An e-mail address hears of what happens and gets a receipt. Throws TooMuch('tooOften'),
 * Invalid('categoryUnknown' | 'stopped' | 'farAway' | 'mailTooOften').
 */
export async function sendReport(ctx: Ctx, its: ToSend, pictures: Described[] = [], from?: From): Promise<Kept> {
  const who = its.behalf ? allow(ctx, can.sendForOther) : allowAnyone(ctx, can.send)
  const me = who.kind === 'person' && !its.behalf ? who : null
  const sort = await categoryOf(ctx, its.categoryId)
  if (sort.closed) throw new Invalid('categoryUnknown')
  if (sort.stopper && !sort.stopper.sendable) throw new Invalid('stopped')
  const sendKey = sendKeyOf(ctx, its, me?.id ?? '')
  if (sendKey) {
    await oneAtATime(ctx, `feedback send ${sendKey}`)
    const earlier = await sentBefore(ctx, sendKey)
    if (earlier) return earlier
  }
  const network = from && networkOfVisitor(from.visitor)
  if (!(await mayWrite(ctx, from?.visitor ?? its.email)) || (!me && network && !(await mayWrite(ctx, network, ofNetwork)))) throw new TooMuch('tooOften')
  const email = me ? undefined : its.email
  if (email && from && !(await mayReceive(ctx, email) && await signInOf(ctx).mayMail(email, from.address))) throw new Invalid('mailTooOften')
  const { behalf, name, phone, shown, ...what } = its
  const kept = await keepReport(ctx, {
    ...what, pictures, sendKey, channel: behalf ?? 'web',
    sender: me
      ? { personId: me.id, ...(me.as ? { organisationId: me.as.id } : {}), name: me.as?.name ?? me.name, ...(shown ? { shown } : {}), ...(phone ? { phone } : {}) }
      : { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(behalf && who.kind === 'person' ? { byOfficial: who.id } : shown ? { shown } : {}) },
  })
  if (email) await writeReceipt(ctx, kept, email, await followByMail(ctx, kept.id, email))
  return kept
}

/** Reports of a day that one address gets letters of: whose address was written by somebody else is not buried. */
const mostOfAddress = 20
async function mayReceive(ctx: Ctx, email: string): Promise<boolean> {
  const [row] = await ctx.db.select({ count: sql<number>`count(*)::int` }).from(sender).innerJoin(report, and(eq(report.municipalityId, sender.municipalityId), eq(report.id, sender.reportId)))
    .where(and(eq(sender.municipalityId, ctx.scope.municipalityId), eq(sender.email, email), gt(report.sentAt, new Date(ctx.now.getTime() - 86_400_000))))
  return row!.count < mostOfAddress
}

/**
 * What makes a second send the same as the first: the form's key, the sender and what is said. The words are part of it
 * because two visitors can be given the same copy of a page that is kept for a second.
 */
const sendKeyOf = (ctx: Ctx, its: ToSend, sender: string): string | null =>
  its.sendKey ? createHash('sha256').update(JSON.stringify([ctx.scope.municipalityId, its.sendKey, sender, its.text, its.email ?? '', its.phone ?? ''])).digest('base64url') : null

/** The report that an earlier send with this key made. */
async function sentBefore(ctx: Ctx, sendKey: string): Promise<Kept | undefined> {
  const [earlier] = await ctx.db.select({ id: report.id, reference: report.reference, visibility: subject.visibility }).from(report)
    .innerJoin(subject, and(eq(subject.municipalityId, report.municipalityId), eq(subject.id, report.id)))
    .where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.sendKey, sendKey)))
  return earlier && { ...earlier, visibility: earlier.visibility === 'private' || earlier.visibility === 'hidden' ? earlier.visibility : 'public' }
}
