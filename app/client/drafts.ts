import { forgetPhotos, keepPhotos, keptPhotos, putPhotosBack } from './kept-photos.ts'
import { showRest } from './offline-steps.ts'
import './similar.ts'

/**
 * What is being written stays on the device until it is sent. A form says `data-draft="name"`; its texts are kept as they
 * are typed, put back when the form is opened again, and erased when the server has taken them. A send without a
 * connection waits and goes by itself when there is one, from whichever page is open then. Photos are kept beside it.
 */
type Draft = { fields: [string, string][]; at: number; /** to be sent: where to, and what to say on another page */ queued?: { to: string; page: string; words: Words } }
type Words = { sent: string; stuck: string; open: string }
const prefix = 'draft '
const kept = 30 * 24 * 60 * 60_000

const keyOf = (form: HTMLFormElement) => `${prefix}${document.body.dataset.base ?? ''} ${form.dataset.draft}`
function read(key: string): Draft | null {
  try { const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null; return draft && Date.now() - draft.at < kept ? draft : null } catch { return null }
}
const keys = () => { try { return Object.keys(localStorage) } catch { return [] } }
function write(key: string, draft: Draft | null) {
  try { if (draft) localStorage.setItem(key, JSON.stringify(draft)); else { localStorage.removeItem(key); void forgetPhotos(key) } } catch { /* a full or forbidden store keeps nothing, and the form still works */ }
}
/** Where a form goes, and the page that it stands on. */
const targetOf = (form: HTMLFormElement) => form.getAttribute('action') || location.pathname

const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && !/^(kept|drop)\d$/.test(name) ? [[name, value] as [string, string]] : []))
/** Did the person write anything? Choices alone are not worth keeping. */
const written = (form: HTMLFormElement) => [...form.elements].some((each) => (each instanceof HTMLTextAreaElement || (each instanceof HTMLInputElement && ['text', 'email', 'search', 'url'].includes(each.type))) && each.name !== 'email' && each.name !== 'name' && each.value.trim() !== '')

function keep(form: HTMLFormElement, more: Partial<Draft> = {}) {
  write(keyOf(form), written(form) ? { fields: fieldsOf(form), at: Date.now(), ...more } : null)
}
const note = (form: HTMLFormElement, name: 'restored' | 'queued', shown: boolean) => { const its = form.querySelector<HTMLElement>(`[data-draft-${name}]`); if (its) its.hidden = !shown }

function putBack(form: HTMLFormElement) {
  const draft = read(keyOf(form))
  // What the server handed back is newer than the draft, and so is what an address carries.
  if (!draft || 'failed' in form.dataset || written(form)) return
  for (const [name, value] of draft.fields) {
    if (name === '_do' || name === 'confirmed') continue
    const field = form.elements.namedItem(name)
    if (field instanceof RadioNodeList || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type !== 'file')) {
      field.value = value
      if (value && field instanceof HTMLElement) field.closest('details')?.setAttribute('open', '')
    }
  }
  void putPhotosBack(keyOf(form), form)
  note(form, 'restored', true)
  form.dispatchEvent(new Event('draft:restored', { bubbles: true }))
}

let timer = 0
const draftForm = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLFormElement>('form[data-draft]') : null)
document.addEventListener('input', (event) => {
  const form = draftForm(event.target)
  if (!form) return
  clearTimeout(timer)
  timer = window.setTimeout(() => { const queued = read(keyOf(form))?.queued; if (form.isConnected) keep(form, queued ? { queued } : {}) }, 300)
})
document.addEventListener('change', (event) => {
  const form = draftForm(event.target)
  if (form && event.target instanceof HTMLInputElement && event.target.type === 'file') void keepPhotos(keyOf(form), form)
})
addEventListener('pagehide', () => { for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) if (written(form) && !read(keyOf(form))?.queued) keep(form) })

document.addEventListener('click', (event) => {
  const form = event.target instanceof Element && event.target.closest('[data-draft-clear]') ? draftForm(event.target) : null
  if (!form) return
  write(keyOf(form), null)
  form.reset()
  for (const name of ['longitude', 'latitude']) { const field = form.elements.namedItem(name); if (field instanceof HTMLInputElement) field.value = '' }
  note(form, 'restored', false); note(form, 'queued', false)
  form.querySelector<HTMLElement>('input:not([type=hidden], [type=radio]), textarea')?.focus()
})

/** Waiting for a connection: kept with where it goes. */
function queue(form: HTMLFormElement) {
  const words = JSON.parse(form.dataset.words ?? '{}') as Words
  keep(form, { queued: { to: targetOf(form), page: location.pathname, words } })
  note(form, 'restored', false); note(form, 'queued', true)
  form.querySelector('[data-draft-queued]')?.scrollIntoView({ block: 'center' })
}
document.addEventListener('submit', (event) => {
  const form = draftForm(event.target)
  if (!form) return
  clearTimeout(timer)
  if (navigator.onLine) { keep(form); return }
  event.preventDefault()
  event.stopImmediatePropagation()
  if (!showRest(form)) queue(form)
}, true)
addEventListener('turbo:fetch-request-error', (event) => { const form = draftForm(event.target); if (form) { event.preventDefault(); if (!showRest(form)) queue(form) } })
addEventListener('turbo:submit-end', (event) => {
  const form = draftForm(event.target)
  if (!form || !(event as CustomEvent<{ success?: boolean }>).detail.success) return
  clearTimeout(timer)
  write(keyOf(form), null)
  delete form.dataset.draft // the page that is left must not keep it again
})

/** Sends what waits. On its own page the form itself goes, photos too; elsewhere what was kept goes. */
async function sendQueued() {
  if (!navigator.onLine) return
  const base = document.body.dataset.base ?? ''
  for (const key of keys().filter((each) => each.startsWith(`${prefix}${base} `))) {
    const draft = read(key)
    if (!draft?.queued) continue
    const here = [...document.querySelectorAll<HTMLFormElement>('form[data-draft]')].find((form) => keyOf(form) === key)
    const { queued, ...waiting } = draft
    write(key, waiting)
    if (here) { note(here, 'queued', false); here.requestSubmit(); continue }
    try {
      const body = new FormData()
      for (const [name, value] of [...draft.fields, ...await keptPhotos(key)]) body.append(name, value)
      const answer = await fetch(queued.to, { method: 'POST', body, headers: { accept: 'text/html' } })
      if (answer.ok && answer.redirected) { write(key, null); tell(queued.words.sent, queued.words.open, answer.url) } else tell(queued.words.stuck, queued.words.open, queued.page)
    } catch { write(key, draft) }
  }
}
function tell(text: string, open: string, to: string) {
  const said = document.createElement('div')
  said.className = 'said'
  said.setAttribute('role', 'status')
  const link = document.createElement('a')
  link.href = to
  link.textContent = open
  said.append(`${text} `, link)
  document.querySelector('main')?.prepend(said)
}

/** A form that is shown, now or after an answer in place. */
function meet() {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    if (read(keyOf(form))?.queued && !navigator.onLine) { putBack(form); note(form, 'queued', true); note(form, 'restored', false) } else putBack(form)
  }
  // Taken by the server without this script having heard it.
  const sent = document.querySelector<HTMLElement>('[data-draft-sent]')
  if (sent) write(`${prefix}${document.body.dataset.base ?? ''} ${sent.dataset.draftSent}`, null)
}
meet()
addEventListener('turbo:render', meet)
addEventListener('online', () => { void sendQueued() })
void sendQueued()
