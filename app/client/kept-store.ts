/** A database of this device with one store; made when there is none. */
export function openStore(name: string, store: string, options?: IDBObjectStoreParameters): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => { asked.result.createObjectStore(store, options) }
    asked.onsuccess = () => { asked.result.onversionchange = () => asked.result.close(); resolve(asked.result) }
    asked.onerror = () => reject(asked.error ?? new Error('no store'))
    asked.onblocked = () => reject(new Error('blocked'))
  })
}

/** One piece of work on a store; done when it is on the disk, not when it has been asked for. */
export async function within<T>(opened: Promise<IDBDatabase>, store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await opened
  return new Promise<T>((resolve, reject) => {
    const transaction = db.transaction(store, mode, { durability: 'strict' })
    const asked = work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? asked.error ?? new Error('not kept'))
  }).finally(() => db.close())
}
