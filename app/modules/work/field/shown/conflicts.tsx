import { fill } from '#core/text/fill.ts'
import { Icon } from '#ui/icons.tsx'
import type { FieldConflict } from '../data.ts'
import { tellWords } from '../told.ts'
import { ActForm } from './act-form.tsx'
import type { FieldSight } from './sight.ts'

/** What came from a phone and met a change: what happened, what is kept, and what to do about it. Only of one order, when it is given. */
export function Conflicts({ sight, orderId }: { sight: FieldSight; orderId?: string }) {
  const { words: t, data, base } = sight
  return data.conflicts.filter((each) => !orderId || each.orderId === orderId).map((each) => (
    <section key={each.clientId} className="card late stack tight" aria-label={`${t.conflict.title}: ${each.title}`}>
      <h2><Icon name="danger" /> {t.conflict.title}</h2>
      <p><b>{each.title}</b><br />{each.who && each.what === 'wrongUnit' ? `${each.at} ${each.who}: ${t.told.wrongUnit}` : each.who ? fill(t.conflict.came, { who: each.who, what: t.acts[each.what as 'done'], when: each.at }) : t.conflict[each.what as 'done'] ?? t.conflict.done}</p>
      {each.what !== 'wrongUnit' && <ul className="bullets">{each.told.map((its, i) => <li key={i}>{tellWords(its, t.told)}</li>)}</ul>}
      {each.what !== 'wrongUnit' && <p>{each.who ? t.conflict.theirKept : t.conflict.kept}{each.words && <><br />{fill(each.who ? t.conflict.theirSaid : t.conflict.said, { words: each.words })}</>}</p>}
      <Choices sight={sight} its={each} />
      {!orderId && data.orders.some((order) => order.id === each.orderId) && <p><a className="touch" href={`${base}/work/field/${each.orderId}`}>{t.conflict.look}</a></p>}
    </section>
  ))
}

function Choices({ sight, its }: { sight: FieldSight; its: FieldConflict }) {
  const { words: t, data } = sight
  const order = data.orders.find((each) => each.id === its.orderId) ?? { id: its.orderId, version: 0, seal: '' }
  return (
    <ActForm sight={sight} order={order} what="resolve" className="big-choices">
      <input type="hidden" name="conflict" value={its.clientId} />
      {its.reopens && <button type="submit" className="btn main big" name="choice" value="reopen">{its.what === 'cannot' ? t.conflict.reopenCannot : t.conflict.reopenDone}</button>}
      <button type="submit" className="btn big" name="choice" value="note">{its.what === 'wrongUnit' ? t.conflict.seen : t.conflict.note}</button>
    </ActForm>
  )
}
