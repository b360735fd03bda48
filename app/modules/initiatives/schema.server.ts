import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, pgSchema, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import type { Language } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { Fix, Kind, State } from './rules/acts.ts'
import type { Membership } from './rules/membership.ts'

export const initiatives = pgSchema('initiatives')

/** A population figure with its date and source. An initiative keeps the one its thresholds were counted from. */
export const population = initiatives.table('population', {
  municipalityId: municipality(), id: id().notNull(),
  /** the day the figure tells of */ day: date('day').notNull(), source: text('source').notNull(),
  residents: integer('residents').notNull(), aged15plus: integer('aged_15_plus').notNull(),
  addedAt: since('added_at'), addedBy: id('added_by'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('population_once_a_day').on(t.municipalityId, t.day),
  check('population_whole', sql`aged_15_plus between 1 and residents and residents < 10000000`),
])

/** Where initiatives go: the registry's address, and the unit whose officials check them and answer for them. */
export const registry = initiatives.table('registry', {
  municipalityId: municipality(), email: text('email'), unitId: id('unit_id'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId] }),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
])

export const outcomes = ['carriedOut', 'partly', 'rejected', 'answered'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * An initiative (aloite). Title, stage, owner and due date are its subject's (core/trail); the id is the same. What may be
 * done to it follows from state, fix, sent_at, collective, kind and decided_at alone: rules/acts.ts.
 */
export const initiative = initiatives.table('initiative', {
  municipalityId: municipality(), id: id().notNull(),
  kind: text('kind').$type<Kind>().notNull(), collective: boolean('collective').notNull(),
  state: text('state').$type<State>().notNull().default('draft'), fix: text('fix').$type<Fix>().notNull().default('ok'),
  text: text('text').notNull(),
  /** whose it is, also when the name is not shown: then the subject has no author */ authorPersonId: id('author_person_id').notNull(), authorOrganisationId: id('author_organisation_id'),
  authorShown: boolean('author_shown').notNull().default(true), authorMembership: text('author_membership').$type<Membership>().notNull(),
  /** how the registry reaches the author; never public */ contact: text('contact').notNull().default(''),
  /** why the officer handed it back, and the mended words that wait for the check */ returnedWhy: text('returned_why'), fixTitle: text('fix_title'), fixText: text('fix_text'),
  /** the basis of the thresholds, copied when collecting starts so that nothing changes it afterwards */
  basisId: id('basis_id'), basisDay: date('basis_day'), basisSource: text('basis_source'), basisResidents: integer('basis_residents'), basisAged15plus: integer('basis_aged_15_plus'),
  threshold2: integer('threshold_2'), threshold4: integer('threshold_4'),
  /** kept by a trigger where signatures are written: all confirmed, and those of residents */ signers: integer('signers').notNull().default(0), residents: integer('residents').notNull().default(0),
  crossed2At: moment('crossed_2_at'), crossed4At: moment('crossed_4_at'),
  createdAt: since('created_at'), reviewAskedAt: moment('review_asked_at'), acceptedAt: moment('accepted_at'), publishedAt: moment('published_at'),
  sentAt: moment('sent_at'), sentTo: text('sent_to'), registeredAt: moment('registered_at'), caseNumber: text('case_number'), /** of the council's competence: in its yearly report */ ofCouncil: boolean('of_council').notNull().default(true),
  decidedAt: moment('decided_at'), outcome: text('outcome').$type<Outcome>(), decision: text('decision'), decisionUrl: text('decision_url'), /** what was done because of it, for the author and the yearly report */ measures: text('measures').notNull().default(''),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('initiative_sent').on(t.municipalityId, t.sentAt), index('initiative_author').on(t.municipalityId, t.authorPersonId),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }),
  foreignKey({ columns: [t.municipalityId, t.basisId], foreignColumns: [population.municipalityId, population.id] }),
  check('initiative_states', sql`kind in ('ordinary', 'referendum') and state in ('draft', 'review', 'accepted', 'published') and fix in ('ok', 'fix', 'review')`),
  check('fixed_after_acceptance', sql`fix = 'ok' or (state in ('accepted', 'published') and sent_at is null)`),
  check('sent_is_published', sql`sent_at is null or (state = 'published' and fix = 'ok')`),
  check('decided_after_sending', sql`decided_at is null or (sent_at is not null and outcome is not null and decision is not null)`),
  check('referendum_is_collective', sql`kind = 'ordinary' or collective`),
  check('collecting_has_a_basis', sql`state <> 'published' or not collective or (threshold_2 is not null and threshold_4 is not null and basis_day is not null)`),
])

