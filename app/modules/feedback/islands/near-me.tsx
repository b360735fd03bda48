import { useEffect, useState } from 'react'

/** "Near me": a link that, with script, asks for the position first. Where there is none, the page asks for the place. */
export default function NearMe({ address, fallback, current, words }: { address: string; fallback: string; current: boolean; words: { name: string; locating: string; denied: string } }) {
  const [live, setLive] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setLive('geolocation' in navigator), [])
  const go = () => {
    setSaid(words.locating)
    navigator.geolocation.getCurrentPosition(({ coords }) => { location.assign(`${address}?sort=nearest&near=${coords.longitude.toFixed(4)},${coords.latitude.toFixed(4)}`) }, () => { setSaid(words.denied); location.assign(fallback) }, { timeout: 10_000, maximumAge: 120_000 })
  }
  return <><a className="chip" href={fallback} aria-current={current ? 'true' : undefined} onClick={(event) => { if (live) { event.preventDefault(); go() } }}>{said === words.locating ? said : words.name}</a><span role="status" className={said === words.denied ? 'hint' : 'visually-hidden'}>{said}</span></>
}
