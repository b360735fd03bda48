import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { type Done, type FormHandler, fields } from '#core/http/page.ts'
import type { Params } from '#core/http/urls.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { whyHidden } from '#modules/moderation/server'
import { addComment, commentInput, editComment, removeComment } from './comment.server.ts'
import { listComments, type Order, repliesShown, rowOf, type Said, threadOf } from './list.server.ts'
import { can } from './permissions.ts'

/** A discussion as its view needs it. */
export type Talk = {
  subjectId: string; count: number; comments: Said[]; next: string | null; order: Order; paged: boolean
  /** only this thread is shown */ thread: string | null
  /** new comments are taken */ open: boolean
  /** by comment: why a moderator hid it, said where it stood */ why: Record<string, { explanation: string; decisionId: string }>
  sendKey: string; voices: { id: string; name: string }[]; voice: string
}

/**
 * What a page of any module reads to embed the discussion of its subject. The page has already decided that the asker
 * may see the subject. `order`, `from` and `thread` come from the address.
 */
export async function readDiscussion(ctx: Ctx, its: Pick<Subject, 'id' | 'comments' | 'visibility' | 'ownerUnitId'>, query: URLSearchParams): Promise<Talk> {
  const me = ctx.actor.kind === 'person' ? ctx.actor : undefined
  const order: Order = query.get('order') === 'oldest' ? 'oldest' : 'newest'
  const from = query.get('from') ?? undefined
  const thread = query.get('thread')
  const one = thread ? await threadOf(ctx, its.id, thread, from) : null
  const page = one ? { comments: [one.comment], next: one.next } : await listComments(ctx, its.id, { sort: order, after: from })
  const hidden = page.comments.flatMap((each) => [each, ...each.children]).filter((each) => each.state === 'hidden')
  const why = hidden.length ? await whyHidden(ctx, its.id) : new Map<string, { explanation: string; decisionId: string }>()
  const voices = me && !me.as && may(ctx, can.speakForUnit) ? me.units.map((unit) => ({ id: unit.id, name: inLanguage(unit.name, ctx.language) })) : []
  return {
    ...page, subjectId: its.id, count: its.comments, order, paged: from !== undefined, thread: one ? one.comment.id : null, open: its.visibility === 'public',
    why: Object.fromEntries(hidden.flatMap(({ id }) => { const its = why.get(id); return its ? [[id, { explanation: its.explanation, decisionId: its.decisionId }]] : [] })),
    sendKey: me ? ctx.newId() : '', voices, voice: voices.find((unit) => unit.id === its.ownerUnitId)?.id ?? voices[0]?.id ?? '',
  }
}

/** The forms of an embedded discussion, to spread among the page's own: `...discussionForms<'/ideas/:ideaId'>((params) => params.ideaId)`. */
export function discussionForms<P extends string>(subjectIdOf: (params: Params<P>) => string): Record<'comment' | 'editComment' | 'removeComment', FormHandler<P>> {
  /** Where what was said can be seen: a comment first of all, a reply where it was written, or in its thread when that is folded. */
  const to = async (ctx: Ctx, subjectId: string, commentId: string, parentId: string | null, search: string): Promise<Done> => {
    const { kind } = await subjectOf(ctx, subjectId)
    const folded = parentId !== null && ((await rowOf(ctx, parentId))?.replies ?? 0) > repliesShown
    return { to: `${subjectPath(kind, subjectId)}${folded ? `?thread=${parentId}` : parentId ? search : ''}#comment-${commentId}` }
  }
  return {
    comment: fields(commentInput, async (ctx, params: Params<P>, input, more): Promise<Done> => {
      const done = await addComment(ctx, subjectIdOf(params), input)
      return isProblems(done) ? done : to(ctx, subjectIdOf(params), done.id, done.parentId, new URL(more.request.url).search)
    }),
    editComment: fields(z.object({ commentId: z.string(), text: commentInput.shape.text }), async (ctx, params: Params<P>, input): Promise<Done> => {
      await editComment(ctx, subjectIdOf(params), input.commentId, { text: input.text })
    }),
    removeComment: fields(z.object({ commentId: z.string() }), async (ctx, params: Params<P>, input): Promise<Done> => {
      await removeComment(ctx, subjectIdOf(params), input.commentId)
    }),
  }
}
