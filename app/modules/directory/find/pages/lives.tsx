import { z } from 'zod'
import { isId } from '#core/context/ids.server.ts'
import { fields, page } from '#core/http/page.ts'
import { inLanguage, otherLanguage } from '#core/text/language.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Empty, Fact, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { addStarterLives, livesToKeep, moveLife } from '../keep-life.server.ts'
import { findWords } from '../texts/index.ts'

const step = z.object({ id: z.string().refine(isId, 'invalid'), way: z.enum(['up', 'down'], 'invalid') })

/** Moments of life in the order in which they are offered; a municipality without any starts here. */
export default page('/admin/life', {
  read: (ctx) => livesToKeep(ctx),
  forms: {
    move: fields(step, async (ctx, _params, { id, way }) => { await moveLife(ctx, id, way); return { to: `/admin/life?moved=1#l-${id}` } }),
    start: async (ctx) => { await addStarterLives(ctx); return { to: '/admin/life?started=1' } },
  },
  head: (_data, { language }) => ({ title: findWords(language).keep.title, place: 'desk', hidden: true }),
  view(lives, view) {
    const { language, query, failed } = view
    const t = findWords(language).keep
    const done = (['started', 'moved', 'removed'] as const).find((each) => query.has(each))
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/admin'), name: t.admin }]}><p className="lead">{t.lead}</p></PageHead>
        {done && !failed && <Said>{t[done]}</Said>}
        {lives.length === 0 ? <Empty icon="compass" action={<ActionForm does="start"><p className="hint">{t.startHint}</p><p className="actions"><Button kind="main" icon="check">{t.start}</Button><LinkButton kind="quiet" to={view.href('/admin/life/new')}>{t.add}</LinkButton></p></ActionForm>}>{t.none}</Empty> : <>
          <p className="actions"><LinkButton kind="main" icon="plus" to={view.href('/admin/life/new')}>{t.add}</LinkButton></p>
          <ul className="card rows">{lives.map((each, i) => {
            const name = inLanguage(each.name, language)
            return (
              <li key={each.id} id={`l-${each.id}`}><Icon name={each.icon as IconName} />
                <div className="t"><a lang={otherLanguage(each.name, language)} href={view.href(`/admin/life/${each.id}`)}>{name}</a><p className="meta small"><span>{t.stepsOf(each.steps)}</span>{!each.shown && <Fact icon="hidden">{t.shownNo}</Fact>}</p></div>
                <div className="actions">{(['up', 'down'] as const).map((way) => (way === 'up' ? i === 0 : i === lives.length - 1) ? null : <ActionForm key={way} does="move" className="inline" label={t[way](name)}><input type="hidden" name="id" value={each.id} /><input type="hidden" name="way" value={way} /><button type="submit" className="btn quiet"><Icon name={way} /><span className="visually-hidden">{t[way](name)}</span></button></ActionForm>)}</div>
              </li>
            )
          })}</ul>
        </>}
      </div>
    )
  },
})
