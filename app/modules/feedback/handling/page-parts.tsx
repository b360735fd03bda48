import type { View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Prose, Section } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { Share } from '#ui/share.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { Trail } from '#ui/trail.tsx'
import type { Picture } from '#core/files/pictures.server.ts'
import { notShown } from '../panels.ts'
import { senderPath } from './sender-forms.server.ts'
import { SenderPowers } from './sender-parts.tsx'
import type { GoneReport, ShownReport } from './show.server.ts'
import { handlingWords } from './texts/index.ts'

type Its = { its: ShownReport; view: View }

/** A report, on its public page and on its sender's own. */
export function ReportBody({ its, view }: Its) {
  const t = handlingWords(view.language)
  const { language, now } = view
  const coverPath = senderPath(its.token ? { token: its.token } : { id: its.id })
  const place = [its.place, its.address].filter((each, i, all) => each && all.indexOf(each) === i).join(', ')
  return (
    <>
      <PageHead title={its.title} lang={its.lang} crumbs={its.token ? [] : [{ to: view.href('/feedback'), name: t.reports }]}>
        <p className="meta">
          <StageMark stage={its.stage} language={language} sign={its.sign} />
          {its.owed.late && <LateMark language={language} />}
          <Fact icon={its.category.icon}>{its.category.name}</Fact>
          {place && <Fact icon="place">{its.area ? <a href={view.href(`/areas/${encodeURIComponent(its.area)}`)}>{place}</a> : place}</Fact>}
          {its.point && its.visibility === 'public' && <span><a href={view.href(`/feedback?${new URLSearchParams({ near: `${its.point.longitude.toFixed(5)},${its.point.latitude.toFixed(5)}`, view: 'map' })}`)}><Icon name="map" /> {t.onMap}</a></span>}
          <Fact icon="calendar"><time dateTime={its.sentAt.toISOString()}>{day(its.sentAt, language, now)}</time></Fact>
          <Fact icon="key">{t.reference} {its.reference}</Fact>
          {its.name && <Fact icon="person">{t.by(its.name)}</Fact>}
        </p>
      </PageHead>
      <div className="beside trailing">
        <div className="stack">
          <Trail items={its.trail} owed={its.owed} stage={its.stage} language={language} now={now} next={nextOf(its, t)} />
          {(its.may.handle || (its.may.pass && its.visibility === 'public' && its.open)) && !its.token && <p className="actions"><LinkButton icon="work" to={view.href(`/feedback/${its.id}/handle`)}>{its.may.handle ? t.handle : t.passOnly}</LinkButton></p>}
        </div>
        <div className="stack wide">
          <States its={its} view={view} />
          {its.visibility === 'public' && <Actions its={its} view={view} />}
          {its.text && (its.visibility !== 'withdrawn' || its.mine.sent || its.may.handle) && <section className="stack" aria-label={t.what}><Prose text={its.text} lang={its.textLang} /><Lines its={its} /></section>}
          <Photos pictures={its.before} title={t.before} view={view} cover={its.may.change ? coverPath : null} />
          <Photos pictures={its.after} title={its.state === 'done' ? t.after : t.afterEarlier} view={view} cover={null} />
          {its.additions.length > 0 && <Section title={t.added}>{its.additions.map((each) => <Card key={each.id}><Prose text={each.text} lang={its.textLang} /><p className="meta"><Fact icon="calendar">{day(each.at, language, now)}</Fact>{each.hidden && <Fact icon="hidden">{t.addedWaits}</Fact>}</p></Card>)}</Section>}
          <Linked links={notShown(its.links, its.panels)} view={view} />
          {its.panels.map((panel) => <div key={panel.name}>{panel.draw(view)}</div>)}
          {its.mine.sent && <SenderPowers its={its} view={view} />}
          {!its.open && !its.mine.sent && its.visibility === 'public' && <Card><p><b>{t.again}</b> {t.againHint}</p><p className="actions"><LinkButton icon="plus" to={view.href(againPath(its))}>{t.againLink}</LinkButton></p></Card>}
        </div>
      </div>
    </>
  )
}

/** A new report of the same thing begins with its category and place; what is known there, this one too, is shown before sending. */
function againPath({ category, place, address, point }: ShownReport): string {
  return `/feedback/new?${new URLSearchParams({ category: category.id, ...(place ? { place } : {}), ...(address ? { address } : {}), ...(point ? { longitude: String(point.longitude), latitude: String(point.latitude) } : {}) })}`
}

function nextOf(its: ShownReport, t: ReturnType<typeof handlingWords>): string | null {
  if (its.visibility !== 'public' && its.visibility !== 'private') return null
  return its.state === 'done' && !its.question?.waits ? null : t.next[its.state] ?? null
}

