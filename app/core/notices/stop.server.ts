import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { linkToken } from '#core/context/link-token.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { person, unit } from '#core/identity/schema.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { area, follow, subject, topic } from '#core/trail/schema.server.ts'
import { seenTitle } from '#core/trail/subject.server.ts'
import { notice } from './schema.server.ts'

/**
 * What a stop link ends: `f` one follow (of a person or of an address), `a` all mail to an address that follows without
 * an account, `p` all notice mail to a person. The token is the kind, the ids, and the house's signature of them, so it
 * needs no sign-in and cannot be guessed; it says nothing that its holder does not know.
 */
export type Stops = { kind: 'f'; followId: string } | { kind: 'a'; followId: string } | { kind: 'p'; personId: string }

/** Whoever hears of something as a professional of a topic's network leaves the network by a link of its own (`/network/leave/…`), without sign-in as well. */
export const networkPurpose = 'network'
export const leaveToken = (ctx: Pick<Ctx, 'sign' | 'scope'>, professionalId: string) => linkToken(ctx, networkPurpose, professionalId)

const idOf = (stops: Stops) => (stops.kind === 'p' ? stops.personId : stops.followId)
const purpose = (ctx: Pick<Ctx, 'scope'>) => `stop ${ctx.scope.municipalityId}`

export const stopToken = (ctx: Pick<Ctx, 'sign' | 'scope'>, stops: Stops) => `${stops.kind}.${idOf(stops)}.${ctx.sign(purpose(ctx), `${stops.kind}.${idOf(stops)}`)}`

/** What a token stops. Throws NotFound for one that the house has not signed for this municipality. */
function readStopToken(ctx: Ctx, token: string): Stops {
  const [kind, id, signature] = token.split('.')
  if ((kind !== 'f' && kind !== 'a' && kind !== 'p') || !isId(id) || !signature || !ctx.verify(purpose(ctx), `${kind}.${id}`, signature)) throw new NotFound()
  return kind === 'p' ? { kind, personId: id } : { kind, followId: id }
}

/** What the page of a stop link shows: the name of what it ends the following of, when it is one thing and still followed. */
export async function showStop(ctx: Ctx, token: string): Promise<{ kind: Stops['kind']; title: string | null; stopped: boolean }> {
  const stops = readStopToken(ctx, token)
  if (stops.kind === 'p') {
    const [its] = await ctx.db.select({ rhythm: person.rhythm }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, stops.personId)))
    return { kind: 'p', title: null, stopped: !its || its.rhythm === 'inApp' }
  }
  const [row] = await ctx.db.select({ title: subject.title, visibility: subject.visibility, authorPersonId: subject.authorPersonId, topic: topic.name, area: area.name, unit: unit.name, near: follow.nearName }).from(follow)
    .leftJoin(subject, and(eq(subject.municipalityId, follow.municipalityId), eq(subject.id, follow.subjectId)))
    .leftJoin(topic, and(eq(topic.municipalityId, follow.municipalityId), eq(topic.id, follow.topicId)))
    .leftJoin(area, and(eq(area.municipalityId, follow.municipalityId), eq(area.key, follow.area)))
    .leftJoin(unit, and(eq(unit.municipalityId, follow.municipalityId), eq(unit.id, follow.unitId)))
    .where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.id, stops.followId)))
  if (!row || stops.kind === 'a') return { kind: stops.kind, title: null, stopped: !row }
  const name = row.topic ?? row.area ?? row.unit
  return { kind: 'f', stopped: false, title: name ? inLanguage(name, ctx.language) : row.near ?? (row.title ? seenTitle(ctx, { title: row.title, visibility: row.visibility!, authorPersonId: row.authorPersonId }) : null) }
}

/** Does what the link says, at once and without sign-in (RFC 8058); a second time changes nothing. */
export async function stop(ctx: Ctx, token: string) {
  const stops = readStopToken(ctx, token)
  const m = ctx.scope.municipalityId
  if (stops.kind === 'p') {
    await ctx.db.update(person).set({ rhythm: 'inApp' }).where(and(eq(person.municipalityId, m), eq(person.id, stops.personId)))
    await ctx.db.update(follow).set({ rhythm: 'inApp' }).where(and(eq(follow.municipalityId, m), eq(follow.personId, stops.personId)))
    await ctx.db.update(notice).set({ rhythm: 'inApp' }).where(and(eq(notice.municipalityId, m), eq(notice.personId, stops.personId), isNull(notice.mailedAt)))
    return
  }
  if (stops.kind === 'f') {
    await ctx.db.update(notice).set({ rhythm: 'inApp' }).where(and(eq(notice.municipalityId, m), eq(notice.followId, stops.followId), isNull(notice.mailedAt)))
    await ctx.db.delete(follow).where(and(eq(follow.municipalityId, m), eq(follow.id, stops.followId)))
    return
  }
  const whose = ctx.db.select({ email: follow.email }).from(follow).where(and(eq(follow.municipalityId, m), eq(follow.id, stops.followId)))
  await ctx.db.delete(follow).where(and(eq(follow.municipalityId, m), inArray(follow.email, whose)))
}
