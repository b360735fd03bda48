import { distance } from '#core/text/format.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { fill } from '#core/text/fill.ts'
import { Icon } from '#ui/icons.tsx'
import { Prose, Section } from '#ui/layout.tsx'
import type { FieldOrder, FieldPicture } from '../data.ts'
import { pointOf } from '../day-order.ts'
import { windTo } from '../route.ts'
import { ActForm } from './act-form.tsx'
import { CloseForms } from './close-forms.tsx'
import { Conflicts } from './conflicts.tsx'
import { Lines } from './lines.tsx'
import { PhotoForm } from './photo-form.tsx'
import type { FieldSight } from './sight.ts'
import { StateMark } from './state-mark.tsx'

/** One order for the hands that do it: what and where, what people said, what to do, and the big buttons. */
export function OrderSight({ sight, its }: { sight: FieldSight; its: FieldOrder }) {
  const { words: t, base } = sight
  const open = its.state === 'new' || its.state === 'planned' || its.state === 'underWay'
  const back = { href: `${base}/work/field`, ...(sight.go ? { onClick: (event: React.MouseEvent) => { event.preventDefault(); sight.go!('/work/field') } } : {}) }
  return (
    <div className="outdoors stack">
      {/* what follows along to the closing stays above it, so that the two are never one on the other */}
      <div className="stack">
      <header className="stack tight">
        <p className="meta crumbs"><span><a {...back}>{t.back}</a> <span aria-hidden="true">›</span></span></p>
        <h1 tabIndex={-1}>{its.title}</h1>
        <p className="meta"><StateMark its={its} t={t} />{open && t.priority[its.priority] && <span className={its.priority === 3 ? 'stage is-late' : 'stage is-developing'}><Icon name="danger" />{t.priority[its.priority]}</span>}{its.due && open && <span className={its.late ? 'late' : undefined}><Icon name="clock" /> {fill(its.late ? t.late : t.due, { day: its.due })}</span>}<span>{its.reference}</span></p>
      </header>
      <Conflicts sight={sight} orderId={its.id} />
      <Where sight={sight} its={its} />
      {its.instructions.trim() && <section className="card stack tight" aria-label={t.instructions}><h2>{t.instructions}</h2><Prose text={its.instructions} /></section>}
      {open && its.state !== 'underWay' && <ActForm sight={sight} order={its} what="begin"><button type="submit" className="btn big"><Icon name="developing" />{t.begin}</button></ActForm>}
      {its.items.length > 0 && <Items sight={sight} its={its} />}
      {its.reports.length > 0 && <Reports sight={sight} its={its} />}
      <Pictures sight={sight} its={its} />
      {open && <PhotoForm sight={sight} its={its} />}
      {open && <div className="thumb"><a className="btn main big" href="#done"><Icon name="done" />{t.done.button}</a></div>}
      </div>
      {open && <CloseForms sight={sight} its={its} />}
      <Lines sight={sight} its={its} />
      <Notes sight={sight} its={its} />
    </div>
  )
}

function Where({ sight, its }: { sight: FieldSight; its: FieldOrder }) {
  const { words: t, here, language } = sight
  const point = pointOf(its)
  const metres = here && point ? metresBetween(here, point) : null
  if (!its.where && !point) return null
  return (
    <section className="card stack tight" aria-label={t.where}>
      <p className="iconed"><Icon name="place" /><b>{its.where ?? t.noPlace}</b></p>
      {metres !== null && point && here && <p>{metres < 25 ? t.here : `${distance(metres, language)} ${t.winds[windTo(here, point)]}`}</p>}
      {point && <>
        <p><a className="btn big" href={`geo:${point.latitude.toFixed(6)},${point.longitude.toFixed(6)}`}><Icon name="map" />{t.openMap}</a></p>
        <p className="meta"><span>{t.coordinates} {point.latitude.toFixed(5)}, {point.longitude.toFixed(5)}</span></p>
      </>}
    </section>
  )
}

function Items({ sight, its }: { sight: FieldSight; its: FieldOrder }) {
  const { words: t } = sight
  return (
    <Section id="items" title={t.items} more={<span className="meta">{fill(t.ticked, { done: its.items.filter((each) => each.done).length, all: its.items.length })}</span>}>
      <ul className="tick-list">
        {its.items.map((each) => (
          <li key={each.id}><ActForm sight={sight} order={its} what="tick" className="contents">
            <input type="hidden" name="itemId" value={each.id} /><input type="hidden" name="done" value={each.done ? 'no' : 'yes'} />
            <button type="submit" aria-pressed={each.done} className="tick-big"><i aria-hidden="true">{each.done && <Icon name="check" />}</i><span>{each.text}</span></button>
          </ActForm></li>
        ))}
      </ul>
    </Section>
  )
}

function Reports({ sight, its }: { sight: FieldSight; its: FieldOrder }) {
  const { words: t } = sight
  return (
    <Section id="reports" title={t.words}>
      <ul className="card rows">
        {its.reports.map((each) => (
          <li key={each.id}><div className="t">
            <small>{each.category} · {each.reference} · {each.sentAt}</small>
            {each.text === null ? <p className="hint">{t.privateReport}</p> : <Prose text={each.text} />}
            {each.address && each.address !== its.where && <p className="meta"><span><Icon name="place" /> {each.address}</span></p>}
            {each.meToos > 0 && <p className="meta"><span><Icon name="people" /> {each.meToos === 1 ? t.meToo : fill(t.meToos, { n: each.meToos })}</span></p>}
            <Photos sight={sight} pictures={each.pictures} />
          </div></li>
        ))}
      </ul>
    </Section>
  )
}

function Pictures({ sight, its }: { sight: FieldSight; its: FieldOrder }) {
  return its.pictures.length === 0 ? null : <Section id="pictures" title={sight.words.pictures}><Photos sight={sight} pictures={its.pictures} /></Section>
}

/** A photo that waits on this phone has an address of its own. */
const at = (base: string, path: string) => (path.startsWith('blob:') ? path : base + path)

function Photos({ sight: { base, words: t }, pictures }: { sight: FieldSight; pictures: FieldPicture[] }) {
  if (pictures.length === 0) return null
  return (
    <ul className={pictures.length === 1 ? 'photos one' : 'photos'}>
      {pictures.map((each) => (
        <li key={each.small}><figure><a href={at(base, each.large)}><img src={at(base, each.small)} alt={each.description || t.enlarge} loading="lazy" width="480" height="360" /></a>{each.role && <figcaption className="meta">{t.pictureRole[each.role]}</figcaption>}</figure></li>
      ))}
    </ul>
  )
}

function Notes({ sight, its }: { sight: FieldSight; its: FieldOrder }) {
  const { words: t } = sight
  return (
    <Section id="notes" title={t.notes}>
      {its.notes.length > 0 && <ul className="card rows">{its.notes.map((each) => <li key={each.id}><div className="t">{(each.by || each.at) && <small>{[each.by, each.at].filter(Boolean).join(' · ')}</small>}<Prose text={each.text} /></div></li>)}</ul>}
      <ActForm sight={sight} order={its} what="note">
        <label htmlFor="note-text">{t.note}</label><textarea id="note-text" name="text" rows={2} required maxLength={4000} />
        <button type="submit" className="btn big"><Icon name="text" />{t.addNote}</button>
      </ActForm>
    </Section>
  )
}
