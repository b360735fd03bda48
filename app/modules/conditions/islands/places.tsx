import { useEffect, useMemo, useRef, useState } from 'react'
import { metresBetween, type Point } from '#core/geo/geo.ts'
import { fill } from '#core/text/fill.ts'
import { clock } from '#core/text/format.ts'
import type { Language } from '#core/text/language.ts'
import { Icon } from '#ui/icons.tsx'
import { OnPhone } from '#ui/on-phone.tsx'
import type { PlacesData } from '../field/data.ts'
import { PlaceList } from '../field/shown/list.tsx'
import { PlaceRow } from '../field/shown/row.tsx'
import type { PlacesSight } from '../field/shown/sight.ts'
import type { Texts } from '../field/texts/fi.ts'
import { actSaid, newerSaid, problemSaid } from '../field/told.ts'
import { type PlaceAct, withActs } from '../field/with-acts.ts'
import { usePlaces } from './use-places.ts'

type At = { open: string | null; kind: string | null; shown: number }
type Props = { words: Texts; language: Language; base: string; /** null: the shell that is kept for when there is no network */ data: PlacesData | null; at: At; /** stands on the page of one place */ panel: boolean }

/** `/field/places?place=…&kind=…&shown=24` */
function whereAmI(): At {
  const query = new URLSearchParams(location.search)
  return { open: query.get('place'), kind: query.get('kind'), shown: Number(query.get('shown')) || 0 }
}
const ownKey = (base: string) => `nousu-own-places ${base.replace(/\/\w\w$/, '')}`
function keptOwn(base: string): string[] { try { const its: unknown = JSON.parse(localStorage.getItem(ownKey(base)) ?? '[]'); return Array.isArray(its) ? its.map(String) : [] } catch { return [] } }

