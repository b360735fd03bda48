import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { command, type Ctx, type House, type Municipality, query } from '#core/context/context.server.ts'
import { municipality } from '#core/identity/schema.server.ts'
import { idOfToken, type Open311, Open311Error, type Said, sendRequest, statusOf, updatesSince } from '#core/ports/open311-client.server.ts'
import { forward, partner } from '../schema.server.ts'
import { type Forward, type Partner, thisForward } from './forward.server.ts'
import { hearUpdate } from './hear.server.ts'
import { tellOf } from './letter.server.ts'

/** Tried at once, then after 2, 4, 8 … minutes, at most 6 hours apart; after the last a person must look (three days in all). */
const tries = 20
const waitAfter = (attempts: number) => Math.min(60_000 * 2 ** attempts, 6 * 3600_000)
const askEvery = 15 * 60_000
type Manners = { allows?: (url: URL) => boolean }
type Row = { forward: Forward; partner: Partner; municipality: Municipality }

const serviceOf = (its: Partner, manners: Manners): Open311 => ({ url: its.open311Url!, jurisdiction: its.jurisdiction ?? undefined, apiKey: its.apiKey ?? undefined, allows: manners.allows })
const withTheirs = (house: House) => house.database.owner.select({ forward, partner, municipality }).from(forward)
  .innerJoin(partner, and(eq(partner.municipalityId, forward.municipalityId), eq(partner.id, forward.partnerId))).innerJoin(municipality, eq(municipality.id, forward.municipalityId))

/**
 * Sends what waits to partners' Open311 services, one round. A row is claimed for ten minutes before it is asked, with no
 * transaction open meanwhile; a process that dies in between leaves it to the next turn. A service that took the request
 * and whose answer was lost may get it twice: the standard has nothing to tell them apart with. Returns how many went and failed.
 */
export async function sendForwards(house: House, manners: Manners = {}, onError: (cause: unknown) => void = () => {}): Promise<{ sent: number; failed: number }> {
  const now = house.clock()
  const claimed = await house.database.owner.execute<{ id: string }>(sql`update feedback.forward set try_after = ${new Date(now.getTime() + 600_000)}, attempts = attempts + 1 where (municipality_id, id) in
    (select municipality_id, id from feedback.forward where state = 'waiting' and try_after <= ${now} order by try_after limit 20 for update skip locked) returning id`)
  if (claimed.rows.length === 0) return { sent: 0, failed: 0 }
  const rows: Row[] = await withTheirs(house).where(inArray(forward.id, claimed.rows.map((row) => row.id)))
  const done = { sent: 0, failed: 0 }
  for (const row of rows) {
    const asker = { municipality: row.municipality, language: row.partner.language }
    try {
      const made = row.forward.externalToken ? { token: row.forward.externalToken } : await sendRequest(serviceOf(row.partner, manners), await query(house, asker, requestOf, row))
      const id = 'id' in made ? made.id : await idOfToken(serviceOf(row.partner, manners), made.token)
      await command(house, asker, keep, row.forward.id, id ? { state: 'sent', externalId: id, sentAt: house.clock(), tryAfter: null, lastError: null, askAfter: new Date(house.clock().getTime() + askEvery) }
        : { externalToken: (made as { token: string }).token, tryAfter: new Date(house.clock().getTime() + waitAfter(row.forward.attempts)) })
      if (id) done.sent++
    } catch (cause) {
      const forGood = cause instanceof Open311Error && cause.forGood
      if (!(cause instanceof Open311Error)) onError(cause)
      done.failed++
      const over = forGood || row.forward.attempts >= tries
      await command(house, asker, keep, row.forward.id, { lastError: cause instanceof Open311Error ? cause.message.slice(0, 300) : 'own failure', ...(over ? { state: 'failed', tryAfter: null } : { tryAfter: new Date(house.clock().getTime() + waitAfter(row.forward.attempts)) }) })
    }
  }
  return done
}
/** What came of a try. One that somebody closed meanwhile stays closed. */
async function keep(ctx: Ctx, id: string, change: Partial<typeof forward.$inferInsert>) {
  await ctx.db.update(forward).set(change).where(and(thisForward(ctx, id), eq(forward.state, 'waiting')))
}

