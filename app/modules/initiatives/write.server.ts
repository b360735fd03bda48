import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, problems } from '#core/errors/errors.ts'
import type { Person } from '#core/identity/actor.ts'
import { allow } from '#core/permissions/permissions.ts'
import { hideableOf } from '#core/trail/hideable.ts'
import { link, subject as subjects } from '#core/trail/schema.server.ts'
import { suggestTopic } from '#core/trail/suggest-topic.server.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { initiativeOf, mustAllow, thisOne } from './open.server.ts'
import { can } from './permissions.ts'
import { registryOf } from './population.server.ts'
import { memberOf, memberships } from './rules/membership.ts'
import { initiative, told } from './schema.server.ts'
import { verifiedOf } from './signing/verified.server.ts'

const line = (text: string) => text.replace(/\s+/g, ' ').trim()
const paragraphs = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const noNull = (text: string) => !text.includes('\0')
/** What an initiative says: the matter it is about, and why (the form asks no more: 23 § sets no form). */
export const wording = z.object({
  title: z.string().transform(line).pipe(z.string().min(1, 'required').min(5, 'tooShort').max(150, 'tooLong').refine(noNull, 'invalid')),
  text: z.string().transform(paragraphs).pipe(z.string().min(1, 'required').min(20, 'tooShort').max(10_000, 'tooLong').refine(noNull, 'invalid')),
})
export const contactForm = z.object({ contact: z.string().transform(paragraphs).pipe(z.string().max(500, 'tooLong').refine(noNull, 'invalid')).default('') })
/** `alone` and `together` are ordinary initiatives; `referendum` is one for an advisory referendum, always together. */
export const ways = ['together', 'alone', 'referendum'] as const
export const writing = wording.extend({
  ...contactForm.shape, way: z.enum(ways, 'required').default('together'), membership: z.enum(memberships, 'required').default('resident'), shown: z.enum(['yes', 'no'], 'required').default('yes'),
  /** made by the form, so that sending twice is one initiative */ sendKey: z.string().max(60).optional(),
  /** the idea or matter that it is about */ about: z.string().optional(),
})
export type Writing = z.input<typeof writing>
type Wanted = z.output<typeof writing>

/**
 * Begins an initiative: a draft that only its author sees. Returns `notMember` when the population register says that the
 * author lives elsewhere and no other ground was given; throws SignInNeeded.
 */
export async function startInitiative(ctx: Ctx, input: Writing): Promise<{ id: string } | Mended> {
  const me = allow(ctx, can.start)
  const its = writing.parse(input)
  const kept = await columnsOf(ctx, me, its)
  if ('problems' in kept) return kept
  const id = idOf(ctx, its, me)
  await oneAtATime(ctx, `initiative ${id}`)
  if ((await ctx.db.select({ id: initiative.id }).from(initiative).where(thisOne(ctx, id))).length) return { id }
  const topic = await suggestTopic(ctx, `${its.title} ${its.text}`)
  await keepSubject(ctx, {
    id, kind: 'initiative', language: ctx.language, title: { [ctx.language]: its.title }, text: its.text, stage: 'waiting', visibility: 'waiting',
    authorPersonId: kept.authorShown ? me.id : null, authorOrganisationId: kept.authorShown ? me.as?.id ?? null : null, topicId: topic?.id ?? null, ownerUnitId: (await registryOf(ctx)).unitId,
  })
  await ctx.db.insert(initiative).values({ ...ctx.scope, id, ...kept, authorPersonId: me.id, authorOrganisationId: me.as?.id ?? null, createdAt: ctx.now })
  const about = await aboutOf(ctx, its.about)
  if (about) await linkSubjects(ctx, id, about.mine ? 'grewOutOf' : 'concerns', about.id)
  return { id }
}

