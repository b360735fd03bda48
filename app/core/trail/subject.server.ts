import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { subject } from './schema.server.ts'

export type Subject = Omit<typeof subject.$inferSelect, 'search'>
type Kept = Omit<typeof subject.$inferInsert, 'municipalityId' | 'search' | 'supports' | 'comments' | 'title' | 'summary' | 'createdAt' | 'movedAt'> &
  { title: Translated; /** everything that search should find, the summary is its beginning */ text: string; /** what it is called besides its title, such as its kind: search finds it by these as by its title */ labels?: Translated; createdAt?: Date; movedAt?: Date }

const { search: _search, ...columns } = getTableColumns(subject)
/** Every column of a subject but its search vector. */
export const subjectColumns = columns

/**
 * Keeps the row that makes a thing followable: made the first time, brought up to date after that.
 * Call it in the transaction that changes the thing itself.
 */
export async function keepSubject(ctx: Ctx, kept: Kept) {
  const values = rowOf(kept)
  await ctx.db.insert(subject).values({ createdAt: ctx.now, movedAt: ctx.now, ...ctx.scope, ...values })
    .onConflictDoUpdate({ target: [subject.municipalityId, subject.id], set: values })
}

/** Keeps many new subjects at once, for imports. One that is there already is a mistake of the caller's. */
export async function keepSubjects(ctx: Ctx, many: (Kept & { createdAt: Date; movedAt: Date })[]) {
  for (let i = 0; i < many.length; i += 500) await ctx.db.insert(subject).values(many.slice(i, i + 500).map((kept) => ({ ...ctx.scope, ...rowOf(kept) })))
}
function rowOf<K extends Kept>({ text, labels, ...row }: K) {
  return { ...row, summary: summaryOf(text), search: sql`trail.search_vector(${row.language}, ${JSON.stringify(row.title)}::jsonb, ${text}, ${JSON.stringify(labels ?? {})}::jsonb)` }
}

/** Changes what is given and says that the subject moved. */
export async function changeSubject(ctx: Ctx, id: string, changes: Partial<Omit<Subject, 'id' | 'municipalityId' | 'kind' | 'supports' | 'comments' | 'title' | 'summary'>>) {
  await ctx.db.update(subject).set({ movedAt: ctx.now, ...changes }).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, id)))
}

/** The subject's row, whatever its visibility. `lock` holds it until the transaction ends. Throws NotFound. */
export async function subjectOf(ctx: Ctx, id: string, options: { lock?: boolean; kind?: string } = {}): Promise<Subject> {
  if (!isId(id)) throw new NotFound()
  const found = ctx.db.select(subjectColumns).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, id)))
  const [row] = await (options.lock ? found.for('update') : found)
  if (!row || (options.kind && row.kind !== options.kind)) throw new NotFound()
  return row
}

/** A subject's title for who may see it (a private one's says only what it is about): null while a moderator keeps it from everyone but its author, or it still waits. */
export function seenTitle(ctx: Ctx, its: Pick<Subject, 'title' | 'visibility' | 'authorPersonId'>): string | null {
  const me = ctx.actor.kind === 'person' ? ctx.actor : null
  const seen = its.visibility === 'public' || its.visibility === 'withdrawn' || (me && (me.moderator || me.admin || its.authorPersonId === me.id)) || (its.visibility === 'private' && me && me.units.length > 0)
  return seen ? inLanguage(its.title, ctx.language) : null
}

/** The beginning of a text, cut at a word, for lists and previews. */
export function summaryOf(text: string, length = 180): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= length ? flat : `${flat.slice(0, length).replace(/\s+\S*$/, '')}…`
}
