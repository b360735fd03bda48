import { page, type View } from '#core/http/page.ts'
import { ago, distance } from '#core/text/format.ts'
import { stageSign } from '#core/trail/kind.ts'
import { PlaceSigns } from '#modules/directory/ui'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { NearMe } from '#ui/near-me.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { find, type Narrowed, type Result, searchAddress, type Shortcut } from '../find.server.ts'
import { searchWords } from '../texts/index.ts'

const icons: Record<Shortcut['kind'], IconName> = { places: 'place', topic: 'filter', area: 'map', place: 'place', list: 'list' }

export default page('/search', {
  read: (ctx, _params, query) => find(ctx, query),
  head: ({ text }, { language }) => ({ title: text ? searchWords(language).of(text) : searchWords(language).title, hidden: true }),
  view(data, view) {
    const { text, results, next, from, shortcuts, also, kind, topics, narrowed, near } = data
    const t = searchWords(view.language)
    return (
      <>
        <PageHead title={t.title} />
        <form method="get" action={view.href('/search')} role="search" className="stack tight">
          <label htmlFor="q">{t.label}</label>
          <div className="searchbox"><input id="q" type="search" name="q" defaultValue={text} maxLength={200} aria-describedby="q-hint" autoComplete="off" enterKeyHint="search" {...(text ? {} : { autoFocus: true })} /><button type="submit" className="btn main"><Icon name="search" />{t.go}</button></div>
          {narrowed.kind && <input type="hidden" name="kind" value={narrowed.kind} />}{narrowed.near && <input type="hidden" name="near" value={narrowed.near} />}
          <p className="hint" id="q-hint">{t.hint}</p>
        </form>
        {!text && (
          <Section id="browse" title={t.browse} more={<a href={view.href('/services')}>{t.services}</a>}>
            <p className="lead">{t.start}</p>
            <ul className="filters">{topics.map((each) => <li key={each.path}><a className="chip" href={view.href(each.path)}>{each.name}</a></li>)}</ul>
          </Section>
        )}
        {text && <Narrowing data={data} view={view} />}
        {also.length > 0 && <p className="hint" role="status">{t.also(also)}</p>}
        {shortcuts.length > 0 && (
          <Section id="shortcuts" title={t.shortcuts}>
            <ul className="filters">{shortcuts.map((each) => <li key={each.kind + each.name}><a className="chip" href={view.href(each.path)}><Icon name={icons[each.kind]} /><span className="visually-hidden">{t[each.kind]}: </span>{each.name}</a></li>)}</ul>
          </Section>
        )}
        {results.length > 0 && (
          <Section id="results" title={near ? t.nearest : t.results} more={kind && <span className="meta">{t.onlyKind(kind)}</span>}>
            <ol className="card rows">{results.map((each) => <Row key={each.id} its={each} view={view} />)}</ol>
          </Section>
        )}
        {(next || from > 0) && (
          <nav className="pager" aria-label={t.paging}>
            {next && <LinkButton to={view.href(searchAddress(text, narrowed, { from: next }))}>{t.more}</LinkButton>}
            {from > 0 && <LinkButton kind="quiet" to={view.href(searchAddress(text, narrowed))}>{t.toStart}</LinkButton>}
          </nav>
        )}
        {text && <Onward data={data} view={view} />}
      </>
    )
  },
})

type Data = Awaited<ReturnType<typeof find>>

