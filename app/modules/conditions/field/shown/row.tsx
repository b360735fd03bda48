import { useState } from 'react'
import { fill } from '#core/text/fill.ts'
import { distance, day } from '#core/text/format.ts'
import { metresBetween } from '#core/geo/geo.ts'
import { inLanguage } from '#core/text/language.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import { whenSaid } from '../../say.ts'
import { isSeasonal, maintenanceOf, propertyOf } from '../../vocabulary.ts'
import type { FieldPlace } from '../data.ts'
import { type Tap, untils, written } from '../tap.ts'
import { actSaid, cap, caresOf, linesOf, tapsOf } from '../told.ts'
import { earlier } from '../when.ts'
import type { PlacesSight } from './sight.ts'

/** A place in the field: what is known of it and since when, and a big button for each thing that one may say of it. */
export function PlaceRow({ sight, its }: { sight: PlacesSight; its: FieldPlace }) {
  const { words: t, language, here } = sight
  const off = its.season?.on === false
  const metres = here && its.longitude !== null && its.latitude !== null ? metresBetween(here, { longitude: its.longitude, latitude: its.latitude }) : null
  const own = sight.own?.ids.includes(its.id)
  return (
    <article className="card stack place-now" aria-labelledby={`p-${its.id}`} data-place={its.id}>
      {!sight.panel && <header className="stack tight">
        <h2 id={`p-${its.id}`}><a href={`${sight.base}/places/${its.id}`}>{its.name}</a></h2>
        <p className="meta"><span>{its.kindName}</span>{its.where && <span>{its.where}</span>}{metres !== null && <span><b>{distance(metres, language)}</b></span>}</p>
      </header>}
      {sight.panel && <h2 id={`p-${its.id}`}>{t.panel.title}</h2>}
      <Known sight={sight} its={its} off={off} />
      <Waits sight={sight} its={its} />
      {off ? <TapForm sight={sight} its={its}><TapButton tap={{ what: 'season', on: true }} main icon="restored">{t.begin}</TapButton></TapForm> : <Taps sight={sight} its={its} />}
      {(sight.own || !sight.panel) && <p className="actions">
        {sight.own && <button type="button" className="btn quiet" aria-pressed={own} onClick={() => sight.own!.toggle(its.id)}><Icon name="heart" />{own ? t.kept1 : t.keep}</button>}
        <a className="btn quiet" href={`${sight.base}/field/places/poster?place=${its.id}`}><Icon name="poster" />{t.poster}</a>
      </p>}
    </article>
  )
}

function Known({ sight, its, off }: { sight: PlacesSight; its: FieldPlace; off: boolean }) {
  const { words: t, language, now } = sight
  return (
    <ul className="seen-now">
      {off ? <li><Icon name="closed" /><b>{fill(t.seasonOff, { when: day(new Date(its.season!.at), language, now) })}</b></li> : <>
        {linesOf(its, sight).map((each) => <li key={each.key}><Icon name={each.icon as IconName} /><span><b>{cap(each.words)}</b>{each.when && <> · {each.when}</>}</span></li>)}
        {caresOf(its, sight).map((each) => <li key={each.key}><Icon name="done" /><span>{each.words}</span></li>)}
      </>}
      {its.notice && new Date(its.notice.until) > now && <li><Icon name="comment" /><span>{its.notice.words} <small>({fill(t.until, { when: whenSaid(new Date(its.notice.until), language, now) })})</small></span></li>}
    </ul>
  )
}

/** What was said here and has not gone yet: each may be taken back. */
function Waits({ sight, its }: { sight: PlacesSight; its: FieldPlace }) {
  const { words: t } = sight, acts = sight.waits(its.id)
  if (acts.length === 0) return null
  return (
    <ul className="stack tight">
      {acts.map((act) => (
        <li key={act.clientId} className="said waits-here"><Icon name="check" /><div><b>{actSaid(its.kind, act.fields, sight)}</b><br />{sight.net === 'ok' ? t.soon : t.inPhone}</div>
          {sight.undo && <button type="button" className="btn" onClick={() => sight.undo!(act)}><Icon name="restored" />{t.undo}</button>}</li>
      ))}
    </ul>
  )
}

