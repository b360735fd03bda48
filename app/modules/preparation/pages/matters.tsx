import { page, type View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day, dayAndTime } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { endOf } from '#core/time/local.ts'
import { openStages } from '#core/trail/stages.ts'
import { Icon } from '#ui/icons.tsx'
import { Empty, Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { LateMark, stageIcon } from '#ui/stage.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { listMatters, type MatterLine, type Narrowed, readNarrowed } from '../list.server.ts'
import { matterWords } from '../texts/index.ts'

type Data = Awaited<ReturnType<typeof listMatters>>
const addressOf = (its: Narrowed, changes: Partial<Narrowed> = {}, path = '/matters') => { const now = { ...its, page: 1, ...changes }; return withQuery(path, { speak: now.speak ? '1' : undefined, stage: now.stage, topic: now.topic, area: now.area, page: now.page > 1 ? now.page : undefined }) }

export default page('/matters', {
  read: (ctx, _params, query) => listMatters(ctx, readNarrowed(query)),
  head: ({ narrowed }, { language }) => ({ title: matterWords(language).matters, description: matterWords(language).list.lead, place: 'participate', feed: addressOf({ ...narrowed, speak: false }, {}, '/matters.atom'), hidden: narrowed.page > 1 }),
  view(its, view) {
    const t = matterWords(view.language).list
    const { narrowed } = its
    const chosen = narrowed.speak || narrowed.topic || narrowed.area || narrowed.stage
    return (
      <>
        <PageHead title={matterWords(view.language).matters}><p className="lead">{t.lead}</p>{its.mayBegin && <p className="actions"><LinkButton kind="main" icon="plus" to={view.href('/matters/new')}>{t.begin}</LinkButton></p>}</PageHead>
        {its.drafts.length > 0 && <Drafts its={its} view={view} />}
        <div className="stack">
          <Narrowing its={its} view={view} />
          {its.lines.length > 0 ? <Rows lines={its.lines} view={view} /> : <Empty icon="text" action={chosen ? <LinkButton to={view.href('/matters')}>{t.clear}</LinkButton> : <LinkButton to={view.href('/ideas/new')} icon="idea">{t.sendIdea}</LinkButton>}>{chosen ? t.emptyNarrowed : t.empty}</Empty>}
          <nav className="pager" aria-label={t.pages}>
            {narrowed.page > 1 ? <LinkButton to={view.href(addressOf(narrowed, { page: narrowed.page - 1 }))}>{t.previous}</LinkButton> : <span />}
            {its.more && <LinkButton to={view.href(addressOf(narrowed, { page: narrowed.page + 1 }))}>{t.more}</LinkButton>}
          </nav>
          <p className="meta"><a href={view.href(addressOf({ ...narrowed, speak: false }, {}, '/matters.atom'))}>{t.feed}</a></p>
        </div>
      </>
    )
  },
})

function Narrowing({ its, view }: { its: Data; view: View }) {
  const t = matterWords(view.language).list
  const { narrowed } = its
  const names = [narrowed.topic && its.topics.find((each) => each.id === narrowed.topic)?.name, narrowed.area && (its.areas.find((each) => each.key === narrowed.area)?.name ?? narrowed.area), narrowed.stage && uiWords(view.language).stage[narrowed.stage]]
  const without = (['topic', 'area', 'stage'] as const).flatMap((by, i) => (names[i] ? [{ by, name: names[i] }] : []))
  return (
    <div className="stack tight">
      <nav className="filters slide" aria-label={t.narrow}>
        <a className="chip" href={view.href(addressOf(narrowed, { speak: false }))} aria-current={narrowed.speak ? undefined : 'true'}>{t.all}</a>
        <a className="chip" href={view.href(addressOf(narrowed, { speak: true }))} aria-current={narrowed.speak ? 'true' : undefined}>{t.speakNow}</a>
      </nav>
      {without.length > 0 && <ul className="filters" aria-label={t.chosen}>{without.map((each) => <li key={each.by}><a className="chip on" href={view.href(addressOf(narrowed, { [each.by]: null }))} aria-label={t.without(each.name)}>{each.name} <Icon name="close" /></a></li>)}</ul>}
      <details className="fold narrow">
        <summary><Icon name="filter" />{t.narrow}</summary>
        <form method="get" action={view.href('/matters')} className="stack">
          {narrowed.speak && <input type="hidden" name="speak" value="1" />}
          <div className="pairs">
            <div className="field"><label htmlFor="narrow-topic">{t.topic}</label><select id="narrow-topic" name="topic" defaultValue={narrowed.topic ?? ''}><option value="">{t.anyTopic}</option>{its.topics.map((each) => <option key={each.id} value={each.id}>{each.parentId ? `– ${each.name}` : each.name}</option>)}</select></div>
            <div className="field"><label htmlFor="narrow-area">{t.area}</label><select id="narrow-area" name="area" defaultValue={narrowed.area ?? ''}><option value="">{t.anyArea}</option>{its.areas.map((each) => <option key={each.key} value={each.key}>{each.name}</option>)}</select></div>
            <div className="field"><label htmlFor="narrow-stage">{t.stage}</label><select id="narrow-stage" name="stage" defaultValue={narrowed.stage ?? ''}><option value="">{t.anyStage}</option>{[...openStages, 'service' as const, 'ended' as const].map((each) => <option key={each} value={each}>{uiWords(view.language).stage[each]}</option>)}</select></div>
          </div>
          <p className="actions"><button type="submit" className="btn main">{t.show}</button></p>
        </form>
      </details>
    </div>
  )
}

function Rows({ lines, view }: { lines: MatterLine[]; view: View }) {
  const t = matterWords(view.language)
  return (
    <ul className="card rows">
      {lines.map((line) => {
        const open = line.phase && line.stage !== 'service' && line.stage !== 'ended' ? line.phase : null
        return (
          <li key={line.id}><article className="t">
            <a className="title" lang={line.lang} href={view.href(`/matters/${line.id}`)}>{line.title}</a>
            <p className="meta"><span className={`stage is-${line.stage}`}><Icon name={stageIcon[line.stage]} />{open ? inLanguage(open.name, view.language) : line.stage === 'service' ? t.ready : t.over}</span>{line.late && <LateMark language={view.language} />}
              {open?.does.includes('comment') && open.endsOn && <span>{t.list.speakUntil(day(endOf(open.endsOn), view.language, view.now))}</span>}</p>
            {line.summary && <p className="summary-text" lang={line.lang}>{line.summary}</p>}
            <p className="meta small">{line.unit && <Fact icon="organisation">{line.unit}</Fact>}{line.place && <Fact icon="place">{line.place}</Fact>}{line.comments > 0 && <Fact icon="comment">{t.list.comments(line.comments)}</Fact>}</p>
          </article></li>
        )
      })}
    </ul>
  )
}

function Drafts({ its, view }: { its: Data; view: View }) {
  const t = matterWords(view.language)
  return (
    <Section id="drafts" title={t.list.drafts}>
      <ul className="card rows">{its.drafts.map((each) => (
        <li key={each.id}><div className="t"><a href={view.href(`/matters/${each.id}`)}>{each.title}</a><p className="meta"><span className="stage is-quiet"><Icon name={each.state === 'draft' ? 'edited' : 'clock'} />{each.publishAt ? t.states.scheduled(dayAndTime(each.publishAt, view.language, view.now)) : t.list.draft}</span></p></div></li>
      ))}</ul>
    </Section>
  )
}
