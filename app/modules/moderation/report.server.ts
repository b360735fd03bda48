import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound, problems } from '#core/errors/errors.ts'
import { allowAnyone, may } from '#core/permissions/permissions.ts'
import type { Thing } from '#core/trail/hideable.ts'
import { mayWrite } from './may-write.server.ts'
import { can } from './permissions.ts'
import { reasons, report } from './schema.server.ts'
import { tellModerators } from './tell-moderators.server.ts'
import { ofThing, seeThing } from './thing.server.ts'

export const complaint = z.object({
  reason: z.enum(reasons, 'chooseReason'),
  words: z.string().trim().max(1000, 'tooLong').default(''),
})

/** What is about to be reported, as far as its reader may see it. Throws NotFound for what is not public. */
export async function readReported(ctx: Ctx, thing: Thing) {
  allowAnyone(ctx, can.report)
  const { looked, of, subject } = await seeThing(ctx, thing)
  if (looked.hidden || (subject.visibility !== 'public' && subject.visibility !== 'withdrawn')) throw new NotFound()
  return { title: looked.title, text: looked.text, path: looked.path, isComment: of === 'comment', mayModerate: may(ctx, can.moderate) }
}

/**
 * Asks a moderator to look at a thing. Anyone may, signed in or not. The same person again, or the same words from a guest
 * again, changes nothing while the first waits. Returns `{ problems }` when too many were sent. Throws NotFound.
 */
export async function reportThing(ctx: Ctx, thing: Thing, input: z.input<typeof complaint>, guestKey?: string) {
  const actor = allowAnyone(ctx, can.report)
  const { reason, words } = complaint.parse(input)
  await readReported(ctx, thing)
  const its = ofThing(ctx, thing, report)
  const again = await ctx.db.select({ id: report.id }).from(report).where(and(its, isNull(report.settledAt), actor.kind === 'person'
    ? eq(report.byPersonId, actor.id)
    : and(isNull(report.byPersonId), isNull(report.byRule), eq(report.reason, reason), eq(report.words, words)))).limit(1)
  if (again.length > 0) return
  if (!await mayWrite(ctx, guestKey)) return problems({ form: 'tooOften' })
  await tellModerators(ctx, { ...thing, reason })
  await ctx.db.insert(report).values({ ...ctx.scope, id: ctx.newId(), ...thing, reason, words, byPersonId: actor.kind === 'person' ? actor.id : null, at: ctx.now })
    .onConflictDoNothing() // two taps at once: the key report_once lets one through
}
