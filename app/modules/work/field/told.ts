import { fill } from '#core/text/fill.ts'
import type { OrderState } from '../states.ts'

/** What had happened to an order meanwhile, as the one in the field and the unit are told of it; said in the reader's own language by `tellWords`. */
export type Told =
  | { code: 'moreReports'; count: number; who: string | null }
  | { code: 'already' | 'closed'; state: OrderState; who: string | null }
  | { code: 'moved'; state: OrderState; who: string | null }
  | { code: 'passed'; unit: string; who: string | null }
  | { code: 'merged'; into: string }
  | { code: 'itemGone' | 'wrongUnit' }

export type ToldWords = {
  someone: string; moreReport: string; moreReports: string; already: Record<'done' | 'cannot' | 'underWay', string>; closed: Record<'done' | 'cannot', string>
  moved: Record<'new' | 'planned' | 'underWay' | 'done' | 'cannot', string>; passed: string; merged: string; itemGone: string; wrongUnit: string
}

/** "Saara Lehto lisäsi sillä välin 2 palautetta." */
export function tellWords(told: Told, t: ToldWords): string {
  const who = ('who' in told && told.who) || t.someone
  switch (told.code) {
    case 'moreReports': return fill(told.count === 1 ? t.moreReport : t.moreReports, { who, n: told.count })
    case 'already': return fill(t.already[told.state as 'done'] ?? t.moved[told.state as 'done'], { who })
    case 'closed': return fill(t.closed[told.state as 'done'] ?? t.moved[told.state as 'done'], { who })
    case 'moved': return fill(t.moved[told.state as 'done'], { who })
    case 'passed': return fill(t.passed, { who, unit: told.unit })
    case 'merged': return fill(t.merged, { order: told.into })
    case 'itemGone': case 'wrongUnit': return t[told.code]
  }
}
