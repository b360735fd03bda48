import { HeapMap, type HeapWords } from '#ui/heap-map.tsx'

type Place = { id: string; title: string; kind: string; now: string; tone: string | null }
const looks: Record<string, string> = { good: 'is-service', fair: 'is-developing', poor: 'is-late', off: 'is-quiet', unknown: 'is-quiet' }
const named = (place: Place) => [place.title, place.kind, place.now].filter(Boolean).join(', ')

/** Places on a map, each with its colour of right now and the same in words; what is in sight is a list too, which the keyboard goes through as well. */
export default function PlaceMap({ source, points, near, base, words, listed }: { source: string; points: string; near: [number, number] | null; base: string; words: HeapWords & { chosen: string; seen: string; nearer: string }; /** at most so many are listed */ listed: number }) {
  const rows = (places: Place[]) => <ul className="rows">{places.map((place) => <li key={place.id}><div className="t"><a href={`${base}/places/${place.id}`}>{place.title}</a><small>{[place.kind, place.now].filter(Boolean).join(' · ')}</small></div></li>)}</ul>
  return (
    <HeapMap<Place, { places: Place[] }> source={source} points={points} near={near} words={words} of={({ places }) => places} look={(only) => looks[only?.tone ?? ''] ?? 'is-idea'} name={(only) => (only ? named(only) : words.one)}
      list={(chosen, inView, count) => <>
        {chosen.length > 0 && <section className="card ask stack tight" aria-label={words.chosen}>{rows(chosen)}</section>}
        {inView.length > 0 && count <= listed && <details className="fold"><summary>{words.seen.replace('#', String(inView.length))}</summary>{rows(inView)}</details>}
        {count > listed && <p className="hint">{words.nearer}</p>}
      </>} />
  )
}
