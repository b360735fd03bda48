import { fill } from '#core/text/fill.ts'
import { Icon } from '#ui/icons.tsx'
import { OnPhone } from '#ui/on-phone.tsx'
import type { Texts } from '../texts/fi.ts'
import { tellWords, type Told } from '../told.ts'
import type { WaitingAct } from '../with-acts.ts'

type Props = {
  t: Texts; base: string; acts: WaitingAct[]; others: number; net: 'ok' | 'offline' | 'signIn'; sending: boolean; listFrom: string | null
  news: { title: string; told: Told[] }[]; notKept: boolean
  titleOf: (orderId: string) => string; undo: (act: WaitingAct) => void
  retry: () => void; again: (act: WaitingAct) => void; drop: (act: WaitingAct) => void; close: () => void
}

/** What a gloved hand may do by mistake, and everyone hears of: it can be taken back until it goes. */
export const closing = new Set(['done', 'cannot', 'wrongUnit'])

/** What waits on this phone of the day's work, what was told when it went, and what the server did not take. */
export function Waiting({ t, base, acts, others, net, sending, listFrom, news, notKept, titleOf, undo, retry, again, drop, close }: Props) {
  const waits = acts.filter((each) => !each.problem)
  const stuck = acts.filter((each) => each.problem).map((each) => {
    const words = each.fields.text || each.fields.ready || each.fields.sentence
    return { id: each.clientId, title: t.acts[each.what as 'note'], problem: t.problems[each.problem!] ?? t.problems.other!, said: words && fill(t.conflict.said, { words }), again: () => again(each), drop: () => drop(each) }
  })
  return (
    <OnPhone t={t} net={net} waits={waits.length} sending={sending} others={others} listFrom={listFrom} notKept={notKept} stuck={stuck} signInTo={`${base}/sign-in?to=%2Fwork%2Ffield`} retry={retry}
      news={news.map((each, i) => <div key={i} className="said"><Icon name="done" /><div><b>{each.title}</b>{each.told.map((its, j) => <p key={j}>{tellWords(its, t.told)}</p>)}</div></div>)}>
      {!sending && waits.filter((each) => closing.has(each.what)).map((each) => (
        <div key={each.clientId} className="card held"><p><b>{t.acts[each.what as 'done']}</b> · {titleOf(each.orderId)}</p><button type="button" className="btn big" onClick={() => undo(each)}><Icon name="restored" />{t.undo}</button></div>
      ))}
      {news.length > 0 && <p className="actions"><button type="button" className="btn" onClick={close}>{t.conflict.seen}</button></p>}
    </OnPhone>
  )
}
