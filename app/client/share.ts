// Sharing by the device's own sheet where there is one; copying where there is a clipboard.
addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null
  const share = target?.closest<HTMLElement>('[data-share]')
  if (!share || !target) return
  const url = share.dataset.share!
  const copy = share.querySelector<HTMLButtonElement>('[data-copy]')
  if (target.closest('summary')) {
    if (typeof navigator.share === 'function') {
      event.preventDefault()
      navigator.share({ title: share.dataset.title!, url }).catch(() => {})
    } else if (copy && navigator.clipboard) copy.hidden = false
  } else if (copy && target.closest('[data-copy]')) {
    void navigator.clipboard.writeText(url).then(() => { share.querySelector('[role=status]')!.textContent = copy.dataset.copy! })
  }
})
// An address carries only what was chosen.
addEventListener('formdata', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.method !== 'get') return
  for (const [name, value] of Array.from(event.formData)) if (value === '') event.formData.delete(name)
})
