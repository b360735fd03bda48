import type { FieldView } from './field-names.ts'
import { openStore, within } from './kept-store.ts'

/** What was done on this phone and waits there to be sent; a view adds its own fields. All but those of the queue itself go to the server. */
export type Waiting = {
  /** its place in the queue */ n?: number
  /** the phone's own id of it: the same twice is once */ clientId: string
  /** who did it: it goes in nobody else's name */ person: string
  /** the beginning of addresses where it was done */ base: string
  /** what its form says */ fields: Record<string, string>
  photo?: Blob | null
  /** by this phone's clock */ at: string
  /** why the server did not take it: it waits for someone to mend or remove it */ problem?: string
}
/** How it went: all that could go has gone, the network or the server is away, or someone has to sign in. */
export type Net = 'ok' | 'offline' | 'signIn'

export type Outbox<A extends Waiting> = {
  view: FieldView
  /** Throws when there is no room: then nothing must look as if it were kept. */ add(act: A): Promise<unknown>
  put(act: A): Promise<unknown>
  drop(act: A): Promise<unknown>
  /** Everyone's acts on this phone, in the order in which they were done. */ all(): Promise<A[]>
}

/** The queue of a field view on this device. */
export function outbox<A extends Waiting>(view: FieldView): Outbox<A> {
  const acts = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) => within(openStore(view.queue, 'acts', { keyPath: 'n', autoIncrement: true }), 'acts', mode, work)
  return {
    view,
    add: (act) => acts('readwrite', (store) => store.add(act)),
    put: (act) => acts('readwrite', (store) => store.put(act)),
    drop: (act) => acts('readwrite', (store) => store.delete(act.n!)),
    all: async () => { try { return await acts<A[]>('readonly', (store) => store.getAll() as IDBRequest<A[]>) } catch { return [] } },
  }
}

/**
 * Sends what waits of a person, in the order in which it was done, one act a request (`PATCH <view>/sync`) and from one window
 * at a time. What the server will never take stays with its reason and does not hold the rest; what did not get through stays
 * as it is. The same act twice is once on the server, so a phone that dies in the middle only sends again.
 */
export async function sendWaiting<A extends Waiting, T>(box: Outbox<A>, base: string, person: string, taken: (act: A, answer: T) => void): Promise<Net> {
  let net: Net = 'ok'
  const all = async () => {
    for (const act of await box.all()) {
      if (act.person !== person || act.problem) continue
      let answer: Response
      try { answer = await fetch(`${base}${box.view.path}/sync`, { method: 'PATCH', body: bodyOf(act), headers: { accept: 'application/json' }, signal: AbortSignal.timeout(180_000) }) } catch { net = 'offline'; return }
      if (answer.ok) {
        const its = await answer.json().catch(() => null) as T | null
        if (!its) { net = 'offline'; return } // someone else's page in between, such as a network's own sign-in
        await box.drop(act)
        taken(act, its)
        continue
      }
      const problem = await codeOf(answer)
      if (answer.status === 401 || problem === 'otherPerson') { net = 'signIn'; return }
      if (answer.status >= 500 || answer.status === 429 || answer.status === 408) { net = 'offline'; return }
      await box.put({ ...act, problem })
    }
  }
  // Two windows at once would only send the same twice, but a slow line has no room for that.
  if (navigator.locks) await navigator.locks.request(`${box.view.sync}-send`, all); else await all()
  return net
}

/** The form of an act as the server reads it, with the phone's time now beside the time it was done. */
function bodyOf({ n: _n, problem: _problem, base: _base, fields, photo, ...its }: Waiting): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...its, sentAt: new Date().toISOString() })) form.set(name, String(value))
  if (photo) form.set('photo', photo, 'photo.jpg')
  return form
}
async function codeOf(answer: Response): Promise<string> {
  try { const its = await answer.json() as { title?: string; problems?: Record<string, string> }; return Object.values(its.problems ?? {})[0] ?? its.title ?? 'other' } catch { return 'other' }
}

export const newClientId = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, '0')).join('')
