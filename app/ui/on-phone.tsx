import type { ReactNode } from 'react'
import { fill } from '#core/text/fill.ts'
import { Icon } from './icons.tsx'

/** What is said of a queue that waits on a phone; `{n}`: how many, `{when}`: when the list was heard. */
export type OnPhoneWords = { offline: string; asOf: string; waiting: string; waitingOne: string; sending: string; notKept: string; other: string; signIn: string; signInNow: string; again: string; stuck: string; drop: string }
/** What the server did not take: why, and what was said in it. */
export type Stuck = { id: string; title: string; problem: string; said?: string | undefined; again: () => void; drop: () => void; /** puts it back to be said anew */ mend?: { words: string; does: () => void } | undefined }

type Props = {
  t: OnPhoneWords; net: 'ok' | 'offline' | 'signIn'; waits: number; sending: boolean; /** what waits of another person */ others: number; listFrom: string | null; notKept: boolean
  /** what was told when it went */ news?: ReactNode; stuck: Stuck[]; signInTo: string; retry: () => void; children?: ReactNode
}

/** What waits on this phone, what was told when it went, and what the server did not take. Read aloud as it changes. */
export function OnPhone({ t, net, waits, sending, others, listFrom, notKept, news, stuck, signInTo, retry, children }: Props) {
  return (
    <div className="stack tight outdoors on-phone">
      <div role="status" className="stack tight">
        {net === 'offline' && <p className="said quiet"><Icon name="clock" /><span>{t.offline}{listFrom && <> {fill(t.asOf, { when: listFrom })}.</>}</span></p>}
        {waits > 0 && <p className="said quiet waits"><Icon name="sent" /><b>{sending ? fill(t.sending, { n: waits }) : waits === 1 ? t.waitingOne : fill(t.waiting, { n: waits })}</b></p>}
        {news}
        {notKept && <p className="said late"><Icon name="danger" />{t.notKept}</p>}
        {others > 0 && <p className="said quiet"><Icon name="person" /><span>{fill(t.other, { n: others })}</span></p>}
      </div>
      {children}
      {net === 'signIn' && <div className="card late stack tight"><p>{t.signIn}</p><p><a className="btn main big" href={signInTo}>{t.signInNow}</a></p></div>}
      {net === 'offline' && waits > 0 && !sending && <p className="actions"><button type="button" className="btn" onClick={retry}><Icon name="restored" />{t.again}</button></p>}
      {stuck.map((each) => (
        <div key={each.id} className="card late stack tight">
          <p><b>{t.stuck}: {each.title}</b><br />{each.problem}</p>
          {each.said && <p>{each.said}</p>}
          <p className="actions">{each.mend && <button type="button" className="btn" onClick={each.mend.does}><Icon name="text" />{each.mend.words}</button>}<button type="button" className="btn" onClick={each.again}>{t.again}</button><button type="button" className="btn danger" onClick={each.drop}>{t.drop}</button></p>
        </div>
      ))}
    </div>
  )
}
