import { Forbidden, SignInNeeded } from '#core/errors/errors.ts'
import type { Actor, Person } from '#core/identity/actor.ts'

/** What a rule may look at: whose the thing is and who answers for it. Every subject row fits. */
export type Thing = { authorPersonId?: string | null; /** others who answer for it as its author does */ coAuthorPersonIds?: string[]; authorOrganisationId?: string | null; ownerUnitId?: string | null; unitId?: string | null }

export type Rule = { words: string; allows(actor: Actor, thing: Thing): boolean }

const rule = (words: string, allows: (me: Person, thing: Thing) => boolean): Rule =>
  ({ words, allows: (actor, thing) => actor.kind === 'person' && allows(actor, thing) })

/** anyone, signed in or not */
export const anyone = (): Rule => ({ words: 'anyone', allows: () => true })
/** anyone signed in */
export const resident = () => rule('resident', () => true)
/** a person in their own name: not while acting as an organisation */
export const residentInOwnName = () => rule('resident in own name', (me) => !me.as)
/** who sent it, or who now acts as the organisation that did */
export const author = () => rule('author', (me, thing) =>
  thing.authorOrganisationId ? me.as?.id === thing.authorOrganisationId : !!thing.authorPersonId && me.id === thing.authorPersonId)
/** someone whom its author has taken beside them */
export const coAuthor = () => rule('co-author', (me, thing) => thing.coAuthorPersonIds?.includes(me.id) ?? false)
/** an official of any unit */
export const official = () => rule('official', (me) => me.units.length > 0)
/** an official of the unit that owns the thing */
export const officialOf = (_which: 'owner unit') => rule('official of the owner unit', (me, thing) => me.units.some((unit) => unit.id === (thing.ownerUnitId ?? thing.unitId)))
export const moderator = () => rule('moderator', (me) => me.moderator)
export const admin = () => rule('admin', (me) => me.admin || me.installationAdmin)
export const installationAdmin = () => rule('installation admin', (me) => me.installationAdmin)

export type Permission = { name: string; rules: Rule[] }

/** A module's table of who may do what. Any one of an act's rules is enough. */
export function permissions<A extends string>(module: string, table: Record<A, Rule[]>): Record<A, Permission> {
  const entries = Object.entries<Rule[]>(table).map(([act, rules]) => {
    const permission = { name: `${module}.${act}`, rules }
    everyPermission.set(permission.name, permission)
    return [act, permission] as const
  })
  return Object.fromEntries(entries) as Record<A, Permission>
}
/** All tables together, for the test that walks every act by every role. */
export const everyPermission = new Map<string, Permission>()

type Asking = { actor: Actor }

/** May this actor do it to this thing? For what pages show. */
export const may = (ctx: Asking, permission: Permission, thing: Thing = {}): boolean => permission.rules.some((each) => each.allows(ctx.actor, thing))

/**
 * The first line of an operation: the person allowed, so that the check cannot be forgotten.
 * Throws SignInNeeded for a guest, Forbidden for a person who may not.
 */
export function allow(ctx: Asking, permission: Permission, thing: Thing = {}): Person {
  if (ctx.actor.kind !== 'person') throw new SignInNeeded()
  if (!may(ctx, permission, thing)) throw new Forbidden()
  return ctx.actor
}
/** As `allow`, for acts that a guest may do too. */
export function allowAnyone(ctx: Asking, permission: Permission, thing: Thing = {}): Actor {
  if (!may(ctx, permission, thing)) { if (ctx.actor.kind === 'guest') throw new SignInNeeded(); throw new Forbidden() }
  return ctx.actor
}
