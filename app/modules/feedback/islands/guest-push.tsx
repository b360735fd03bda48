import { useEffect, useRef, useState } from 'react'
import { canRing, subscribe, subscribed } from '#ui/push.ts'

type Words = { lead: string; on: string; isOn: string; off: string; denied: string; failed: string; working: string }
type State = 'unknown' | 'off' | 'on' | 'denied' | 'working' | 'failed'

/**
 * Messages of one report on this browser, without an account: asks for leave, subscribes, and sends the subscription with
 * the page's own form (`device`, or `endDevice` to end them). Shows nothing where push is not possible, and nothing without script.
 */
export default function GuestPush({ vapid, base, marks, words }: { vapid: string; base: string; marks: string[]; words: Words }) {
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<State>('unknown')
  useEffect(() => {
    if (!canRing()) return
    void (async () => {
      const its = await subscribed()
      setState(its && marks.includes(its.mark) ? 'on' : Notification.permission === 'denied' ? 'denied' : 'off')
    })()
  }, [marks])

  const send = (does: 'device' | 'endDevice', given: Record<string, string>) => {
    for (const [name, value] of Object.entries({ _do: does, ...given })) { const field = form.current!.elements.namedItem(name); if (field instanceof HTMLInputElement) field.value = value }
    form.current!.requestSubmit()
  }
  const turnOn = async () => {
    setState('working')
    try {
      const given = await subscribe(vapid, base)
      if (!given) return setState(Notification.permission === 'denied' ? 'denied' : 'off')
      send('device', given)
    } catch { setState('failed') }
  }
  const turnOff = async () => { const its = await subscribed(); if (its) send('endDevice', its) }
  if (state === 'unknown') return null
  if (state === 'denied') return <p role="status" className="hint">{words.denied}</p>
  return (
    <form ref={form} method="post" className="stack tight">
      <input type="hidden" name="_do" defaultValue="device" />
      {['endpoint', 'p256dh', 'auth'].map((name) => <input key={name} type="hidden" name={name} />)}
      <p role="status">{state === 'on' ? words.isOn : words.lead}</p>
      <p className="actions">
        {state === 'on' ? <button type="button" className="btn small" onClick={() => { void turnOff() }}>{words.off}</button>
          : <button type="button" className="btn" aria-disabled={state === 'working'} onClick={() => { if (state !== 'working') void turnOn() }}>{state === 'working' ? words.working : words.on}</button>}
      </p>
      {state === 'failed' && <p role="alert">{words.failed}</p>}
    </form>
  )
}
