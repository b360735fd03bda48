import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, problems, Refusal } from '#core/errors/errors.ts'
import { inLanguage } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { isPublic, link, subject } from '#core/trail/schema.server.ts'
import { similarSubjects } from '#core/trail/similar.server.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { moveIdea } from '#modules/ideas/server'
import { ideaTakenIn, takenIntoMatter } from './events.server.ts'
import { managedMatter } from './matter.server.ts'
import { matterWords } from './texts/index.ts'

/** The public ideas (and other things) that a matter grew out of. */
export async function originsOf(ctx: Ctx, matterId: string): Promise<Subject[]> {
  const rows = await ctx.db.select({ id: subject.id }).from(link).innerJoin(subject, and(eq(subject.municipalityId, link.municipalityId), eq(subject.id, link.toId), isPublic))
    .where(and(eq(link.municipalityId, ctx.scope.municipalityId), eq(link.fromId, matterId), eq(link.kind, 'grewOutOf'))).orderBy(link.at)
  return Promise.all(rows.map((row) => subjectOf(ctx, row.id)))
}

/** A matter has come out: the ideas that it grew out of hear of it. */
export async function takeInIdeas(ctx: Ctx, matterId: string) {
  const matter = await subjectOf(ctx, matterId)
  for (const idea of await originsOf(ctx, matterId)) await takeIn(ctx, matter, idea)
}

/**
 * An idea is now prepared in a matter: one that nobody had begun moves to development with a sentence, when the asker
 * may move it; any other says on its trail where it is prepared. Its followers hear either way.
 */
async function takeIn(ctx: Ctx, matter: Subject, idea: Subject) {
  const title = inLanguage(matter.title, matter.language)
  if (idea.kind === 'idea' && idea.stage === 'idea') {
    try {
      const done = await moveIdea(ctx, idea.id, { from: 'idea', to: 'developing', sentence: matterWords(idea.language).takenSentence(title) })
      if (!('problems' in done)) return
    } catch (cause) { if (!(cause instanceof Refusal)) throw cause } // not theirs to move, or it changed a moment ago
  }
  await record(ctx, takenIntoMatter, { subjectId: idea.id, data: { title, to: `/matters/${matter.id}` } })
}

/** Links a public idea to a matter, by its id or its address. Linking twice changes nothing. */
export async function linkIdea(ctx: Ctx, matterId: string, given: string): Promise<Mended | { id: string }> {
  const { matter } = await managedMatter(ctx, matterId)
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/i.exec(given)?.[0]?.toLowerCase()
  if (!isId(id)) return problems({ idea: 'ideaUnknown' })
  let idea: Subject
  try { idea = await subjectOf(ctx, id, { kind: 'idea' }) } catch { return problems({ idea: 'ideaUnknown' }) }
  if (idea.visibility !== 'public') return problems({ idea: 'ideaUnknown' })
  const known = await originsOf(ctx, matterId)
  if (known.some((each) => each.id === id)) return { id }
  if (known.length >= 50) throw new Conflict('tooManyLinks')
  await linkSubjects(ctx, matterId, 'grewOutOf', id)
  if (matter.its.state !== 'published') return { id }
  await record(ctx, ideaTakenIn, { subjectId: matterId, data: { title: inLanguage(idea.title, idea.language) } })
  await takeIn(ctx, matter.subject, idea)
  return { id }
}

/** Takes a link to an idea away; what the trails have said stays said. */
export async function unlinkIdea(ctx: Ctx, matterId: string, ideaId: string) {
  await managedMatter(ctx, matterId)
  if (!isId(ideaId)) return
  await ctx.db.delete(link).where(and(eq(link.municipalityId, ctx.scope.municipalityId), eq(link.fromId, matterId), eq(link.kind, 'grewOutOf'), eq(link.toId, ideaId)))
}

/** Ideas that say the same as a matter and are not linked with it yet. */
export async function ideasToLink(ctx: Ctx, its: Subject, thought: string, linked: string[]) {
  const found = await similarSubjects(ctx, { title: inLanguage(its.title, its.language), text: thought.slice(0, 1500) }, { kind: 'idea' })
  return found.filter((each) => !linked.includes(each.id)).map(({ id, title, stage }) => ({ id, title, stage }))
}
