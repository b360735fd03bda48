// Photos of a draft, which a text store cannot hold: kept on the device under the draft's key until it is sent.
const open = () => new Promise<IDBDatabase>((done, fail) => {
  const asked = indexedDB.open('nousu-drafts', 1)
  asked.onupgradeneeded = () => { asked.result.createObjectStore('photos') }
  asked.onsuccess = () => { done(asked.result) }
  asked.onerror = () => { fail(asked.error ?? new Error('no store')) }
})
async function within<T>(mode: IDBTransactionMode, work: (photos: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const store = await open()
    try { return await new Promise<T>((done, fail) => { const asked = work(store.transaction('photos', mode).objectStore('photos')); asked.onsuccess = () => { done(asked.result) }; asked.onerror = () => { fail(asked.error ?? new Error('not kept')) } }) } finally { store.close() }
  } catch { return undefined /* a full or forbidden store keeps nothing, and the form still works */ }
}

/** Photos by the names of their fields. */
export type Photos = [string, File][]
const photoFields = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>('[data-photo] input[type=file]')]

/** Keeps what a form's photo fields hold now; nothing when they are empty. */
export const keepPhotos = (key: string, form: HTMLFormElement) => {
  const held: Photos = photoFields(form).flatMap((each) => (each.files?.[0] ? [[each.name, each.files[0]] as [string, File]] : []))
  return within<unknown>('readwrite', (photos) => (held.length ? photos.put({ held }, key) : photos.delete(key)) as IDBRequest<unknown>)
}
export const forgetPhotos = (key: string) => within('readwrite', (photos) => photos.delete(key))
export const keptPhotos = async (key: string): Promise<Photos> => (await within<{ held: Photos } | undefined>('readonly', (photos) => photos.get(key) as IDBRequest<{ held: Photos } | undefined>))?.held ?? []

/** Puts kept photos back into the empty fields of a form, as if they had been chosen just now. */
export async function putPhotosBack(key: string, form: HTMLFormElement) {
  for (const [name, file] of await keptPhotos(key)) {
    const field = photoFields(form).find((each) => each.name === name)
    if (!field || field.files?.length) continue
    const chosen = new DataTransfer()
    chosen.items.add(file)
    field.files = chosen.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}
