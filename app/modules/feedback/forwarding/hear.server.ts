import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { idOfLink } from '#core/context/link-token.server.ts'
import { command, type Ctx, type House } from '#core/context/context.server.ts'
import { Conflict, NotFound, TooMuch } from '#core/errors/errors.ts'
import type { StoredPicture } from '#core/files/pictures.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { leadsOf, officialsOf } from '#core/identity/officials.server.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { allow, allowAnyone } from '#core/permissions/permissions.ts'
import type { Said } from '#core/ports/open311-client.server.ts'
import type { Incoming } from '#core/ports/incoming-mail.server.ts'
import { record } from '#core/trail/record.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { partnerSaid, reportAnswered } from '../events.server.ts'
import { moveReports } from '../move.server.ts'
import { can } from '../permissions.ts'
import { forward, forwardReply, partner, report } from '../schema.server.ts'
import { stateRules } from '../states.ts'
import { type Forward, thisForward } from './forward.server.ts'
import { keyInAddress, partnerPurpose, tellOf } from './letter.server.ts'
import { forwardingWords } from './texts/index.ts'

type Heard = { from: 'mail' | 'page' | 'open311'; said: 'underWay' | 'done' | 'notOurs' | 'note' | 'undelivered'; text: string; externalId: string; /** its sender may hear it as it is */ public: boolean; pictures?: (StoredPicture & { description: string })[] }

/**
 * A partner's word about a forwarded report, once (`externalId`). What the partner says in public moves the report and
 * reaches its sender; the rest is told to its unit, who says it on. "Not ours" brings it back to the unit. Returns whether it was new.
 */
async function hear(ctx: Ctx, its: Forward, what: Heard): Promise<boolean> {
  const [kept] = await ctx.db.insert(forwardReply).values({ ...ctx.scope, id: ctx.newId(), forwardId: its.id, at: ctx.now, from: what.from, said: what.said, text: what.text, externalId: what.externalId }).onConflictDoNothing().returning({ id: forwardReply.id })
  if (!kept) return false
  const over = what.said === 'done' || what.said === 'notOurs'
  await ctx.db.update(forward).set({ heardAt: ctx.now, ...(what.said === 'undelivered' ? { state: 'failed' as const, lastError: what.text.slice(0, 300) } : { state: over ? 'closed' as const : 'answered' as const }), ...(over ? { askAfter: null } : {}) }).where(thisForward(ctx, its.id))
  const subject = await subjectOf(ctx, its.reportId, { lock: true })
  const [to] = await ctx.db.select({ name: partner.name, kind: partner.kind }).from(partner).where(and(eq(partner.municipalityId, ctx.scope.municipalityId), eq(partner.id, its.partnerId)))
  const [row] = await ctx.db.select({ state: report.state }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, its.reportId)))
  const t = forwardingWords(subject.language), open = stateRules[row!.state].open, unit = subject.ownerUnitId ? { unitId: subject.ownerUnitId } : {}
  if (what.public && open && isLive(subject)) {
    const sentence = what.text || t.said[what.said === 'undelivered' ? 'note' : what.said](to!.name), data = { partner: to!.name }
    if (what.said === 'done') await moveReports(ctx, [its.reportId], { to: 'done', sentence, data, ...unit, ...(what.pictures ? { pictures: what.pictures } : {}) })
    else if (what.said === 'underWay' && to!.kind === 'contractor') await moveReports(ctx, [its.reportId], { to: 'underWay', sentence, data, ...unit })
    else if (what.said === 'notOurs') { if (row!.state !== 'received') await moveReports(ctx, [its.reportId], { to: 'received', sentence, data, ...unit }) }
    else if (what.said !== 'undelivered') await record(ctx, reportAnswered, { subjectId: its.reportId, sentence, data, ...unit })
  }
  await tellUnit(ctx, its.reportId, subject.ownerPersonId, subject.ownerUnitId, to!.name, what.said)
  return true
}

/** Whoever handles the report, else the unit's leads, get a red dot. */
async function tellUnit(ctx: Ctx, subjectId: string, ownerPersonId: string | null, unitId: string | null, name: string, said: Heard['said']) {
  const eventId = await record(ctx, partnerSaid, { subjectId, data: { partner: name, said } })
  const officials = ownerPersonId || !unitId ? [] : await officialsOf(ctx, [unitId])
  const ids = ownerPersonId ? [ownerPersonId] : leadsOf(officials).map((each) => each.id)
  await noticeToMany(ctx, [...new Set(ids)], { subjectId, eventId, kind: partnerSaid.kind, data: { partner: name, said } })
}

const isLive = (its: { visibility: string }) => its.visibility === 'public' || its.visibility === 'private'

// ---- on the partner's own page, by the link in the letter

