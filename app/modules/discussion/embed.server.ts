import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { addressOf } from '#core/http/asker-address.server.ts'
import { type Done, type FormContext, type FormHandler, fields, readFields } from '#core/http/page.ts'
import { type Params, withQuery } from '#core/http/urls.ts'
import { carryCookies } from '#core/identity/cookies.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { mayWrite, whyHidden } from '#modules/moderation/server'
import { addComment, commentInput, editComment, removeComment, type Sent, words } from './comment.server.ts'
import { joinedOf, withJoined } from './joined.server.ts'
import { listComments, type Order, repliesShown, rowOf, type Said, threadOf } from './list.server.ts'
import { type Part, partsOf, quotes } from './parts.server.ts'
import { can } from './permissions.ts'
import { type Speaking, speakingOf, type Standing, standingOf } from './speaking.server.ts'
import { dropWritten, keepWritten, readWritten, type Written } from './written.server.ts'

/** A discussion as its view needs it. */
export type Talk = {
  subjectId: string; count: number; comments: Said[]; next: string | null; order: Order; paged: boolean
  /** only this thread is shown */ thread: string | null; /** only what is said of this part is listed */ part: string | null
  /** the discussion goes on in other municipalities too: each comment says where it was said */ joined: boolean
  /** who may speak and how */ speaks: Speaking; /** new comments are taken */ open: boolean; /** what stands between the reader and speaking */ standing: Standing
  /** what the reader had written before signing in, and its name */ written: (Written & { name: string }) | null
  /** by comment: the part it is about, and whether the passage has been changed since */ about: Record<string, { title: string; removed: boolean; changed: boolean }>
  /** by comment: why a moderator hid it, said where it stood */ why: Record<string, { explanation: string; decisionId: string }>
  /** how identification is done here, when someone must be identified */ identification: 'real' | 'standIn' | null; municipality: string
  sendKey: string; voices: { id: string; name: string }[]; voice: string
}

/**
 * What a page of any module reads to embed the discussion of its subject. The page has already decided that the asker
 * may see the subject. `order`, `from`, `thread` and `written` come from the address. `part` lists only what is said of one
 * part; its pages go by `partFrom`.
 */
export async function readDiscussion(ctx: Ctx, its: Pick<Subject, 'id' | 'kind' | 'comments' | 'visibility' | 'ownerUnitId'>, query: URLSearchParams, options: { parts?: Part[]; part?: string } = {}): Promise<Talk> {
  const me = ctx.actor.kind === 'person' ? ctx.actor : undefined
  const order: Order = query.get('order') === 'oldest' ? 'oldest' : 'newest'
  const from = query.get(options.part ? 'partFrom' : 'from') ?? undefined
  const thread = options.part ? null : query.get('thread')
  const one = thread ? await threadOf(ctx, its.id, thread, from) : null
  const joined = one || options.part ? null : await joinedOf(ctx, its)
  const here = one ? { comments: [one.comment], next: one.next } : await listComments(ctx, its.id, { sort: order, after: from, ...(options.part ? { part: options.part } : {}) })
  const page = joined ? await withJoined(here, joined, order, from) : here
  const all = page.comments.flatMap((each) => [each, ...each.children])
  const hidden = all.filter((each) => each.state === 'hidden')
  const why = hidden.length ? await whyHidden(ctx, its.id) : new Map<string, { explanation: string; decisionId: string }>()
  const voices = me && !me.as && may(ctx, can.speakForUnit) ? me.units.map((unit) => ({ id: unit.id, name: inLanguage(unit.name, ctx.language) })) : []
  const speaks = await speakingOf(ctx, its)
  const standing = speaks.open ? await standingOf(ctx, speaks.who) : 'may'
  const name = query.get('written')
  const kept = name && !options.part ? await readWritten(ctx, its.id, name) : null
  const parts = all.some((each) => each.part) ? options.parts ?? await partsOf(ctx, its) : []
  // What the page lists under its part is not listed a second time.
  const opened = options.part || one ? undefined : parts.find((each) => each.id === query.get('part') && !each.removed)
  return {
    ...page, ...(opened ? { comments: page.comments.filter((each) => each.part !== opened.id) } : {}), part: options.part ?? null, subjectId: its.id, count: its.comments + (joined?.count ?? 0), joined: joined !== null, order, paged: from !== undefined, thread: one ? one.comment.id : null,
    speaks, open: speaks.open, standing, written: kept && name ? { ...kept, name } : null, about: aboutOf(all, parts),
    identification: speaks.who === 'identified' ? ctx.signIn?.offers?.identification ?? null : null, municipality: inLanguage(ctx.municipality.name, ctx.language),
    why: Object.fromEntries(hidden.flatMap(({ id }) => { const its = why.get(id); return its ? [[id, { explanation: its.explanation, decisionId: its.decisionId }]] : [] })),
    sendKey: me || speaks.who === 'anyone' ? ctx.newId() : '', voices, voice: voices.find((unit) => unit.id === its.ownerUnitId)?.id ?? voices[0]?.id ?? '',
  }
}