/** Changes my draft. Throws NotFound, Forbidden, Conflict('notNow'). */
export async function editInitiative(ctx: Ctx, id: string, input: Writing): Promise<Mended | void> {
  const its = await initiativeOf(ctx, id, { lock: true })
  const me = allow(ctx, can.edit, its.thing)
  mustAllow(its, 'edit')
  const wanted = writing.parse(input)
  const kept = await columnsOf(ctx, me, wanted)
  if ('problems' in kept) return kept
  await ctx.db.update(initiative).set(kept).where(thisOne(ctx, id))
  const { subject, row } = its
  const topic = await suggestTopic(ctx, `${wanted.title} ${wanted.text}`)
  await keepSubject(ctx, {
    id, kind: 'initiative', language: subject.language, title: { [subject.language]: wanted.title }, text: wanted.text, stage: 'waiting', visibility: 'waiting', ownerUnitId: subject.ownerUnitId,
    authorPersonId: kept.authorShown ? row.authorPersonId : null, authorOrganisationId: kept.authorShown ? row.authorOrganisationId : null, topicId: topic?.id ?? null,
  })
}

/** Throws my draft away; nobody else has seen it. */
export async function removeDraft(ctx: Ctx, id: string) {
  const its = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.edit, its.thing)
  mustAllow(its, 'edit')
  await ctx.db.delete(told).where(and(eq(told.municipalityId, ctx.scope.municipalityId), eq(told.initiativeId, id)))
  await ctx.db.delete(initiative).where(thisOne(ctx, id))
  await ctx.db.delete(link).where(and(eq(link.municipalityId, ctx.scope.municipalityId), eq(link.fromId, id)))
  await ctx.db.update(subjects).set({ visibility: 'withdrawn', stage: 'ended', title: { [its.subject.language]: '–' }, summary: '', authorPersonId: null, authorOrganisationId: null, search: '' as never }).where(and(eq(subjects.municipalityId, ctx.scope.municipalityId), eq(subjects.id, id)))
}

/** How the registry reaches me, until it is sent. */
export async function changeContact(ctx: Ctx, id: string, input: z.input<typeof contactForm>) {
  const its = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.manage, its.thing)
  mustAllow(its, 'contact')
  await ctx.db.update(initiative).set(contactForm.parse(input)).where(thisOne(ctx, id))
}

async function columnsOf(ctx: Ctx, me: Person, its: Wanted) {
  const kind = its.way === 'referendum' ? 'referendum' as const : 'ordinary' as const
  if (kind === 'referendum' && me.as) return problems({ way: 'ownName' })
  if (kind === 'referendum' && !ctx.municipality.code) return problems({ way: 'noCode' })
  // the referendum kind asks for identification when it is published, not before
  const member = kind === 'referendum' ? { membership: 'resident' as const } : memberOf(kind, { membership: its.membership, verified: await verifiedOf(ctx, me), organisation: !!me.as }, ctx.municipality.code, ctx.now)
  if ('refused' in member) return problems({ membership: member.refused })
  return { kind, collective: its.way !== 'alone', text: its.text, contact: its.contact, authorShown: its.shown === 'yes', authorMembership: member.membership }
}

/** The same form sent twice with the same words has the same id. */
function idOf(ctx: Ctx, its: Wanted, me: Person): string {
  if (!its.sendKey || !isId(its.sendKey)) return ctx.newId()
  const digest = createHash('sha256').update(JSON.stringify([ctx.scope.municipalityId, its.sendKey, me.id, its.title, its.text])).digest('hex')
  return `${its.sendKey.slice(0, 14)}7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`
}

/** What the address says it is about: an idea of mine grows into an initiative, anything else public is concerned by it. */
async function aboutOf(ctx: Ctx, id: string | null | undefined) {
  if (!isId(id) || ctx.actor.kind !== 'person') return null
  const its = await subjectOf(ctx, id).catch(() => null)
  if (!its || its.visibility !== 'public') return null
  return { id, kind: its.kind, mine: its.kind === 'idea' && (its.authorOrganisationId ? ctx.actor.as?.id === its.authorOrganisationId : its.authorPersonId === ctx.actor.id) }
}

/** What a new initiative's form starts with: my idea's words, when it grows out of one. */
export async function showNew(ctx: Ctx, query: URLSearchParams) {
  const about = await aboutOf(ctx, query.get('about'))
  const words = about?.mine ? await hideableOf(about.kind)?.look(ctx, { subjectId: about.id, commentId: null }) : null
  return { sendKey: ctx.newId(), about: about?.id ?? '', title: words?.title ?? (query.get('title') ?? '').slice(0, 150), text: words?.text ?? '', referendum: ctx.municipality.code !== null }
}