/** Which results: of a kind, near, open now, free of charge; each press an address. */
function Narrowing({ data: { text, narrowed, kinds, near }, view }: { data: Data; view: View }) {
  const t = searchWords(view.language)
  const to = (its: { [K in keyof Narrowed]?: Narrowed[K] | undefined }) => view.href(searchAddress(text, { ...narrowed, ...its }))
  const placed = !narrowed.kind || narrowed.kind === 'place' || narrowed.kind === 'service'
  const asksWhere = narrowed.where !== undefined && !near
  return (
    <>
      <nav className="filters slide" aria-label={t.narrow}>
        <NearMe address={view.href(searchAddress(text, { ...narrowed, near: undefined, where: undefined }))} current={near !== null} fallback={to({ near: undefined, where: narrowed.where ?? '?' })} words={{ name: t.nearMe, locating: t.locating, denied: t.denied }} />
        {placed && narrowed.kind !== 'service' && <a className="chip" href={to({ open: !narrowed.open })} aria-current={narrowed.open ? 'true' : undefined}><Icon name="open" />{t.openNow}</a>}
        {placed && <a className="chip" href={to({ free: !narrowed.free })} aria-current={narrowed.free ? 'true' : undefined}><Icon name="ticket" />{t.free}</a>}
        <a className="chip" href={to({ kind: undefined })} aria-current={narrowed.kind ? undefined : 'true'}>{t.everything}</a>
        {kinds.map((each) => <a key={each.kind} className="chip" href={to({ kind: each.kind, ...(each.kind === 'place' || each.kind === 'service' ? {} : { open: false, free: false }) })} aria-current={narrowed.kind === each.kind ? 'true' : undefined}>{each.name}</a>)}
      </nav>
      {near && <p className="actions"><span className="hint">{near.name ? t.nearestTo(near.name) : t.nearestToYou}</span><a className="chip on" href={to({ near: undefined, where: undefined })}>{t.anywhere} <Icon name="close" /></a></p>}
      {asksWhere && (
        <form method="get" action={view.href('/search')} className="where">
          <input type="hidden" name="q" value={text} />{narrowed.kind && <input type="hidden" name="kind" value={narrowed.kind} />}{narrowed.open && <input type="hidden" name="open" value="1" />}{narrowed.free && <input type="hidden" name="free" value="1" />}
          {narrowed.where !== '?' && <p className="hint" role="status"><Icon name="no" /> {t.unknownPlace(narrowed.where!)}</p>}
          <label htmlFor="near-where"><b>{t.where}</b></label><span className="search-line"><input id="near-where" name="where" defaultValue={narrowed.where === '?' ? '' : narrowed.where} maxLength={120} autoComplete="street-address" /><button type="submit" className="btn">{t.go}</button></span>
        </form>
      )}
    </>
  )
}

/** No result is never the end, and a wrong one is not either: ask, call, wish, send an idea. */
function Onward({ data: { text, results, from, phone, narrowed }, view }: { data: Data; view: View }) {
  const t = searchWords(view.language)
  const none = results.length === 0 && from === 0
  const chosen = narrowed.kind || narrowed.open || narrowed.free
  const asked = encodeURIComponent(text)
  return (
    <Section id="onward" title={none ? t.noneTitle : t.notFound}>
      {none && <p className="lead" role="status">{chosen ? t.noneNarrowed(text) : t.none(text)}</p>}
      <p className="actions">
        {none && chosen && <LinkButton kind="main" to={view.href(searchAddress(text, { open: false, free: false }))}>{t.searchAll}</LinkButton>}
        <LinkButton icon="comment" to={view.href(`/feedback/new?text=${asked}`)}>{t.ask}</LinkButton>
        {phone && <LinkButton icon="phone" to={`tel:${phone.phone.replace(/[^\d+]/g, '')}`}>{t.call(phone.name, phone.phone)}</LinkButton>}
        <LinkButton icon="need" to={view.href('/ideas/new?kind=need')}>{t.wish}</LinkButton>
        <LinkButton icon="plus" to={view.href('/ideas/new')}>{t.noneAction}</LinkButton>
      </p>
    </Section>
  )
}

function Row({ its, view }: { its: Result; view: View }) {
  const t = searchWords(view.language)
  const entry = its.kind === 'place' || its.kind === 'service' || its.kind === 'provider'
  return (
    <li><article className="t">
      <a className="title" lang={its.lang} href={view.href(its.path)}>{its.title}</a>
      <p className="summary-text" lang={its.lang}>{its.summary}</p>
      {its.card ? <PlaceSigns card={its.card} view={view} /> : (
        <p className="meta small">
          {(entry || its.kindName !== uiWords(view.language).stage[its.stage]) && <span>{its.kindName}</span>}{its.offeredBy && <Fact icon={its.offeredBy.provider ? 'organisation' : 'official'}>{its.offeredBy.name}</Fact>}{its.metres !== null && <Fact icon="place">{t.away(distance(its.metres, view.language))}</Fact>}
          {(!entry || its.stage === 'ended') && <StageMark stage={its.stage} language={view.language} sign={stageSign(its.kind, its.stage, view.language)} />}
          {its.late && <LateMark language={view.language} />}{its.place && its.metres === null && <Fact icon="place">{its.place}</Fact>}{!entry && <Fact icon="calendar">{ago(its.createdAt, view.language, view.now)}</Fact>}
        </p>
      )}
    </article></li>
  )
}
