import { and, desc, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, type Problems } from '#core/errors/errors.ts'
import { officialsOf } from '#core/identity/officials.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { keepAudience, type Target } from '#core/trail/audience.server.ts'
import { areasOf, topicsOf } from '#core/trail/facets.server.ts'
import { record } from '#core/trail/record.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { keepComing } from '#modules/meetings/server'
import { matterEdited } from './events.server.ts'
import { conditions, maybeDay, maybeId, oneLine, ticked, where, words } from './input.ts'
import { keepSearch } from './keep-search.server.ts'
import { managedMatter, type Matter, thisMatter, visibleMatter } from './matter.server.ts'
import { joinAgendas } from './on-agendas.server.ts'
import { placed } from './put.server.ts'
import { byUnit } from './phases.server.ts'
import { matter, version } from './schema.server.ts'

/** Changes a matter's title and thought. Of a published one the earlier wording stays readable and the trail says so. */
export async function editWords(ctx: Ctx, id: string, input: z.input<typeof words>) {
  const { matter: found } = await managedMatter(ctx, id)
  const its = words.parse(input)
  const { language } = found.subject
  const title = inLanguage(found.subject.title, language)
  if (title === its.title && found.its.thought === its.thought) return
  if (found.its.state === 'published') {
    const [newest] = await ctx.db.select({ number: max(version.number) }).from(version).where(versionsOf(ctx, id))
    await ctx.db.insert(version).values({ ...ctx.scope, matterId: id, number: (newest?.number ?? 0) + 1, title, thought: found.its.thought, until: ctx.now })
  }
  await ctx.db.update(matter).set({ thought: its.thought }).where(thisMatter(ctx, id))
  // In the language of writing alone: an earlier title's translations would say something else.
  if (title !== its.title) await ctx.db.update(subject).set({ title: { [language]: its.title } }).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, id)))
  await keepSearch(ctx, id)
  await edited(ctx, found)
}

/** Changes the boundary conditions: law, money, time, and what is not open. */
export async function editConditions(ctx: Ctx, id: string, input: z.input<typeof conditions>) {
  const { matter: found } = await managedMatter(ctx, id)
  await ctx.db.update(matter).set(conditions.parse(input)).where(thisMatter(ctx, id))
  await keepSearch(ctx, id)
  await edited(ctx, found)
}

export const reaching = z.object({
  topicId: maybeId, area: oneLine(100), ...where, professionals: ticked,
  topics: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid('invalid')).max(50)).default([]),
  areas: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.string().max(100)).max(50)).default([]),
})
/** Changes whom a matter concerns: its own topic, area and place, and others besides them. Who hears of what comes next changes with it. */
export async function editReach(ctx: Ctx, id: string, input: z.input<typeof reaching>): Promise<Mended | undefined> {
  const { matter: found } = await managedMatter(ctx, id)
  const its = reaching.parse(input)
  const [topics, areas] = await Promise.all([topicsOf(ctx), areasOf(ctx)])
  const wrong: Problems = {}
  if (its.topicId && !topics.some((each) => each.id === its.topicId)) wrong.topicId = 'chooseTopic'
  if (its.professionals && !its.topicId) wrong.topicId = 'topicForNetwork'
  if (its.area && !areas.some((each) => each.key === its.area)) wrong.area = 'chooseArea'
  if (Object.keys(wrong).length) return { problems: wrong }
  const place = await placed(ctx, its)
  if (place === 'farAway') return { problems: { place } }
  await changeSubject(ctx, id, { topicId: its.topicId ?? null, ...place, area: its.area || place.area, movedAt: found.subject.movedAt })
  await keepAudience(ctx, id, [
    ...(its.professionals && its.topicId ? [{ kind: 'professionals', topicId: its.topicId } as Target] : []),
    ...its.topics.filter((topicId) => topicId !== its.topicId && topics.some((each) => each.id === topicId)).map((topicId): Target => ({ kind: 'topic', topicId })),
    ...its.areas.filter((area) => area !== its.area && areas.some((each) => each.key === area)).map((area): Target => ({ kind: 'area', area })),
  ])
}

export const contacting = z.object({ contactPersonId: maybeId, contact: oneLine(200), speakers: z.enum(['anyone', 'signedIn', 'identified'], 'invalid').default('signedIn') })
/** Changes whom one may ask, and who may comment. */
export async function editContact(ctx: Ctx, id: string, input: z.input<typeof contacting>): Promise<Mended | undefined> {
  const { matter: found } = await managedMatter(ctx, id)
  const its = contacting.parse(input)
  const unitId = found.subject.ownerUnitId
  if (its.contactPersonId && !(await officialsOf(ctx, unitId ? [unitId] : [])).some((each) => each.id === its.contactPersonId) && its.contactPersonId !== found.its.contactPersonId) return { problems: { contactPersonId: 'notInUnit' } }
  await ctx.db.update(matter).set({ contactPersonId: its.contactPersonId ?? null, contact: its.contact, speakers: its.speakers }).where(thisMatter(ctx, id))
}

export const caseForm = z.object({ caseNumber: oneLine(60), decidingBody: oneLine(120), meetingOn: maybeDay })
/** Changes the case's data: its number in the register, who decides and when. */
export async function editCase(ctx: Ctx, id: string, input: z.input<typeof caseForm>) {
  const { matter: found } = await managedMatter(ctx, id)
  const its = caseForm.parse(input)
  const meetingOn = its.meetingOn ?? null
  await ctx.db.update(matter).set({ caseNumber: its.caseNumber, decidingBody: its.decidingBody, meetingOn }).where(thisMatter(ctx, id))
  await keepSearch(ctx, id)
  if (found.subject.visibility === 'public' && its.caseNumber !== found.its.caseNumber) await joinAgendas(ctx, its.caseNumber)
  await keepComing(ctx, id)
}

/** The trail says that a published matter's words were changed; once an hour is enough. */
async function edited(ctx: Ctx, found: Matter) {
  if (found.its.state !== 'published') return
  await record(ctx, matterEdited, { subjectId: found.id, ...byUnit(found) })
}
const versionsOf = (ctx: Ctx, id: string) => and(eq(version.municipalityId, ctx.scope.municipalityId), eq(version.matterId, id))

/** The wordings of a matter, newest first; the present one has no `until`. Throws NotFound as the page does. */
export async function historyOf(ctx: Ctx, id: string) {
  const found = await visibleMatter(ctx, id)
  if (found.subject.visibility === 'hidden') throw new Conflict('matterHidden')
  const earlier = await ctx.db.select({ number: version.number, title: version.title, thought: version.thought, until: version.until }).from(version).where(versionsOf(ctx, id)).orderBy(desc(version.number))
  const title = inLanguage(found.subject.title, ctx.language)
  return { id, title, language: found.subject.language, wordings: [{ number: (earlier[0]?.number ?? 0) + 1, title, thought: found.its.thought, until: null as Date | null }, ...earlier] }
}
