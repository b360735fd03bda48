// What a reader has opened and begun to write is theirs: when something moves elsewhere, the page is renewed around it.
// Only the form they sent themselves is made anew with the answer.
let answered = false

addEventListener('input', (event) => {
  if (event.target instanceof Element) event.target.closest('form')?.setAttribute('data-written', '')
})
addEventListener('turbo:submit-end', (event) => {
  const { success, formSubmission } = (event as CustomEvent<{ success: boolean; formSubmission: { formElement: HTMLFormElement } }>).detail
  if (!success) return
  formSubmission.formElement.removeAttribute('data-written')
  answered = true
})
addEventListener('turbo:render', () => { answered = false })

addEventListener('turbo:before-morph-element', (event) => {
  if (event.target instanceof HTMLFormElement && event.target.hasAttribute('data-written')) event.preventDefault()
})
addEventListener('turbo:before-morph-attribute', (event) => {
  const { target } = event
  if (!(target instanceof HTMLDetailsElement) || (event as CustomEvent<{ attributeName: string }>).detail.attributeName !== 'open') return
  if (!answered || target.querySelector('form[data-written]')) event.preventDefault()
})
export {}
