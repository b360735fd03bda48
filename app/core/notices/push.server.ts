import { createHash } from 'node:crypto'
import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, NotFound } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { type Language, languages } from '#core/text/language.ts'
import type { FollowReason } from '#core/trail/follow.server.ts'
import { senderPath } from '#core/trail/kind.ts'
import { follow } from '#core/trail/schema.server.ts'
import { push, pushTo } from './schema.server.ts'
import { mailWords } from './texts/index.ts'

const bytesOf = (length: number) => (text: string) => /^[\w-]+={0,2}$/.test(text) && Buffer.from(text, 'base64url').length === length
/** What a browser's subscription is read by: an address, a point of P-256 (65 bytes), a secret of 16 (RFC 8291). */
export const subscriptionForm = z.object({
  endpoint: z.string().max(2000, 'tooLong').refine((its) => /^[\x21-\x7e]+$/.test(its) && URL.canParse(its), 'invalid'),
  p256dh: z.string().max(120).refine((its) => bytesOf(65)(its) && Buffer.from(its, 'base64url')[0] === 4, 'invalid'),
  auth: z.string().max(40).refine(bytesOf(16), 'invalid'),
})
export type Subscribed = z.infer<typeof subscriptionForm>

/** Browsers one person may have. */
const mostDevices = 10

/**
 * A browser of mine hears from now on. The same browser again is the same browser: it belongs to who is signed in on it,
 * which another person proves by its secret. The oldest goes when there are too many. Throws Conflict.
 */
export async function keepDevice(ctx: Ctx, me: Pick<Person, 'id'>, its: Subscribed, device: string) {
  await oneAtATime(ctx, `devices of ${me.id}`)
  const m = ctx.scope.municipalityId
  const kept = await ctx.db.insert(pushTo).values({ ...ctx.scope, id: ctx.newId(), personId: me.id, ...its, device: device.slice(0, 80), createdAt: ctx.now })
    .onConflictDoUpdate({ target: [pushTo.municipalityId, pushTo.endpoint], set: { personId: me.id, p256dh: its.p256dh, auth: its.auth, device: device.slice(0, 80) }, setWhere: sql`${pushTo.personId} = ${me.id} or ${pushTo.auth} = ${its.auth}` }).returning({ id: pushTo.id })
  if (kept.length === 0) throw new Conflict('invalid')
  await ctx.db.execute(sql`delete from notices.push_to where municipality_id = ${m} and person_id = ${me.id} and id not in (
    select id from notices.push_to where municipality_id = ${m} and person_id = ${me.id} order by created_at desc, id desc limit ${mostDevices})`)
}

/** A browser whose subscription the push service changed goes on hearing (`pushsubscriptionchange`): it proves itself by the secret of the old one, which only it and we know. Throws NotFound. */
export async function renewDevice(ctx: Ctx, old: { endpoint: string; auth: string }, its: Subscribed) {
  const m = ctx.scope.municipalityId
  const [known] = await ctx.db.select({ id: pushTo.id }).from(pushTo).where(and(eq(pushTo.municipalityId, m), eq(pushTo.endpoint, old.endpoint), eq(pushTo.auth, old.auth)))
  if (!known) throw new NotFound()
  // The page may have told of the new one already: the same browser once. Another's goes only by its own secret.
  if (its.endpoint !== old.endpoint) {
    await ctx.db.delete(pushTo).where(and(eq(pushTo.municipalityId, m), eq(pushTo.endpoint, its.endpoint), eq(pushTo.auth, its.auth)))
    const [anothers] = await ctx.db.select({ id: pushTo.id }).from(pushTo).where(and(eq(pushTo.municipalityId, m), eq(pushTo.endpoint, its.endpoint)))
    if (anothers) throw new NotFound()
  }
  await ctx.db.update(pushTo).set(its).where(and(eq(pushTo.municipalityId, m), eq(pushTo.id, known.id)))
}

/** A browser of mine hears no more; one of another's is not touched. */
export async function forgetDevice(ctx: Ctx, me: Pick<Person, 'id'>, deviceId: string) {
  if (!isId(deviceId)) throw new NotFound()
  await ctx.db.delete(pushTo).where(and(eq(pushTo.municipalityId, ctx.scope.municipalityId), eq(pushTo.personId, me.id), eq(pushTo.id, deviceId)))
}

const markOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('hex')

/** The browsers a person hears with. `mark` lets a page know itself among them without its secret address being on the page. */
export async function devicesOf(ctx: Ctx, personId: string): Promise<{ id: string; device: string; mark: string; createdAt: Date; heardAt: Date | null }[]> {
  const rows = await ctx.db.select().from(pushTo).where(and(eq(pushTo.municipalityId, ctx.scope.municipalityId), eq(pushTo.personId, personId))).orderBy(desc(pushTo.createdAt))
  return rows.map(({ id, device, endpoint, createdAt, heardAt }) => ({ id, device, createdAt, heardAt, mark: markOf(endpoint) }))
}

/** A message's words and where it leads. */
const payloadOf = (language: Language, body: string, path: string) => ({ title: 'Nousu', body, path, language })

/**
 * Writes push messages for notices of a rhythm told before `until`: one for each browser of each person who has something
 * new, however much it is, and one for each browser that follows without an account. A message says that there is something
 * and in what language, and the way to it: the messages of who is signed in, the sender's own page of who is not.
 */
