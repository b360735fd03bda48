import { useEffect, useRef, useState } from 'react'

type Words = { on: string; isOn: string; denied: string; failed: string; working: string }
type State = 'unknown' | 'off' | 'on' | 'denied' | 'working' | 'failed'

/** The same as the page's list knows a device by: the digest of its push service's address. */
const markOf = async (endpoint: string) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (base64url: string) => Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))
const same = (a: ArrayBuffer | null, b: Uint8Array) => a !== null && a.byteLength === b.length && new Uint8Array(a).every((byte, i) => byte === b[i])

/**
 * Turns push messages on for this browser: asks for leave, subscribes with the installation's key, and sends the
 * subscription with the page's own form, which loads the page anew. Shows nothing where push is not possible, and nothing without script.
 */
export default function PushSwitch({ vapid, base, marks, words }: { vapid: string; base: string; marks: string[]; words: Words }) {
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<State>('unknown')
  useEffect(() => {
    if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return
    void (async () => {
      if (Notification.permission === 'denied') return setState('denied')
      const its = await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription()
      setState(its && marks.includes(await markOf(its.endpoint)) ? 'on' : 'off')
    })()
  }, [marks])

  const turnOn = async () => {
    setState('working')
    try {
      if (await Notification.requestPermission() !== 'granted') return setState(Notification.permission === 'denied' ? 'denied' : 'off')
      const { pushManager } = await navigator.serviceWorker.ready
      const key = bytesOf(vapid)
      let its = await pushManager.getSubscription()
      if (its && !same(its.options.applicationServerKey, key)) { await its.unsubscribe(); its = null } // of another key: its messages would be refused
      its ??= await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
      const { endpoint, keys } = its.toJSON()
      const given = { endpoint: endpoint!, p256dh: keys!.p256dh!, auth: keys!.auth!, device: navigator.userAgent }
      // what the service worker proves itself with when the push service changes the subscription
      await (await caches.open('nousu-push-1')).put('/push', new Response(JSON.stringify({ endpoint, auth: given.auth, vapid, base })))
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
