import type { Ctx } from '#core/context/context.server.ts'
import { type Official, officialsOf } from '#core/identity/officials.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { everydayWaiting, type QueueRow, queueCounts, queueOf } from '#core/trail/queue.server.ts'
import { draftsOfUnits, experimentsEnding, type SavedView, savedViews } from '#modules/ideas/server'
import { invitationsOf } from '#modules/preparation/server'
import { type Address, readAddress, type Show } from './address.server.ts'
import { can } from './permissions.ts'

/** Experiments whose last day is at most this near are shown as ending. */
const endingWithin = 14

export type DeskRow = QueueRow & { draftBy: string | null; endsOn: string | null; /** the asker may answer and assign it */ mine: boolean }
export type Desk = {
  address: Address; rows: DeskRow[]; total: number; page: number; pages: number
  counts: Record<Show, number>; units: { id: string; name: string }[]; unitName: string | null
  people: Pick<Official, 'id' | 'name'>[]; views: SavedView[]; leads: boolean; anyDrafts: boolean
  /** map feedback has its own list: how much waits there */ everyday: { open: number; late: number }
  /** what other municipalities have asked this one to prepare together */ invitations: number
}

/**
 * The work of an official's units (an admin's: of all units) by due date, with its parts counted. A lead has the late ones
 * on top in every order. Throws SignInNeeded, Forbidden.
 */
export async function readDesk(ctx: Ctx, query: URLSearchParams): Promise<Desk> {
  const me = allow(ctx, can.read)
  const asked = readAddress(query)
  const all = await unitsOf(ctx)
  const units = me.admin || me.installationAdmin ? all : all.filter((each) => me.units.some((mine) => mine.id === each.id))
  const chosen = units.find((each) => each.id === asked.unit)
  const address = { ...asked, unit: chosen?.id ?? null }
  const unitIds = chosen ? [chosen.id] : units.map((each) => each.id)
  const [drafts, ending, people, views, invitations, everyday] = await Promise.all([draftsOfUnits(ctx, unitIds), experimentsEnding(ctx, unitIds, endingWithin), officialsOf(ctx, unitIds), savedViews(ctx), invitationsOf(ctx), everydayWaiting(ctx, unitIds)])
  const own = { drafts: drafts.map((each) => each.ideaId), experiments: ending.map((each) => each.ideaId) }
  const leads = me.units.some((each) => each.lead && unitIds.includes(each.id))
  const { show } = address
  const [queue, counts] = await Promise.all([
    queueOf(ctx, {
      units: unitIds, sort: address.sort, q: address.q, page: address.page, lateFirst: leads,
      ...(show === 'drafts' || show === 'experiments' ? { only: own[show] } : { part: show }),
    }),
    queueCounts(ctx, { units: unitIds }, own),
  ])
  const rows = queue.rows.map((row) => ({
    ...row, draftBy: drafts.find((each) => each.ideaId === row.id)?.by ?? null, endsOn: ending.find((each) => each.ideaId === row.id)?.endsOn ?? null,
    mine: row.kind === 'idea' && row.unitId !== null && units.some((each) => each.id === row.unitId),
  }))
  return {
    address, ...queue, rows, counts, units, unitName: chosen?.name ?? (units.length === 1 ? units[0]!.name : null), views, leads,
    people: [...new Map(people.map(({ id, name }) => [id, { id, name }])).values()], anyDrafts: own.drafts.length > 0, invitations: invitations.length, everyday,
  }
}
