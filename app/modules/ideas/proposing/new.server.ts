import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Invalid, type Problems, TooMuch } from '#core/errors/errors.ts'
import { takePhotos } from '#core/files/form-photos.server.ts'
import { type Done, readFields } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { placesOf, topicsOf } from '#core/trail/facets.server.ts'
import { idea } from '../schema.server.ts'
import { alikeIdeas } from './alike.server.tsx'
import { proposeAsGuest, visitor } from './guest.server.ts'
import { proposal, proposeIdea } from './propose.server.ts'
import { readSentToken, sentToken } from './token.server.ts'
import { suggestTopic } from '#core/trail/suggest-topic.server.ts'

export type ToWrite = { sendKey: string; title: string; places: string[]; topics: { id: string; name: string }[]; replyDays: number; sent: null | { email: string; until: string } }

/** What the page of a new idea shows; after a visitor's sending, to the sender only, where the link went. */
export async function showNew(ctx: Ctx, query: URLSearchParams): Promise<ToWrite> {
  const known = { sendKey: ctx.newId(), title: (query.get('title') ?? '').slice(0, 150), replyDays: ctx.municipality.rules.replyDays }
  const id = readSentToken(ctx, query.get('sent'))
  if (id) {
    const [row] = await ctx.db.select({ email: idea.confirmEmail, until: idea.confirmBefore }).from(idea).where(and(eq(idea.municipalityId, ctx.scope.municipalityId), eq(idea.id, id)))
    if (row?.email && row.until) return { ...known, places: [], topics: [], sent: { email: row.email, until: day(row.until, ctx.language, ctx.now) } }
  }
  return { ...known, places: [...new Set((await placesOf(ctx)).map((place) => place.name))], topics: await topicsOf(ctx), sent: null }
}

/**
 * The form of a new idea was sent. Mistakes come back with everything that was written, photos too. The first time there
 * are ideas like it, they are shown before it goes (`confirmed` says that they have been seen).
 */
export async function sendNew(ctx: Ctx, form: FormData, from?: string): Promise<Done> {
  const photos = await takePhotos(ctx, form)
  const guest = ctx.actor.kind === 'guest'
  const read = readFields(proposal, form)
  const who = guest ? readFields(visitor, form) : null
  const problems: Problems = { ...('problems' in read ? read.problems : {}), ...photos.problems, ...(who && 'problems' in who ? who.problems : {}) }
  if ('problems' in read || (who && 'problems' in who) || Object.keys(problems).length > 0) return { problems, values: photos.values }
  if (!form.get('confirmed')) {
    const alike = await alikeIdeas(ctx, read.input)
    const topic = read.input.topicId ? null : await suggestTopic(ctx, `${read.input.title} ${read.input.text}`)
    if (alike.length > 0) return { problems: { alike: 'found' }, values: { ...photos.values, alike: JSON.stringify(alike), confirmed: '1', ...(topic ? { topicId: topic.id, guessed: '1' } : {}) } }
  }
  try {
    if (!who || 'problems' in who) return { to: `/ideas/${(await proposeIdea(ctx, read.input, photos.pictures)).id}` }
    const { id } = await proposeAsGuest(ctx, { ...read.input, ...who.input }, photos.pictures, from)
    return { to: `/ideas/new?sent=${sentToken(ctx, id)}` }
  } catch (cause) {
    if (cause instanceof TooMuch) return { problems: { form: cause.code }, values: photos.values }
    if (cause instanceof Invalid && cause.code === 'farAway') return { problems: { place: 'farAway' }, values: photos.values }
    throw cause
  }
}
