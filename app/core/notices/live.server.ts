import type { Database } from '#core/db/open.server.ts'

/** What an open page waits for: the red dots of a person, the movement of a subject. */
export type Watch = { municipalityId: number; personId?: string; subjectId?: string }
export type Heard = 'bell' | 'moved'

/** Open pages a process serves at once; guests may not take the last quarter. Beyond it a page is as good, only not live. */
const mostWatchers = { all: 4000, guests: 3000 }

type Hub = { watchers: Map<string, Set<(heard: Heard) => void>>; count: { all: number; guests: number }; stop(): void }
const hubs = new WeakMap<Database, Hub>()

/**
 * Calls `hear` when what is watched changes. All watchers of a process share one listening connection, opened by the
 * first and closed after the last. Null when the process has as many as it can take; else how to stop watching.
 */
export function watch(database: Database, its: Watch, hear: (heard: Heard) => void): (() => void) | null {
  const isGuest = its.personId === undefined
  const hub = hubs.get(database) ?? open(database)
  if (hub.count.all >= mostWatchers.all || (isGuest && hub.count.guests >= mostWatchers.guests)) return null
  const keys = [...(its.personId ? [`p ${its.municipalityId} ${its.personId}`] : []), ...(its.subjectId ? [`s ${its.municipalityId} ${its.subjectId}`] : [])]
  for (const key of keys) hub.watchers.set(key, (hub.watchers.get(key) ?? new Set()).add(hear))
  hub.count.all++
  if (isGuest) hub.count.guests++
  let watching = true
  return () => {
    if (!watching) return
    watching = false
    for (const key of keys) { const all = hub.watchers.get(key); all?.delete(hear); if (all?.size === 0) hub.watchers.delete(key) }
    hub.count.all--
    if (isGuest) hub.count.guests--
    if (hub.count.all === 0) { hub.stop(); hubs.delete(database) }
  }
}

function open(database: Database): Hub {
  const watchers: Hub['watchers'] = new Map()
  const tell = (key: string, heard: Heard) => { for (const hear of watchers.get(key) ?? []) hear(heard) }
  let first = true
  const stop = database.listen('nousu_live', (payload) => {
    // the connection says '' when it begins to listen; when it begins again, something may have been missed
    if (payload === '') { if (!first) for (const [key, all] of watchers) for (const hear of all) hear(key.startsWith('p') ? 'bell' : 'moved'); first = false; return }
    const [what, municipalityId, ...ids] = payload.split(' ')
    for (const id of ids) tell(`${what} ${municipalityId} ${id}`, what === 'p' ? 'bell' : 'moved')
  })
  const hub: Hub = { watchers, count: { all: 0, guests: 0 }, stop }
  hubs.set(database, hub)
  return hub
}
