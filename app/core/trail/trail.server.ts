import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { type Db, once } from '#core/db/open.server.ts'
import { leftName } from '#core/identity/rules.ts'
import { kindName, stageSign, subjectPath } from './kind.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { inLanguage, type Language, type Translated } from '#core/text/language.ts'
import { everyEvent, eventWords, type TrailIcon } from './event.ts'
import { event, isPublic, link, subject } from './schema.server.ts'
import type { Stage } from './stages.ts'

/** One node of a trail, ready to show: newest first. */
export type TrailNode = { id: string; kind: string; at: Date; what: string; icon: TrailIcon; sentence: string | null; who: string | null; stage: Stage | null; data: Record<string, unknown> }

const selectEvents = (db: Db) => db.select({
  subjectId: event.subjectId, id: event.id, kind: event.kind, at: event.at, sentence: event.sentence, stage: event.stage, data: event.data,
  person: person.name, organisation: organisation.name, unit: unit.name,
}).from(event)
  .leftJoin(person, and(eq(person.municipalityId, event.municipalityId), eq(person.id, event.actorPersonId)))
  .leftJoin(organisation, and(eq(organisation.municipalityId, event.municipalityId), eq(organisation.id, event.actorOrganisationId)))
  .leftJoin(unit, and(eq(unit.municipalityId, event.municipalityId), eq(unit.id, event.actorUnitId)))
const most = 100
const events = once((db) => selectEvents(db).where(and(eq(event.municipalityId, sql.placeholder('m')), eq(event.subjectId, sql.placeholder('subject')), event.onTrail))
  .orderBy(desc(event.at), desc(event.id)).limit(most).prepare('trail_events'))

/** What has happened to a subject, newest first, at most a hundred. */
export async function trailOf(ctx: Ctx, subjectId: string): Promise<TrailNode[]> {
  return (await events(ctx.db).execute({ m: ctx.scope.municipalityId, subject: subjectId })).map(({ subjectId: _its, ...row }) => nodeOf(ctx, row))
}

/** What has happened to several subjects, of some kinds of event only, newest first, at most a hundred. */
export async function trailsOf(ctx: Ctx, subjectIds: string[], kinds: string[]): Promise<(TrailNode & { subjectId: string })[]> {
  const rows = await selectEvents(ctx.db).where(and(eq(event.municipalityId, ctx.scope.municipalityId), inArray(event.subjectId, subjectIds), inArray(event.kind, kinds), event.onTrail)).orderBy(desc(event.at), desc(event.id)).limit(most)
  return rows.map(({ subjectId, ...row }) => ({ ...nodeOf(ctx, row), subjectId }))
}

type Row = Omit<Awaited<ReturnType<typeof selectEvents>>[0], 'subjectId'>
function nodeOf(ctx: Ctx, { person: name, organisation: its, unit: from, ...row }: Row): TrailNode {
  return {
    ...row, what: eventWords(row.kind, ctx.language, row.data), icon: everyEvent.get(row.kind)?.icon ?? 'moved',
    who: from ? inLanguage(from, ctx.language) : its ?? (name && shortName(name)),
  }
}

const nameless = new Set(Object.values(leftName))
/** A resident's name as others see it: the first name and the initial of the last. */
export function shortName(name: string): string {
  if (nameless.has(name)) return name
  const parts = name.trim().split(/\s+/)
  return parts.length < 2 ? name : `${parts[0]} ${parts.at(-1)![0]}.`
}

export type Linked = { id: string; title: string; stage: Stage; sign: ReturnType<typeof stageSign>; kind: 'grewOutOf' | 'mergedInto' | 'splitFrom' | 'answers' | 'concerns'; direction: 'from' | 'to'; /** the name of its kind */ what: string; /** its page within the municipality */ path: string }

const links = once((db) => db.select({ fromId: link.fromId, kind: link.kind, id: subject.id, of: subject.kind, title: subject.title, stage: subject.stage })
  .from(link)
  .innerJoin(subject, and(eq(subject.municipalityId, link.municipalityId), sql`${subject.id} = case when ${link.fromId} = ${sql.placeholder('subject')} then ${link.toId} else ${link.fromId} end`, isPublic))
  .where(and(eq(link.municipalityId, sql.placeholder('m')), or(eq(link.fromId, sql.placeholder('subject')), eq(link.toId, sql.placeholder('subject')))))
  .orderBy(link.at).prepare('trail_links'))

/** The public subjects this one is linked with. `direction: 'to'` means that this one grew out of, was merged into … the other. */
export async function linksOf(ctx: Ctx, subjectId: string): Promise<Linked[]> {
  const rows = await links(ctx.db).execute({ m: ctx.scope.municipalityId, subject: subjectId })
  return rows.map((row) => ({ id: row.id, kind: row.kind, stage: row.stage, sign: stageSign(row.of, row.stage, ctx.language), title: inLanguage(row.title as Translated, ctx.language as Language), direction: row.fromId === subjectId ? 'to' : 'from', what: kindName(row.of, ctx.language), path: subjectPath(row.of, row.id) }))
}

/** Links two subjects; linking twice changes nothing. */
export async function linkSubjects(ctx: Ctx, fromId: string, kind: Linked['kind'], toId: string) {
  await ctx.db.insert(link).values({ ...ctx.scope, fromId, toId, kind }).onConflictDoNothing()
}
/** Takes a link away; one that is not there is nothing. */
export async function unlinkSubjects(ctx: Ctx, fromId: string, kind: Linked['kind'], toId: string) {
  await ctx.db.delete(link).where(and(eq(link.municipalityId, ctx.scope.municipalityId), eq(link.fromId, fromId), eq(link.toId, toId), eq(link.kind, kind)))
}
