/// <reference types="vite/client" />
import * as Turbo from '@hotwired/turbo'
import './client/live.ts'
import './client/islands.ts'
import './client/drafts.ts'
import './client/enhance.ts'
import './client/suggest.ts'
import './client/writing.ts'
import './client/passkeys.ts'
import './client/install.ts'
import './client/field-kept.ts'
import './client/open-now.ts'
import './client/near-me.ts'

// Links are the browser's own; Turbo serves only forms that ask for it, and live refreshes.
Turbo.config.drive.enabled = false
Turbo.config.forms.mode = 'optin'
Turbo.config.forms.submitter = 'aria-disabled'
addEventListener('load', () => { history.scrollRestoration = 'auto' })
addEventListener('turbo:before-morph-element', (event) => {
  if (event.target instanceof Element && event.target.matches('is-land[data-ready], details.menu[open]')) event.preventDefault()
})
// A form that leads to another address is a page change, and page changes are the browser's.
addEventListener('turbo:before-visit', (event) => {
  const url = new URL((event as CustomEvent<{ url: string }>).detail.url)
  if (url.pathname !== location.pathname) { event.preventDefault(); location.assign(url) }
})
addEventListener('turbo:submit-end', (event) => {
  if (!(event as CustomEvent<{ success: boolean }>).detail.success)
    addEventListener('turbo:render', () => (document.querySelector<HTMLElement>('[aria-invalid=true], .summary') ?? document.querySelector<HTMLElement>('[data-step-title]'))?.focus(), { once: true })
})
