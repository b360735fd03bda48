import { fill } from '#core/text/fill.ts'
import { Icon, type IconName } from '#ui/icons.tsx'
import type { FieldOrder } from '../data.ts'
import type { Texts } from '../texts/fi.ts'

const marks: Record<FieldOrder['state'], [string, IconName]> = { new: ['idea', 'inbox'], planned: ['developing', 'calendar'], underWay: ['experiment', 'developing'], done: ['service', 'done'], cannot: ['ended', 'no'], merged: ['ended', 'merged'] }

/** Where an order stands, on this phone; and how much of what was done to it waits for the network. */
export function StateMark({ its, t }: { its: FieldOrder; t: Texts }) {
  const [stage, icon] = marks[its.state]
  const name = its.waits ? { underWay: t.begun, done: t.done.button, cannot: t.cannot.button }[its.state as string] ?? its.stateName : its.stateName
  return <><span className={`stage is-${stage}`}><Icon name={icon} />{name}</span>{!!its.waits && <span className="stage is-quiet"><Icon name="clock" />{its.waits === 1 ? t.waitingOne : fill(t.waiting, { n: its.waits })}</span>}</>
}