/** What places are like, told from a phone with one tap, with a network and without one. Without script it is its first rendering, whose forms the server reads. */
export default function Places({ words: t, language, base, data: first, at: begin, panel }: Props) {
  const [at, setAt] = useState(begin)
  const [now, setNow] = useState(() => new Date(first?.asOf ?? 0))
  const [here, setHere] = useState<Point | null>(null)
  const [denied, setDenied] = useState(false)
  const [own, setOwn] = useState<string[]>([])
  const [text, setText] = useState('')
  const [mending, setMending] = useState<NonNullable<PlacesSight['mending']> | null>(null)
  const [said, say] = useState('')
  const watch = useRef<number | null>(null), left = useRef(0)
  const field = usePlaces(base, first, { panel, open: at.open })
  const { ready, acts, houseNow } = field
  const mine = useMemo(() => acts.filter((each) => each.person === field.data?.person.id && (!panel || each.placeId === at.open)), [acts, field.data, panel, at.open])
  const data = useMemo(() => (field.data ? withActs(field.data, mine, (act) => houseNow(Date.parse(act.at))) : null), [field.data, mine])

  useEffect(() => {
    const look = () => setAt(whereAmI())
    const tick = () => setNow(houseNow())
    const often = setInterval(tick, 30_000)
    if (!panel) { look(); setOwn(keptOwn(base)); addEventListener('popstate', look); void navigator.permissions?.query({ name: 'geolocation' }).then((its) => { if (its.state === 'granted') locate() }).catch(() => {}) }
    return () => { clearInterval(often); removeEventListener('popstate', look); if (watch.current !== null) navigator.geolocation.clearWatch(watch.current) }
  }, [])
  useEffect(() => { if (field.data) setNow(houseNow()) }, [field.data, acts])
  useEffect(() => { if (left.current > 0 && mine.length === 0) say(t.allSent); left.current = mine.length }, [mine.length])

  /** Rows do not move under the thumb: another place is taken for here when one has gone on, and looks at the beginning of the list. */
  function locate() {
    if (!navigator.geolocation || watch.current !== null) return
    watch.current = navigator.geolocation.watchPosition(({ coords }) => { setHere((before) => (before && (metresBetween(before, coords) < 150 || scrollY > 100) ? before : { longitude: coords.longitude, latitude: coords.latitude })); setDenied(false) }, () => { setDenied(true); if (watch.current !== null) { navigator.geolocation.clearWatch(watch.current); watch.current = null } }, { enableHighAccuracy: true, maximumAge: 20_000, timeout: 30_000 })
  }
  function toggle(id: string) {
    const next = own.includes(id) ? own.filter((each) => each !== id) : [...own, id]
    try { localStorage.setItem(ownKey(base), JSON.stringify(next)) } catch { /* not kept: true until the view is closed */ }
    setOwn(next)
  }
  function narrow(its: { kind?: string | null; shown?: number }) {
    const next = { ...at, ...its }, query = new URLSearchParams(Object.entries({ place: next.open ?? '', kind: next.kind ?? '', shown: next.shown ? `${next.shown}` : '' }).filter(([, value]) => value)).toString()
    const href = `${base}/field/places${query && `?${query}`}`
    return { href, ...(ready ? { onClick: (event: React.MouseEvent) => { event.preventDefault(); history.pushState(null, '', href); setAt(whereAmI()) } } : {}) }
  }

  const sight: PlacesSight | null = data && {
    words: t, language, base, data, now, panel, open: at.open, kind: at.kind, here, net: field.net, mending, waits: (id) => mine.filter((each) => each.placeId === id && !each.problem),
    ...(ready ? {
      act: (its, form) => { void field.add(its, form).then((kept) => { if (kept) { setMending(null); say(`${its.name}. ${navigator.onLine ? t.soon : t.inPhone}`) } }) },
      undo: (act) => { void field.drop(act); say(t.undone) },
    } : {}),
    ...(ready && !panel ? { locate, own: { ids: own, toggle } } : {}),
  }
  const saidOf = (act: PlaceAct) => `${act.name} · ${actSaid(act.kind, act.fields, { words: t, language })}`
  const stuck = mine.filter((each) => each.problem).map((act) => ({
    id: act.clientId, title: saidOf(act), problem: problemSaid(act.problem!, t), again: () => void field.again(act), drop: () => void field.drop(act),
    mend: data?.places.some((each) => each.id === act.placeId) && (act.fields.number || act.fields.text) ? { words: t.fix, does: () => { setMending({ placeId: act.placeId, fields: act.fields }); void field.drop(act) } } : undefined,
  }))
  const single = panel && data?.places[0]
  return (
    <div>
      {ready && <OnPhone t={t} net={field.net} waits={mine.filter((each) => !each.problem).length} sending={field.sending} others={acts.filter((each) => each.person !== field.data?.person.id).length} notKept={field.notKept} stuck={stuck} retry={() => void field.sync()}
        listFrom={field.savedAt ? clock(new Date(field.savedAt), language) : null} signInTo={`${base}/sign-in?to=${encodeURIComponent(panel ? `/places/${at.open}` : narrow({}).href.slice(base.length))}`}
        news={field.late.map(({ act, newer }) => <div key={act.clientId} className="said quiet"><Icon name="clock" /><div>{newer ? fill(t.older, { said: saidOf(act), newer: newerSaid(act.kind, newer, { words: t, language, now }) }) : `${saidOf(act)}. ${t.olderPlain}`}</div></div>)}>
        {field.late.length > 0 && <p className="actions"><button type="button" className="btn" onClick={field.seenLate}>{t.seen}</button></p>}
      </OnPhone>}
      {denied && <p className="said quiet" role="status">{t.denied}</p>}
      <p className="visually-hidden" role="status">{said}</p>
      {sight && (single ? <div className="outdoors"><PlaceRow sight={sight} its={single} /></div> : <PlaceList sight={sight} shown={at.shown} find={ready ? { text, set: setText } : undefined} narrow={narrow} />)}
      {!sight && <div className="outdoors stack"><h1>{t.title}</h1>{ready && <div className="empty"><p><b>{t.notHere.title}</b><br />{t.notHere.text}</p></div>}</div>}
    </div>
  )
}
