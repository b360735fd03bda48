import { fieldPictures, fieldViews } from '../../../client/field-names.ts'
import { type Kept, keptData } from '../../../client/kept-data.ts'
import { outbox } from '../../../client/outbox.ts'
import type { FieldData } from '../field/data.ts'
import type { WaitingAct } from '../field/with-acts.ts'

/** What was done in the day's work and waits on this phone. */
export const workBox = outbox<WaitingAct>(fieldViews.work)

/** The day that was kept; when it is no longer one, its pictures go with it. */
export async function keptDay(): Promise<Kept<FieldData> | null> {
  const its = await keptData<FieldData>(fieldViews.work)
  if (!its) try { await caches.delete(fieldPictures) } catch { /* nothing can be kept here */ }
  return its
}

/** Keeps the small pictures of a day in a cache of their own, where the service worker finds them without a network; those of other days go. */
export async function keepPictures(data: FieldData, base: string) {
  try {
    const wanted = new Set(data.orders.flatMap((each) => [...each.pictures, ...each.reports.flatMap((its) => its.pictures)]).slice(0, 300).map((each) => new URL(base + each.small, location.origin).href))
    const cache = await caches.open(fieldPictures)
    const there = new Set((await cache.keys()).map((each) => each.url))
    for (const url of there) if (!wanted.has(url)) await cache.delete(url)
    for (const url of wanted) if (!there.has(url)) {
      const answer = await fetch(url)
      if (answer.ok) await cache.put(url, answer)
    }
  } catch { /* no network or no room: the words are enough to go on with */ }
}
