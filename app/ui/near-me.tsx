import { Icon } from './icons.tsx'

/**
 * "Near me": a link that, with script (client/near-me.ts), asks for the position first and puts it into the address. Without
 * script, and where no position is got, the page behind the link asks for the place in words.
 * @param address where to go, with everything else that is chosen; `near` is added to it
 */
export function NearMe({ address, fallback, current, words }: { address: string; fallback: string; current: boolean; words: { name: string; locating: string; denied: string } }) {
  return <><a className="chip" href={fallback} aria-current={current ? 'true' : undefined} data-near={address} data-locating={words.locating} data-denied={words.denied}><Icon name="nearMe" /><span>{words.name}</span></a><span role="status" className="visually-hidden"></span></>
}
