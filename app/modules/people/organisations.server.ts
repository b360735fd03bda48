import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { organisation, person, representative } from '#core/identity/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { eventWords } from '#core/trail/event.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { event, subject } from '#core/trail/schema.server.ts'
import { businessIdOf } from './business-id.ts'
import { can } from './permissions.ts'

export const newOrganisation = z.object({
  kind: z.enum(['association', 'company'], 'required'), name: z.string().trim().min(1, 'required').min(3, 'tooShort').max(120, 'tooLong'), businessId: z.string().trim().max(20).default(''),
})

/** The organisations I may act as, each with its representatives past and present and the log of who did what in its name. Three queries. */
export async function showOrganisations(ctx: Ctx) {
  const me = allow(ctx, can.seeMine)
  const ids = me.represents.map((its) => its.id)
  if (ids.length === 0) return []
  const here = ctx.scope.municipalityId
  const [its, people, done] = await Promise.all([
    ctx.db.select().from(organisation).where(and(eq(organisation.municipalityId, here), inArray(organisation.id, ids))).orderBy(organisation.name),
    ctx.db.select({ id: representative.id, organisationId: representative.organisationId, personId: representative.personId, since: representative.since, until: representative.until, handedBy: representative.handedBy, name: person.name }).from(representative)
      .innerJoin(person, and(eq(person.municipalityId, representative.municipalityId), eq(person.id, representative.personId)))
      .where(and(eq(representative.municipalityId, here), inArray(representative.organisationId, ids))).orderBy(desc(representative.since)),
    Promise.all(ids.map((id) => logOf(ctx, id))),
  ])
  const nameOf = new Map(people.map((each) => [each.personId, each.name]))
  return its.map((each) => ({
    id: each.id, kind: each.kind, name: each.name, businessId: each.businessId, acting: me.as?.id === each.id,
    people: people.filter((row) => row.organisationId === each.id).map((row) => ({ id: row.id, name: row.name, since: row.since, until: row.until, mine: row.personId === me.id, handedBy: row.handedBy ? nameOf.get(row.handedBy) ?? null : null })),
    log: done[ids.indexOf(each.id)]!,
  }))
}
export type ShownOrganisation = Awaited<ReturnType<typeof showOrganisations>>[number]

/** The newest things done in an organisation's name: by whom, when, to what. Only its representatives may see it. */
async function logOf(ctx: Ctx, organisationId: string, limit = 30) {
  allow(ctx, can.seeOrganisation, { authorOrganisationId: organisationId })
  const rows = await ctx.db.select({ id: event.id, kind: event.kind, at: event.at, data: event.data, who: person.name, subjectId: subject.id, subjectKind: subject.kind, title: subject.title }).from(event)
    .innerJoin(subject, and(eq(subject.municipalityId, event.municipalityId), eq(subject.id, event.subjectId)))
    .leftJoin(person, and(eq(person.municipalityId, event.municipalityId), eq(person.id, event.actorPersonId)))
    .where(and(eq(event.municipalityId, ctx.scope.municipalityId), eq(event.actorOrganisationId, organisationId))).orderBy(desc(event.at)).limit(limit)
  return rows.map((row) => ({ id: row.id, at: row.at, who: row.who, what: eventWords(row.kind, ctx.language, row.data), title: inLanguage(row.title, ctx.language), path: subjectPath(row.subjectKind, row.subjectId) }))
}

/** Creates an association or a company, which I represent from now on. Problems: businessId required, notBusinessId, taken. */
export async function createOrganisation(ctx: Ctx, input: z.infer<typeof newOrganisation>): Promise<{ id: string } | { problems: Record<string, string> }> {
  const me = allow(ctx, can.createOrganisation)
  const businessId = input.businessId ? businessIdOf(input.businessId) : null
  if (input.businessId && !businessId) return { problems: { businessId: 'notBusinessId' } }
  if (input.kind === 'company' && !businessId) return { problems: { businessId: 'required' } }
  const id = ctx.newId()
  const made = await ctx.db.insert(organisation).values({ ...ctx.scope, id, kind: input.kind, name: input.name.replace(/\s+/g, ' '), businessId, createdAt: ctx.now }).onConflictDoNothing().returning({ id: organisation.id })
  if (made.length === 0) return { problems: { businessId: 'taken' } }
  await ctx.db.insert(representative).values({ ...ctx.scope, id: ctx.newId(), organisationId: id, personId: me.id, since: ctx.now })
  return { id }
}

/** Ends my own right to act as an organisation. Problem `lastOne` when nobody else is left to. Ended twice changes nothing. */
export async function stopRepresenting(ctx: Ctx, organisationId: string): Promise<{ problems: Record<string, string> } | void> {
  const me = allow(ctx, can.seeMine)
  const its = and(eq(representative.municipalityId, ctx.scope.municipalityId), eq(representative.organisationId, organisationId), isNull(representative.until))
  await oneAtATime(ctx, `people representation ${organisationId}`)
  const now = await ctx.db.select({ personId: representative.personId }).from(representative).where(its)
  if (!now.some((each) => each.personId === me.id)) return
  if (now.length === 1) return { problems: { [`leave-${organisationId}`]: 'lastOne' } }
  await ctx.db.update(representative).set({ until: ctx.now }).where(and(its, eq(representative.personId, me.id)))
}
