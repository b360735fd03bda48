import { uuidAt } from '#core/context/ids.server.ts'
import type { Municipality } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import type { Person } from '#core/identity/actor.ts'
import { account, official, organisation, person, representative, role } from '#core/identity/schema.server.ts'
import { inArray } from 'drizzle-orm'
import type { Told } from './told.ts'

export type Townspeople = {
  /** who asks when this person acts, or this organisation through its representative */ actor(name: string): Person
  /** people who live here and hold no office: the crowd that supports */ crowd: string[]
}

/**
 * Moves the people of a told municipality in: personas get an account that signs in with one tap, the rest are known
 * by name only. A persona who is at home in the neighbouring municipality too is one human with one account.
 */
export async function settle(db: Db, told: Told, its: { municipality: Municipality; units: Record<string, string>; begins: Date }): Promise<Townspeople> {
  const here = { municipalityId: its.municipality.id }
  const everyone = [...told.officials, ...told.trusted, ...told.representatives, ...told.residents]
  const emails = everyone.flatMap((each) => (each.persona ? [emailOf(each, told)] : []))
  const accounts = new Map((await db.select({ id: account.id, email: account.email }).from(account).where(inArray(account.email, emails))).map((known) => [known.email, known.id]))
  const ids = new Map(everyone.map((each) => [each.name, (each.persona && accounts.get(emailOf(each, told))) || uuidAt(its.begins)]))
  const installationAdmins = told.trusted.flatMap((each) => (each.role === 'installationAdmin' ? [each.name] : []))

  await db.insert(account).values(everyone.flatMap((each) => (each.persona ? [{
    id: ids.get(each.name)!, name: each.name, email: emailOf(each, told), emailVerified: true, persona: true, installationAdmin: installationAdmins.includes(each.name), createdAt: its.begins, updatedAt: its.begins,
  }] : []))).onConflictDoNothing()
  await db.insert(person).values(everyone.map((each) => ({ ...here, id: ids.get(each.name)!, name: each.name, email: each.persona ? emailOf(each, told) : null, language: 'fi' as const, createdAt: its.begins })))
  const posts = told.officials.flatMap((each) => each.units.map((post) => ({ name: each.name, key: post.key, lead: post.lead ?? false })))
  await db.insert(official).values(posts.map((post) => ({ ...here, personId: ids.get(post.name)!, unitId: its.units[post.key]!, lead: post.lead })))
  const roles = told.trusted.flatMap((each) => (each.role === 'installationAdmin' ? [] : [{ ...here, personId: ids.get(each.name)!, role: each.role }]))
  if (roles.length) await db.insert(role).values(roles)
  const organisations = new Map(told.organisations.map((each) => [each.name, { ...each, id: uuidAt(its.begins) }]))
  await db.insert(organisation).values([...organisations.values()].map((each) => ({ ...here, id: each.id, kind: each.kind, name: each.name, businessId: each.businessId ?? null, createdAt: its.begins })))
  await db.insert(representative).values(told.representatives.map((each) => ({ ...here, id: uuidAt(its.begins), organisationId: organisations.get(each.represents)!.id, personId: ids.get(each.name)!, since: its.begins })))

  const actors = new Map<string, Person>(everyone.map((each) => {
    const represented = told.representatives.find((it) => it.name === each.name)
    const its_ = represented && organisations.get(represented.represents)!
    return [each.name, {
      kind: 'person', id: ids.get(each.name)!, name: each.name, identified: false, installationAdmin: installationAdmins.includes(each.name),
      represents: its_ ? [{ id: its_.id, name: its_.name, kind: its_.kind }] : [],
      units: posts.filter((post) => post.name === each.name).map((post) => ({ id: its.units[post.key]!, name: told.units.find((unit) => unit.key === post.key)!.name, lead: post.lead })),
      moderator: told.trusted.some((it) => it.name === each.name && it.role === 'moderator'), admin: told.trusted.some((it) => it.name === each.name && it.role === 'admin'),
    }]
  }))
  for (const each of told.representatives) {
    const its_ = organisations.get(each.represents)!
    actors.set(each.represents, { ...actors.get(each.name)!, as: { id: its_.id, name: its_.name } })
  }
  return {
    actor(name) { const found = actors.get(name); if (!found) throw new Error(`nobody in ${told.name.fi} is called "${name}"`); return found },
    crowd: told.residents.flatMap((each) => (each.persona ? [] : [each.name])),
  }
}

/** `aino.koskela@ylojarvi.example`, or the address that is told. */
const emailOf = (each: { name: string; email?: string }, told: Told) => each.email ?? `${each.name.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o').replace(/\s+/g, '.')}@${told.slug}.example`
