import { useEffect, useMemo, useRef, useState } from 'react'
import type { Point } from '#core/geo/geo.ts'
import { clock } from '#core/text/format.ts'
import type { Language } from '#core/text/language.ts'
import { fill } from '#core/text/fill.ts'
import { type FieldData, type FieldSort, isFieldSort } from '../field/data.ts'
import { DayList } from '../field/shown/list.tsx'
import { OrderSight } from '../field/shown/order.tsx'
import type { FieldSight } from '../field/shown/sight.ts'
import { closing, Waiting } from '../field/shown/waiting.tsx'
import type { Texts } from '../field/texts/fi.ts'
import { type WaitingAct, withActs } from '../field/with-acts.ts'
import { useField } from './use-field.ts'

type At = { order: string | null; sort: FieldSort }
type Props = { words: Texts; language: Language; base: string; /** null: the shell that is kept for when there is no network */ data: FieldData | null; at: At }

/** `/work/field`, `/work/field?sort=route`, `/work/field/<order>` */
function whereAmI(base: string): At {
  const sort = new URLSearchParams(location.search).get('sort')
  return { order: location.pathname.slice(`${base}/work/field/`.length).match(/^[0-9a-f-]{36}$/)?.[0] ?? null, sort: isFieldSort(sort) ? sort : 'mine' }
}
const depotKey = (base: string) => `nousu-field-depot ${base.replace(/\/\w\w$/, '')}`
function keptDepot(base: string): Point | null {
  try { return JSON.parse(localStorage.getItem(depotKey(base)) ?? 'null') as Point | null } catch { return null }
}

const seen = new Map<string, string>()
/** Where a waiting photo is seen on this phone: one address for each, for as long as the view is open. */
function photoOf({ clientId, photo }: WaitingAct): string | null {
  if (photo && !seen.has(clientId)) seen.set(clientId, URL.createObjectURL(photo))
  return seen.get(clientId) ?? null
}

/** The field view on a phone: the day and each order in it, with a network and without one. Without script it is its first rendering, whose forms the server reads. */
export default function Field({ words: t, language, base, data: first, at: begin }: Props) {
  const [at, setAt] = useState(begin)
  const [here, setHere] = useState<Point | null>(null)
  const [depot, setDepot] = useState<Point | null>(null)
  const [denied, setDenied] = useState(false)
  const [said, say] = useState('')
  const root = useRef<HTMLDivElement>(null), watch = useRef<number | null>(null), shown = useRef(`${begin.order}`)
  const field = useField(base, first, at.order)
  const { ready, acts } = field
  const mine = useMemo(() => acts.filter((each) => each.person === field.data?.person.id), [acts, field.data])
  const data = useMemo(() => (field.data ? withActs(field.data, mine, photoOf) : null), [field.data, mine])

  useEffect(() => {
    const look = () => setAt(whereAmI(base))
    look()
    setDepot(keptDepot(base))
    addEventListener('popstate', look)
    void navigator.permissions?.query({ name: 'geolocation' }).then((its) => { if (its.state === 'granted') locate() }).catch(() => {})
    return () => { removeEventListener('popstate', look); if (watch.current !== null) navigator.geolocation.clearWatch(watch.current) }
  }, [])
  // Another part of the view is another page to who reads it by ear or by keyboard.
  useEffect(() => {
    if (shown.current === `${at.order}`) return
    shown.current = `${at.order}`
    scrollTo(0, 0)
    root.current?.querySelector<HTMLElement>('h1')?.focus()
  }, [at.order])

  const left = useRef(0)
  useEffect(() => { if (left.current > 0 && mine.length === 0) say(t.allSent); left.current = mine.length }, [mine.length])

  function locate() {
    if (!navigator.geolocation || watch.current !== null) return
    watch.current = navigator.geolocation.watchPosition(({ coords }) => { setHere({ longitude: coords.longitude, latitude: coords.latitude }); setDenied(false) }, () => { setDenied(true); if (watch.current !== null) { navigator.geolocation.clearWatch(watch.current); watch.current = null } }, { enableHighAccuracy: true, maximumAge: 20_000, timeout: 30_000 })
  }
  function go(path: string) { history.pushState(null, '', base + path); setAt(whereAmI(base)) }

  const from: FieldSight['from'] = here ? { point: here, why: 'here' } : depot ? { point: depot, why: 'kept' } : data?.depot ? { point: data.depot, why: 'depot' } : null
  const sight: FieldSight | null = data && {
    words: t, language, base, data, sort: at.sort, from, here,
    ...(ready ? {
      go, locate,
      act: (what, order, form, element) => {
        void field.add(what, order, form).then((kept) => {
          if (!kept) return
          element?.reset()
          say(`${t.acts[what as 'note']}. ${t.kept}`)
          if (closing.has(what)) go('/work/field')
        })
      },
      arrange: (ids, id) => {
        const title = data.orders.find((each) => each.id === (id ?? ids[0]))?.title ?? ''
        const form = new FormData()
        form.set('ids', ids.join(' '))
        const its = data.orders.find((each) => each.id === ids[0])!
        void field.add('arrange', its, form).then((kept) => { if (kept) say(fill(t.movedTo, { title, place: ids.indexOf(id ?? ids[0]!) + 1, n: ids.length })) })
        if (at.sort !== 'mine') go('/work/field')
      },
      ...(here ? { keepDepot: () => { try { localStorage.setItem(depotKey(base), JSON.stringify(here)) } catch { /* not kept: the route still begins here */ } setDepot(here); say(t.kept) } } : {}),
    } : {}),
  }
  const order = data?.orders.find((each) => each.id === at.order)
  const titleOf = (id: string) => data?.orders.find((each) => each.id === id)?.title ?? ''
  return (
    <div ref={root}>
      {ready && <Waiting t={t} base={base} acts={mine} others={acts.length - mine.length} net={field.net} sending={field.sending} listFrom={field.savedAt ? clock(new Date(field.savedAt), language) : null}
        news={field.news.map((each) => ({ title: titleOf(each.orderId), told: each.told }))} notKept={field.notKept} titleOf={titleOf} undo={(act) => { void field.drop(act); say(t.undone) }} retry={() => void field.sync()} again={(act) => void field.again(act)} drop={(act) => void field.drop(act)} close={field.clearNews} />}
      {denied && <p className="said quiet" role="status">{t.route.denied}</p>}
      <p className="visually-hidden" role="status">{said}</p>
      {sight && (order ? <OrderSight key={order.id} sight={sight} its={order} /> : <DayList sight={sight} />)}
      {!sight && <div className="outdoors stack"><h1>{t.title}</h1>{ready && <div className="empty"><p><b>{t.empty.title}</b><br />{t.empty.text}</p></div>}</div>}
    </div>
  )
}
