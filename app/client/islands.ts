import type { ComponentType } from 'react'

// The few parts of a page that are instruments: rendered by the server, brought to life when they come into view.
const islands = import.meta.glob<{ default: ComponentType<never> }>('/app/modules/*/islands/*.tsx')

customElements.define('is-land', class extends HTMLElement {
  root: { unmount(): void } | undefined
  seen: IntersectionObserver | undefined
  connectedCallback() {
    this.seen = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) { this.seen?.disconnect(); void this.start() } }, { rootMargin: '200px' })
    this.seen.observe(this)
  }
  disconnectedCallback() { this.seen?.disconnect(); queueMicrotask(() => { if (!this.isConnected) { this.root?.unmount(); this.root = undefined } }) }
  async start() {
    const load = islands[this.dataset.src ?? '']
    if (this.root || !load) return
    const [{ hydrateRoot }, { createElement }, { default: Island }] = await Promise.all([import('react-dom/client'), import('react'), load()])
    this.root = hydrateRoot(this, createElement(Island as ComponentType, JSON.parse(this.dataset.props ?? '{}')), { identifierPrefix: this.id })
    this.dataset.ready = ''
  }
})
