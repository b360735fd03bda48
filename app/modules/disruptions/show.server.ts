import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allowAnyone, may } from '#core/permissions/permissions.ts'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { followOf } from '#core/trail/follow.server.ts'
import { disruptionById } from './current.server.ts'
import { can } from './permissions.ts'
import { disruption } from './schema.server.ts'

/** Everything that its page shows. Throws NotFound. */
export async function showDisruption(ctx: Ctx, id: string) {
  allowAnyone(ctx, can.see)
  const its = isId(id) ? await disruptionById(ctx, id) : null
  if (!its) throw new NotFound()
  const me = ctx.actor.kind === 'person' ? ctx.actor : null
  const mayKeep = may(ctx, can.keep, { ownerUnitId: its.unitId })
  const [trail, links, closed, follows, version] = await Promise.all([
    trailOf(ctx, id), linksOf(ctx, id),
    its.closes.length === 0 ? [] : ctx.db.select({ id: subject.id, title: subject.title }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), inArray(subject.id, its.closes), sql`${subject.visibility} = 'public'`)),
    me ? followOf(ctx, me.id, id) : null,
    mayKeep ? ctx.db.select({ version: disruption.version }).from(disruption).where(and(eq(disruption.municipalityId, ctx.scope.municipalityId), eq(disruption.id, id))) : []])
  return {
    its, trail, links, closed: closed.map((row) => ({ name: inLanguage(row.title, ctx.language), path: subjectPath('place', row.id) })), follows: follows !== null, canFollow: me !== null,
    keep: mayKeep ? { version: version[0]!.version } : null,
  }
}
export type ShownDisruption = Awaited<ReturnType<typeof showDisruption>>
