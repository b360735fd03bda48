import { HeapMap, type HeapWords } from '#ui/heap-map.tsx'

type Report = { id: string; title: string; stage: string }

/** Reports on a map. Pressing a round goes nearer or lists what is in it under the map. The list of the page says the same without a map. */
export default function ReportMap({ source, points, near, base, words }: { source: string; points: string; near: [number, number] | null; base: string; words: HeapWords & { chosen: string } }) {
  return (
    <HeapMap<Report, { reports: Report[] }> source={source} points={points} near={near} words={words} of={({ reports }) => reports} look={(only) => `is-${only?.stage ?? 'idea'}`} name={(only) => only?.title ?? words.one}
      list={(chosen) => chosen.length > 0 && <section className="card ask stack tight" aria-label={words.chosen}><ul className="rows">{chosen.map((report) => <li key={report.id}><div className="t"><a href={`${base}/feedback/${report.id}`}>{report.title}</a></div></li>)}</ul></section>} />
  )
}
