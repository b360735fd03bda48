import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { organisation, person, representative } from '#core/identity/schema.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { can } from './permissions.ts'
import { peopleWords } from './texts/index.ts'
import { makeToken, readToken } from './token.server.ts'

const purpose = 'people representation'
const days = 7
type Says = { organisation: string; by: string; email: string; handsOver: boolean }

/**
 * Mails someone an invitation to act as the organisation; with `handOver` I step down when they accept.
 * Problems by the invitation's form: already, tooOften.
 */
export async function inviteRepresentative(ctx: Ctx, input: { organisationId: string; email: string; handOver: boolean }, from: string): Promise<{ problems: Record<string, string> } | void> {
  const me = allow(ctx, can.invite, { authorOrganisationId: input.organisationId })
  const its = me.represents.find((each) => each.id === input.organisationId)!
  const here = ctx.scope.municipalityId
  const [known] = await ctx.db.select({ id: representative.id }).from(representative).innerJoin(person, and(eq(person.municipalityId, representative.municipalityId), eq(person.id, representative.personId)))
    .where(and(eq(representative.municipalityId, here), eq(representative.organisationId, its.id), isNull(representative.until), eq(person.email, input.email)))
  if (known) return { problems: { email: 'already' } }
  if (!(await signInOf(ctx).mayMail(input.email, from))) return { problems: { email: 'tooOften' } }
  const t = peopleWords(ctx.language).mail.invite
  const address = ctx.address(`/me/organisations/accept/${makeToken<Says>(ctx, purpose, { organisation: its.id, by: me.id, email: input.email, handsOver: input.handOver }, days * 24 * 60)}`)
  await writeMail(ctx, { to: input.email, subject: t.subject(its.name), text: t.text(me.name, its.name, inLanguage(ctx.municipality.name, ctx.language), address) })
}

export type Invitation = { organisationId: string; name: string; by: string; byName: string; email: string; handsOver: boolean; mine: boolean }

/** What an invitation offers. Null when it is old, when its sender no longer represents the organisation, or when I stopped representing it after it was sent. */
export async function showInvitation(ctx: Ctx, token: string, lock = false): Promise<Invitation | null> {
  const me = allow(ctx, can.acceptInvitation)
  const says = readToken<Says>(ctx, purpose, token)
  if (!says) return null
  const here = ctx.scope.municipalityId
  // accepting, leaving and handing over wait for each other
  if (lock) await oneAtATime(ctx, `people representation ${says.organisation}`)
  const rows = await ctx.db.select({ personId: representative.personId, until: representative.until, name: organisation.name, byName: person.name }).from(representative)
    .innerJoin(organisation, and(eq(organisation.municipalityId, representative.municipalityId), eq(organisation.id, representative.organisationId)))
    .innerJoin(person, and(eq(person.municipalityId, representative.municipalityId), eq(person.id, representative.personId)))
    .where(and(eq(representative.municipalityId, here), eq(representative.organisationId, says.organisation), or(isNull(representative.until), and(eq(representative.personId, me.id), gt(representative.until, new Date(says.at))))))
  const sender = rows.find((row) => row.personId === says.by && !row.until)
  if (!sender || rows.some((row) => row.personId === me.id && row.until)) return null
  const email = (await signInOf(ctx).factsOf(me.id))?.email
  return { organisationId: says.organisation, name: sender.name, by: says.by, byName: sender.byName, email: says.email, handsOver: says.handsOver, mine: email === says.email }
}

/** Accepts: I may act as the organisation from now on, and who handed it over no longer may. Twice changes nothing. Throws NotFound for an invitation that is not valid or not mine. */
export async function acceptInvitation(ctx: Ctx, token: string) {
  const me = allow(ctx, can.acceptInvitation)
  const its = await showInvitation(ctx, token, true)
  if (!its?.mine) throw new NotFound()
  await ctx.db.insert(representative).values({ ...ctx.scope, id: ctx.newId(), organisationId: its.organisationId, personId: me.id, handedBy: its.by, since: ctx.now }).onConflictDoNothing()
  if (its.handsOver && its.by !== me.id) await ctx.db.update(representative).set({ until: ctx.now })
    .where(and(eq(representative.municipalityId, ctx.scope.municipalityId), eq(representative.organisationId, its.organisationId), eq(representative.personId, its.by), isNull(representative.until)))
}
