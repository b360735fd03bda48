import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { picturesOf } from '#core/files/pictures.server.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { subject, topic } from '#core/trail/schema.server.ts'
import { subjectColumns } from '#core/trail/subject.server.ts'
import { linksOf, shortName, trailOf } from '#core/trail/trail.server.ts'
import { readDiscussion } from '#modules/discussion/server'
import { whyHidden } from '#modules/moderation/server'
import { videosOf } from '#modules/video/server'
import { answersOf } from './answering/answers.server.ts'
import { experimentsOf } from './answering/experiment.server.ts'
import { can } from './permissions.ts'
import { idea, mergeQuestion, support } from './schema.server.ts'

const p = sql.placeholder
const nobody = '00000000-0000-0000-0000-000000000000'

/** Everything of one idea that stands in a single row, and what the asker has to do with it. */
const shown = once((db) => db.select({
  ...subjectColumns, ideaKind: idea.kind, text: idea.text, editedAt: idea.editedAt,
  person: person.name, organisation: organisation.name, unit: unit.name, topic: topic.name,
  supported: sql<boolean>`exists (select 1 from ${support} s where s.municipality_id = ${p('m')} and s.idea_id = ${subject.id} and s.person_id = ${p('me')}::uuid)`,
  follows: sql<boolean>`exists (select 1 from trail.follow f where f.municipality_id = ${p('m')} and f.subject_id = ${subject.id} and f.person_id = ${p('me')}::uuid)`,
  linked: sql<boolean>`exists (select 1 from trail.link l where l.municipality_id = ${p('m')} and (l.from_id = ${subject.id} or l.to_id = ${subject.id}))`,
  pictured: sql<boolean>`exists (select 1 from files.picture f where f.municipality_id = ${p('m')} and f.subject_id = ${subject.id})`,
  asked: sql<boolean>`exists (select 1 from ${mergeQuestion} q where q.municipality_id = ${p('m')} and q.from_id = ${subject.id} and q.person_id = ${p('me')}::uuid and q.answered_at is null)`,
}).from(subject)
  .innerJoin(idea, and(eq(idea.municipalityId, subject.municipalityId), eq(idea.id, subject.id)))
  .leftJoin(person, and(eq(person.municipalityId, subject.municipalityId), eq(person.id, subject.authorPersonId)))
  .leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
  .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
  .leftJoin(topic, and(eq(topic.municipalityId, subject.municipalityId), eq(topic.id, subject.topicId)))
  .where(and(eq(subject.municipalityId, p('m')), eq(subject.id, p('id')))).prepare('ideas_shown'))

/** An idea's row and names, whatever its visibility. Throws NotFound. */
async function rowOf(ctx: Ctx, ideaId: string) {
  if (!isId(ideaId)) throw new NotFound()
  const [row] = await shown(ctx.db).execute({ m: ctx.scope.municipalityId, id: ideaId, me: ctx.actor.kind === 'person' ? ctx.actor.id : nobody })
  if (!row) throw new NotFound()
  return row
}

export type HiddenIdea = { gone: true; id: string; at: Date; explanation: string }
export type ShownIdea = Exclude<Awaited<ReturnType<typeof showIdea>>, HiddenIdea>

/**
 * The page of an idea. One that a moderator has hidden is, for others than its author and moderators, only its place and the
 * public reason; one that waits or is held by a rule is not there. A withdrawn one is shown as withdrawn.
 * At most ten queries. Throws NotFound.
 */
export async function showIdea(ctx: Ctx, ideaId: string, query = new URLSearchParams()) {
  const row = await rowOf(ctx, ideaId)
  const { visibility } = row
  const hidden = visibility === 'hidden' ? (await whyHidden(ctx, ideaId)).get(ideaId) : undefined
  if (visibility === 'waiting') throw new NotFound()
  if (visibility === 'hidden' && !may(ctx, can.seeHidden, row)) {
    if (!hidden) throw new NotFound()
    return { gone: true, id: ideaId, at: hidden.at, explanation: hidden.explanation } satisfies HiddenIdea
  }
  const trail = await trailOf(ctx, ideaId)
  const links = row.linked ? await linksOf(ctx, ideaId) : []
  const pictures = row.pictured ? await picturesOf(ctx, ideaId) : []
  const answers = row.answeredAt ? await answersOf(ctx, ideaId) : []
  const experiments = ['idea', 'developing'].includes(row.stage) && !row.answeredAt ? [] : await experimentsOf(ctx, ideaId)
  const videos = await videosOf(ctx, row)
  const talk = await readDiscussion(ctx, row, query)
  const open = visibility === 'public'
  const acts = open || visibility === 'hidden'
  return {
    gone: false as const, id: ideaId, kind: row.ideaKind, stage: row.stage, visibility, language: row.language,
    title: inLanguage(row.title, ctx.language), text: row.text, summary: row.summary, createdAt: row.createdAt, editedAt: row.editedAt,
    author: row.organisation ?? (row.person ? shortName(row.person) : ''), byOrganisation: row.organisation !== null,
    topic: row.topic && row.topicId ? { id: row.topicId, name: inLanguage(row.topic, ctx.language) } : null, place: row.placeName, area: row.area,
    supports: row.supports, comments: row.comments, trail, links, pictures, videos, answers, experiments, talk,
    owed: { owner: row.unit ? inLanguage(row.unit, ctx.language) : null, dueAt: open ? row.dueAt : null, late: open && isLate(row, ctx.now), answered: row.answeredAt !== null },
    url: ctx.address(`/ideas/${ideaId}`), hiddenWhy: hidden ? { explanation: hidden.explanation, decisionId: hidden.decisionId } : null,
    mine: { supported: row.supported, follows: row.follows, asked: row.asked, authored: may(ctx, can.edit, row) },
    may: {
      support: open && isOpen(row.stage) && (ctx.actor.kind === 'guest' || may(ctx, can.support, row)),
      edit: acts && may(ctx, can.edit, row) && isOpen(row.stage),
      answer: open && may(ctx, can.answer, row), move: open && may(ctx, can.move, row), prepare: open && isOpen(row.stage) && may(ctx, can.move, row), route: open && may(ctx, can.route, row), merge: open && isOpen(row.stage) && may(ctx, can.merge, row),
    },
  }
}
