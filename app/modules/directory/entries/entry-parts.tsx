import type { ReactNode } from 'react'
import type { View } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day } from '#core/text/format.ts'
import { otherLanguage, type Translated } from '#core/text/language.ts'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Card, Empty, LinkButton, PageHead } from '#ui/layout.tsx'
import { Share } from '#ui/share.tsx'
import type { Place } from './show-place.server.ts'
import type { Service } from './show-service.server.ts'
import type { HiddenEntry } from './page-data.server.ts'
import { entriesWords } from './texts/index.ts'

type Entry = Pick<Place | Service, 'id' | 'name' | 'visibility' | 'stage' | 'gone' | 'provider' | 'changedAt' | 'url' | 'follows' | 'may' | 'lang'>

/** What keeps an entry from being an ordinary public one, said first. */
export function States({ its, why, others, view }: { its: Entry; why: { explanation: string; decisionId: string } | null; others: string; view: View }) {
  const t = entriesWords(view.language)
  if (its.visibility === 'hidden') return (
    <Card tone="late"><p className="iconed"><Icon name="hidden" /> <b>{why ? t.hiddenBy : t.hiddenWaits}</b></p>
      {why && <p>{t.why} {why.explanation}</p>}
      {why && its.may.keep && <p><LinkButton to={view.href(`/appeal/${why.decisionId}`)}>{t.appeal}</LinkButton></p>}</Card>
  )
  if (its.visibility === 'waiting' && its.stage !== 'ended') return <Card tone="ask"><p className="iconed"><Icon name="edited" /> {t.draft}</p></Card>
  if (its.gone) return <Card tone="late"><p className="iconed"><Icon name="no" /> <b>{t.gone[its.gone]}</b></p><p><a className="touch" href={view.href(others)}>{t.gone.others}</a></p></Card>
  return null
}

/** The language that a text is shown in, when it is another than the reader's. */
export const langOf = (text: Translated | null, view: View) => otherLanguage(text ?? {}, view.language)

/** A labelled fact of the list at the top; nothing when there is nothing to say. */
export const FactRow = ({ name, children }: { name: string; children: ReactNode }) => (children ? <div className="fact"><dt>{name}</dt><dd>{children}</dd></div> : null)

