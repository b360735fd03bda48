import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { person } from '#core/identity/schema.server.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import { seenTitle } from '#core/trail/subject.server.ts'
import { notice } from './schema.server.ts'

/**
 * What a stop link ends: `f` one follow (of a person or of an address), `a` all mail to an address that follows without
 * an account, `p` all notice mail to a person. The token is the kind, the ids, and the house's signature of them, so it
 * needs no sign-in and cannot be guessed; it says nothing that its holder does not know.
 */
export type Stops = { kind: 'f'; followId: string } | { kind: 'a'; followId: string } | { kind: 'p'; personId: string }

const idOf = (stops: Stops) => (stops.kind === 'p' ? stops.personId : stops.followId)
const purpose = (ctx: Pick<Ctx, 'scope'>) => `stop ${ctx.scope.municipalityId}`

export const stopToken = (ctx: Pick<Ctx, 'sign' | 'scope'>, stops: Stops) => `${stops.kind}.${idOf(stops)}.${ctx.sign(purpose(ctx), `${stops.kind}.${idOf(stops)}`)}`

/** What a token stops. Throws NotFound for one that the house has not signed for this municipality. */
function readStopToken(ctx: Ctx, token: string): Stops {
  const [kind, id, signature] = token.split('.')
  if ((kind !== 'f' && kind !== 'a' && kind !== 'p') || !isId(id) || !signature || !ctx.verify(purpose(ctx), `${kind}.${id}`, signature)) throw new NotFound()
  return kind === 'p' ? { kind, personId: id } : { kind, followId: id }
}

/** What the page of a stop link shows: the subject's title, when it is one subject and still followed. */
export async function showStop(ctx: Ctx, token: string): Promise<{ kind: Stops['kind']; title: string | null; stopped: boolean }> {
  const stops = readStopToken(ctx, token)
  if (stops.kind === 'p') {
    const [its] = await ctx.db.select({ rhythm: person.rhythm }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, stops.personId)))
    return { kind: 'p', title: null, stopped: !its || its.rhythm === 'inApp' }
  }
  const [row] = await ctx.db.select({ title: subject.title, visibility: subject.visibility, authorPersonId: subject.authorPersonId, rhythm: follow.rhythm, personId: follow.personId }).from(follow)
    .innerJoin(subject, and(eq(subject.municipalityId, follow.municipalityId), eq(subject.id, follow.subjectId)))
    .where(and(eq(follow.municipalityId, ctx.scope.municipalityId), eq(follow.id, stops.followId)))
  return { kind: stops.kind, title: row && stops.kind === 'f' ? seenTitle(ctx, row) : null, stopped: !row }
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
