import { fieldOwner, type FieldView } from './field-names.ts'
import { openStore, within } from './kept-store.ts'

/** What a field view last heard. Kept apart from its queue, so that it is forgotten at sign-out and the queue is not. */
export type Kept<D> = { data: D; /** by this phone's clock */ savedAt: number; base: string }
/** What is older is no day's work. */
const keepFor = 3 * 86_400_000
const store = ({ data }: FieldView) => openStore(data, 'day')

/** Keeps what the view heard just now for its person. */
export async function keepData<D extends { person: { id: string } }>(view: FieldView, data: D, base: string) {
  try {
    localStorage.setItem(fieldOwner, data.person.id)
    await within(store(view), 'day', 'readwrite', (day) => day.put({ data, base, savedAt: Date.now() } satisfies Kept<D>, 'today'))
  } catch { /* no room: the view works while there is a network */ }
}

/** What was kept, unless it is more than three days old by a clock that may have been set back too; then it goes. */
export async function keptData<D>(view: FieldView): Promise<Kept<D> | null> {
  try {
    const its = await within<Kept<D> | undefined>(store(view), 'day', 'readonly', (day) => day.get('today') as IDBRequest<Kept<D> | undefined>)
    if (!its) return null
    if (Math.abs(Date.now() - its.savedAt) <= keepFor) return its
    await within(store(view), 'day', 'readwrite', (day) => day.clear())
  } catch { /* nothing can be kept here */ }
  return null
}
