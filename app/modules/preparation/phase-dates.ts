type Dated = { startsOn: string | null; endsOn: string | null }

/** A calendar day so many days later. */
export function dayLater(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Phases one after another from a day, each as long as its template says. */
export function datesFrom(day: string, lengths: number[]): Dated[] {
  let from = day
  return lengths.map((length) => {
    const its = { startsOn: from, endsOn: dayLater(from, Math.max(1, length)) }
    from = its.endsOn
    return its
  })
}

/** The dates of phases whose first begins on a day: all move by as much as the first is late; one planned for later only begins sooner. */
export function datesAtStart<P extends Dated>(phases: P[], day: string): P[] {
  const first = phases[0]
  if (!first) return phases
  const late = first.startsOn ? daysBetween(first.startsOn, day) : 0
  if (late <= 0) return phases.map((each, i) => (i === 0 ? { ...each, startsOn: day } : each))
  return phases.map((each) => ({ ...each, startsOn: each.startsOn && dayLater(each.startsOn, late), endsOn: each.endsOn && dayLater(each.endsOn, late) }))
}

/** The phases after one that ends on a day: none begins before it, and each keeps its length. */
export function pushed<P extends Dated>(phases: P[], endsOn: string | null): P[] {
  let before = endsOn
  return phases.map((each) => {
    const by = before && each.startsOn ? daysBetween(each.startsOn, before) : 0
    const its = by > 0 ? { ...each, startsOn: dayLater(each.startsOn!, by), endsOn: each.endsOn && dayLater(each.endsOn, by) } : each
    before = its.endsOn ?? before
    return its
  })
}