/** The forwarding of a link, for its partner. Throws NotFound for a link that is not the house's. */
export async function forwardOfLink(ctx: Ctx, token: string, lock = false): Promise<Forward> {
  const id = idOfLink(ctx, partnerPurpose, token)
  const found = id ? ctx.db.select().from(forward).where(thisForward(ctx, id)) : null
  const [row] = found ? await (lock ? found.for('update') : found) : []
  if (!row) throw new NotFound()
  return row
}
/** What a partner sees of it: what was in the letter, and where it stands. What was taken back or hidden says nothing more; once nothing is expected, neither does who sent it. */
export async function showToPartner(ctx: Ctx, token: string) {
  allowAnyone(ctx, can.send)
  const its = await forwardOfLink(ctx, token)
  const [[row], [to], replies] = await Promise.all([
    ctx.db.select({ state: report.state }).from(report).where(and(eq(report.municipalityId, ctx.scope.municipalityId), eq(report.id, its.reportId))),
    ctx.db.select({ name: partner.name }).from(partner).where(and(eq(partner.municipalityId, ctx.scope.municipalityId), eq(partner.id, its.partnerId))),
    ctx.db.select().from(forwardReply).where(and(eq(forwardReply.municipalityId, ctx.scope.municipalityId), eq(forwardReply.forwardId, its.id))).orderBy(forwardReply.at),
  ])
  const told = await tellOf(ctx, its)
  const live = isLive(told.subject), open = live && stateRules[row!.state].open && its.state !== 'closed'
  return { told: live ? { ...told, sender: open ? told.sender : null } : { ...told, text: '', answers: [], words: '', place: '', longitude: null, latitude: null, sender: null, pictures: [] }, open, partner: to!.name, replies: live ? replies : [] }
}
export const partnerAnswer = z.object({ said: z.enum(['underWay', 'done', 'notOurs', 'note'], 'required'), text: z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()).pipe(z.string().max(2000, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')).default('') })
  .refine((its) => its.said === 'underWay' || its.text !== '', { path: ['text'], message: 'required' })

const mostAnswers = 50
/** Letters to one forwarding: more are a machine's, which answers what nobody asked. */
const mostLetters = 200
/** A partner answers on its page: its words reach the sender as they are, which the page says. Throws NotFound, Conflict('alreadyClosed'), TooMuch. */
export async function answerAsPartner(ctx: Ctx, token: string, input: z.output<typeof partnerAnswer>, pictures: (StoredPicture & { description: string })[] = []): Promise<void> {
  allowAnyone(ctx, can.send)
  const its = await forwardOfLink(ctx, token, true)
  if (its.state === 'closed' || !isLive(await subjectOf(ctx, its.reportId))) throw new Conflict('alreadyClosed')
  const before = await ctx.db.select({ id: forwardReply.id }).from(forwardReply).where(and(eq(forwardReply.municipalityId, ctx.scope.municipalityId), eq(forwardReply.forwardId, its.id)))
  if (before.length >= mostAnswers) throw new TooMuch('tooOften')
  await hear(ctx, its, { from: 'page', said: input.said, text: input.text, externalId: `page ${before.length} ${input.said} ${input.text}`.slice(0, 300), public: true, pictures })
}

// ---- by mail

/** Does an address belong to a forwarding? For the mail server, before it takes the letter. */
export async function knowsReplyAddress(house: House, address: string): Promise<boolean> {
  const key = house.replyAddress ? keyInAddress(address, house.replyAddress) : null
  return key !== null && (await house.database.owner.select({ id: forward.id }).from(forward).where(eq(forward.replyKey, key)).limit(1)).length > 0
}
/** A letter that answers a forwarding: its words are kept for the unit; a mail server's word that ours did not arrive makes the forwarding failed. A machine's polite answer is nothing. */
export async function takeAnswer(house: House, letter: Incoming): Promise<void> {
  for (const address of letter.to) {
    const key = house.replyAddress ? keyInAddress(address, house.replyAddress) : null
    const [row] = key ? await house.database.owner.select({ forward, municipality }).from(forward).innerJoin(municipality, eq(municipality.id, forward.municipalityId)).where(eq(forward.replyKey, key)) : []
    if (!row || (letter.automatic && !letter.undelivered)) continue
    const what: Heard = { from: 'mail', said: letter.undelivered ? 'undelivered' : 'note', text: (letter.undelivered ?? letter.text).replaceAll('\0', ''), externalId: (letter.messageId || `${letter.from} ${letter.subject} ${letter.text}`).replaceAll('\0', '').slice(0, 300), public: false }
    await command(house, { municipality: row.municipality, language: row.municipality.languages[0] ?? 'fi' }, async (ctx) => {
      if (await ctx.db.$count(forwardReply, and(eq(forwardReply.municipalityId, ctx.scope.municipalityId), eq(forwardReply.forwardId, row.forward.id))) < mostLetters) await hear(ctx, row.forward, what)
    })
  }
}

// ---- by Open311

/** What the words of Open311's services (GeoReport v2, FixMyStreet's updates) mean here. */
const meanings: Record<string, Heard['said']> = {
  CLOSED: 'done', FIXED: 'done', IN_PROGRESS: 'underWay', INVESTIGATING: 'underWay', ACTION_SCHEDULED: 'underWay', NOT_COUNCILS_RESPONSIBILITY: 'notOurs', NO_FURTHER_ACTION: 'notOurs', DUPLICATE: 'notOurs', CANCELLED: 'notOurs',
}
/** An update of a partner's service. One that says nothing new and nothing in words is not kept. */
export async function hearUpdate(ctx: Ctx, its: Forward, said: Said): Promise<boolean> {
  const meaning = meanings[said.status] ?? 'note'
  if (meaning === 'note' && !said.text) return false
  return hear(ctx, its, { from: 'open311', said: meaning, text: said.text.slice(0, 2000), externalId: said.updateId.slice(0, 300), public: true })
}

/** Says a partner's word, read first, on to the report's sender, in the unit's name. Throws Forbidden, NotFound. */
export async function sayOn(ctx: Ctx, replyId: string, sentence: string): Promise<void> {
  const [row] = await ctx.db.select({ reportId: forward.reportId }).from(forwardReply).innerJoin(forward, and(eq(forward.municipalityId, forwardReply.municipalityId), eq(forward.id, forwardReply.forwardId)))
    .where(and(eq(forwardReply.municipalityId, ctx.scope.municipalityId), eq(forwardReply.id, replyId)))
  if (!row) throw new NotFound()
  const its = await subjectOf(ctx, row.reportId, { lock: true })
  allow(ctx, can.handle, its)
  await record(ctx, reportAnswered, { subjectId: row.reportId, sentence, ...(its.ownerUnitId ? { unitId: its.ownerUnitId } : {}) })
}
