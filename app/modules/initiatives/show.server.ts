import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { organisation, person } from '#core/identity/schema.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { followOf } from '#core/trail/follow.server.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { linksOf, shortName, trailOf } from '#core/trail/trail.server.ts'
import { readDiscussion } from '#modules/discussion/server'
import { agendaOf } from '#modules/meetings/server'
import { whyHidden } from '#modules/moderation/server'
import { shownCoAuthors } from './authors.server.ts'
import { supportCurve } from './curve.server.ts'
import { filesOf, mySignature } from './deciding/decide.server.ts'
import { elsewhereOf } from './linking/elsewhere.server.ts'
import { type Its, initiativeOf, initiativeOrNone } from './open.server.ts'
import { can } from './permissions.ts'
import { signature } from './schema.server.ts'
import { ofInitiative } from './signing/sign.server.ts'

export type Shown = Extract<Awaited<ReturnType<typeof showInitiative>>, { what: 'initiative' }>
export type ShownElsewhere = Extract<Awaited<ReturnType<typeof showInitiative>>, { what: 'elsewhere' }>
export type Gone = Extract<Awaited<ReturnType<typeof showInitiative>>, { what: 'gone' }>

/** May the asker see it at all? What is not public is its authors', the officers' and moderators'. */
function seen(ctx: Ctx, subject: Subject, thing: Its['thing']) {
  if (subject.visibility !== 'public' && !may(ctx, can.seeWaiting, thing)) throw new NotFound()
}

/** The page of an initiative, or of one that runs on the national service. Throws NotFound for what the asker may not see. */
export async function showInitiative(ctx: Ctx, id: string, query = new URLSearchParams()) {
  const its = await initiativeOrNone(ctx, id)
  const theirs = its ? null : await elsewhereOf(ctx, id)
  if (!its && !theirs) throw new NotFound()
  const subject = its?.subject ?? await subjectOf(ctx, id)
  const hidden = subject.visibility === 'hidden' ? (await whyHidden(ctx, id)).get(id) : undefined
  if (subject.visibility === 'hidden' && hidden && !may(ctx, can.seeWaiting, its?.thing ?? subject)) return { what: 'gone' as const, id, at: hidden.at, explanation: hidden.explanation }
  seen(ctx, subject, its?.thing ?? subject)
  const [trail, linked, agenda, talk, topics, units, follows] = await Promise.all([
    trailOf(ctx, id), linksOf(ctx, id), agendaOf(ctx, id), readDiscussion(ctx, subject, query), topicsOf(ctx), unitsOf(ctx), ctx.actor.kind === 'person' ? followOf(ctx, ctx.actor.id, id) : null,
  ])
  const common = {
    id, title: inLanguage(subject.title, ctx.language), language: subject.language, visibility: subject.visibility, stage: subject.stage, summary: subject.summary, url: ctx.address(`/initiatives/${id}`),
    trail, agenda, links: linked.filter((each) => !agenda.some((on) => on.itemId === each.id)), talk, topic: topics.find((each) => each.id === subject.topicId) ?? null,
    owed: { owner: units.find((each) => each.id === subject.ownerUnitId)?.name ?? null, dueAt: subject.visibility === 'public' ? subject.dueAt : null, late: subject.visibility === 'public' && isLate(subject, ctx.now), answered: false },
    follows: follows !== null, hiddenWhy: hidden ?? null,
  }
  if (theirs) return { what: 'elsewhere' as const, ...common, url: common.url, at: theirs, text: theirs.text, may: { link: may(ctx, can.link, subject) } }
  const { row, thing, acts } = its!
  const open = subject.visibility === 'public'
  const mine = may(ctx, can.manage, thing)
  const collects = row.collective && row.publishedAt !== null
  const [names, author, coAuthors, curve, files, signed] = await Promise.all([
    collects ? shownNames(ctx, id, { limit: 12 }) : { names: [], shown: 0, next: null }, authorName(ctx, its!), shownCoAuthors(ctx, id), collects ? supportCurve(ctx, id) : [], row.decidedAt ? filesOf(ctx, id) : [], open ? mySignature(ctx, id) : null,
  ])
  return {
    what: 'initiative' as const, ...common, row, text: row.text, author, coAuthors,
    names: names.names, shownCount: names.shown, curve, files,
    mine: { authored: mine, signed, isAuthor: ctx.actor.kind === 'person' && ctx.actor.id === row.authorPersonId },
    may: {
      join: open && acts.has('join'), follow: open && acts.has('follow'), check: may(ctx, can.check, thing) && (acts.has('accept') || acts.has('returnForFixing') || acts.has('register')), measure: may(ctx, can.answer, thing) && row.sentAt !== null,
      edit: mine && acts.has('edit'), askReview: mine && acts.has('askReview'), publish: mine && acts.has('publish') && subject.visibility === 'waiting', send: mine && acts.has('send') && subject.visibility !== 'hidden', fix: mine && acts.has('askFixReview'),
      invite: mine && acts.has('invite'), contact: mine && acts.has('contact'), papers: may(ctx, can.readPapers, thing) && row.sentAt !== null,
    },
  }
}

