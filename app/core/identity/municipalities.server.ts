import type { Municipality } from '#core/context/context.server.ts'
import type { Database } from '#core/db/open.server.ts'
import { municipality } from './schema.server.ts'

/** The installation's municipalities, read at most every five seconds or when told that they changed. */
export function municipalities(database: Database) {
  let read: Promise<Municipality[]> | undefined
  let at = 0
  const all = () => {
    if (!read || Date.now() - at > 5000) { at = Date.now(); read = database.owner.select().from(municipality).orderBy(municipality.id).execute(); read.catch(() => { read = undefined }) }
    return read
  }
  return {
    all,
    forget() { read = undefined },
    /** Which municipality an address means, by its host name or the first part of its path, and what is left of the path. */
    async at(host: string, path: string): Promise<{ municipality: Municipality; prefix: string; rest: string } | null> {
      const its = await all()
      const byHost = its.find((each) => each.hosts.includes(host))
      if (byHost) return { municipality: byHost, prefix: '', rest: path }
      const slug = /^\/([^/]+)/.exec(path)?.[1]
      const bySlug = its.find((each) => each.slug === slug && !each.primary)
      if (bySlug) return { municipality: bySlug, prefix: `/${slug}`, rest: path.slice(slug!.length + 1) || '/' }
      const primary = its.find((each) => each.primary)
      return primary ? { municipality: primary, prefix: '', rest: path } : null
    },
  }
}
