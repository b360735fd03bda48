import { may } from '#core/permissions/permissions.ts'
import { page } from '#core/http/page.ts'
import { Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { percent, range } from '../faces.tsx'
import { can } from '../permissions.ts'
import { listQuestions } from '../questions.server.ts'
import { satisfactionWords } from '../texts/index.ts'

/** Everything that is asked about, with what has been answered. */
export default page('/ask', {
  read: async (ctx) => ({ all: await listQuestions(ctx), keeps: may(ctx, can.read) }),
  head: (_data, { language }) => ({ title: satisfactionWords(language).title, description: satisfactionWords(language).lead, place: 'participate' }),
  view({ all, keeps }, view) {
    const t = satisfactionWords(view.language)
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/participate'), name: t.participate }]}><p className="lead">{t.lead}</p></PageHead>
        {keeps && <p><LinkButton to={view.href('/ask/new')} kind="main" icon="plus">{t.ask}</LinkButton></p>}
        {all.length === 0 ? <Empty icon="face4">{t.none}</Empty> : (
          <ul className="card rows">
            {all.map((each) => (
              <li key={each.id}><div className="t"><small>{t.about[each.about]} · {each.unit}</small><a href={view.href(`/ask/${each.code}`)}>{each.name}</a>
                <p className="meta">{each.closed ? <span>{t.closed}</span> : each.result?.happy ? <span>{t.happy(percent(each.result.happy.share, view.language), range(each.result.happy, view.language))} · {t.answers(each.result.number)}</span> : <span>{t.few}</span>}
                  {each.mine && <a className="touch" href={view.href(`/ask/${each.code}/keep`)} aria-label={`${t.keep}: ${each.name}`}>{t.keep}</a>}</p></div></li>
            ))}
          </ul>
        )}
      </div>
    )
  },
})
