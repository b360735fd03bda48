import type { Ctx } from '#core/context/context.server.ts'
import { isProblems, type Mended, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { person } from '#core/identity/schema.server.ts'
import { and, eq } from 'drizzle-orm'
import { published } from './events.server.ts'
import { asAuthor, type Its, initiativeOf, mustAllow, thisOne } from './open.server.ts'
import { can } from './permissions.ts'
import { populationNow } from './population.server.ts'
import { initiative, signature } from './schema.server.ts'
import { addSignature, afterSigning, signatureOf } from './signing/sign.server.ts'
import { emailKeyOf } from './signing/verified.server.ts'

/**
 * The author opens an accepted initiative to everyone; the author's is its first name, and the thresholds are counted now from
 * the newest population figure and stay. The referendum kind is published by its author, identified just now: `identifyFirst`,
 * `livesElsewhere`, `tooYoung`, `authorPublishes`. Returns also `noPopulation`; throws Forbidden, Conflict('notNow').
 */
export async function publishInitiative(ctx: Ctx, id: string): Promise<Mended | void> {
  const its = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.manage, its.thing)
  mustAllow(its, 'publish')
  return makePublic(ctx, its)
}

/** Makes it public, whoever asks and has been allowed to. */
export async function makePublic(ctx: Ctx, its: Its): Promise<Mended | void> {
  const { row } = its
  const figure = await populationNow(ctx)
  if (row.collective && !figure) return problems({ form: 'noPopulation' })
  const first = await firstName(ctx, its)
  if (isProblems(first)) return first
  await ctx.db.update(initiative).set({
    state: 'published', publishedAt: ctx.now,
    ...(figure ? { basisId: figure.id, basisDay: figure.day, basisSource: figure.source, basisResidents: figure.residents, basisAged15plus: figure.aged15plus, threshold2: figure.two, threshold4: figure.four } : {}),
  }).where(thisOne(ctx, row.id))
  await changeSubject(ctx, row.id, { visibility: 'public', stage: 'idea', createdAt: ctx.now })
  await record(asAuthor(ctx, row), published, { subjectId: row.id, stage: 'idea' })
  await followSubject(ctx, { id: row.authorPersonId }, row.id, 'author')
  await addSignature(ctx, first)
  await afterSigning(ctx, row.id)
}

/** The author's own name under the initiative. */
async function firstName(ctx: Ctx, its: Its): Promise<typeof signature.$inferInsert | Mended> {
  const { row } = its
  const me = ctx.actor
  const [author] = await ctx.db.select({ name: person.name, email: person.email }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, row.authorPersonId)))
  if (row.kind === 'referendum') {
    if (me.kind !== 'person' || me.id !== row.authorPersonId || me.as) return problems({ form: 'authorPublishes' })
    return signatureOf(ctx, its, me, { name: author?.name ?? me.name, membership: 'resident', shown: row.authorShown ? 'yes' : 'no' })
  }
  return {
    ...ctx.scope, id: ctx.newId(), initiativeId: row.id, personId: row.authorPersonId, organisationId: row.authorOrganisationId, language: ctx.language, shown: row.authorShown, membership: row.authorMembership,
    name: (row.authorOrganisationId && me.kind === 'person' && me.as?.id === row.authorOrganisationId ? me.as.name : author?.name) ?? '–', home: row.authorMembership === 'resident' ? ctx.municipality.code : null,
    emailKey: author?.email && !row.authorOrganisationId ? emailKeyOf(ctx, row.id, author.email) : null, askedAt: ctx.now, confirmedAt: ctx.now,
  }
}