/** Price as people ask of it: free or not, then how much. */
export function priceOf(its: Pick<Place, 'priceKind' | 'price'>, view: View): ReactNode {
  const kind = its.priceKind === 'unknown' ? null : entriesWords(view.language).priceKinds[its.priceKind]
  return kind || its.price ? <>{kind && <b>{kind}</b>}{kind && its.price && '. '}{its.price}</> : null
}
export const Phone = ({ number }: { number: string }) => <a className="touch" href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>
export const Mail = ({ address }: { address: string }) => <a className="touch" href={`mailto:${address}`}>{address}</a>
export const Web = ({ address }: { address: string }) => <a className="touch" href={address} rel="noopener nofollow">{address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</a>

export function Photos({ pictures, view }: { pictures: Place['pictures']; view: View }) {
  const t = entriesWords(view.language)
  if (pictures.length === 0) return null
  return (
    <div className={pictures.length === 1 ? 'photos one' : 'photos'}>
      {pictures.map((picture, i) => (
        <a key={picture.id} href={view.href(picture.large)} aria-label={`${picture.description || t.photo(i + 1)}. ${t.enlarge}`}>
          <img src={view.href(pictures.length === 1 ? picture.large : picture.small)} alt={picture.description || t.photo(i + 1)} width={picture.width} height={picture.height} loading={i === 0 ? 'eager' : 'lazy'} />
        </a>
      ))}
    </div>
  )
}

/** Follow and share, as everything followable has. */
export function FollowAndShare({ its, view }: { its: Pick<Entry, 'id' | 'name' | 'url' | 'follows'>; view: View }) {
  const t = entriesWords(view.language)
  return (
    <div className="actions">
      {view.me
        ? <ActionForm does={its.follows ? 'unfollow' : 'follow'}><Button icon={its.follows ? 'bell' : 'follow'} pressed={its.follows}>{its.follows ? t.following : t.followThis}</Button></ActionForm>
        : <LinkButton icon="follow" to={view.href(`/follow/${its.id}`)}>{t.followThis}</LinkButton>}
      <Share title={its.name} url={its.url} language={view.language} />
    </div>
  )
}

/** Something is wrong here: what is broken at the place, what is wrong on its page. Both become a report with an owner and a day; a provider's own page leads to the provider too. */
export function Corrections({ its, point, contact, view }: { its: Entry; point?: { longitude: number; latitude: number } | null; contact: string; view: View }) {
  const t = entriesWords(view.language)
  const at = { place: its.name.slice(0, 120), longitude: point?.longitude, latitude: point?.latitude }
  return (
    <div className="stack tight">
      {its.provider && contact && <p className="hint">{t.correctBy(its.provider.name)} {contact.includes('@') ? <Mail address={contact} /> : <Phone number={contact} />}</p>}
      <p className="meta quiet-links">
        {point && !its.gone && <a href={view.href(withQuery('/feedback/new', at))}><Icon name="report" /> {t.fault}</a>}
        <a href={view.href(withQuery('/feedback/new', { ...at, text: t.correction(its.name) }))}><Icon name="edited" /> {t.correct}</a>
        {its.provider && !its.may.keep && <a href={view.href(`/report?subject=${its.id}`)}><Icon name="shield" /> {t.report}</a>}
        <span>{t.changed(day(its.changedAt, view.language, view.now))}</span>
      </p>
    </div>
  )
}

/** Where the keepers of an entry go. */
export function Keeping({ to, view }: { to: { path: string; name: string; icon: IconName }[]; view: View }) {
  return (
    <nav className="card ask stack tight" aria-label={entriesWords(view.language).keep.nav}>
      <b>{entriesWords(view.language).keep.nav}</b>
      <ul className="filters slide">{to.map((each) => <li key={each.path}><a className="chip" href={view.href(each.path)}><Icon name={each.icon} />{each.name}</a></li>)}</ul>
    </nav>
  )
}

/** The pages on which a place is kept. */
export function placeKeeping(id: string, t: ReturnType<typeof entriesWords>['keep'], may: { ask: boolean }): { path: string; name: string; icon: IconName }[] {
  const to = (what: string) => `/places/${id}/edit${what}`
  return [
    { path: to(''), name: t.facts, icon: 'edited' }, { path: to('/access'), name: t.access, icon: 'accessible' }, { path: to('/inside'), name: t.inside, icon: 'hall' }, { path: `/places/${id}/hours`, name: t.hours, icon: 'clock' },
    { path: to('/services'), name: t.here, icon: 'list' }, { path: to('/pictures'), name: t.pictures, icon: 'camera' }, { path: to('/state'), name: t.state, icon: 'routed' }, ...(may.ask ? [{ path: `/ask/new?about=${id}`, name: t.ask, icon: 'face4' as const }] : []),
  ]
}
/** The pages on which a service is kept. */
export function serviceKeeping(id: string, t: ReturnType<typeof entriesWords>['keep'], may: { ask: boolean }): { path: string; name: string; icon: IconName }[] {
  const to = (what: string) => `/services/${id}/edit${what}`
  return [{ path: to(''), name: t.facts, icon: 'edited' }, { path: to('/channels'), name: t.channels, icon: 'phone' }, { path: to('/pictures'), name: t.pictures, icon: 'camera' }, { path: to('/state'), name: t.state, icon: 'routed' }, ...(may.ask ? [{ path: `/ask/new?about=${id}`, name: t.ask, icon: 'face4' as const }] : [])]
}

/** The place of an entry that a moderator has hidden. */
export function Gone({ its, others, view }: { its: HiddenEntry; others: { path: string; name: string }; view: View }) {
  const t = entriesWords(view.language)
  return (
    <>
      <PageHead title={t.goneTitle} crumbs={[{ to: view.href(others.path), name: others.name }]} />
      <Empty icon="hidden" action={<LinkButton to={view.href(others.path)}>{t.gone.others}</LinkButton>}>{t.goneText(day(its.at, view.language, view.now))} {its.explanation && <>{t.why} {its.explanation}</>}</Empty>
    </>
  )
}
