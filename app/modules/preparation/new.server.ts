import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict } from '#core/errors/errors.ts'
import { type Done, readFields } from '#core/http/page.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { audienceOf } from '#core/trail/audience.server.ts'
import { areasOf, placesOf, topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { isOpen } from '#core/trail/list.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { beginning } from './input.ts'
import { managedMatter } from './matter.server.ts'
import { can } from './permissions.ts'
import { publishMatter } from './publish.server.ts'
import { putMatter } from './put.server.ts'
import { choice, matter } from './schema.server.ts'
import { templatesOf } from './templates.server.ts'

export type ToBegin = Awaited<ReturnType<typeof showNew>>

/** What the form of a new matter shows: empty, an idea to take into preparation (`?idea=`), or a draft to write on (`?draft=`). Throws SignInNeeded, Forbidden, NotFound. */
export async function showNew(ctx: Ctx, query: URLSearchParams) {
  const me = allow(ctx, can.begin)
  const [topics, areas, places, units, templates] = await Promise.all([topicsOf(ctx), areasOf(ctx), placesOf(ctx), unitsOf(ctx), templatesOf(ctx)])
  const whole = me.admin || me.installationAdmin
  return {
    sendKey: ctx.newId(), topics, areas, places: [...new Set(places.map((each) => each.name))], templates: templates.map((each) => ({ id: each.id, name: inLanguage(each.name, ctx.language), phases: each.phases.map((phase) => inLanguage(phase.name, ctx.language)) })),
    units: whole ? units : units.filter((each) => me.units.some((mine) => mine.id === each.id)), whole, ownUnit: me.units[0]?.id ?? '',
    idea: null as null | { id: string; title: string }, draft: null as null | string, ...await prefilled(ctx, query),
  }
}

/** What of an idea or a draft stands in the fields already. */
async function prefilled(ctx: Ctx, query: URLSearchParams): Promise<{ values: Record<string, string>; idea?: { id: string; title: string }; draft?: string }> {
  const draftId = query.get('draft'), ideaId = query.get('idea')
  if (draftId) {
    const { matter: found } = await managedMatter(ctx, draftId, {})
    if (found.its.state === 'published') throw new Conflict('matterPublished')
    const { subject: its, its: own } = found
    const choices = await ctx.db.select({ text: choice.text }).from(choice).where(and(eq(choice.municipalityId, ctx.scope.municipalityId), eq(choice.matterId, draftId))).orderBy(asc(choice.position))
    const network = (await audienceOf(ctx, draftId)).some((each) => each.kind === 'professionals')
    return { draft: draftId, values: {
      title: inLanguage(its.title, its.language), thought: own.thought, topicId: its.topicId ?? '', area: its.area ?? '', professionals: network ? 'on' : '', unitId: its.ownerUnitId ?? '', place: its.placeName ?? '',
      longitude: String(its.longitude ?? ''), latitude: String(its.latitude ?? ''), law: own.law, money: own.money, time: own.time, notOpen: own.notOpen, ask: own.ask, choices: choices.map((each) => each.text).join('\n'), contact: own.contact,
    } }
  }
  if (!isId(ideaId)) return { values: {} }
  const idea = await subjectOf(ctx, ideaId, { kind: 'idea' })
  if (idea.visibility !== 'public' || !isOpen(idea.stage)) throw new Conflict('ideaClosed')
  const title = inLanguage(idea.title, idea.language)
  return { idea: { id: idea.id, title }, values: { title, topicId: idea.topicId ?? '', area: idea.area ?? '', place: idea.placeName ?? '', longitude: String(idea.longitude ?? ''), latitude: String(idea.latitude ?? '') } }
}

/** The form was sent: the draft is kept first, so that nothing written is lost; then it is looked over, or published at once. */
export async function sendNew(ctx: Ctx, form: FormData): Promise<Done> {
  const read = readFields(beginning, form)
  if ('problems' in read) return read
  const done = await putMatter(ctx, read.input)
  if (isProblems(done)) return done
  const next = form.get('next')
  if (next === 'publish') { await publishMatter(ctx, done.id); return { to: `/matters/${done.id}` } }
  return { to: next === 'draft' ? `/matters/${done.id}/manage` : `/matters/${done.id}/publish` }
}

/** The drafts and scheduled matters of the asker's units, newest first; an admin's: of all. Empty for others. */
export async function draftsOf(ctx: Ctx): Promise<{ id: string; title: string; state: 'draft' | 'scheduled'; publishAt: Date | null }[]> {
  if (ctx.actor.kind !== 'person' || !may(ctx, can.begin)) return []
  const me = ctx.actor
  const units = me.units.map((each) => each.id)
  const ours = me.admin || me.installationAdmin ? undefined : inArray(subject.ownerUnitId, units)
  const rows = await ctx.db.select({ id: matter.id, title: subject.title, state: matter.state, publishAt: matter.publishAt }).from(matter)
    .innerJoin(subject, and(eq(subject.municipalityId, matter.municipalityId), eq(subject.id, matter.id)))
    .where(and(eq(matter.municipalityId, ctx.scope.municipalityId), sql`${matter.state} in ('draft', 'scheduled')`, eq(subject.visibility, 'waiting'), ours)).orderBy(asc(matter.publishAt), asc(matter.createdAt)).limit(50)
  return rows.map((row) => ({ id: row.id, title: inLanguage(row.title, ctx.language), state: row.state as 'draft' | 'scheduled', publishAt: row.publishAt }))
}
