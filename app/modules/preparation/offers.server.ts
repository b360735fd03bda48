import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { organisation, person } from '#core/identity/schema.server.ts'
import { noticeTo, noticeToMany } from '#core/notices/notice.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { record } from '#core/trail/record.server.ts'
import { shortName } from '#core/trail/trail.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { helpOffered, offerAccepted, offerThanked } from './events.server.ts'
import { longText, ticked } from './input.ts'
import { isUnderWay, managedMatter, publicMatter } from './matter.server.ts'
import { can } from './permissions.ts'
import { byUnit } from './phases.server.ts'
import { offer } from './schema.server.ts'

export const offering = z.object({ text: longText(1500), shown: ticked })

/**
 * I (or the organisation I act as) would take a bigger part. Only the matter's officials read what I wrote; my name is
 * shown when they accept and I have said so. Said again before the answer, it is mended.
 * Throws NotFound, SignInNeeded, Conflict('matterClosed' | 'offerAnswered').
 */
export async function offerHelp(ctx: Ctx, id: string, input: z.input<typeof offering>): Promise<Mended | undefined> {
  const found = await publicMatter(ctx, id, { lock: true })
  const me = allow(ctx, can.offerHelp, found.subject)
  const its = offering.parse(input)
  if (!isUnderWay(found)) throw new Conflict('matterClosed')
  if (its.text.length < 10) return problems({ text: its.text ? 'tooShort' : 'required' })
  const mine = await mineOf(ctx, id)
  if (mine?.state === 'new') {
    await ctx.db.update(offer).set({ text: its.text, shown: its.shown }).where(thisOffer(ctx, mine.id))
    return
  }
  if (mine) throw new Conflict('offerAnswered')
  if (!(await mayWrite(ctx))) return problems({ text: 'tooOften' })
  const offerId = ctx.newId()
  await ctx.db.insert(offer).values({ ...ctx.scope, id: offerId, matterId: id, personId: me.id, organisationId: me.as?.id ?? null, text: its.text, shown: its.shown, at: ctx.now })
  const eventId = await record(ctx, helpOffered, { subjectId: id, data: { offerId } })
  const unit = found.subject.ownerUnitId
  const people = (await officialsOf(ctx, unit ? [unit] : [])).map((each) => each.id)
  const hear = people.includes(found.its.contactPersonId ?? '') ? [found.its.contactPersonId!] : people
  await noticeToMany(ctx, hear.filter((each) => each !== me.id), { subjectId: id, eventId, kind: helpOffered.kind, data: { offerId, to: `/matters/${id}/manage#offers` } })
}

/** Takes my offer back, whatever became of it. Doing it twice changes nothing. */
export async function takeOfferBack(ctx: Ctx, id: string) {
  const found = await publicMatter(ctx, id)
  allow(ctx, can.offerHelp, found.subject)
  const mine = await mineOf(ctx, id)
  if (mine) await ctx.db.delete(offer).where(thisOffer(ctx, mine.id))
}

export const answering = z.object({ offerId: z.uuid('invalid'), state: z.enum(['accepted', 'thanked'], 'chooseState'), reply: longText(1000) })
/** Accepts an offer or thanks for it, with a word that its sender hears. */
export async function answerOffer(ctx: Ctx, id: string, input: z.input<typeof answering>): Promise<Mended | undefined> {
  const { matter: found } = await managedMatter(ctx, id)
  const its = answering.parse(input)
  if (its.reply.length < 3) return problems({ reply: 'required' })
  const [known] = await ctx.db.select().from(offer).where(and(thisOffer(ctx, its.offerId), eq(offer.matterId, id)))
  if (!known) throw new NotFound()
  if (known.state === its.state && known.reply === its.reply) return
  await ctx.db.update(offer).set({ state: its.state, reply: its.reply, repliedAt: ctx.now }).where(thisOffer(ctx, known.id))
  const kind = its.state === 'accepted' ? offerAccepted : offerThanked
  const eventId = await record(ctx, kind, { subjectId: id, data: { offerId: known.id }, ...byUnit(found) })
  if (known.personId) await noticeTo(ctx, { personId: known.personId, subjectId: id, eventId, kind: kind.kind, data: { sentence: its.reply } })
}

export type Offer = { id: string; text: string; at: Date; state: 'new' | 'accepted' | 'thanked'; reply: string; shown: boolean; who: string; byOrganisation: boolean }
/** Every offer of a matter, for its officials: what waits first. The caller has decided that the asker may read them. */
export async function offersOf(ctx: Ctx, id: string): Promise<Offer[]> {
  const rows = await named(ctx).where(and(eq(offer.municipalityId, ctx.scope.municipalityId), eq(offer.matterId, id))).orderBy(asc(offer.at))
  return rows.map(({ person: name, organisation: its, mine: _mine, ...row }) => ({ ...row, who: its ?? name ?? '', byOrganisation: its !== null })).sort((a, b) => Number(a.state !== 'new') - Number(b.state !== 'new'))
}

/** What a matter's page shows of help: who is in by their own consent, and my own offer. */
export async function helpShown(ctx: Ctx, id: string) {
  const shown = and(eq(offer.state, 'accepted'), offer.shown)
  const rows = await named(ctx).where(and(eq(offer.municipalityId, ctx.scope.municipalityId), eq(offer.matterId, id), or(shown, myOffer(ctx)))).orderBy(asc(offer.at))
  const mine = ctx.actor.kind === 'person' ? rows.find((row) => row.mine) : undefined
  return {
    helpers: rows.flatMap((row) => { const who = row.organisation ?? (row.person && shortName(row.person)); return row.state === 'accepted' && row.shown && who ? [{ id: row.id, who, byOrganisation: row.organisation !== null }] : [] }),
    mine: mine ? { id: mine.id, text: mine.text, shown: mine.shown, state: mine.state, reply: mine.reply } : null,
  }
}

/** Offers with who made them, and whether it is mine. */
const named = (ctx: Ctx) => ctx.db.select({ id: offer.id, text: offer.text, at: offer.at, state: offer.state, reply: offer.reply, shown: offer.shown, person: person.name, organisation: organisation.name, mine: sql<boolean>`(${myOffer(ctx)})` }).from(offer)
  .leftJoin(person, and(eq(person.municipalityId, offer.municipalityId), eq(person.id, offer.personId)))
  .leftJoin(organisation, and(eq(organisation.municipalityId, offer.municipalityId), eq(organisation.id, offer.organisationId)))

/** Is an offer mine, or the organisation's that I act as? */
function myOffer(ctx: Ctx) {
  const me = ctx.actor
  if (me.kind !== 'person') return sql`false`
  return me.as ? eq(offer.organisationId, me.as.id) : and(eq(offer.personId, me.id), isNull(offer.organisationId))
}
async function mineOf(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select({ id: offer.id, state: offer.state }).from(offer).where(and(eq(offer.municipalityId, ctx.scope.municipalityId), eq(offer.matterId, id), myOffer(ctx)))
  return row ?? null
}
const thisOffer = (ctx: Ctx, id: string) => and(eq(offer.municipalityId, ctx.scope.municipalityId), eq(offer.id, isId(id) ? id : '00000000-0000-0000-0000-000000000000'))
