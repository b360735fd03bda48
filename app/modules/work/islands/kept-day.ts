import { fieldKept } from '../../../client/field-names.ts'
import type { FieldData } from '../field/data.ts'
import type { WaitingAct } from '../field/with-acts.ts'

// What the field view keeps on the phone: the day as it was last read, and the queue of what was done. Two databases, so
// that the day is forgotten at sign-out and the queue is not.

export type KeptDay = { data: FieldData; /** by this phone's clock */ savedAt: number; base: string }
/** A day this old is no day's work. */
const keepFor = 3 * 86_400_000

function open(name: string, made: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => made(asked.result)
    asked.onsuccess = () => { asked.result.onversionchange = () => asked.result.close(); resolve(asked.result) }
    asked.onerror = () => reject(asked.error ?? new Error('no store'))
    asked.onblocked = () => reject(new Error('blocked'))
  })
}
const day = () => open(fieldKept.day, (db) => { db.createObjectStore('day') })
const queue = () => open(fieldKept.queue, (db) => { db.createObjectStore('acts', { keyPath: 'n', autoIncrement: true }) })

/** One piece of work on a store; done when it is on the disk, not when it has been asked for. */
async function within<T>(opened: Promise<IDBDatabase>, store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await opened
  return new Promise<T>((resolve, reject) => {
    const transaction = db.transaction(store, mode, { durability: 'strict' })
    const asked = work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? asked.error ?? new Error('not kept'))
  }).finally(() => db.close())
}

export async function keepDay(data: FieldData, base: string) {
  try {
    localStorage.setItem(fieldKept.owner, data.person.id)
    await within(day(), 'day', 'readwrite', (store) => store.put({ data, base, savedAt: Date.now() } satisfies KeptDay, 'today'))
  } catch { /* no room: the view works while there is a network */ }
}
/** The day that was kept, unless it is more than three days old by a clock that may have been set back too. */
export async function keptDay(): Promise<KeptDay | null> {
  try {
    const its = await within<KeptDay | undefined>(day(), 'day', 'readonly', (store) => store.get('today') as IDBRequest<KeptDay | undefined>)
    if (!its) return null
    if (Math.abs(Date.now() - its.savedAt) <= keepFor) return its
    await within(day(), 'day', 'readwrite', (store) => store.clear())
    await caches.delete(fieldKept.pictures)
  } catch { /* nothing can be kept here */ }
  return null
}

/** Throws when there is no room: then nothing must look as if it were kept. */
export const addAct = (act: WaitingAct) => within(queue(), 'acts', 'readwrite', (store) => store.add(act))
export const putAct = (act: WaitingAct) => within(queue(), 'acts', 'readwrite', (store) => store.put(act))
export const dropAct = (act: WaitingAct) => within(queue(), 'acts', 'readwrite', (store) => store.delete(act.n!))
/** Everyone's acts on this phone in the order in which they were done. */
export async function keptActs(): Promise<WaitingAct[]> {
  try { return await within(queue(), 'acts', 'readonly', (store) => store.getAll() as IDBRequest<WaitingAct[]>) } catch { return [] }
}

/** Keeps the small pictures of a day in a cache of their own, where the service worker finds them without a network; those of other days go. */
export async function keepPictures(data: FieldData, base: string) {
  try {
    const wanted = new Set(data.orders.flatMap((each) => [...each.pictures, ...each.reports.flatMap((its) => its.pictures)]).slice(0, 300).map((each) => new URL(base + each.small, location.origin).href))
    const cache = await caches.open(fieldKept.pictures)
    const there = new Set((await cache.keys()).map((each) => each.url))
    for (const url of there) if (!wanted.has(url)) await cache.delete(url)
    for (const url of wanted) if (!there.has(url)) {
      const answer = await fetch(url)
      if (answer.ok) await cache.put(url, answer)
    }
  } catch { /* no network or no room: the words are enough to go on with */ }
}
