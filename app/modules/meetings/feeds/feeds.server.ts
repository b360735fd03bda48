import { createHash } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { Conflict, type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { isLanguage } from '#core/text/language.ts'
import { can } from '../permissions.ts'
import { body, feed, item } from '../schema.server.ts'
import { decode } from '#core/text/decode.ts'
import { type Fetched, fetchFeed, type Manners, mostBytes, type Unfetched } from './fetch.server.ts'
import { formats } from './formats.ts'
import { importRows } from './import.server.ts'
import { type Counts, type Feed, type Plan, planImport } from './plan.server.ts'
import { columns, headersOf, type Mapping, mappingOf } from './table.ts'

export const feedForm = z.object({
  name: z.string().trim().min(1, 'required').max(80, 'tooLong'), format: z.string().refine((text) => Object.hasOwn(formats, text), 'required'),
  url: z.string().trim().max(500, 'tooLong').refine((text) => text === '' || /^https?:\/\/[^\s@]+$/.test(text), 'badLink').default(''),
  bodyId: z.string().default(''), language: z.string().refine(isLanguage, 'required'),
})

const thisFeed = (ctx: Ctx, id: string) => and(eq(feed.municipalityId, ctx.scope.municipalityId), eq(feed.id, id))

/** The feeds of the municipality, for its admin. */
export async function feedsOf(ctx: Ctx): Promise<Feed[]> {
  allow(ctx, can.administer)
  return ctx.db.select().from(feed).where(eq(feed.municipalityId, ctx.scope.municipalityId)).orderBy(asc(feed.name))
}
/** One feed. Throws NotFound. */
export async function feedOf(ctx: Ctx, id: string): Promise<Feed> {
  allow(ctx, can.administer)
  const [row] = isId(id) ? await ctx.db.select().from(feed).where(thisFeed(ctx, id)) : []
  if (!row) throw new NotFound()
  return row
}

export async function addFeed(ctx: Ctx, input: z.infer<typeof feedForm>): Promise<{ id: string }> {
  allow(ctx, can.administer)
  const id = ctx.newId()
  await ctx.db.insert(feed).values({ ...ctx.scope, id, ...await given(ctx, input) })
  return { id }
}
/** Changes a feed's settings. Another address or format is shown to an admin again before the clock fetches it. */
export async function changeFeed(ctx: Ctx, id: string, input: z.infer<typeof feedForm>): Promise<void> {
  const before = await feedOf(ctx, id)
  const another = before.url !== input.url || before.format !== input.format
  await ctx.db.update(feed).set({ ...await given(ctx, input), ...(another ? { active: false, etag: '', lastModified: '', error: '', failures: 0, nextAt: null } : {}) }).where(thisFeed(ctx, id))
}
async function given(ctx: Ctx, { bodyId, ...its }: z.infer<typeof feedForm>) {
  const [own] = isId(bodyId) ? await ctx.db.select({ id: body.id }).from(body).where(and(eq(body.municipalityId, ctx.scope.municipalityId), eq(body.id, bodyId))) : []
  return { ...its, language: its.language as Feed['language'], bodyId: own?.id ?? null }
}
/** Which column is which; an empty name is left to be guessed. */
export async function mapColumns(ctx: Ctx, id: string, said: Record<string, string>): Promise<void> {
  await feedOf(ctx, id)
  const mapping = Object.fromEntries(columns.flatMap((column) => (said[column] ? [[column, said[column].slice(0, 200)]] : [])))
  await ctx.db.update(feed).set({ mapping, etag: '', lastModified: '' }).where(thisFeed(ctx, id))
}
/** Fetched by the clock from now on, or no more. Throws Conflict('noAddress' | 'notSeen'): what comes by itself has been looked at once. */
export async function setActive(ctx: Ctx, id: string, active: boolean): Promise<void> {
  const its = await feedOf(ctx, id)
  if (active && !its.url) throw new Conflict('noAddress')
  if (active && !its.workedAt) throw new Conflict('notSeen')
  await ctx.db.update(feed).set({ active, failures: 0, nextAt: active ? ctx.now : null }).where(thisFeed(ctx, id))
}
/** The feed is no more; what it brought stays. */
export async function removeFeed(ctx: Ctx, id: string): Promise<void> {
  await feedOf(ctx, id)
  await ctx.db.update(item).set({ feedId: null, sourceId: null }).where(and(eq(item.municipalityId, ctx.scope.municipalityId), eq(item.feedId, id)))
  await ctx.db.delete(feed).where(thisFeed(ctx, id))
  await ctx.storage.remove(keptAt(ctx, id))
}

// What was fetched or sent waits in the storage until it is imported: one for each feed, opened by its own digest.
const keptAt = (ctx: Ctx, id: string) => `${ctx.scope.municipalityId}/meetings-${id}`
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
async function keep(ctx: Ctx, id: string, text: string): Promise<string> {
  const bytes = Buffer.from(text)
  await ctx.storage.put(keptAt(ctx, id), bytes)
  return digestOf(bytes)
}

/** Fetches what the address gives now: up to 20 seconds, so never in a transaction. Nothing for a feed of files. */
export async function askFeed(ctx: Ctx, id: string, manners: Manners = {}): Promise<Fetched | Unfetched | null> {
  const its = await feedOf(ctx, id)
  return its.url ? fetchFeed({ url: its.url }, manners) : null
}
/** Keeps what the address gave to be looked at. Returns what opens it. */
export async function keepAsked(ctx: Ctx, id: string, got: Fetched | Unfetched | null): Promise<{ file: string } | Mended> {
  await feedOf(ctx, id)
  if (!got) return problems({ url: 'required' })
  if ('problem' in got) return problems({ url: got.problem })
  return 'bytes' in got ? { file: await keep(ctx, id, decode(got.bytes, got.charset)) } : problems({ url: 'refused' })
}
/** Keeps a file that an admin sent, to be looked at. */
export async function sendFile(ctx: Ctx, id: string, form: FormData): Promise<{ file: string } | Mended> {
  await feedOf(ctx, id)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return problems({ file: 'required' })
  if (file.size > mostBytes) return problems({ file: 'tooLarge' })
  return { file: await keep(ctx, id, decode(new Uint8Array(await file.arrayBuffer()))) }
}

export type Preview = { feed: Feed; file: string | null; problem: string | null; headers: string[]; mapping: Mapping; plan: Plan | null }

/** What the kept text would bring, for an admin to look at. */
export async function previewFeed(ctx: Ctx, id: string, file: string | null): Promise<Preview> {
  const its = await feedOf(ctx, id)
  const bytes = file ? await ctx.storage.get(keptAt(ctx, id)) : null
  if (!bytes || digestOf(bytes) !== file) return { feed: its, file: null, problem: file ? 'gone' : null, headers: [], mapping: its.mapping, plan: null }
  const text = bytes.toString()
  const headers = formats[its.format]?.mapped ? headersOf(text) : []
  const read = readAs(its, text)
  return { feed: its, file, headers, mapping: mappingOf(headers, its.mapping), ...('problem' in read ? { problem: read.problem, plan: null } : { problem: null, plan: await planImport(ctx, its, read) }) }
}
export const readAs = (its: Feed, text: string) => formats[its.format]?.read(text, { mapping: its.mapping }) ?? ({ problem: 'notFeed' } as const)

/** Imports what was looked at; when what it would do has changed meanwhile, nothing happens and the new numbers are shown. */
export async function runFeed(ctx: Ctx, id: string, file: string, expected: string): Promise<Counts | Mended> {
  const { feed: its, plan } = await previewFeed(ctx, id, file)
  if (!plan) return problems({ form: 'gone' })
  if (JSON.stringify(plan.counts) !== expected) return problems({ form: 'changed' })
  const bytes = await ctx.storage.get(keptAt(ctx, id))
  const read = readAs(its, bytes!.toString())
  if ('problem' in read) return problems({ form: 'changed' })
  const { counts } = await importRows(ctx, its, read)
  await ctx.db.update(feed).set({ brought: counts, workedAt: ctx.now, triedAt: ctx.now, error: '', failures: 0 }).where(thisFeed(ctx, id))
  await ctx.storage.remove(keptAt(ctx, id))
  return counts
}
