import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { type Done, type FormHandler, readFields } from '#core/http/page.ts'
import type { Params } from '#core/http/urls.ts'
import { allow } from '#core/permissions/permissions.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { can } from '../permissions.ts'
import { markOutcome, wordInput } from './mark.server.ts'
import { everyMatching, readNarrowed } from './work.server.ts'

/**
 * The form of the officials' list: the chosen comments, each as `<comment>~<the word it had when it was shown>`, or all that
 * the list's address narrows to; and the word that they are given.
 */
export function outcomeForms<P extends string>(subjectIdOf: (params: Params<P>) => string): Record<'mark', FormHandler<P>> {
  return {
    async mark(ctx, params: Params<P>, form, more): Promise<Done> {
      const subjectId = subjectIdOf(params)
      allow(ctx, can.tellOutcome, await subjectOf(ctx, subjectId))
      const url = new URL(more.request.url)
      const read = readFields(wordInput, form)
      const chosen = await chosenIn(ctx, subjectId, form, url)
      if (isProblems(read)) return { problems: { ...(chosen.length ? {} : { ids: 'chooseComments' }), ...read.problems } }
      const done = await markOutcome(ctx, subjectId, { ...read.input, commentIds: chosen.map((each) => each.id), seen: Object.fromEntries(chosen.map((each) => [each.id, each.seen])) })
      if (isProblems(done)) return done
      const query = url.searchParams
      query.delete('after'); query.delete('group')
      query.set('done', String(done.comments))
      return { to: `${url.pathname.slice(url.pathname.indexOf(`/${ctx.language}/`) + 1 + ctx.language.length)}?${query}` }
    },
  }
}

async function chosenIn(ctx: Ctx, subjectId: string, form: FormData, url: URL): Promise<{ id: string; seen: string }[]> {
  const until = form.get('until')
  if (form.get('every') && isId(until)) return everyMatching(ctx, subjectId, readNarrowed(url.searchParams), until)
  return form.getAll('ids[]').flatMap((each) => { const [id, seen = ''] = String(each).split('~'); return id ? [{ id, seen }] : [] })
}
