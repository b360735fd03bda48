// "Near me" (ui/near-me.tsx): the position is rounded to about a hundred metres, goes into the address and is kept nowhere.
// A few lines here, as an island would bring its whole engine with it for one link.

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-near]') : null
  if (!link || !('geolocation' in navigator) || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  const name = link.querySelector('span')!, status = link.nextElementSibling!, before = name.textContent
  status.textContent = name.textContent = link.dataset.locating!
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    const to = new URL(link.dataset.near!, location.href)
    to.searchParams.set('near', `${coords.longitude.toFixed(3)},${coords.latitude.toFixed(3)}`)
    location.assign(to)
  }, () => {
    name.textContent = before
    status.textContent = link.dataset.denied!
    status.className = 'hint'
    location.assign(link.href)
  }, { timeout: 10_000, maximumAge: 120_000 })
})
