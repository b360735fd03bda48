import type { Actor } from '#core/identity/actor.ts'
import { may } from '#core/permissions/permissions.ts'
import { can } from '../permissions.ts'

type Its = { visibility: string; stage: string; ownerUnitId: string | null; authorOrganisationId: string | null; authorPersonId: string | null }

/** May the asker see a place or a service? A draft is its keepers'; what a moderator hides is its keepers', officials' and moderators'. */
export function seesEntry(ctx: { actor: Actor }, its: Its, providerId: string | null): boolean {
  if (its.visibility === 'public' || its.visibility === 'withdrawn') return true
  return may(ctx, providerId ? can.keepProvided : can.keepOwn, its) || (its.visibility === 'hidden' && may(ctx, can.seeHidden, its))
}

/** Why it is not in use: its keeper ended it, its source no longer has it, its provider keeps nothing here any more. Null: it is in use. */
export function goneWhy(its: Pick<Its, 'visibility' | 'stage'>, row: { vanishedAt: Date | null }, providerState: string | null): 'ended' | 'vanished' | 'provider' | null {
  if (row.vanishedAt) return 'vanished' // its stage is ended too
  if (its.stage === 'ended') return 'ended'
  return providerState !== null && providerState !== 'approved' ? 'provider' : null
}