export async function writePushes(ctx: Ctx, rhythm: 'atOnce' | 'daily' | 'weekly', until: Date): Promise<number> {
  const m = ctx.scope.municipalityId
  const bodies = Object.fromEntries(languages.map((language) => { const t = mailWords(language); return [language, rhythm === 'atOnce' ? t.pushAtOnce : t.pushDigest] })) as Record<Language, string>
  const payloads = Object.fromEntries(languages.map((language) => [language, payloadOf(language, bodies[language], new URL(ctx.address('/me/notices', language)).pathname)]))
  const due = sql`update notices.notice n set pushed_at = ${ctx.now} where n.municipality_id = ${m} and n.rhythm = ${rhythm} and n.pushed_at is null and n.by_push and n.at < ${until}::timestamptz + interval '1 millisecond' * ${rhythm === 'atOnce' ? 1 : 0}`
  const { rowCount } = await ctx.db.execute(sql`
    with due as (${due} and n.person_id is not null returning n.person_id, n.subject_id, n.read_at),
    readers as (
      select distinct d.person_id from due d join trail.subject s on s.municipality_id = ${m} and s.id = d.subject_id
      where d.read_at is null and (s.visibility in ('public', 'withdrawn') or s.author_person_id = d.person_id))
    insert into notices.push (municipality_id, id, to_id, payload, created_at, try_after, give_up_at)
    select ${m}::int, gen_random_uuid(), b.id, ${JSON.stringify(payloads)}::jsonb -> p.language, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz + interval '1 day'
    from readers r join identity.person p on p.municipality_id = ${m} and p.id = r.person_id and p.left_at is null
    join notices.push_to b on b.municipality_id = ${m} and b.person_id = r.person_id`)
  // Of browsers without an account: the latest of each leads. What a moderator hides is told of to nobody.
  const { rows } = await ctx.db.execute<{ device_id: string; language: Language; why: FollowReason; id: string; kind: string }>(sql`
    with due as (${due} and n.person_id is null returning n.follow_id, n.subject_id, n.at)
    select distinct on (f.device_id) f.device_id, f.language, f.why, s.id, s.kind from due d
    join trail.follow f on f.municipality_id = ${m} and f.id = d.follow_id and f.device_id is not null
    join trail.subject s on s.municipality_id = ${m} and s.id = d.subject_id and s.visibility in ('public', 'withdrawn', 'private')
    order by f.device_id, d.at desc`)
  for (let from = 0; from < rows.length; from += 500) await ctx.db.insert(push).values(rows.slice(from, from + 500).map((row) => ({
    ...ctx.scope, id: ctx.newId(), toId: row.device_id, payload: payloadOf(row.language, bodies[row.language], new URL(ctx.address(senderPath(ctx, row), row.language)).pathname),
    createdAt: ctx.now, tryAfter: ctx.now, giveUpAt: new Date(ctx.now.getTime() + 86_400_000),
  })))
  return (rowCount ?? 0) + rows.length
}

/** Browsers without an account that may follow one subject: a sender's own, and some to spare. */
const mostOfSubject = 10

/**
 * A browser without an account hears of a subject from now on; of its sender's when `why` is 'author'. The same browser
 * again is the same browser, and stays its owner's if it has one. Throws Conflict('invalid') when it cannot prove to be
 * itself, Conflict('tooManyDevices').
 */
export async function followOnDevice(ctx: Ctx, subjectId: string, its: Subscribed, why: FollowReason) {
  await oneAtATime(ctx, `devices of ${subjectId}`)
  const [kept] = await ctx.db.insert(pushTo).values({ ...ctx.scope, id: ctx.newId(), ...its, createdAt: ctx.now })
    .onConflictDoUpdate({ target: [pushTo.municipalityId, pushTo.endpoint], set: { p256dh: its.p256dh }, setWhere: eq(pushTo.auth, its.auth) }).returning({ id: pushTo.id })
  if (!kept) throw new Conflict('invalid')
  const [others] = await ctx.db.select({ count: sql<number>`count(*)::int` }).from(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, subjectId), isNotNull(follow.deviceId), ne(follow.deviceId, kept.id)))
  if (others!.count >= mostOfSubject) throw new Conflict('tooManyDevices')
  await ctx.db.insert(follow).values({ ...ctx.scope, id: ctx.newId(), subjectId, deviceId: kept.id, language: ctx.language, rhythm: 'atOnce', byMail: false, why, confirmedAt: ctx.now, createdAt: ctx.now }).onConflictDoNothing()
}

/** The marks (see devicesOf) of the browsers without an account that hear of a subject. */
export async function devicesFollowing(ctx: Ctx, subjectId: string): Promise<string[]> {
  const rows = await ctx.db.select({ endpoint: pushTo.endpoint }).from(follow).innerJoin(pushTo, and(eq(pushTo.municipalityId, follow.municipalityId), eq(pushTo.id, follow.deviceId)))
    .where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, subjectId)))
  return rows.map((row) => markOf(row.endpoint))
}

/** A browser hears of a subject no more; one that hears of nothing and is nobody's is forgotten. A second time changes nothing. */
export async function unfollowOnDevice(ctx: Ctx, subjectId: string, its: Pick<Subscribed, 'endpoint' | 'auth'>) {
  const [known] = await ctx.db.select({ id: pushTo.id }).from(pushTo).where(and(eq(pushTo.municipalityId, ctx.scope.municipalityId), eq(pushTo.endpoint, its.endpoint), eq(pushTo.auth, its.auth)))
  if (!known) return
  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.subjectId, subjectId), eq(follow.deviceId, known.id)))
  await forgetIdleDevices(ctx, known.id)
}

/** Forgets browsers that are nobody's and follow nothing any more, with what waits for them: one, or all. */
export async function forgetIdleDevices(ctx: Ctx, id?: string) {
  await ctx.db.execute(sql`delete from notices.push_to b where b.municipality_id = ${ctx.scope.municipalityId} and b.person_id is null ${id ? sql`and b.id = ${id}` : sql``}
    and not exists (select from trail.follow f where f.municipality_id = b.municipality_id and f.device_id = b.id)`)
}
