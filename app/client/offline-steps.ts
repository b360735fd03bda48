// A form of several screens, one of which the server shows at a time. Without a network the rest of it is shown at once,
// so that it can be written to its end and sent when there is one.
/** Shows the hidden screens of a form; false when there was nothing more to show. */
export function showRest(form: HTMLFormElement): boolean {
  const hidden = [...form.querySelectorAll<HTMLElement>('[data-step][hidden]')]
  if (hidden.length === 0) return false
  for (const each of hidden) each.hidden = false
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[name=at], button[name=back]')) {
    if (button.value === 'noPlace' || button.name === 'back') button.hidden = true
    else { button.value = 'send'; if (form.dataset.last && !button.tabIndex) button.textContent = form.dataset.last }
  }
  const note = form.querySelector<HTMLElement>('[data-offline-rest]')
  if (note) note.hidden = false
  hidden[0]!.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
  return true
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-offline-here]') : null
  const { form } = button ?? {}
  if (!button || !form) return
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    for (const name of ['longitude', 'latitude'] as const) { const field = form.elements.namedItem(name); if (field instanceof HTMLInputElement) { field.value = coords[name].toFixed(6); field.dispatchEvent(new Event('input', { bubbles: true })) } }
    button.textContent = button.dataset.offlineHere!
  }, () => { button.hidden = true }, { enableHighAccuracy: true, timeout: 15_000 })
})