/** A form of taps on one place. Without script it goes to the view's own page; with it, to the phone's queue and from there to the server. */
function TapForm({ sight, its, children, className, label, check, after }: { /** when it has been said */ after?: () => void; sight: PlacesSight; its: FieldPlace; children: React.ReactNode; className?: string; label?: string; /** what is wrong, said at a field */ check?: (form: FormData) => { field: string; words: string } | null }) {
  return (
    <form method="post" action={`${sight.base}/field/places`} className={className ?? 'stack tight'} aria-label={label} noValidate onSubmit={sight.act && ((event) => {
      event.preventDefault()
      const form = event.currentTarget, fields = new FormData(form, (event.nativeEvent as SubmitEvent).submitter)
      for (const each of form.querySelectorAll<HTMLInputElement>('input, textarea')) each.setCustomValidity('')
      const wrong = check?.(fields)
      if (wrong) (form.elements.namedItem(wrong.field) as HTMLInputElement).setCustomValidity(wrong.words)
      if (!form.reportValidity()) return
      sight.act!(its, fields)
      form.reset()
      after?.()
    })}>
      <input type="hidden" name="_do" value="say" /><input type="hidden" name="placeId" value={its.id} /><input type="hidden" name="asOf" value={sight.data.asOf} />{sight.panel && <input type="hidden" name="back" value="place" />}
      {children}
    </form>
  )
}
function TapButton({ tap, main, icon, pressed, children }: { tap: Tap; main?: boolean; icon?: IconName; pressed?: boolean; children: React.ReactNode }) {
  return <button type="submit" className={main ? 'btn main big' : 'btn big'} name="say" value={written(tap)} aria-pressed={pressed}>{icon && <Icon name={icon} />}{children}</button>
}

function Taps({ sight, its }: { sight: PlacesSight; its: FieldPlace }) {
  const { words: t, language, now } = sight
  const [clock, setClock] = useState('')
  const again = () => setClock('') // an earlier time is of one tap
  const taps = tapsOf(its.kind), at = clock ? whenOf(clock, language) : t.now
  const nowIs = (tap: Tap) => tap.what === 'saw' && its.seen.some((each) => each.property === tap.property && each.value === tap.value)
  const cares = (keys: string[], main: boolean) => keys.map((key) => <TapButton key={key} tap={{ what: 'did', care: key }} main={main}>{fill(t.at, { what: inLanguage(maintenanceOf(its.kind).find((each) => each.key === key)?.name, language), when: at })}</TapButton>)
  const saws = (all: Tap[]) => all.map((tap) => (tap.what === 'saw' ? <TapButton key={tap.value} tap={tap} pressed={nowIs(tap)}>{cap(inLanguage(propertyOf(its.kind, tap.property)!.values[tap.value]!.name, language))}</TapButton> : null))
  const name = (key: string) => inLanguage(propertyOf(its.kind, key)!.name, language)
  const first = taps.often[0]
  const many = taps.rest.filter((each) => each.taps.length > 0), measured = taps.rest.filter((each) => propertyOf(its.kind, each.property)!.measure)
  return (
    <>
      {measured.filter((each) => propertyOf(its.kind, each.property)!.primary).map((each) => <NumberForm key={each.property} sight={sight} its={its} property={each.property} clock={clock} after={again} />)}
      <TapForm sight={sight} its={its} className="stack" label={its.name} after={again}>
        <div className="at-time"><label htmlFor={`w-${its.id}`}>{t.when}</label>
          <select id={`w-${its.id}`} name="clock" {...(sight.act ? { value: clock, onChange: (event: React.ChangeEvent<HTMLSelectElement>) => setClock(event.currentTarget.value) } : { defaultValue: '' })}><option value="">{t.whenNow}</option>{earlier(now).map((each) => <option key={each} value={each}>{whenOf(each, language)}</option>)}</select></div>
        <div className="taps">{cares(taps.cares.slice(0, 2), true)}</div>
        {first?.what === 'saw' && <fieldset><legend>{name(first.property)}</legend><div className="taps">{saws(taps.often)}</div></fieldset>}
        <details className="fold">
          <summary>{t.rest}</summary>
          <div className="stack">
            {taps.cares.length > 2 && <fieldset><legend>{t.care}</legend><div className="taps">{cares(taps.cares.slice(2), false)}</div></fieldset>}
            {many.map((each) => <fieldset key={each.property}><legend>{name(each.property)}</legend><div className="taps">{saws(each.taps)}</div></fieldset>)}
            {isSeasonal(its.kind) && <fieldset><legend>{t.season}</legend><div className="taps"><TapButton tap={{ what: 'season', on: false }} icon="closed">{t.end}</TapButton></div></fieldset>}
          </div>
        </details>
      </TapForm>
      {measured.filter((each) => !propertyOf(its.kind, each.property)!.primary).map((each) => <NumberForm key={each.property} sight={sight} its={its} property={each.property} clock={clock} after={again} />)}
      <WordsForm sight={sight} its={its} />
    </>
  )
}
/** "klo 18.10" of "18:10" */
const whenOf = (clock: string, language: PlacesSight['language']) => { const [hour, minute] = clock.split(':'); return language === 'en' ? clock : `${language === 'fi' ? 'klo' : 'kl.'} ${Number(hour)}.${minute}` }

