import { sql } from 'drizzle-orm'
import { boolean, date, doublePrecision, foreignKey, index, integer, jsonb, pgSchema, primaryKey, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, municipality as ofMunicipality, since, translated } from '#core/db/columns.server.ts'
import type { Language } from '#core/text/language.ts'

export const identity = pgSchema('identity')

/** What a municipality's admin sets. Days are calendar days. */
export type MunicipalityRules = {
  /** days until the first reply to an idea */ replyDays: number
  /** days from an answer to the next step it promises; 30 unless set */ nextStepDays?: number
  /** days before a due date that its owner is reminded; 2 unless set */ reminderDays?: number
  /** words that stop a text for a moderator's look */ watchedWords: string[]
  /** links in one text before it waits for a moderator */ linksAllowed: number
  /** texts one person may send in an hour */ sendsPerHour: number
}

// ---- of the whole installation: no municipality_id, listed by name in tests/isolation.test.ts

export const municipality = identity.table('municipality', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  slug: text('slug').notNull().unique(),
  name: translated('name').notNull(),
  code: text('code'),
  languages: text('languages').array().$type<Language[]>().notNull(),
  hosts: text('hosts').array().notNull().default(sql`'{}'`),
  longitude: doublePrecision('longitude').notNull(),
  latitude: doublePrecision('latitude').notNull(),
  hue: smallint('hue').notNull().default(238),
  /** the one at the installation's bare address */ primary: boolean('primary').notNull().default(false),
  rules: jsonb('rules').$type<MunicipalityRules>().notNull(),
  createdAt: since('created_at'),
})

/** A signed-in human across the installation; better-auth's "user". What a municipality knows of them is `person`. */
export const account = identity.table('account', {
  id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  /** set by strong identification */ assurance: text('assurance').$type<'substantial' | 'high'>(),
  birthDate: text('birth_date'),
  homeMunicipalityCode: text('home_municipality_code'),
  installationAdmin: boolean('installation_admin').notNull().default(false),
  persona: boolean('persona').notNull().default(false),
  createdAt: since('created_at'),
  updatedAt: since('updated_at'),
})

export const session = identity.table('session', {
  id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
  token: text('token').notNull().unique(),
  userId: uuid('user_id').notNull().references(() => account.id, { onDelete: 'cascade' }),
  expiresAt: moment('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: since('created_at'),
  updatedAt: since('updated_at'),
}, (t) => [index().on(t.userId)])

/** One way of signing in; better-auth's "account". Unique by (issuer, subject), never by e-mail. */
export const credential = identity.table('credential', {
  id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  issuer: text('issuer'),
  userId: uuid('user_id').notNull().references(() => account.id, { onDelete: 'cascade' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: moment('access_token_expires_at'),
  refreshTokenExpiresAt: moment('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: since('created_at'),
  updatedAt: since('updated_at'),
}, (t) => [unique().on(t.providerId, t.accountId), index().on(t.userId)])

export const verification = identity.table('verification', {
  id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: since('created_at'),
  updatedAt: since('updated_at'),
}, (t) => [index().on(t.identifier)])

export const passkey = identity.table('passkey', {
  id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
  name: text('name'),
  publicKey: text('public_key').notNull(),
  userId: uuid('user_id').notNull().references(() => account.id, { onDelete: 'cascade' }),
  credentialID: text('credential_id').notNull(),
  counter: integer('counter').notNull(),
  deviceType: text('device_type').notNull(),
  backedUp: boolean('backed_up').notNull(),
  transports: text('transports'),
  aaguid: text('aaguid'),
  createdAt: moment('created_at'),
}, (t) => [index().on(t.userId), index().on(t.credentialID)])

// ---- of one municipality

/** What one municipality knows of one human. The id is the account's, so that a person is one across municipalities. */
export const person = identity.table('person', {
  municipalityId: ofMunicipality(), id: id().notNull(),
  name: text('name').notNull(),
  email: text('email'),
  language: text('language').$type<Language>().notNull(),
  /** how notices arrive unless a follow says otherwise */ rhythm: text('rhythm').$type<'atOnce' | 'daily' | 'weekly' | 'inApp'>().notNull().default('weekly'),
  /** the channels besides the app */ byMail: boolean('by_mail').notNull().default(true), byPush: boolean('by_push').notNull().default(true),
  homeLongitude: doublePrecision('home_longitude'), homeLatitude: doublePrecision('home_latitude'),
  createdAt: since('created_at'),
  /** the account is gone; the row stays nameless so that what was public keeps an author */ leftAt: moment('left_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] })])

/** A part of the municipality's organisation that owns things and answers. */
export const unit = identity.table('unit', {
  municipalityId: ofMunicipality(), id: id().notNull(),
  key: text('key').notNull(),
  name: translated('name').notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), unique().on(t.municipalityId, t.key)])

export const official = identity.table('official', {
  municipalityId: ofMunicipality(), personId: id('person_id').notNull(), unitId: id('unit_id').notNull(),
  /** leads the unit: hears of what is late */ lead: boolean('lead').notNull().default(false),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.personId, t.unitId] }), index().on(t.municipalityId, t.unitId),
  foreignKey({ columns: [t.municipalityId, t.personId], foreignColumns: [person.municipalityId, person.id] }),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
])

export const role = identity.table('role', {
  municipalityId: ofMunicipality(), personId: id('person_id').notNull(),
  role: text('role').$type<'moderator' | 'admin'>().notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.personId, t.role] }),
  foreignKey({ columns: [t.municipalityId, t.personId], foreignColumns: [person.municipalityId, person.id] }),
])

/** An association or a company that acts through its representatives. */
export const organisation = identity.table('organisation', {
  municipalityId: ofMunicipality(), id: id().notNull(),
  kind: text('kind').$type<'association' | 'company'>().notNull(),
  name: text('name').notNull(),
  businessId: text('business_id'),
  createdAt: since('created_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex().on(t.municipalityId, t.businessId)])

/** A person's right to act as an organisation; ended, never erased, so that the log stays readable. */
export const representative = identity.table('representative', {
  municipalityId: ofMunicipality(), id: id().notNull(),
  organisationId: id('organisation_id').notNull(), personId: id('person_id').notNull(),
  since: since('since'), until: moment('until'), handedBy: id('handed_by'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.personId),
  uniqueIndex('representative_once').on(t.municipalityId, t.organisationId, t.personId).where(sql`until is null`),
  foreignKey({ columns: [t.municipalityId, t.organisationId], foreignColumns: [organisation.municipalityId, organisation.id] }),
  foreignKey({ columns: [t.municipalityId, t.personId], foreignColumns: [person.municipalityId, person.id] }),
])

/** The day's key that visitors without an account are told apart with (visitor.server.ts). Erased after its day. */
export const dayKey = identity.table('day_key', {
  municipalityId: ofMunicipality(), day: date('day').notNull(), key: text('key').notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.day] })])
