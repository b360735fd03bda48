import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { type Hideable, type Looked, lookedAt, type Thing } from '#core/trail/hideable.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { decision, report } from './schema.server.ts'

/** A thing as moderation sees it: its subject, what its module says of it, and whether it is hidden by a decision (and not held by a rule). */
export type Seen = { thing: Thing; /** its kind, or which part of it: `idea`, `comment`, `video` */ of: string; subject: Subject; part: Hideable; looked: Looked; standing: typeof decision.$inferSelect | null; hiddenByDecision: boolean }

/** Reads a thing. `lock` holds its subject, so that two moderators do not decide on it at once. Throws NotFound. */
export async function seeThing(ctx: Ctx, thing: Thing, options: { lock?: boolean } = {}): Promise<Seen> {
  if (thing.commentId !== null && !isId(thing.commentId)) throw new NotFound()
  const subject = await subjectOf(ctx, thing.subjectId, options)
  const found = await lookedAt(ctx, thing, subject.kind)
  if (!found) throw new NotFound()
  const { looked } = found
  const [standing] = await ctx.db.select().from(decision).where(and(ofThing(ctx, thing, decision), inArray(decision.act, ['hidden', 'restored', 'upheld'])))
    .orderBy(desc(decision.at), desc(decision.id)).limit(1)
  return { thing, subject, ...found, standing: standing ?? null, hiddenByDecision: looked.hidden && (standing?.act === 'hidden' || standing?.act === 'upheld') }
}

/** Narrows reports or decisions to those of one thing. */
export const ofThing = (ctx: Ctx, thing: Thing, table: typeof decision | typeof report) => and(
  eq(table.municipalityId, ctx.scope.municipalityId), eq(table.subjectId, thing.subjectId),
  thing.commentId === null ? isNull(table.commentId) : eq(table.commentId, thing.commentId))

/** `?comment=` of an address as a thing's second part. */
export const thingOf = (subjectId: string | null | undefined, commentId: string | null | undefined): Thing => ({ subjectId: subjectId ?? '', commentId: commentId || null })
/** The moderators' page of a thing. */
export const thingPath = (thing: Thing) => `/moderation/things/${thing.subjectId}${thing.commentId ? `?comment=${thing.commentId}` : ''}`
