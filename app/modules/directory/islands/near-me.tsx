import { useEffect, useState } from 'react'

/**
 * "Near me": a link that, with script, asks for the position first and puts it into the address, rounded to about a hundred
 * metres; it is kept nowhere. Where there is none, the page asks for the place in words.
 * @param address where to go, with everything else that is chosen; `near` is added to it
 */
export default function NearMe({ address, fallback, current, words }: { address: string; fallback: string; current: boolean; words: { name: string; locating: string; denied: string } }) {
  const [live, setLive] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setLive('geolocation' in navigator), [])
  const go = () => {
    setSaid(words.locating)
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const to = new URL(address, location.href)
      to.searchParams.set('near', `${coords.longitude.toFixed(3)},${coords.latitude.toFixed(3)}`)
      location.assign(to)
    }, () => { setSaid(words.denied); location.assign(fallback) }, { timeout: 10_000, maximumAge: 120_000 })
  }
  return <><a className="chip" href={fallback} aria-current={current ? 'true' : undefined} onClick={(event) => { if (live) { event.preventDefault(); go() } }}><svg aria-hidden="true"><use href="/icons.svg#nearMe" /></svg>{said === words.locating ? said : words.name}</a><span role="status" className={said === words.denied ? 'hint' : 'visually-hidden'}>{said}</span></>
}
