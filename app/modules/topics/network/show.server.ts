import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { shownNumber } from '#core/text/few.ts'
import { professional } from '#core/trail/schema.server.ts'
import { shortName } from '#core/trail/trail.server.ts'
import { can } from '../permissions.ts'

/** A professional as the topic's page shows them: named as everywhere, and by their own will. */
export type Professional = { id: string; name: string; skill: string; offer: string }

/** A topic's network as anyone sees it: how many there are (never below five), those who let themselves be shown, and my own part in it. */
export async function networkOf(ctx: Ctx, topicId: string) {
  const rows = await ctx.db.select({ its: professional, name: person.name }).from(professional)
    .innerJoin(person, and(eq(person.municipalityId, professional.municipalityId), eq(person.id, professional.personId), isNull(person.leftAt)))
    .where(and(eq(professional.municipalityId, ctx.scope.municipalityId), eq(professional.topicId, topicId))).orderBy(asc(professional.since))
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const mine = rows.find((row) => row.its.personId === me)?.its
  return {
    size: shownNumber(rows.length),
    shown: rows.filter(({ its }) => its.shown && !its.hiddenAt).map(({ its, name }): Professional => ({ id: its.id, name: shortName(name), skill: its.skill, offer: its.offer })),
    mine: mine ? { skill: mine.skill, offer: mine.offer, shown: mine.shown, hidden: mine.hiddenAt !== null } : null,
    may: { join: ctx.actor.kind === 'guest' || may(ctx, can.join), hide: may(ctx, can.hideProfessional), read: may(ctx, can.readNetwork) },
  }
}
export type Network = Awaited<ReturnType<typeof networkOf>>
