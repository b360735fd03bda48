import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { holding } from '#core/identity/holdings.ts'
import { person } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { can } from './permissions.ts'
import { disruption, listener } from './schema.server.ts'

const ticked = z.literal('on').optional().transform(Boolean)
export const chooseForm = z.object({ push: ticked, mail: ticked, home: ticked })
export type HowToHear = { push: boolean; mail: boolean; home: boolean }

const mine = (ctx: Ctx, personId: string) => and(eq(listener.municipalityId, ctx.scope.municipalityId), eq(listener.personId, personId))

/** How the reader hears of disruptions, and whether a home is known; null for whom it cannot be asked. */
export async function howIHear(ctx: Ctx): Promise<(HowToHear & { hasHome: boolean }) | null> {
  if (ctx.actor.kind !== 'person' || !may(ctx, can.chooseHow)) return null
  const [row] = await ctx.db.select({ home: person.homeLongitude, pushAtOnce: listener.pushAtOnce, mailAtOnce: listener.mailAtOnce, ofHome: listener.home }).from(person)
    .leftJoin(listener, and(eq(listener.municipalityId, person.municipalityId), eq(listener.personId, person.id))).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, ctx.actor.id)))
  return { push: row?.pushAtOnce ?? false, mail: row?.mailAtOnce ?? false, home: row?.ofHome ?? false, hasHome: row?.home != null }
}

/** The reader's own choice: at once by push and by mail, over the usual rhythm; and of what concerns their home. Nothing chosen: nothing is kept. */
export async function chooseHowToHear(ctx: Ctx, { push, mail, home }: HowToHear): Promise<void> {
  const me = allow(ctx, can.chooseHow)
  if (!push && !mail && !home) { await ctx.db.delete(listener).where(mine(ctx, me.id)); return }
  const values = { pushAtOnce: push, mailAtOnce: mail, home, changedAt: ctx.now }
  await ctx.db.insert(listener).values({ ...ctx.scope, personId: me.id, ...values }).onConflictDoUpdate({ target: [listener.municipalityId, listener.personId], set: values })
}

holding('disruptions', {
  async read(ctx, me) {
    const rows = await ctx.db.select({ pushAtOnce: listener.pushAtOnce, mailAtOnce: listener.mailAtOnce, ofHome: listener.home, at: listener.changedAt }).from(listener).where(mine(ctx, me))
    return { hearsOfDisruptions: rows }
  },
  async erase(ctx, me) {
    await ctx.db.delete(listener).where(mine(ctx, me))
    // what was told stays, as its unit's
    await ctx.db.update(disruption).set({ madeBy: null }).where(and(eq(disruption.municipalityId, ctx.scope.municipalityId), eq(disruption.madeBy, me)))
  },
})
