// While an idea is being written: ideas like it are shown after a pause, the topic follows the words until it is chosen by
// hand, and photos are seen before they are sent. All of it is also done by the server when the form is sent.
const value = (form: HTMLFormElement, name: string) => { const field = form.elements.namedItem(name); return field && 'value' in field ? field.value.trim() : '' }
const told = new WeakMap<HTMLFormElement, string>()
const chosen = new WeakSet<HTMLFormElement>()
let timer = 0
let asking: AbortController | undefined

async function look(form: HTMLFormElement) {
  const here = form.querySelector<HTMLElement>('[data-similar-here]')
  const title = value(form, 'title')
  if (!here || !form.isConnected) return
  const query = new URLSearchParams({ title, text: value(form, 'text').slice(0, 1500) })
  for (const name of ['place', 'longitude', 'latitude']) if (value(form, name)) query.set(name, value(form, name))
  const asked = query.toString()
  if (title.length < 4) { here.replaceChildren(); told.delete(form); return }
  if (told.get(form) === asked || form.querySelector('.summary.alike')) return
  told.set(form, asked)
  asking?.abort()
  asking = new AbortController()
  try {
    const answer = await fetch(`${form.dataset.similar}?${asked}`, { signal: asking.signal })
    if (!answer.ok) return
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild as HTMLElement | null
    if (!part || !form.isConnected) return
    const links = (its: Element) => [...its.querySelectorAll('a')].map((each) => each.href).join()
    if (links(part) !== links(here)) here.replaceChildren(document.importNode(part, true)) // said again only when it is new
    const topic = form.elements.namedItem('topicId')
    if (topic instanceof HTMLSelectElement && !chosen.has(form)) topic.value = part.dataset.topic ?? ''
    const seen = form.elements.namedItem('confirmed')
    if (seen instanceof HTMLInputElement && part.dataset.found !== '0') seen.value = '1' // they have been shown: sending goes through
  } catch { told.delete(form) }
}

const formOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLFormElement>('form[data-similar]') : null)
function soon(event: Event) {
  const form = formOf(event.target)
  if (!form) return
  clearTimeout(timer)
  timer = window.setTimeout(() => { void look(form) }, 600)
}
document.addEventListener('input', soon)
document.addEventListener('draft:restored', soon)
document.addEventListener('change', (event) => {
  const target = event.target
  if (target instanceof HTMLSelectElement && target.name === 'topicId') { const form = formOf(target); if (form) chosen.add(form) }
  if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
  const place = target.closest<HTMLElement>('[data-photo]')
  const preview = place?.querySelector<HTMLImageElement>('[data-preview]')
  if (!place || !preview) return
  if (preview.src) URL.revokeObjectURL(preview.src)
  const file = target.files?.[0]
  place.classList.toggle('used', !!file)
  preview.hidden = !file
  if (file) preview.src = URL.createObjectURL(file)
  else preview.removeAttribute('src')
})
