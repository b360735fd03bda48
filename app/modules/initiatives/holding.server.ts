import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Ctx } from '#core/context/context.server.ts'
import { holding } from '#core/identity/holdings.ts'
import { inLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { coAuthor, initiative, signature } from './schema.server.ts'

/**
 * What initiatives keep of a person. Leaving takes a name away while the initiative collects; after sending the name is with
 * the registry, and here a nameless count is left. An author's initiative stays without a name.
 */
holding('initiatives', {
  async read(ctx, me) {
    const here = ctx.scope.municipalityId
    const named = <T extends { title: typeof subject.$inferSelect.title }>(rows: T[]) => rows.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language) }))
    const [mine, signatures, beside] = await Promise.all([
      ctx.db.select({ title: subject.title, text: initiative.text, kind: initiative.kind, state: initiative.state, contact: initiative.contact, shown: initiative.authorShown, createdAt: initiative.createdAt, sentAt: initiative.sentAt }).from(initiative)
        .innerJoin(subject, and(eq(subject.municipalityId, initiative.municipalityId), eq(subject.id, initiative.id))).where(and(eq(initiative.municipalityId, here), eq(initiative.authorPersonId, me))).orderBy(desc(initiative.createdAt)),
      ctx.db.select({ title: subject.title, name: signature.name, shown: signature.shown, membership: signature.membership, homeMunicipality: signature.home, identified: signature.identified, at: signature.confirmedAt }).from(signature)
        .innerJoin(subject, and(eq(subject.municipalityId, signature.municipalityId), eq(subject.id, signature.initiativeId))).where(and(eq(signature.municipalityId, here), or(eq(signature.personId, me), and(isNull(signature.personId), ownAddress(ctx, me, signature.email))))).orderBy(desc(signature.confirmedAt)),
      ctx.db.select({ title: subject.title, name: coAuthor.name, email: coAuthor.email, shown: coAuthor.shown, at: coAuthor.acceptedAt }).from(coAuthor)
        .innerJoin(subject, and(eq(subject.municipalityId, coAuthor.municipalityId), eq(subject.id, coAuthor.initiativeId))).where(and(eq(coAuthor.municipalityId, here), asCoAuthor(ctx, me))),
    ])
    return { initiatives: named(mine), signatures: named(signatures), coAuthor: named(beside) }
  },
  async erase(ctx, me) {
    const here = ctx.scope.municipalityId
    const sent = sql`exists (select from ${initiative} where ${initiative.municipalityId} = ${signature.municipalityId} and ${initiative.id} = ${signature.initiativeId} and ${initiative.sentAt} is not null)`
    const mine = or(eq(signature.personId, me), and(isNull(signature.personId), ownAddress(ctx, me, signature.email)))
    await ctx.db.update(signature).set({ personId: null, organisationId: null, email: null, emailKey: null, humanKey: null, name: '', shown: false, home: null }).where(and(eq(signature.municipalityId, here), mine, sent))
    await ctx.db.delete(signature).where(and(eq(signature.municipalityId, here), mine))
    await ctx.db.delete(coAuthor).where(and(eq(coAuthor.municipalityId, here), asCoAuthor(ctx, me)))
    await ctx.db.update(initiative).set({ contact: '' }).where(and(eq(initiative.municipalityId, here), eq(initiative.authorPersonId, me)))
  },
})

/** Is it the person's own address? Their account's is proven, so what was signed or asked with it without an account is theirs too. */
const ownAddress = (ctx: Ctx, me: string, email: AnyPgColumn) => sql`${email} = (select lower(p.email) from identity.person p where p.municipality_id = ${ctx.scope.municipalityId} and p.id = ${me})`
const asCoAuthor = (ctx: Ctx, me: string) => or(eq(coAuthor.personId, me), and(isNull(coAuthor.personId), ownAddress(ctx, me, coAuthor.email)))
