import { page } from '#core/http/page.ts'
import { day, withoutStop } from '#core/text/format.ts'
import { may } from '#core/permissions/permissions.ts'
import { stageSign } from '#core/trail/kind.ts'
import { Empty, Fact, LinkButton, PageHead, Said, Section } from '#ui/layout.tsx'
import { StageMark } from '#ui/stage.tsx'
import { can } from '../../permissions.ts'
import { stateRules } from '../../states.ts'
import { kindIcon, kindName } from '../kinds.ts'
import { reportPath, showAsset } from '../show.server.ts'
import { assetWords } from '../texts/index.ts'

/** One lamp, rink or bin: what it is, what has been told of it and what was done. A code on its pole leads here. */
export default page('/feedback/assets/:assetId', {
  read: async (ctx, { assetId }) => { const shown = await showAsset(ctx, assetId); return { ...shown, report: await reportPath(ctx, shown.its), inside: may(ctx, can.pass) } },
  head: ({ its }, { language }) => ({ title: `${kindName(its.kind, language)} ${its.key}`, place: 'participate' }),
  view: ({ its, history, others, report, inside }, view) => {
    const { language, now } = view
    const t = assetWords(language)
    return (
      <div className="stack wide">
        <PageHead title={`${kindName(its.kind, language)} ${its.key}`}>
          {its.name && <p className="meta"><Fact icon={kindIcon(its.kind)}>{its.name}</Fact></p>}
        </PageHead>
        {its.goneAt ? <Said tone="late">{t.goneSince(withoutStop(day(its.goneAt, language, now)))}</Said> : <p className="actions"><LinkButton kind="main" icon="report" to={view.href(report)}>{t.report}</LinkButton></p>}
        <Section title={t.history} id="history">
          {history.length === 0 ? <Empty icon="comment">{t.noHistory}</Empty> : (
            <ul className="rows">{history.map((each) => (
              <li key={each.id}><div className="t">
                <a href={view.href(`/feedback/${each.id}`)} lang={each.lang}>{each.title}</a>
                {each.sentence && <p lang={each.lang}>{each.sentence}</p>}
                <p className="meta"><StageMark stage={stateRules[each.state].stage} language={language} sign={stageSign('report', stateRules[each.state].stage, language)} /><span>{each.category}</span><span>{t.sentOn(withoutStop(day(each.sentAt, language, now)))}{each.closedAt && `, ${t.closedOn(withoutStop(day(each.closedAt, language, now)))}`}</span></p>
              </div></li>
            ))}</ul>
          )}
          {others > 0 && <p>{t.others(others)}</p>}
        </Section>
        {/* what a register says may not be meant for everyone: officials see it */}
        {inside && Object.keys(its.properties).length > 0 && (
          <Section title={t.register} id="register"><dl className="facts">{Object.entries(its.properties).slice(0, 30).map(([name, value]) => <div className="fact" key={name}><dt>{name}</dt><dd>{String(value)}</dd></div>)}</dl></Section>
        )}
      </div>
    )
  },
})
