// What a reader has opened and begun to write is theirs: when something moves elsewhere, the page is renewed around it.
// Only the form they sent themselves is made anew, with the answer or with what is to be mended.
let mine: { form: HTMLFormElement; done: boolean } | undefined

addEventListener('input', (event) => {
  if (event.target instanceof Element) event.target.closest('form')?.setAttribute('data-written', '')
})
addEventListener('turbo:submit-end', (event) => {
  const { success, formSubmission } = (event as CustomEvent<{ success: boolean; formSubmission: { formElement: HTMLFormElement } }>).detail
  mine = { form: formSubmission.formElement, done: success }
  mine.form.removeAttribute('data-written')
})
addEventListener('turbo:render', () => {
  if (mine && !mine.done) mine.form.setAttribute('data-written', '')
  mine = undefined
})

addEventListener('turbo:before-morph-element', (event) => {
  if (event.target instanceof HTMLFormElement && event.target.hasAttribute('data-written')) event.preventDefault()
})
addEventListener('turbo:before-morph-attribute', (event) => {
  const { target } = event
  if (!(target instanceof HTMLDetailsElement) || (event as CustomEvent<{ attributeName: string }>).detail.attributeName !== 'open') return
  if (!mine || target.querySelector('form[data-written]')) event.preventDefault()
})
export {}
