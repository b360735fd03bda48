import type { Ctx } from '#core/context/context.server.ts'
import { perRequest } from '#core/db/per-request.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { againstUsual, type Band, bandOf, type FaultKind, knownOf, shareOf, stepOf, type Way } from './bands.ts'
import { type CrowdRow, crowdRows } from './crowd-rows.server.ts'
import { slotAt } from './day-kind.ts'
import { silenceLimit } from './faults.ts'
import { can } from './permissions.ts'

/** How full a place or a room of it is, as everyone may know it: never a number of people. */
export type Crowd = {
  counterId: string; placeId: string; roomId: string | null; name: Translated; way: Way
  /** known; not known, and why (for officials); closed: nobody is expected */ state: 'known' | 'unknown' | 'closed'; why: FaultKind | 'paused' | 'never' | null
  band: Band | null; /** percent of the capacity, the lower edge of a step of at least five people */ share: number | null; step: number
  /** against what is usual now; null: that is not known yet */ against: 'less' | 'same' | 'more' | null
  at: Date | null; /** from when nobody knows any more */ until: Date | null; /** the kind of day and the hour that it is compared with */ kind: number; hour: number
}

const quarter = 15 * 60_000

/** How full these places are now. One query, which a page asks once. */
export async function crowdOf(ctx: Ctx, placeIds: string[]): Promise<Crowd[]> {
  allowAnyone(ctx, can.read)
  if (placeIds.length === 0) return []
  const { kind, slot, hour } = slotAt(ctx.now)
  return (await perRequest(ctx, `crowd ${placeIds.join()}`, () => crowdRows(ctx, placeIds, { kind, slot }))).map((row) => crowdFrom(row, { now: ctx.now.getTime(), kind, hour }))
}

/** What a counter's numbers tell everyone. A count is true until its counter has been silent longer than it usually is; a new day begins at nobody. */
function crowdFrom(row: CrowdRow, { now, kind, hour }: { now: number; kind: number; hour: number }): Crowd {
  const its = { counterId: row.id, placeId: row.place_id, roomId: row.room_id, name: row.name, way: row.way, band: null, share: null, step: stepOf(row.capacity), against: null, at: null, until: null, kind, hour }
  const edges = { capacity: row.capacity, quietTo: row.quiet_to, normalTo: row.normal_to, busyTo: row.busy_to }
  if (row.paused) return { ...its, state: 'unknown', why: 'paused' }
  const countedToday = row.counted !== null && row.counted >= row.began
  if (row.hours_known ? row.opened === null : !countedToday && row.counted !== null && !row.fault) return { ...its, state: 'closed', why: null }
  if (row.fault) return { ...its, state: 'unknown', why: row.fault }
  if (row.counted === null) return { ...its, state: 'unknown', why: 'never' }
  const heard = Math.max(row.counted, row.opened ?? 0), until = heard + silenceLimit(row.way, row.usual_gap_minutes) * 60_000
  if (now >= until) return { ...its, state: 'unknown', why: 'silent' }
  // told by the quarter: the very minute would tell who asks often enough when one person passed a quiet gate
  const told = Math.floor(heard / quarter) * quarter
  return {
    ...its, state: 'known', why: null, band: bandOf(edges, row.inside), share: shareOf(row.capacity, row.inside), against: row.low === null ? null : againstUsual(row.capacity, knownOf(row.capacity, row.inside), { low: row.low, high: row.high! }),
    at: new Date(told), until: new Date(Math.min(told + until - heard, row.closes ?? Infinity)),
  }
}
