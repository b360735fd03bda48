import * as Turbo from '@hotwired/turbo'

/** Listens to what moves while the page is seen; reconnects with a growing, uneven wait. */
customElements.define('live-updates', class extends HTMLElement {
  source: EventSource | undefined
  wait = 1000
  timer = 0
  see = () => (document.hidden ? this.shut() : this.open())
  hide = () => this.shut()
  show = () => this.open()
  connectedCallback() { this.open(); document.addEventListener('visibilitychange', this.see); addEventListener('pagehide', this.hide); addEventListener('pageshow', this.show) }
  disconnectedCallback() { this.shut(); document.removeEventListener('visibilitychange', this.see); removeEventListener('pagehide', this.hide); removeEventListener('pageshow', this.show) }
  open() {
    if (this.source || document.hidden) return
    const source = (this.source = new EventSource(this.getAttribute('src')!))
    source.onopen = () => { this.wait = 1000 }
    source.onmessage = (message) => Turbo.renderStreamMessage(message.data)
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return
      this.shut()
      this.timer = window.setTimeout(() => this.open(), this.wait * (0.5 + Math.random()))
      this.wait = Math.min(this.wait * 2, 30_000)
    }
  }
  shut() { clearTimeout(this.timer); this.source?.close(); this.source = undefined }
})
