import { type Known, sayOpen } from './open-words.ts'

// Says anew, as time goes, whether places are open: by the server's clock, for a phone's may be wrong, and a page may come from
// a cache or from the page before. What the server's clock is, is learnt from a page that came just now, else it is asked.

const store = 'nousu-clock'
const again = 10 * 60_000
let offset: number | undefined, measured = 0, asking = false

/** The server's time less this device's, kept for pages that are read without a network. */
function learn(its: number) {
  offset = Math.abs(its) < 30_000 ? 0 : its
  measured = Date.now()
  try { localStorage.setItem(store, String(offset)) } catch { /* a private window keeps nothing */ }
}
function kept(): number | undefined {
  try { const its = localStorage.getItem(store); return its === null || Number.isNaN(Number(its)) ? undefined : Number(its) } catch { return undefined }
}
async function ask() {
  if (asking || Date.now() - measured < again) return
  asking = true
  try {
    const before = Date.now()
    const date = Date.parse((await fetch('/healthz', { method: 'HEAD', cache: 'no-store' })).headers.get('date') ?? '')
    if (!Number.isNaN(date)) learn(date - (before + Date.now()) / 2)
  } catch { offset ??= kept() } finally { asking = false }
  sayAll()
}
/** A page that came over the network in this very visit says what the time is on the server. */
function learnFrom(at: number) {
  const [its] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (its && its.type !== 'back_forward' && its.transferSize > 0 && its.workerStart === 0) learn(at - (performance.timeOrigin + its.responseStart))
  else { offset = kept(); void ask() }
}

const all = new Set<OpenNow>()
const sayAll = () => { for (const each of all) each.say() }

class OpenNow extends HTMLElement {
  static observedAttributes = ['data-known']
  connectedCallback() { all.add(this); this.say() }
  disconnectedCallback() { all.delete(this) }
  attributeChangedCallback() { if (this.isConnected) this.say() }
  say() {
    const words = this.querySelector<HTMLElement>('[data-words]'), old = this.querySelector<HTMLElement>('[data-old]')
    if (!words || !old) return
    const known = JSON.parse(this.dataset.known!) as Known
    if (offset === undefined && measured === 0) { measured = 1; learnFrom(known.at) }
    const said = sayOpen(known, Date.now() + (offset ?? 0), offset !== undefined)
    const its = offset === undefined && asking ? { ...said, old: '' } : said // the server is being asked: in a moment it is known whether the page is old
    if (words.textContent !== its.words) words.textContent = its.words
    if (old.textContent !== its.old) old.textContent = its.old
    old.hidden = its.old === ''
    if (its.tone) { this.classList.remove('good', 'off', 'unknown'); this.classList.add(its.tone) }
  }
}
customElements.define('open-now', OpenNow)
setInterval(sayAll, 20_000)
const look = () => { if (!document.hidden && all.size > 0) { sayAll(); void ask() } }
document.addEventListener('visibilitychange', look)
addEventListener('pageshow', (event) => { if (event.persisted) look() })
addEventListener('online', look)
