import { and, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { holding } from '#core/identity/holdings.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { comment, guestAddress, outcome } from './schema.server.ts'

/**
 * What discussions keep of a person: their comments and what became of them, the words they gave as an official, and
 * comments they sent as a guest from an address that is theirs. Comments and words stay without a name; addresses go.
 */
holding('discussion', {
  async read(ctx, me) {
    const rows = await ctx.db.select({ title: subject.title, text: comment.text, stance: comment.stance, quote: comment.quote, proposed: comment.proposed, place: comment.placeName, longitude: comment.longitude, latitude: comment.latitude, at: comment.at, removedAt: comment.removedAt, outcome: outcome.outcome, why: outcome.why }).from(comment)
      .innerJoin(subject, and(eq(subject.municipalityId, comment.municipalityId), eq(subject.id, comment.subjectId)))
      .leftJoin(outcome, and(eq(outcome.municipalityId, comment.municipalityId), eq(outcome.id, comment.outcomeId)))
      .where(and(eq(comment.municipalityId, ctx.scope.municipalityId), eq(comment.authorPersonId, me))).orderBy(desc(comment.at))
    const words = await ctx.db.select({ title: subject.title, outcome: outcome.outcome, why: outcome.why, theme: outcome.theme, at: outcome.at }).from(outcome)
      .innerJoin(subject, and(eq(subject.municipalityId, outcome.municipalityId), eq(subject.id, outcome.subjectId)))
      .where(and(eq(outcome.municipalityId, ctx.scope.municipalityId), eq(outcome.byPersonId, me))).orderBy(desc(outcome.at))
    const guest = await ctx.db.select({ title: subject.title, email: guestAddress.email, text: comment.text, at: comment.at, confirmedAt: guestAddress.confirmedAt }).from(guestAddress)
      .innerJoin(comment, and(eq(comment.municipalityId, guestAddress.municipalityId), eq(comment.id, guestAddress.commentId)))
      .innerJoin(subject, and(eq(subject.municipalityId, comment.municipalityId), eq(subject.id, comment.subjectId))).where(addressesOf(ctx, me)).orderBy(desc(comment.at))
    const titled = <T extends { title: Parameters<typeof inLanguage>[0] }>(all: T[]) => all.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language) }))
    return { comments: titled(rows), outcomes: titled(words), guestComments: titled(guest) }
  },
  async erase(ctx, me) { await ctx.db.delete(guestAddress).where(addressesOf(ctx, me)) },
})

/** Addresses left as a guest that are the person's: their account's address is proven. */
const addressesOf = (ctx: Ctx, me: string) => and(eq(guestAddress.municipalityId, ctx.scope.municipalityId),
  sql`${guestAddress.email} = (select lower(p.email) from identity.person p where p.municipality_id = ${ctx.scope.municipalityId} and p.id = ${me})`)