function aboutOf(comments: Said[], parts: Part[]): Talk['about'] {
  const known = new Map(parts.map((part) => [part.id, part]))
  return Object.fromEntries(comments.flatMap(({ id, part: partId, quote }) => {
    const part = partId ? known.get(partId) : undefined
    return part ? [[id, { title: part.title, removed: part.removed, changed: quote !== null && !quotes(part.text, quote) }]] : []
  }))
}

/** The forms of an embedded discussion, to spread among the page's own: `...discussionForms<'/ideas/:ideaId'>((params) => params.ideaId)`. */
export function discussionForms<P extends string>(subjectIdOf: (params: Params<P>) => string): Record<'comment' | 'editComment' | 'removeComment', FormHandler<P>> {
  return {
    async comment(ctx, params: Params<P>, form, more): Promise<Done> {
      const subjectId = subjectIdOf(params)
      const first = await firstSignIn(ctx, subjectId, form, more)
      if (first) return first
      const read = readFields(commentInput, form)
      if (isProblems(read)) return read
      const done = await addComment(ctx, subjectId, read.input, addressOf(more.request))
      if (isProblems(done)) return done
      await dropWritten(ctx, textOf(form, 'written'))
      return whereSaid(ctx, subjectId, done, new URL(more.request.url).search)
    },
    editComment: fields(z.object({ commentId: z.string(), text: words }), async (ctx, params: Params<P>, input): Promise<Done> => {
      await editComment(ctx, subjectIdOf(params), input.commentId, { text: input.text })
    }),
    removeComment: fields(z.object({ commentId: z.string() }), async (ctx, params: Params<P>, input): Promise<Done> => {
      await removeComment(ctx, subjectIdOf(params), input.commentId)
    }),
  }
}

/** Where what was said can be seen: a comment first of all or with its part, a reply where it was written, or in its thread when that is folded. */
async function whereSaid(ctx: Ctx, subjectId: string, done: Sent, search: string): Promise<Done> {
  const { kind } = await subjectOf(ctx, subjectId)
  const folded = done.parentId !== null && ((await rowOf(ctx, done.parentId))?.replies ?? 0) > repliesShown
  const query = new URLSearchParams(folded ? { thread: done.parentId! } : done.parentId ? search : done.partId ? { part: done.partId } : {})
  query.delete('written')
  // A guest's page is kept for a second by its address (docs/decisions/0007): theirs is a new one.
  if (ctx.actor.kind === 'guest') query.set('said', `${done.waits ? 'waits' : done.mailed ? 'mailed' : 'sent'}.${done.id.slice(-8)}`)
  return { to: `${withQuery(subjectPath(kind, subjectId), Object.fromEntries(query))}${ctx.actor.kind === 'guest' && !done.parentId ? '#said' : `#comment-${done.id}`}` }
}

/**
 * Who has not done the steps that the subject asks for is led to the next of them, with what they have written kept and
 * given back when they return. Null when nothing stands in between, or nothing that a step would mend.
 */
async function firstSignIn(ctx: Ctx, subjectId: string, form: FormData, more: FormContext): Promise<Done | null> {
  const subject = await subjectOf(ctx, subjectId)
  const speaks = await speakingOf(ctx, subject)
  if (!speaks.open || (ctx.actor.kind === 'person' && textOf(form, 'unitId'))) return null
  const standing = await standingOf(ctx, speaks.who)
  if (standing === 'may') return null
  if (standing === 'elsewhere') return { problems: { form: 'residentsOnly' } }
  if (!(await mayWrite(ctx, `written ${addressOf(more.request)}`))) return { problems: { text: 'tooOften' } }
  await dropWritten(ctx, textOf(form, 'written'))
  const partId = textOf(form, 'partId')
  const back = withQuery(subjectPath(subject.kind, subjectId), { part: partId, written: await keepWritten(ctx, subjectId, form) })
  const here = partId ? `#part-${partId}` : '#discussion'
  if (standing === 'signIn') return { to: withQuery('/sign-in', { to: back + here }) }
  const { pathname } = new URL(more.request.url)
  const base = pathname.slice(0, pathname.indexOf(`/${ctx.language}/`) + 1 + ctx.language.length)
  const asked = await ctx.signIn?.identify(more.request.headers, { to: base + back + here, back: base + back + here, link: ctx.actor.kind === 'person', language: ctx.language })
  if (!asked) return { to: `${back}&error=away${here}` }
  carryCookies(asked.cookies, more.headers)
  return { to: asked.url }
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' && value ? value : null
}
