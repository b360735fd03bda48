import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { holding } from '#core/identity/holdings.ts'
import { official, organisation, person, representative, role } from '#core/identity/schema.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { mail, notice } from '#core/notices/schema.server.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import { seenTitle } from '#core/trail/subject.server.ts'

/** What core keeps of a person in one municipality: follows, notices, mail, offices. */
holding('people', {
  async read(ctx, me) {
    const here = ctx.scope.municipalityId
    const email = await emailOf(ctx, me)
    const [follows, notices, mails, organisations, [sessions, passkeys]] = await Promise.all([
      ctx.db.select({ title: subject.title, visibility: subject.visibility, authorPersonId: subject.authorPersonId, rhythm: follow.rhythm, why: follow.why, at: follow.createdAt }).from(follow).innerJoin(subject, and(eq(subject.municipalityId, follow.municipalityId), eq(subject.id, follow.subjectId)))
        .where(and(eq(follow.municipalityId, here), email ? or(eq(follow.personId, me), eq(follow.email, email)) : eq(follow.personId, me))).orderBy(desc(follow.createdAt)),
      ctx.db.select({ kind: notice.kind, subjectId: notice.subjectId, at: notice.at, readAt: notice.readAt }).from(notice).where(and(eq(notice.municipalityId, here), eq(notice.personId, me))).orderBy(desc(notice.at)),
      email ? ctx.db.select({ subject: mail.subject, at: mail.createdAt, sentAt: mail.sentAt }).from(mail).where(and(eq(mail.municipalityId, here), eq(mail.to, email))).orderBy(desc(mail.createdAt)) : [],
      ctx.db.select({ name: organisation.name, businessId: organisation.businessId, since: representative.since, until: representative.until }).from(representative).innerJoin(organisation, and(eq(organisation.municipalityId, representative.municipalityId), eq(organisation.id, representative.organisationId)))
        .where(and(eq(representative.municipalityId, here), eq(representative.personId, me))),
      Promise.all([signInOf(ctx).sessionsOf(me), signInOf(ctx).passkeysOf(me)]),
    ])
    return { follows: follows.map(({ visibility, authorPersonId, ...row }) => ({ ...row, title: seenTitle(ctx, { ...row, visibility, authorPersonId }) })), notices, mails, organisations, sessions: sessions.map(({ userAgent, createdAt, usedAt }) => ({ userAgent, createdAt, usedAt })), passkeys: passkeys.map(({ name, createdAt }) => ({ name, createdAt })) }
  },
  async erase(ctx, me) {
    const here = ctx.scope.municipalityId
    const email = await emailOf(ctx, me)
    await ctx.db.delete(notice).where(and(eq(notice.municipalityId, here), or(eq(notice.personId, me), email ? sql`${notice.followId} in (select id from ${follow} where ${follow.municipalityId} = ${here} and ${follow.email} = ${email})` : undefined)))
    await ctx.db.delete(follow).where(and(eq(follow.municipalityId, here), email ? or(eq(follow.personId, me), eq(follow.email, email)) : eq(follow.personId, me)))
    if (email) await ctx.db.delete(mail).where(and(eq(mail.municipalityId, here), eq(mail.to, email)))
    await ctx.db.update(representative).set({ until: ctx.now }).where(and(eq(representative.municipalityId, here), eq(representative.personId, me), isNull(representative.until)))
    await ctx.db.delete(official).where(and(eq(official.municipalityId, here), eq(official.personId, me)))
    await ctx.db.delete(role).where(and(eq(role.municipalityId, here), eq(role.personId, me)))
    await ctx.db.update(subject).set({ ownerPersonId: null }).where(and(eq(subject.municipalityId, here), eq(subject.ownerPersonId, me)))
  },
})

async function emailOf(ctx: Ctx, me: string): Promise<string | null> {
  const [row] = await ctx.db.select({ email: person.email }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, me)))
  return row?.email ?? null
}
