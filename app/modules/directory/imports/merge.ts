import { type Facts, same } from './brought.ts'

/** What a three-way merge says: fields to take from the source, fields that changed both there and here, and fields on which both agree again. */
export type Merge = { take: Facts; conflicts: { field: string; there: unknown; here: unknown }[]; agreed: string[] }

/**
 * Merges field by field: what the source had when it was `last` brought, has now (`there`), and what is `here`. As at the
 * source last time: nothing. Changed only there: taken. Changed only here: stays. Changed both: a conflict, unless alike.
 * Without `last` (a thing that was here before its source was known) what is empty here is taken, what differs is a conflict.
 * A field that the source does not speak of is left alone.
 */
export function merge(last: Facts | null, there: Facts, here: Facts): Merge {
  const its: Merge = { take: {}, conflicts: [], agreed: [] }
  for (const [field, value] of Object.entries(there)) {
    const now = here[field] ?? null
    if (same(value, now)) { its.agreed.push(field); continue }
    if (last && field in last && same(value, last[field])) continue
    const untouched = last && field in last ? same(now, last[field]) : now === null
    if (untouched) its.take[field] = value
    // what the source has only begun to speak of, or stopped to, takes nothing away that somebody wrote here
    else if (value === null && !(last && field in last)) continue
    else its.conflicts.push({ field, there: value, here: now })
  }
  return its
}
