import { Icon } from '#ui/icons.tsx'
import type { Texts } from '../texts/fi.ts'
import { fill, tellWords, type Told } from '../told.ts'
import type { WaitingAct } from '../with-acts.ts'

type Props = {
  t: Texts; base: string; acts: WaitingAct[]; others: number; net: 'ok' | 'offline' | 'signIn'; sending: boolean; listFrom: string | null
  news: { title: string; told: Told[] }[]; notKept: boolean
  titleOf: (orderId: string) => string; undo: (act: WaitingAct) => void
  retry: () => void; again: (act: WaitingAct) => void; drop: (act: WaitingAct) => void; close: () => void
}

/** What a gloved hand may do by mistake, and everyone hears of: it can be taken back until it goes. */
export const closing = new Set(['done', 'cannot', 'wrongUnit'])

/** What waits on this phone, what was told when it went, and what the server did not take. Read aloud as it changes. */
export function Waiting({ t, base, acts, others, net, sending, listFrom, news, notKept, titleOf, undo, retry, again, drop, close }: Props) {
  const waits = acts.filter((each) => !each.problem), stuck = acts.filter((each) => each.problem)
  return (
    <div className="stack tight outdoors on-phone">
      <div role="status" className="stack tight">
        {net === 'offline' && <p className="said quiet"><Icon name="clock" /><span>{t.offline}{listFrom && <> {fill(t.asOf, { when: listFrom })}.</>}</span></p>}
        {waits.length > 0 && <p className="said quiet waits"><Icon name="sent" /><b>{sending ? fill(t.sending, { n: waits.length }) : waits.length === 1 ? t.waitingOne : fill(t.waiting, { n: waits.length })}</b></p>}
        {news.map((each, i) => <div key={i} className="said"><Icon name="done" /><div><b>{each.title}</b>{each.told.map((its, j) => <p key={j}>{tellWords(its, t.told)}</p>)}</div></div>)}
        {notKept && <p className="said late"><Icon name="danger" />{t.notKept}</p>}
        {others > 0 && <p className="said quiet"><Icon name="person" /><span>{fill(t.other, { n: others })}</span></p>}
      </div>
      {!sending && waits.filter((each) => closing.has(each.what)).map((each) => (
        <div key={each.clientId} className="card held"><p><b>{t.acts[each.what as 'done']}</b> · {titleOf(each.orderId)}</p><button type="button" className="btn big" onClick={() => undo(each)}><Icon name="restored" />{t.undo}</button></div>
      ))}
      {news.length > 0 && <p className="actions"><button type="button" className="btn" onClick={close}>{t.conflict.seen}</button></p>}
      {net === 'signIn' && <div className="card late stack tight"><p>{t.signIn}</p><p><a className="btn main big" href={`${base}/sign-in?to=%2Fwork%2Ffield`}>{t.signInNow}</a></p></div>}
      {net === 'offline' && waits.length > 0 && !sending && <p className="actions"><button type="button" className="btn" onClick={retry}><Icon name="restored" />{t.again}</button></p>}
      {stuck.map((each) => (
        <div key={each.clientId} className="card late stack tight">
          <p><b>{t.stuck}: {t.acts[each.what as 'note']}</b><br />{t.problems[each.problem!] ?? t.problems.other}</p>
          {(each.fields.text || each.fields.ready || each.fields.sentence) && <p>{fill(t.conflict.said, { words: each.fields.text || each.fields.ready || each.fields.sentence || '' })}</p>}
          <p className="actions"><button type="button" className="btn" onClick={() => again(each)}>{t.again}</button><button type="button" className="btn danger" onClick={() => drop(each)}>{t.drop}</button></p>
        </div>
      ))}
    </div>
  )
}