function NumberForm({ sight, its, property, clock, after }: { sight: PlacesSight; its: FieldPlace; property: string; clock: string; after: () => void }) {
  const { words: t, language } = sight
  const { name, measure } = propertyOf(its.kind, property)!, id = `n-${property}-${its.id}`
  const mending = sight.mending?.placeId === its.id && sight.mending.fields.say === written({ what: 'measured', property }) ? sight.mending.fields.number : undefined
  return (
    <TapForm key={mending} sight={sight} its={its} className="reading" after={after} check={(form) => {
      const said = String(form.get('number') ?? '').trim().replace(',', '.').replace('−', '-'), number = Number(said)
      const words = said === '' ? t.problems.required! : !Number.isFinite(number) ? t.problems.notNumber! : number < measure!.min || number > measure!.max ? t.problems.outOfRange! : null
      return words ? { field: 'number', words } : null
    }}>
      <input type="hidden" name="clock" value={clock} />
      <div className="field"><label htmlFor={id}>{cap(inLanguage(name, language))}{measure!.unit && ` (${measure!.unit})`}</label><input id={id} name="number" type="text" inputMode="decimal" autoComplete="off" maxLength={8} defaultValue={mending} /></div>
      <TapButton tap={{ what: 'measured', property }}>{t.mark}</TapButton>
    </TapForm>
  )
}

function WordsForm({ sight, its }: { sight: PlacesSight; its: FieldPlace }) {
  const { words: t, now } = sight
  const mending = sight.mending?.placeId === its.id && sight.mending.fields.say === 'words' ? sight.mending.fields.text : undefined
  const standing = its.notice && new Date(its.notice.until) > now
  return (
    <details className="fold" open={mending !== undefined}>
      <summary>{t.words}</summary>
      <div className="stack">
        {standing && <TapForm sight={sight} its={its}><TapButton tap={{ what: 'wordsEnd' }} icon="remove">{t.wordsEnd}</TapButton></TapForm>}
        <TapForm key={mending} sight={sight} its={its} check={(form) => (String(form.get('text') ?? '').trim() === '' ? { field: 'text', words: t.problems.required! } : null)}>
          <div className="field"><label htmlFor={`t-${its.id}`}>{t.words}</label><p className="hint" id={`th-${its.id}`}>{t.wordsHint}</p><textarea id={`t-${its.id}`} name="text" rows={2} maxLength={300} aria-describedby={`th-${its.id}`} defaultValue={mending} /></div>
          <div className="field"><label htmlFor={`u-${its.id}`}>{t.untilLabel}</label><select id={`u-${its.id}`} name="until">{untils.map((each) => <option key={each} value={each}>{t.untils[each]}</option>)}</select></div>
          <TapButton tap={{ what: 'words' }} icon="comment">{t.say}</TapButton>
        </TapForm>
      </div>
    </details>
  )
}
