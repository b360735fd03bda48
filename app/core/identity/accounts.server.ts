import { and, desc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '#core/db/open.server.ts'
import type { Translated } from '#core/text/language.ts'
import { identificationId } from './auth.server.ts'
import { reachable } from './identification.server.ts'
import { account, credential, official, organisation, passkey, person, representative, role, session, unit, verification } from './schema.server.ts'

export type SessionLine = { id: string; userAgent: string | null; createdAt: Date; usedAt: Date }
export type PasskeyLine = { id: string; name: string | null; createdAt: Date | null }
export type AccountFacts = { email: string | null; name: string; assurance: 'substantial' | 'high' | null; birthDate: string | null; homeMunicipalityCode: string | null; createdAt: Date; installationAdmin: boolean }
/** Someone of the demonstration, with what they are in one municipality. */
export type Persona = { id: string; name: string; installationAdmin: boolean; roles: string[]; units: { name: Translated; lead: boolean }[]; represents: { name: string; kind: 'association' | 'company' }[] }

/**
 * What is kept of an account across municipalities. Works over the owner connection, which row-level security does not
 * narrow: so every function takes the account's own id and touches nothing else.
 */
export function accountsOf(database: Database) {
  const db = database.owner
  return {
    async factsOf(accountId: string): Promise<AccountFacts | null> {
      const [its] = await db.select({
        email: account.email, name: account.name, assurance: account.assurance, birthDate: account.birthDate, homeMunicipalityCode: account.homeMunicipalityCode, createdAt: account.createdAt, installationAdmin: account.installationAdmin,
      }).from(account).where(eq(account.id, accountId))
      return its ? { ...its, email: reachable(its.email) } : null
    },
    /** The account's newest strong identification: who it was at its issuer, the same each time, and when it was made; null when there is none. */
    async identificationOf(accountId: string): Promise<{ key: string; at: Date } | null> {
      const [its] = await db.select({ key: credential.accountId, at: credential.updatedAt }).from(credential)
        .where(and(eq(credential.userId, accountId), eq(credential.providerId, identificationId))).orderBy(desc(credential.updatedAt)).limit(1)
      return its ?? null
    },
    sessionsOf: (accountId: string): Promise<SessionLine[]> => db.select({ id: session.id, userAgent: session.userAgent, createdAt: session.createdAt, usedAt: session.updatedAt }).from(session)
      .where(and(eq(session.userId, accountId), gt(session.expiresAt, sql`now()`))).orderBy(desc(session.updatedAt)),
    /** Ends one session of the account, or with `but` all others. Ended twice changes nothing. */
    async endSession(accountId: string, which: { id: string } | { but: string }) {
      await db.delete(session).where(and(eq(session.userId, accountId), 'id' in which ? eq(session.id, which.id) : ne(session.id, which.but)))
    },
    passkeysOf: (accountId: string): Promise<PasskeyLine[]> => db.select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt }).from(passkey).where(eq(passkey.userId, accountId)).orderBy(passkey.createdAt),
    async removePasskey(accountId: string, id: string) { await db.delete(passkey).where(and(eq(passkey.userId, accountId), eq(passkey.id, id))) },
    async rename(accountId: string, name: string) { await db.update(account).set({ name, updatedAt: new Date() }).where(eq(account.id, accountId)) },
    /** Gives the account another address, which its owner has proven. False when it is someone else's. */
    async changeEmail(accountId: string, email: string): Promise<boolean> {
      const [other] = await db.select({ id: account.id }).from(account).where(and(eq(account.email, email), ne(account.id, accountId)))
      if (other) return false
      await db.update(account).set({ email, emailVerified: true, updatedAt: new Date() }).where(eq(account.id, accountId))
      return true
    },
    /** The municipalities that know this account. */
    municipalitiesOf: async (accountId: string): Promise<number[]> => (await db.select({ id: person.municipalityId }).from(person).where(and(eq(person.id, accountId), isNull(person.leftAt)))).map((each) => each.id),
    /** Erases the account with its sessions, passkeys and identifications. What municipalities know of it is theirs to erase first. */
    async erase(accountId: string) {
      const [its] = await db.delete(account).where(eq(account.id, accountId)).returning({ email: account.email })
      if (its) await db.delete(verification).where(sql`${verification.value} like ${`%${JSON.stringify(its.email).replace(/[\\%_]/g, '\\$&')}%`}`)
    },
    /** The people of the demonstration in a municipality. */
    async personasOf(municipalityId: number): Promise<Persona[]> {
      const people = await db.select({ id: person.id, name: person.name, installationAdmin: account.installationAdmin }).from(person).innerJoin(account, eq(account.id, person.id))
        .where(and(eq(person.municipalityId, municipalityId), account.persona, isNull(person.leftAt))).orderBy(person.createdAt, person.name)
      const ids = people.map((each) => each.id)
      if (ids.length === 0) return []
      const [roles, units, represents] = await Promise.all([
        db.select({ id: role.personId, role: role.role }).from(role).where(and(eq(role.municipalityId, municipalityId), inArray(role.personId, ids))),
        db.select({ id: official.personId, name: unit.name, lead: official.lead }).from(official).innerJoin(unit, and(eq(unit.municipalityId, official.municipalityId), eq(unit.id, official.unitId))).where(and(eq(official.municipalityId, municipalityId), inArray(official.personId, ids))),
        db.select({ id: representative.personId, name: organisation.name, kind: organisation.kind }).from(representative).innerJoin(organisation, and(eq(organisation.municipalityId, representative.municipalityId), eq(organisation.id, representative.organisationId)))
          .where(and(eq(representative.municipalityId, municipalityId), inArray(representative.personId, ids), isNull(representative.until))),
      ])
      return people.map((each) => ({
        ...each, roles: roles.filter((its) => its.id === each.id).map((its) => its.role),
        units: units.filter((its) => its.id === each.id).map((its) => ({ name: its.name ?? {}, lead: its.lead })),
        represents: represents.filter((its) => its.id === each.id).map(({ name, kind }) => ({ name, kind })),
      }))
    },
  }
}
export type Accounts = ReturnType<typeof accountsOf>