/**
 * One name under an initiative. A person signs once, an organisation once, a proven address once; of the referendum kind an
 * identified human once, whatever account they use. Nobody signs after it was sent (a trigger says so).
 */
export const signature = initiatives.table('signature', {
  municipalityId: municipality(), id: id().notNull(), initiativeId: id('initiative_id').notNull(),
  personId: id('person_id'), organisationId: id('organisation_id'), email: text('email'), language: text('language').$type<Language>().notNull(),
  /** keyed digests: of the proven address, and of the strong identification for this one initiative */ emailKey: text('email_key'), humanKey: text('human_key'),
  name: text('name').notNull(), shown: boolean('shown').notNull(), membership: text('membership').$type<Membership>().notNull(),
  /** the code of the home municipality at signing; from the register when identified */ home: text('home'), identified: boolean('identified').notNull().default(false),
  askedAt: since('asked_at'), /** an address counts only after its owner has confirmed */ confirmedAt: moment('confirmed_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  uniqueIndex('signature_person').on(t.municipalityId, t.initiativeId, sql`coalesce(organisation_id, person_id)`).where(sql`person_id is not null`),
  uniqueIndex('signature_email').on(t.municipalityId, t.initiativeId, t.emailKey).where(sql`email_key is not null`),
  uniqueIndex('signature_human').on(t.municipalityId, t.initiativeId, t.humanKey).where(sql`human_key is not null`),
  index('signature_shown').on(t.municipalityId, t.initiativeId, t.confirmedAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`confirmed_at is not null`),
  index('signature_of_person').on(t.municipalityId, t.personId),
  foreignKey({ columns: [t.municipalityId, t.initiativeId], foreignColumns: [initiative.municipalityId, initiative.id] }),
])

/** Someone whom an author has asked to answer for the initiative too; theirs after they have said yes. */
export const coAuthor = initiatives.table('co_author', {
  municipalityId: municipality(), id: id().notNull(), initiativeId: id('initiative_id').notNull(),
  name: text('name').notNull(), email: text('email').notNull(), personId: id('person_id'), shown: boolean('shown').notNull().default(false),
  invitedAt: since('invited_at'), acceptedAt: moment('accepted_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('co_author_of_person').on(t.municipalityId, t.personId),
  uniqueIndex('co_author_once').on(t.municipalityId, t.initiativeId, t.personId).where(sql`person_id is not null`),
  uniqueIndex('co_author_address').on(t.municipalityId, t.initiativeId, t.email),
  foreignKey({ columns: [t.municipalityId, t.initiativeId], foreignColumns: [initiative.municipalityId, initiative.id] }),
])

/** A document of the decision; its bytes are in the storage port under its id. */
export const decisionFile = initiatives.table('decision_file', {
  municipalityId: municipality(), id: id().notNull(), initiativeId: id('initiative_id').notNull(),
  name: text('name').notNull(), type: text('type').notNull(), bytes: integer('bytes').notNull(), addedAt: since('added_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('decision_file_of').on(t.municipalityId, t.initiativeId),
  foreignKey({ columns: [t.municipalityId, t.initiativeId], foreignColumns: [initiative.municipalityId, initiative.id] }),
])

/** That something was said once: to the author that an accepted one waits to be published, to the registry that a decision is owed (first at 6 months, then every 3). */
export const told = initiatives.table('told', {
  municipalityId: municipality(), initiativeId: id('initiative_id').notNull(), what: text('what').$type<'unpublished' | 'undecided'>().notNull(), round: integer('round').notNull(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.initiativeId, t.what, t.round] }),
  foreignKey({ columns: [t.municipalityId, t.initiativeId], foreignColumns: [initiative.municipalityId, initiative.id] }),
])

export const elsewhereStates = ['collecting', 'pending', 'decided'] as const
export type ElsewhereState = (typeof elsewhereStates)[number]

/** An initiative that runs on the national service and is followed here. The id is its subject's; its count and state are kept by hand. */
export const elsewhere = initiatives.table('elsewhere', {
  municipalityId: municipality(), id: id().notNull(), url: text('url').notNull(), text: text('text').notNull(),
  state: text('state').$type<ElsewhereState>().notNull(), kind: text('kind').$type<Kind>().notNull(), signers: integer('signers').notNull().default(0), seenAt: since('seen_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex('elsewhere_once').on(t.municipalityId, t.url),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }),
])