/** A report as the partner's service takes it: its service code by our category's key, `*` for the rest. */
async function requestOf(ctx: Ctx, { forward: its, partner: to }: Row) {
  const told = await tellOf(ctx, its)
  // it may have been taken back or hidden while it waited
  if (told.subject.visibility !== 'public' && told.subject.visibility !== 'private') throw new Open311Error('the report was taken back', true)
  const service = to.services[told.categoryKey] ?? to.services['*']
  if (!service) throw new Open311Error(`no service for the category ${told.categoryKey}`, true)
  const picture = told.subject.visibility === 'public' ? told.pictures.find((each) => each.role === '') : undefined
  const [firstName = '', ...rest] = (told.sender?.name ?? '').split(' ')
  return {
    service, longitude: told.longitude, latitude: told.latitude, address: told.place, media: picture ? ctx.address(picture.large) : null,
    description: [told.text, ...told.answers.map((each) => `${each.label}: ${each.value}`), ...(told.words ? [told.words] : []), told.reference].join('\n\n'),
    ...(told.sender ? { email: told.sender.email ?? '', phone: told.sender.phone ?? '', firstName, lastName: rest.join(' ') } : {}),
  }
}

/**
 * Asks partners' services what has happened, one round: the updates of the last days where there are such, else the
 * status of each request. A service that does not answer is asked again at the next turn and its forwardings say why.
 */
export async function askPartners(house: House, manners: Manners = {}, onError: (cause: unknown) => void = () => {}): Promise<number> {
  const now = house.clock()
  const claimed = await house.database.owner.execute<{ id: string }>(sql`update feedback.forward set ask_after = ${new Date(now.getTime() + askEvery)} where (municipality_id, id) in
    (select municipality_id, id from feedback.forward where ask_after <= ${now} order by ask_after limit 200 for update skip locked) returning id`)
  if (claimed.rows.length === 0) return 0
  const rows: Row[] = await withTheirs(house).where(and(inArray(forward.id, claimed.rows.map((row) => row.id)), isNotNull(forward.externalId)))
  let heard = 0
  for (const their of Map.groupBy(rows, (row) => row.partner.id).values()) {
    const { partner: to, municipality: its } = their[0]!
    try {
      for (const said of await saidBy(serviceOf(to, manners), their.map((row) => row.forward), now)) {
        const row = their.find((each) => each.forward.externalId === said.requestId)
        if (row && await command(house, { municipality: its, language: to.language }, hearUpdate, row.forward, said)) heard++
      }
      await command(house, { municipality: its }, told, their.map((row) => row.forward.id), null)
    } catch (cause) {
      if (!(cause instanceof Open311Error)) onError(cause)
      await command(house, { municipality: its }, told, their.map((row) => row.forward.id), cause instanceof Open311Error ? cause.message.slice(0, 300) : 'own failure')
    }
  }
  return heard
}
async function told(ctx: Ctx, ids: string[], lastError: string | null) {
  await ctx.db.update(forward).set({ lastError }).where(and(eq(forward.municipalityId, ctx.scope.municipalityId), inArray(forward.id, ids), inArray(forward.state, ['sent', 'answered'])))
}
async function saidBy(service: Open311, forwards: Forward[], now: Date): Promise<Said[]> {
  const since = new Date(Math.max(now.getTime() - 7 * 86_400_000, Math.min(...forwards.map((each) => (each.heardAt ?? each.sentAt ?? each.at).getTime())) - 3600_000))
  const all: Said[] = []
  try { all.push(...await updatesSince(service, since, now)) } catch (cause) { if (!(cause instanceof Open311Error) || ![400, 403, 404, 405, 501].includes(cause.status)) throw cause }
  const ids = forwards.flatMap((each) => each.externalId ?? [])
  // A closed request may have no update: its status is asked too, and told only when it closes without one.
  for (let from = 0; from < ids.length; from += 50) all.push(...(await statusOf(service, ids.slice(from, from + 50))).filter((each) => each.status === 'CLOSED' && !all.some((one) => one.requestId === each.requestId && ['CLOSED', 'FIXED', 'NOT_COUNCILS_RESPONSIBILITY', 'NO_FURTHER_ACTION', 'DUPLICATE', 'CANCELLED'].includes(one.status))))
  return all.sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
}
