import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { type Done, page, readFields } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { Empty, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { can } from '../../permissions.ts'
import { bulkDoing, doToMany } from '../bulk.server.ts'
import { inboxPath, readInbox, readInboxAddress } from '../inbox.server.ts'
import { InboxChips, InboxNarrow, InboxTable } from '../inbox-parts.tsx'
import { handlingWords } from '../texts/index.ts'

const chosen = (form: FormData): string[] => form.getAll('ids').filter((each) => typeof each === 'string')

/** A work order is made on its own page, of the chosen ones. */
function orderOf(ctx: Ctx, ids: string[], values: Record<string, string>): Done {
  allow(ctx, can.pass)
  return ids.length ? { to: `/work/new?reports=${ids.filter(isId).slice(0, 50).join(',')}` } : { problems: { ids: 'noneChosen' }, values }
}

export default page('/feedback/inbox', {
  read: (ctx, _params, query) => readInbox(ctx, query),
  forms: {
    many: async (ctx, _params, form, { request }): Promise<Done> => {
      const read = readFields(bulkDoing, form)
      const values = { ids: chosen(form).join(' ') }
      if (isProblems(read)) return { ...read, values }
      if (read.input.act === 'order') return orderOf(ctx, chosen(form), values)
      const done = await doToMany(ctx, { ...read.input, act: read.input.act, ids: chosen(form) })
      if ('problems' in done) return { ...done, values }
      const to = inboxPath({ ...readInboxAddress(new URL(request.url).searchParams), page: 1 })
      return { to: `${to}${to.includes('?') ? '&' : '?'}n=${done.done}` }
    },
  },
  head: (its, { language }) => ({ title: its.unitName ? handlingWords(language).inbox.titleOf(its.unitName) : handlingWords(language).inbox.title, place: 'desk', wide: true, hidden: true }),
  view(its, view) {
    const words = handlingWords(view.language), t = words.inbox
    const count = Number(view.query.get('n')) || 0
    const narrowed = inboxPath({ ...its.address, page: 1 }) !== '/feedback/inbox'
    return (
      <>
        {count > 0 && !view.failed && <Said>{t.doneMany(count)}</Said>}
        {view.query.get('said') === 'passed' && <Said>{words.officials.done.passed}</Said>}
        <PageHead title={its.unitName ? t.titleOf(its.unitName) : t.title}>
          <p className="actions"><LinkButton icon="plus" to={view.href('/feedback/new')}>{t.toNew}</LinkButton><LinkButton icon="answered" to={view.href('/feedback/inbox/templates')}>{t.templates}</LinkButton><LinkButton icon="done" to={view.href('/feedback/inbox/fixed')}>{t.fixed}</LinkButton></p>
        </PageHead>
        <div className="stack tight"><InboxChips its={its} view={view} /><InboxNarrow its={its} view={view} /></div>
        {its.rows.length > 0 ? <InboxTable its={its} view={view} />
          : <Empty icon={narrowed ? 'filter' : 'inbox'} action={narrowed ? <LinkButton to={view.href('/feedback/inbox')}>{t.showAll}</LinkButton> : undefined}>{narrowed ? t.empty : t.emptyAll}</Empty>}
      </>
    )
  },
})
