import type { View } from '#core/http/page.ts'
import { day, number } from '#core/text/format.ts'
import { atWallClock } from '#core/time/local.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import { Card } from '#ui/layout.tsx'
import type { Day } from './curve.server.ts'
import { fullness } from './rules/thresholds.ts'
import type { Row } from './open.server.ts'
import { initiativeWords } from './texts/index.ts'

type StateName = keyof ReturnType<typeof initiativeWords>['states']
const looks: Record<StateName, { tone: string; icon: IconName }> = {
  draft: { tone: 'quiet', icon: 'edited' }, review: { tone: 'waiting', icon: 'clock' }, accepted: { tone: 'idea', icon: 'check' }, fix: { tone: 'developing', icon: 'edited' },
  collecting: { tone: 'idea', icon: 'sign' }, pending: { tone: 'decision', icon: 'decision' }, decided: { tone: 'ended', icon: 'done' }, elsewhere: { tone: 'quiet', icon: 'out' },
}
/** Where an initiative stands, in one word. */
export const stateName = (row: Pick<Row, 'state' | 'fix' | 'sentAt' | 'decidedAt'>): StateName =>
  row.decidedAt ? 'decided' : row.sentAt ? 'pending' : row.fix !== 'ok' ? 'fix' : row.state === 'published' ? 'collecting' : row.state

/** An initiative's state in its colour, with its icon and its word. */
export function StateMark({ state, view }: { state: StateName; view: View }) {
  const { tone, icon } = looks[state]
  return <span className={`stage is-${tone}`}><Icon name={icon} />{initiativeWords(view.language).states[state]}</span>
}

/** How far the names reach: a bar, and the same in words. */
export function Bar({ count, threshold, words }: { count: number; threshold: number; words: string }) {
  return (
    <div className="threshold">
      <p><b>{words}</b></p>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect className={count >= threshold ? 'full' : 'so-far'} width={Math.max(count > 0 ? 1.5 : 0, fullness(count, threshold))} height="6" /></svg>
    </div>
  )
}

/** The thresholds of a collective initiative, what each does, and from which figure they were counted. */
export function Progress({ row, view }: { row: Row; view: View }) {
  const { language, now } = view
  const t = initiativeWords(language).progress
  const say = (count: number) => number(count, language)
  if (row.threshold2 === null || row.threshold4 === null) return null
  // what reaching it would do is no news any more when it was sent without
  const said = (reached: boolean, done: string, why: string) => (reached ? <p className="hint">{done}</p> : row.sentAt ? null : <p className="hint">{why}</p>)
  return (
    <Card label={t.title}>
      {row.kind === 'referendum' && (
        <div className="stack tight"><Bar count={row.residents} threshold={row.threshold4} words={t.four(say(row.residents), say(row.threshold4))} />{said(row.residents >= row.threshold4, t.fourDone, t.fourWhy)}</div>
      )}
      <div className="stack tight"><Bar count={row.residents} threshold={row.threshold2} words={t.two(say(row.residents), say(row.threshold2))} />{said(row.residents >= row.threshold2, t.twoDone, t.twoWhy)}</div>
      <details className="unfold"><summary>{t.counted}</summary><p className="hint">{row.signers > row.residents && `${t.all(say(row.signers))} `}{t.residents} {row.basisDay && row.basisResidents && row.basisAged15plus && t.basis(say(row.basisResidents), say(row.basisAged15plus), day(atWallClock(row.basisDay, '12:00:00'), language, new Date(now.getTime() + 400 * 86_400_000)), row.basisSource ?? '')}</p></details>
    </Card>
  )
}

/** Names by day as a curve, with the same as a table. */
export function Curve({ days, threshold, view }: { days: Day[]; threshold: number | null; view: View }) {
  const { language, now } = view
  const t = initiativeWords(language).curve
  if (days.length < 2) return null
  const last = days.at(-1)!
  const top = Math.max(last.all, threshold !== null && last.all * 2 >= threshold ? threshold : 0)
  const [width, height] = [320, 96]
  const x = (i: number) => Math.round((i / (days.length - 1)) * width * 10) / 10, y = (count: number) => Math.round((height - (count / top) * height) * 10) / 10
  const date = (its: string) => day(atWallClock(its, '12:00:00'), language, now)
  const line = days.map((each, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(each.all)}`).join('')
  return (
    <figure className="curve">
      <svg viewBox={`-4 -6 ${width + 8} ${height + 12}`} role="img" aria-label={t.summary(number(last.all, language), date(days[0]!.day), date(last.day))}>
        {threshold !== null && top >= threshold && <line className="limit" x1="0" x2={width} y1={y(threshold)} y2={y(threshold)} />}
        <path className="area" d={`${line}L${width} ${height}L0 ${height}Z`} /><path className="line" d={line} /><circle cx={width} cy={y(last.all)} r="4" />
      </svg>
      <figcaption className="meta small"><span>{date(days[0]!.day)}</span><span>{date(last.day)} · {number(last.all, language)}</span></figcaption>
      <details className="fold"><summary>{t.table}</summary>
        <div className="scroller" tabIndex={0} role="region" aria-label={t.title}><table>
          <thead><tr><th scope="col">{t.day}</th><th scope="col" className="n">{t.added}</th><th scope="col" className="n">{t.all}</th></tr></thead>
          <tbody>{days.filter((each) => each.added > 0).toReversed().map((each) => <tr key={each.day}><th scope="row">{date(each.day)}</th><td className="n">{each.added}</td><td className="n">{each.all}</td></tr>)}</tbody>
        </table></div>
      </details>
    </figure>
  )
}
