import { useEffect, useRef, useState } from 'react'
import { canRing, subscribe, subscribed } from '#ui/push.ts'

type Words = { on: string; isOn: string; denied: string; failed: string; working: string }
type State = 'unknown' | 'off' | 'on' | 'denied' | 'working' | 'failed'

/**
 * Turns push messages on for this browser: asks for leave, subscribes with the installation's key, and sends the
 * subscription with the page's own form, which loads the page anew. Shows nothing where push is not possible, and nothing without script.
 */
export default function PushSwitch({ vapid, base, marks, words }: { vapid: string; base: string; marks: string[]; words: Words }) {
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<State>('unknown')
  useEffect(() => {
    if (!canRing()) return
    void (async () => {
      if (Notification.permission === 'denied') return setState('denied')
      const its = await subscribed()
      setState(its && marks.includes(its.mark) ? 'on' : 'off')
    })()
  }, [marks])

  const turnOn = async () => {
    setState('working')
    try {
      const given = await subscribe(vapid, base)
      if (!given) return setState(Notification.permission === 'denied' ? 'denied' : 'off')
      for (const [name, value] of Object.entries(given)) (form.current!.elements.namedItem(name) as HTMLInputElement).value = value
      form.current!.requestSubmit()
    } catch { setState('failed') }
  }
  if (state === 'unknown') return null
  if (state === 'on' || state === 'denied') return <p role="status">{state === 'on' ? words.isOn : words.denied}</p>
  return (
    <form ref={form} method="post" className="stack">
      <input type="hidden" name="_do" value="device" />
      {['endpoint', 'p256dh', 'auth', 'device'].map((name) => <input key={name} type="hidden" name={name} />)}
      <p className="actions"><button type="button" className="btn main" aria-disabled={state === 'working'} onClick={() => { if (state !== 'working') void turnOn() }}>{state === 'working' ? words.working : words.on}</button></p>
      {state === 'failed' && <p role="alert">{words.failed}</p>}
    </form>
  )
}
