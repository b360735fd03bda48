import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage, otherLanguage } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { areaName, topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { followOf } from '#core/trail/follow.server.ts'
import { type Linked, linksOf, type TrailNode, trailOf, trailsOf } from '#core/trail/trail.server.ts'
import { readDiscussion } from '#modules/discussion/server'
import { agendaOf } from '#modules/meetings/server'
import { whyHidden } from '#modules/moderation/server'
import { videosOf } from '#modules/video/server'
import { readHearing } from './hearing/read.server.ts'
import { documentOf } from './hearing/sections.server.ts'
import { readJoint } from './joint/read.server.ts'
import { isUnderWay, matterOf } from './matter.server.ts'
import { materialsOf } from './materials.server.ts'
import { helpShown } from './offers.server.ts'
import { can } from './permissions.ts'
import { choicesShown, takesChoices } from './question.server.ts'

export type HiddenMatter = { gone: true; at: Date; explanation: string }
export type ShownMatter = Exclude<Awaited<ReturnType<typeof showMatter>>, HiddenMatter>
/** A node of another thing's trail, told on the matter's: what it is called and where its page is. */
export type OriginNode = TrailNode & { origin?: { title: string; path: string } }

/**
 * The page of a matter. A draft is there for its unit alone; one that a moderator has hidden is, for others than its unit
 * and moderators, only its place and the public reason; a withdrawn one keeps its trail. Throws NotFound.
 */
export async function showMatter(ctx: Ctx, id: string, query = new URLSearchParams()) {
  const found = await matterOf(ctx, id)
  const { subject, its, phases, open } = found
  const { visibility } = subject
  if (visibility === 'waiting' && !may(ctx, can.seeDraft, subject)) throw new NotFound()
  const hidden = visibility === 'hidden' ? (await whyHidden(ctx, id)).get(id) : undefined
  if (visibility === 'hidden' && !may(ctx, can.seeHidden, subject)) {
    if (!hidden) throw new NotFound()
    return { gone: true, at: hidden.at, explanation: hidden.explanation } satisfies HiddenMatter
  }
  const document = await documentOf(ctx, id)
  const [own, linked, materials, help, choices, units, topics, area, follows, talk, joint, agenda, hearing, videos] = await Promise.all([
    trailOf(ctx, id), linksOf(ctx, id), materialsOf(ctx, id), helpShown(ctx, id), choicesShown(ctx, id), unitsOf(ctx), topicsOf(ctx), areaName(ctx, subject.area),
    ctx.actor.kind === 'person' ? followOf(ctx, ctx.actor.id, id) : null, readDiscussion(ctx, subject, query, { parts: document.parts }), visibility === 'public' ? readJoint(ctx, its) : null, agendaOf(ctx, id), readHearing(ctx, found, query, document), videosOf(ctx, subject),
  ])
  const trail = await withOrigins(ctx, own, linked)
  const published = visibility === 'public'
  return {
    gone: false as const, id, visibility, found, state: its.state, publishAt: its.publishAt, publishedAt: its.publishedAt, stage: subject.stage, phases, open,
    title: inLanguage(subject.title, ctx.language), titleLang: otherLanguage(subject.title, ctx.language), language: subject.language, summary: subject.summary,
    thought: its.thought, conditions: { law: its.law, money: its.money, time: its.time, notOpen: its.notOpen }, ask: its.ask, choices, materials,
    case: { number: its.caseNumber, body: its.decidingBody, meetingOn: its.meetingOn }, decision: its.decision ? { text: its.decision, url: its.decisionUrl, at: its.decidedAt } : null,
    contact: found.contact || its.contact ? { name: found.contact, how: its.contact } : null, help,
    topic: topics.find((each) => each.id === subject.topicId) ?? null, area, place: subject.placeName, point: subject.longitude !== null && subject.latitude !== null ? { longitude: subject.longitude, latitude: subject.latitude } : null,
    trail, links: linked.filter((each) => !agenda.some((on) => on.itemId === each.id)), agenda, talk, joint, hearing, videos, url: ctx.address(`/matters/${id}`), comments: subject.comments,
    owed: { owner: units.find((each) => each.id === subject.ownerUnitId)?.name ?? null, dueAt: published ? subject.dueAt : null, late: published && isLate(subject, ctx.now), answered: true },
    hiddenWhy: hidden?.explanation ?? null, underWay: isUnderWay(found),
    mine: { follows: follows !== null },
    may: { manage: visibility !== 'withdrawn' && visibility !== 'hidden' && may(ctx, can.manage, subject), choose: takesChoices(found) && (ctx.actor.kind === 'guest' || may(ctx, can.choose, subject)), offer: isUnderWay(found) },
  }
}

/** What is told of an origin on the matter's trail: how it began, what was answered, how it moved. */
const told = ['ideas.sent', 'ideas.imported', 'ideas.answered', 'ideas.moved', 'ideas.learned']
const originsTold = 5
/** One trail: the matter's own, and before it the main turns of what it grew out of. */
async function withOrigins(ctx: Ctx, own: TrailNode[], linked: Linked[]): Promise<OriginNode[]> {
  const origins = linked.filter((each) => each.kind === 'grewOutOf' && each.direction === 'to').slice(0, originsTold)
  if (origins.length === 0) return own
  const theirs = (await trailsOf(ctx, origins.map((each) => each.id), told)).map(({ subjectId, ...each }) => ({ ...each, origin: origins.find((origin) => origin.id === subjectId)! }))
  return [...own, ...theirs].sort((a, b) => b.at.getTime() - a.at.getTime())
}

