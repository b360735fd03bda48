// While a report is being written: what it is about is suggested from its words after a pause, and what a topic says and
// asks comes as soon as it is chosen. The server does the same when the screen is sent.
const formOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLFormElement>('form[data-suggest]') : null)
const shown = new WeakMap<HTMLFormElement, string>()
let timer = 0
let asking: AbortController | undefined

async function ask(form: HTMLFormElement) {
  const here = form.querySelector<HTMLElement>('[data-suggest-here]')
  if (!here || !form.isConnected) return
  const said = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && !/^(kept|alt)\d$/.test(name)) said.append(name, value)
  asking?.abort()
  asking = new AbortController()
  try {
    const answer = await fetch(form.dataset.suggest!, { method: 'POST', body: said, signal: asking.signal })
    const text = answer.ok ? await answer.text() : ''
    if (!text || !form.isConnected || shown.get(form) === text) return
    shown.set(form, text)
    const part = new DOMParser().parseFromString(text, 'text/html').body.firstElementChild as HTMLElement
    const focused = document.activeElement?.id
    here.replaceChildren(...[...part.childNodes].map((each) => document.importNode(each, true)))
    if (focused && !document.activeElement?.id) document.getElementById(focused)?.focus()
    const name = form.querySelector('[data-suggest-name]')
    if (name && part.dataset.name) name.textContent = part.dataset.name
    const status = form.querySelector('[data-suggest-said]')
    if (status && status.textContent !== part.dataset.said) status.textContent = part.dataset.said ?? ''
  } catch { /* without a network the server suggests when the form goes */ }
}
const soon = (form: HTMLFormElement) => { clearTimeout(timer); timer = window.setTimeout(() => { void ask(form) }, 500) }

document.addEventListener('input', (event) => {
  const form = formOf(event.target)
  if (form && event.target instanceof HTMLTextAreaElement && event.target.name === 'text') soon(form)
})
document.addEventListener('draft:restored', (event) => { const form = formOf(event.target); if (form) soon(form) })
document.addEventListener('change', (event) => {
  const { target } = event
  const form = formOf(target)
  if (!form || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !['categoryId', 'otherId'].includes(target.name)) return
  const chosen = form.elements.namedItem('chosen')
  if (chosen instanceof HTMLInputElement) chosen.value = '1'
  clearTimeout(timer)
  void ask(form)
})
export {}
