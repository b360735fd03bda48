import { wallClock } from '#core/time/local.ts'
import type { Kind } from './acts.ts'

/**
 * By what right someone takes part (Local Government Act 410/2015, 23 §, and the membership kinds of the state's service): lives
 * here; is an association, company or foundation of the municipality; owns or holds property here; uses the service in question.
 */
export const memberships = ['resident', 'community', 'property', 'service'] as const
export type Membership = (typeof memberships)[number]

/** What a strong identification tells, from the population register. */
export type Verified = { home: string | null; birthDate: string | null }
export type Claim = { membership: Membership; verified: Verified | null; /** signs as an association, company or foundation */ organisation?: boolean }
export type Member = { membership: Membership; home: string | null; identified: boolean }
export type Refusal = 'identifyFirst' | 'livesElsewhere' | 'tooYoung' | 'notMember'

const leastAge = 15

/**
 * Is this a member for this kind of initiative? Referendum (25 §): the home municipality from the register is this one and
 * the age is at least 15 on this day. Ordinary: lives here, or another of the grounds. A home municipality verified from the
 * register always beats the one said: who lives here is a resident whatever was chosen, who lives elsewhere is not one.
 * @param code the municipality's own three-digit code
 */
export function memberOf(kind: Kind, claim: Claim, code: string | null, now: Date): Member | { refused: Refusal } {
  const { membership, verified } = claim
  if (kind === 'referendum') {
    if (!verified) return { refused: 'identifyFirst' }
    if (!code || verified.home !== code) return { refused: 'livesElsewhere' }
    if (!verified.birthDate || ageOn(verified.birthDate, wallClock(now).day) < leastAge) return { refused: 'tooYoung' }
    return { membership: 'resident', home: code, identified: true }
  }
  if (claim.organisation) return { membership: 'community', home: null, identified: false }
  const identified = verified !== null
  if (verified?.home && verified.home === code) return { membership: 'resident', home: code, identified }
  if (membership === 'resident' && verified?.home) return { refused: 'notMember' }
  return { membership, home: verified?.home ?? (membership === 'resident' ? code : null), identified }
}

/** Full years on a day; someone born on the last of February has a birthday on 1 March of a common year. Days as `2026-11-22`. */
export function ageOn(birthDate: string, day: string): number {
  const [year, ...rest] = birthDate.split('-'), [thisYear, ...today] = day.split('-')
  return Number(thisYear) - Number(year) - (today.join('-') < rest.join('-') ? 1 : 0)
}
