/** A video that is on its way, kept in the device until it has arrived: a reload, a dead battery or a tunnel loses nothing. */
export type KeptVideo = { subjectId: string; file: Blob; name: string; poster: Blob | null; /** where the server takes it in, once it has begun */ url: string | null }

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('nousu-video', 1)
    asked.onupgradeneeded = () => { asked.result.createObjectStore('videos', { keyPath: 'subjectId' }) }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('no store'))
  })
}
async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const db = await open()
    return await new Promise<T>((resolve, reject) => {
      const asked = work(db.transaction('videos', mode).objectStore('videos'))
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error ?? new Error('not kept'))
    }).finally(() => db.close())
  } catch { return null } // a private window, or no room: the video goes without being kept
}
export const keepVideo = (its: KeptVideo) => within('readwrite', (store) => store.put(its))
export const keptVideo = (subjectId: string) => within<KeptVideo | undefined>('readonly', (store) => store.get(subjectId) as IDBRequest<KeptVideo | undefined>)
export const forgetVideo = (subjectId: string) => within('readwrite', (store) => store.delete(subjectId))