/** The author as others see them: an organisation, a first name with an initial, or null when the name is not shown. */
export async function authorName(ctx: Ctx, { row }: Its): Promise<{ name: string; organisation: boolean } | null> {
  if (!row.authorShown) return null
  const [org] = row.authorOrganisationId ? await ctx.db.select({ name: organisation.name }).from(organisation).where(and(eq(organisation.municipalityId, ctx.scope.municipalityId), eq(organisation.id, row.authorOrganisationId))) : []
  if (org) return { name: org.name, organisation: true }
  const [known] = await ctx.db.select({ name: person.name }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, row.authorPersonId)))
  return known ? { name: shortName(known.name), organisation: false } : null
}

/** Names that their givers let everyone see, newest first. Others are only counted. */
async function shownNames(ctx: Ctx, id: string, { limit, after }: { limit: number; after?: string | null | undefined }) {
  const open = and(ofInitiative(ctx, id), isNotNull(signature.confirmedAt), signature.shown)
  const [at, last] = after?.split('~') ?? []
  const goesOn = at && isId(last) && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)) ? sql`(${signature.confirmedAt}, ${signature.id}) < (${at}::timestamptz, ${last}::uuid)` : undefined
  const [rows, [all]] = await Promise.all([ctx.db.select({ id: signature.id, name: signature.name, at: signature.confirmedAt, membership: signature.membership }).from(signature).where(and(open, goesOn)).orderBy(desc(signature.confirmedAt), desc(signature.id)).limit(limit + 1), ctx.db.select({ of: count() }).from(signature).where(open)])
  const names = rows.slice(0, limit)
  const end = names.at(-1)
  return { names, shown: all!.of, next: rows.length > limit && end ? `${end.at!.toISOString()}~${end.id}` : null }
}

/** Everyone who has signed with a name for all to see, a page at a time. */
export async function showSigners(ctx: Ctx, id: string, query: URLSearchParams) {
  const its = await initiativeOf(ctx, id)
  if (its.subject.visibility !== 'public' || !its.row.collective) throw new NotFound()
  return { id, title: inLanguage(its.subject.title, ctx.language), signers: its.row.signers, ...await shownNames(ctx, id, { limit: 100, after: query.get('after') }) }
}

/** What an author or an officer needs on the pages of managing one. Throws NotFound, SignInNeeded, Forbidden. */
export async function toManage(ctx: Ctx, id: string, act: 'manage' | 'check' = 'manage') {
  const its = await initiativeOf(ctx, id)
  allow(ctx, can[act], its.thing)
  return { id, title: inLanguage(its.subject.title, ctx.language), language: its.subject.language, row: its.row, acts: [...its.acts], subject: its.subject, author: await authorName(ctx, its) }
}