/** What keeps it from being an ordinary public one, said first. */
function States({ its, view }: Its) {
  const t = handlingWords(view.language)
  return (
    <>
      {its.visibility === 'withdrawn' && <Card tone="ask"><p><Icon name="remove" /> <b>{t.withdrawn}</b></p></Card>}
      {its.visibility === 'private' && <Card tone="ask"><p><Icon name="hidden" /> <b>{t.privateNote}</b></p></Card>}
      {its.visibility === 'hidden' && (
        <Card tone="late"><p><Icon name="hidden" /> <b>{its.hiddenWhy ? t.hiddenBy : t.hiddenWaits}</b></p>
          {its.hiddenWhy && <p>{t.why} {its.hiddenWhy.explanation}</p>}
          {its.hiddenWhy && its.mine.sent && view.me && <p><LinkButton to={view.href(`/appeal/${its.hiddenWhy.decisionId}`)}>{t.appeal}</LinkButton></p>}</Card>
      )}
      {its.merged && <Card tone="ask"><p>{t.mergedInto}</p><p><a className="touch" href={view.href(its.merged.path)}><b>{its.merged.title}</b></a></p><p className="meta"><StageMark stage={its.merged.stage} sign={its.merged.sign} language={view.language} />{its.merged.reference && <Fact icon="key">{its.merged.reference}</Fact>}</p></Card>}
    </>
  )
}

function Actions({ its, view }: Its) {
  const t = handlingWords(view.language)
  return (
    <div className="stack tight">
      <div className="actions">
        {its.may.meToo && <ActionForm does="meToo"><Button kind="main" icon="support">{t.meToo}</Button></ActionForm>}
        {its.mine.saidMeToo && <span className="stage is-idea"><Icon name="check" />{t.saidMeToo}</span>}
        {!its.token && (view.me
          ? <ActionForm does={its.mine.follows ? 'unfollow' : 'follow'}><Button icon={its.mine.follows ? 'bell' : 'follow'} pressed={its.mine.follows}>{its.mine.follows ? t.following : t.follow}</Button></ActionForm>
          : <LinkButton icon="follow" to={view.href(`/follow/${its.id}`)}>{t.follow}</LinkButton>)}
        <Share title={its.title} url={its.url} language={view.language} />
      </div>
      {its.meToos > 0 && <p className="count"><Icon name="support" /> {t.meToos(its.meToos)}</p>}
      {!its.mine.sent && <p className="meta quiet-links"><a href={view.href(`/report?subject=${its.id}`)}><Icon name="report" /> {t.flag}</a></p>}
    </div>
  )
}

function Lines({ its }: { its: Pick<ShownReport, 'lines'> }) {
  if (its.lines.length === 0) return null
  return <dl className="facts">{its.lines.map((line) => <div key={line.label} className="fact"><dt>{line.label}</dt><dd>{line.value}</dd></div>)}</dl>
}

/** Photos that open large; for who may, with the way to cover what should not be seen in them. */
export function Photos({ pictures, title, view, cover }: { pictures: Picture[]; title: string; view: Pick<View, 'href' | 'language'>; /** the page of the report from which each is covered */ cover: string | null }) {
  const t = handlingWords(view.language)
  if (pictures.length === 0) return null
  return (
    <Section title={title}>
      <div className={pictures.length === 1 ? 'photos one' : 'photos'}>
        {pictures.map((picture, i) => (
          <a key={picture.id} href={view.href(picture.large)} aria-label={`${picture.description || t.photo(i + 1)}. ${t.enlarge}`}>
            <img src={view.href(pictures.length === 1 ? picture.large : picture.small)} alt={picture.description || t.photo(i + 1)} width={picture.width} height={picture.height} loading={i === 0 ? 'eager' : 'lazy'} />
          </a>
        ))}
      </div>
      {cover && <p className="meta quiet-links">{pictures.map((picture, i) => <a key={picture.id} href={view.href(`${cover}/cover/${picture.id}`)}><Icon name="hidden" /> {pictures.length === 1 ? t.own.cover : t.own.coverOf(i + 1)}</a>)}</p>}
    </Section>
  )
}

/** The place of a report that others may not read: nothing of its words, only why. */
export function GoneBody({ its, view }: { its: GoneReport; view: View }) {
  const t = handlingWords(view.language)
  const when = day(its.at, view.language, view.now)
  return (
    <>
      <PageHead title={t.gone[its.gone]} crumbs={[{ to: view.href('/feedback'), name: t.reports }]} />
      <Empty icon="hidden" action={<LinkButton to={view.href('/feedback')}>{t.gone.others}</LinkButton>}>{its.gone === 'hidden' ? t.gone.hiddenText(when) : t.gone.withdrawnText(when)} {its.explanation && <>{t.why} {its.explanation}</>}</Empty>
    </>
  )
}
