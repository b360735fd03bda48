import type { ReactNode } from 'react'
import { clock } from '#core/text/format.ts'
import { inLanguage, type Language } from '#core/text/language.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import type { Crowd } from './crowd.server.ts'
import type { UsualDay } from './curve.server.ts'
import { occupancyWords } from './texts/index.ts'

const icons = { quiet: 'face5', normal: 'face4', busy: 'people', full: 'no' } satisfies Record<string, IconName>

/** How full it is now: the word, a bar of ten parts whose filled ones differ in shape of edge and not in colour alone, and what it means. */
export function CrowdNow({ its, language, title, keeps }: { its: Crowd; language: Language; title?: string | undefined; /** of who sees why a counter is not believed: its own page */ keeps?: string | undefined }) {
  const t = occupancyWords(language)
  const name = title ?? (its.roomId ? inLanguage(its.name, language) : undefined)
  if (its.state === 'closed') return <div className="crowd stack tight">{name && <h3>{name}</h3>}<p className="meta"><span><Icon name="closed" /> {t.closed}</span></p></div>
  if (its.state === 'unknown') return <div className="crowd stack tight">{name && <h3>{name}</h3>}<p className="crowd-word is-unknown"><Icon name="gauge" /> {t.notKnown}</p><p className="hint">{t.notKnownWhy}</p>{keeps && <p className="meta"><a href={keeps}>{t.forOfficials}: {its.why === 'paused' ? t.admin.paused : its.why === 'never' ? t.admin.never : t.faults[its.why!]}</a></p>}</div>
  return (
    <div className="crowd stack tight">
      {name && <h3>{name}</h3>}
      <p className={`crowd-word is-${its.band}`}><Icon name={icons[its.band!]} /> {t.bands[its.band!]}</p>
      <CrowdBar share={its.share!} />
      <p>{t.share(its.share!, its.step)}.{its.against && <> {t.against[its.against](its.kind, its.hour)}.</>}</p>
      <p className="meta"><time dateTime={its.at!.toISOString()}>{t.counted(clock(its.at!, language))}</time><span>{t.ways[its.way]}</span></p>
    </div>
  )
}

/** Ten parts of the room; the words beside it say the same, so it is silent for screen readers. */
function CrowdBar({ share }: { share: number }) {
  const full = Math.max(1, Math.round(share / 10))
  return (
    <svg className="crowd-bar" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
      {Array.from({ length: 10 }, (_, i) => <rect key={i} className={i < full ? 'used' : 'free'} x={i * 20 + 1} y="1" width="17" height="12" rx="3" />)}
    </svg>
  )
}

/** "Yleensä hiljaisinta klo 14–15, vilkkainta klo 18–19." */
export function usualSentence(its: UsualDay, language: Language): string {
  const t = occupancyWords(language)
  if (its.hours.length === 0) return t.nobody
  if (its.quietest === null || its.busiest === null || its.quietest === its.busiest) return `${t.onTitle(its.kind)}: ${t.bandOf[its.hours[0]!.band]}.`
  return `${t.quietest(its.quietest)}, ${t.busiest(its.busiest)}.`
}

/** A kind of day as it usually is, hour by hour; the hour of now is marked by a line under it too. The same is in a table behind. */
export function UsualCurve({ its, language, now, table, children }: { its: UsualDay; language: Language; /** the hour now, when it is today's curve */ now?: number | undefined; table: boolean; children?: ReactNode }) {
  const t = occupancyWords(language)
  if (its.hours.length === 0) return <p className="hint">{t.nobody}</p>
  const wide = Math.floor(3200 / Math.max(its.hours.length, 8)) / 10, height = 64
  const at = (x: number) => Math.round(x * 10) / 10
  const every = its.hours.length > 9 ? 3 : its.hours.length > 5 ? 2 : 1
  const up = (share: number) => Math.max(3, Math.round((Math.min(share, 100) / 100) * height))
  return (
    <figure className="usual stack tight">
      <svg viewBox="0 0 320 88" role="img" aria-label={t.curve(its.kind, usualSentence(its, language))}>
        <line className="ground" x1="0" x2="320" y1={height + 2} y2={height + 2} />
        {its.hours.map((each, i) => (
          <g key={each.hour}>
            <rect className={`hour is-${each.band}${each.hour === now ? ' now' : ''}`} x={at(i * wide + 2)} width={at(wide - 4)} y={height + 1 - up(each.share)} height={up(each.share)} rx="2" />
            {each.hour === now && <rect className="mark" x={at(i * wide + 2)} y={height + 3} width={at(wide - 4)} height="4" rx="2" />}
            {i % every === 0 && <text x={at(i * wide + wide / 2)} y="84" textAnchor="middle">{each.hour}</text>}
          </g>
        ))}
      </svg>
      {children}
      {table && (
        <details className="fold"><summary>{t.table}</summary>
          <table className="table"><thead><tr><th scope="col">{t.hour}</th><th scope="col">{t.level}</th></tr></thead>
            <tbody>{its.hours.map((each) => <tr key={each.hour}><th scope="row">{each.hour}–{each.hour + 1}{each.hour === now && ` (${t.now})`}</th><td>{t.bands[each.band]}</td></tr>)}</tbody></table>
        </details>
      )}
    </figure>
  )
}
