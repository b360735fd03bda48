import type { WaitingAct } from '../field/with-acts.ts'
import type { Told } from '../field/told.ts'
import { dropAct, keptActs, putAct } from './kept-day.ts'

/** How it went: all that could go has gone, the network or the server is away, or someone has to sign in. */
export type Sent = { net: 'ok' | 'offline' | 'signIn'; news: { orderId: string; told: Told[] }[]; /** how many the server took */ taken: number }
type Answer = { outcome: string; orderId: string; told: Told[] }

/**
 * Sends what waits, in the order in which it was done, one at a time and from one window at a time. What the server will
 * never take stays with its reason and does not hold the rest; what did not get through stays as it is. The same act twice is
 * once on the server, so a phone that dies in the middle only sends again.
 */
export async function sendActs(base: string, person: string): Promise<Sent> {
  const sent: Sent = { net: 'ok', news: [], taken: 0 }
  const all = async () => {
    for (const act of await keptActs()) {
      if (act.person !== person || act.problem) continue
      let answer: Response
      try { answer = await fetch(`${base}/work/field/sync`, { method: 'PATCH', body: bodyOf(act), headers: { accept: 'application/json' }, signal: AbortSignal.timeout(180_000) }) } catch { sent.net = 'offline'; return }
      if (answer.ok) {
        const its = await answer.json().catch(() => null) as Answer | null
        if (!its) { sent.net = 'offline'; return } // someone else's page in between, such as a network's own sign-in
        await dropAct(act)
        sent.taken++
        if (its.outcome === 'taken' && its.told.length > 0) sent.news.push({ orderId: its.orderId, told: its.told })
        continue
      }
      const problem = await codeOf(answer)
      if (answer.status === 401 || problem === 'otherPerson') { sent.net = 'signIn'; return }
      if (answer.status >= 500 || answer.status === 429 || answer.status === 408) { sent.net = 'offline'; return }
      await putAct({ ...act, problem })
    }
  }
  // Two windows at once would only send the same twice, but a slow line has no room for that.
  if (navigator.locks) await navigator.locks.request('nousu-field-send', all); else await all()
  return sent
}

/** The form of an act as the server reads it (field/act.server.ts), with the phone's time now beside the time it was done. */
function bodyOf({ n: _n, problem: _problem, base: _base, fields, photo, ...its }: WaitingAct): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...its, sentAt: new Date().toISOString() })) form.set(name, String(value))
  if (photo) form.set('photo', photo, 'photo.jpg')
  return form
}
async function codeOf(answer: Response): Promise<string> {
  try { const its = await answer.json() as { title?: string; problems?: Record<string, string> }; return Object.values(its.problems ?? {})[0] ?? its.title ?? 'other' } catch { return 'other' }
}
