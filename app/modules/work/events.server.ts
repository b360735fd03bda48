import { event } from '#core/trail/event.ts'
import type { OrderState } from './states.ts'

const say = (fi: string, sv: string, en: string) => ({ fi: () => fi, sv: () => sv, en: () => en })

export const orderMade = event('work.made', { onTrail: true, tells: 'nobody', icon: 'sent', words: say('Työmääräys tehtiin', 'Arbetsordern skapades', 'The work order was made') })
/** an announced work or outage is told to who follows the area, the unit or a place near it */
export const worksAnnounced = event('work.announced', { onTrail: true, tells: 'followers', wide: true, icon: 'sent', words: say('Työmaasta tai häiriöstä ilmoitettiin', 'Ett arbete eller en störning meddelades', 'Works or an outage was announced') })
/** data: `{ unit }` */
export const orderPassed = event('work.passed', { onTrail: true, tells: 'followers', icon: 'routed', words: {
  fi: ({ unit }) => `Työ siirtyi yksikköön ${unit}`, sv: ({ unit }) => `Arbetet gick till enheten ${unit}`, en: ({ unit }) => `The work went to ${unit}`,
} })
/** data: `{ count }`, how many reports it has now */
export const reportsTaken = event('work.reportsTaken', { onTrail: true, tells: 'nobody', icon: 'linked', words: {
  fi: ({ count }) => `Työmääräyksessä on nyt ${count} palautetta`, sv: ({ count }) => `Arbetsordern har nu ${count} responser`, en: ({ count }) => `The work order now has ${count} reports`,
} })
export const orderSplit = event('work.split', { onTrail: true, tells: 'nobody', icon: 'split', words: say('Työmääräys jaettiin', 'Arbetsordern delades', 'The work order was split') })
export const fieldConflict = event('work.fieldConflict', { onTrail: false, tells: 'nobody', icon: 'late', words: say('Maastosta tullut tieto odottaa katsomista', 'En uppgift från fältet väntar på att någon tittar på den', 'News from the field is waiting to be looked at') })

const moved = (kind: string, icon: 'moved' | 'merged' | 'answered' | 'restored', fi: string, sv: string, en: string) => event(`work.${kind}`, { onTrail: true, tells: 'followers', icon, words: say(fi, sv, en) })
/** The event of each state an order can come to. */
export const orderMovedTo: Record<OrderState, ReturnType<typeof event>> = {
  new: moved('backToNew', 'restored', 'Työ odottaa suunnittelua', 'Arbetet väntar på planering', 'The work waits to be planned'),
  planned: moved('planned', 'moved', 'Työ on suunniteltu', 'Arbetet är planerat', 'The work is planned'),
  underWay: moved('underWay', 'moved', 'Työ on aloitettu', 'Arbetet har börjat', 'Work has begun'),
  done: moved('done', 'answered', 'Työ on valmis', 'Arbetet är klart', 'The work is done'),
  cannot: moved('cannot', 'answered', 'Työtä ei tehdä', 'Arbetet görs inte', 'The work will not be done'),
  merged: moved('merged', 'merged', 'Työmääräys yhdistettiin toiseen', 'Arbetsordern slogs ihop med en annan', 'The work order was merged into another'),
}
