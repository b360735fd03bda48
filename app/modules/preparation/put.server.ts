import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { Conflict, type Mended, NotFound, type Problems } from '#core/errors/errors.ts'
import { type Located, locate } from '#core/geo/locate.server.ts'
import type { Person } from '#core/identity/actor.ts'
import { allow } from '#core/permissions/permissions.ts'
import { wallClock } from '#core/time/local.ts'
import { keepAudience, type Target } from '#core/trail/audience.server.ts'
import { areasOf, topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { type Beginning, beginning } from './input.ts'
import { keepSearch } from './keep-search.server.ts'
import { managedMatter, type Matter, thisMatter } from './matter.server.ts'
import { can } from './permissions.ts'
import { datesFrom } from './phase-dates.ts'
import { choice, matter, phase } from './schema.server.ts'
import { templateOf } from './templates.server.ts'

type Begun = z.output<typeof beginning>

/**
 * Writes a draft that only its unit sees: begun with two texts, or an earlier draft written on (`matterId`, or the same
 * `sendKey` sent again). Topic, area and the topic's network say whom it will reach; its phases come from a template.
 * Throws SignInNeeded, Forbidden, NotFound, Conflict('matterPublished').
 */
export async function putMatter(ctx: Ctx, input: Beginning): Promise<Mended | { id: string }> {
  const me = allow(ctx, can.begin)
  const its = beginning.parse(input)
  const key = its.sendKey ? createHash('sha256').update(`${ctx.scope.municipalityId}\n${me.id}\n${its.sendKey}`).digest('base64url') : null
  if (key) await oneAtATime(ctx, `preparation send ${key}`)
  const sent = its.matterId ? { id: its.matterId } : key ? (await ctx.db.select({ id: matter.id }).from(matter).where(and(eq(matter.municipalityId, ctx.scope.municipalityId), eq(matter.sendKey, key))))[0] : undefined
  const earlier = sent ? (await managedMatter(ctx, sent.id)).matter : null
  if (earlier && earlier.its.state === 'published') {
    if (its.matterId || earlier.its.thought !== its.thought) throw new Conflict('matterPublished')
    return { id: earlier.id }
  }
  const found: Problems = {}
  const topic = its.topicId ? (await topicsOf(ctx)).find((each) => each.id === its.topicId) : undefined
  if (its.topicId && !topic) found.topicId = 'chooseTopic'
  if (its.professionals && !topic) found.topicId = 'topicForNetwork'
  if (its.area && !(await areasOf(ctx)).some((each) => each.key === its.area)) found.area = 'chooseArea'
  const unitId = await unitFor(ctx, me, its.unitId ?? earlier?.subject.ownerUnitId ?? undefined, topic?.unitId)
  if (!unitId) found.unitId = 'chooseUnit'
  const place = await placed(ctx, its)
  if (place === 'farAway') return { problems: { ...found, place } }
  if (Object.keys(found).length) return { problems: found }
  const id = earlier?.id ?? ctx.newId()
  await keepDraft(ctx, me, id, its, { earlier, unitId: unitId!, key, place, topicId: topic?.id ?? null })
  return { id }
}

async function keepDraft(ctx: Ctx, me: Person, id: string, its: Begun, more: { earlier: Matter | null; unitId: string; key: string | null; place: Located; topicId: string | null }) {
  const { earlier, place } = more
  const language = earlier?.subject.language ?? ctx.language
  await keepSubject(ctx, {
    id, kind: 'matter', language, title: { ...earlier?.subject.title, [language]: its.title }, text: its.thought, stage: 'waiting', visibility: 'waiting', ...place,
    area: its.area || place.area, authorPersonId: earlier?.subject.authorPersonId ?? me.id, authorOrganisationId: null, topicId: more.topicId, ownerUnitId: more.unitId,
  })
  const { thought, law, money, time, notOpen, ask, contact } = its
  if (earlier) await ctx.db.update(matter).set({ thought, law, money, time, notOpen, ask, contact }).where(thisMatter(ctx, id))
  else await ctx.db.insert(matter).values({ ...ctx.scope, id, state: 'draft', thought, law, money, time, notOpen, ask, contact, contactPersonId: me.id, createdAt: ctx.now, createdBy: me.id, sendKey: more.key })
  await ctx.db.delete(choice).where(and(eq(choice.municipalityId, ctx.scope.municipalityId), eq(choice.matterId, id)))
  if (its.choices.length) await ctx.db.insert(choice).values(its.choices.map((text, position) => ({ ...ctx.scope, id: ctx.newId(), matterId: id, position, text })))
  if (!earlier || its.templateId) await beginPhases(ctx, id, its.templateId)
  await keepAudience(ctx, id, its.professionals && more.topicId ? [{ kind: 'professionals', topicId: more.topicId } satisfies Target] : [])
  if (its.ideaId) {
    const idea = await subjectOf(ctx, its.ideaId, { kind: 'idea' })
    if (idea.visibility !== 'public') throw new NotFound()
    await linkSubjects(ctx, id, 'grewOutOf', idea.id)
  }
  await keepSearch(ctx, id)
}

/** Where it is, as columns of its subject: a point without its half is no point, and one far away is a mistake. */
export const placed = (ctx: Ctx, its: { place: string; longitude?: number | undefined; latitude?: number | undefined }): Promise<Located | 'farAway'> =>
  locate(ctx, { name: its.place || undefined, ...(its.longitude !== undefined && its.latitude !== undefined ? { longitude: its.longitude, latitude: its.latitude } : {}) })

/** The phases of a template, one after another from today; publishing moves them when it is later. */
async function beginPhases(ctx: Ctx, matterId: string, templateId: string) {
  const { phases } = await templateOf(ctx, templateId)
  const dates = datesFrom(wallClock(ctx.now).day, phases.map((each) => each.days))
  await ctx.db.delete(phase).where(and(eq(phase.municipalityId, ctx.scope.municipalityId), eq(phase.matterId, matterId)))
  await ctx.db.insert(phase).values(phases.map((each, position) => ({
    ...ctx.scope, id: ctx.newId(), matterId, position, name: each.name, does: each.does, stage: each.stage, hearing: each.hearing ? 'yes' as const : 'no' as const, ...dates[position]!, state: 'ahead' as const,
  })))
}

/**
 * Whose matter it is: the unit that was chosen, when the asker works there; else the topic's unit, or their first. An
 * admin may give it to any unit. Null: nobody would answer for it.
 */
async function unitFor(ctx: Ctx, me: Person, chosen: string | undefined, ofTopic: string | undefined): Promise<string | null> {
  const mine = me.units.map((each) => each.id)
  if (chosen && mine.includes(chosen)) return chosen
  if (me.admin || me.installationAdmin) {
    if (chosen && (await unitsOf(ctx)).some((each) => each.id === chosen)) return chosen
    if (!chosen && ofTopic) return ofTopic
  }
  if (chosen) return null
  return ofTopic && mine.includes(ofTopic) ? ofTopic : mine[0] ?? null
}
