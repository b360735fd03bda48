import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import type { Translated } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { Stage } from '#core/trail/stages.ts'

export const preparation = pgSchema('preparation')

/** What one can do in a phase; an empty list is "only read". */
export type Doing = 'comment' | 'mark' | 'propose'
/** A phase as a template tells it: how many days it lasts when nobody says otherwise. */
export type TemplatePhase = { name: Translated; does: Doing[]; stage: Stage; days: number; /** the document is heard in it */ hearing?: boolean }

/** A matter (asia): what an official prepares in the open. Its subject row has the same id, its title, topic, place, unit and visibility. */
export const matter = preparation.table('matter', {
  municipalityId: municipality(), id: id().notNull(),
  state: text('state').$type<'draft' | 'scheduled' | 'published'>().notNull(),
  /** when a scheduled one comes out */ publishAt: moment('publish_at'), publishedAt: moment('published_at'),
  /** what the official is thinking */ thought: text('thought').notNull(),
  /** the boundary conditions, each its own field */ law: text('law').notNull().default(''), money: text('money').notNull().default(''), time: text('time').notNull().default(''), notOpen: text('not_open').notNull().default(''),
  /** an open question to everyone */ ask: text('ask').notNull().default(''),
  /** who may comment */ speakers: text('speakers').$type<'anyone' | 'signedIn' | 'identified'>().notNull().default('signedIn'),
  contactPersonId: id('contact_person_id'), /** how the contact person is reached: telephone, address, hours */ contact: text('contact').notNull().default(''),
  /** diaarinumero */ caseNumber: text('case_number').notNull().default(''), decidingBody: text('deciding_body').notNull().default(''), meetingOn: date('meeting_on'),
  decision: text('decision').notNull().default(''), decisionUrl: text('decision_url').notNull().default(''), decidedAt: moment('decided_at'),
  /** the hearing's summary, owed after it has ended */ summary: text('summary').notNull().default(''), summaryAt: moment('summary_at'), /** until when it is owed; set when the hearing ends */ summaryDueAt: moment('summary_due_at'),
  /** a new number makes the earlier secret preview links void */ previewRound: integer('preview_round').notNull().default(1),
  /** prepared together with other municipalities: the same id in each of them */ jointId: id('joint_id'),
  createdAt: since('created_at'), createdBy: id('created_by').notNull(), sendKey: text('send_key'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex('matter_sent_once').on(t.municipalityId, t.sendKey), uniqueIndex('matter_joint').on(t.municipalityId, t.jointId),
  index('matter_scheduled').on(t.publishAt).where(sql`state = 'scheduled'`), index('matter_draft').on(t.municipalityId).where(sql`state in ('draft', 'scheduled')`), index('matter_asks').on(t.municipalityId, t.id).where(sql`ask <> '' and state = 'published'`), index('matter_case').on(t.municipalityId, t.caseNumber).where(sql`case_number <> ''`),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }),
  check('state_known', sql`state in ('draft', 'scheduled', 'published')`), check('scheduled_has_time', sql`(state = 'scheduled') = (publish_at is not null)`),
  check('speakers_known', sql`speakers in ('anyone', 'signedIn', 'identified')`),
])

/** A phase of a matter. Of a published matter exactly one is open (a deferred trigger keeps it so). */
export const phase = preparation.table('phase', {
  municipalityId: municipality(), id: id().notNull(), matterId: id('matter_id').notNull(), position: integer('position').notNull(),
  name: translated('name').notNull(), does: text('does').array().$type<Doing[]>().notNull(), stage: text('stage').$type<Stage>().notNull(),
  hearing: text('hearing').$type<'yes' | 'no'>().notNull().default('no'),
  startsOn: date('starts_on'), endsOn: date('ends_on'),
  state: text('state').$type<'ahead' | 'open' | 'over'>().notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('phase_position').on(t.municipalityId, t.matterId, t.position),
  uniqueIndex('phase_one_open').on(t.municipalityId, t.matterId).where(sql`state = 'open'`),
  foreignKey({ columns: [t.municipalityId, t.matterId], foreignColumns: [matter.municipalityId, matter.id] }),
  check('phase_state_known', sql`state in ('ahead', 'open', 'over')`), check('phase_dates', sql`starts_on <= ends_on`),
])

/** Phases to begin a matter with; an admin edits them. Without any the default of code is offered. */
export const template = preparation.table('template', {
  municipalityId: municipality(), id: id().notNull(), name: translated('name').notNull(), phases: jsonb('phases').$type<TemplatePhase[]>().notNull(), position: integer('position').notNull().default(0),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] })])

/** Background: a file, a link, a picture (a picture of the subject, with its description). */
export const material = preparation.table('material', {
  municipalityId: municipality(), id: id().notNull(), matterId: id('matter_id').notNull(), position: integer('position').notNull(),
  kind: text('kind').$type<'file' | 'link' | 'picture'>().notNull(), title: text('title').notNull(), description: text('description').notNull().default(''),
  url: text('url'), fileId: id('file_id'), fileType: text('file_type'), bytes: integer('bytes'), addedAt: since('added_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.matterId, t.position),
  foreignKey({ columns: [t.municipalityId, t.matterId], foreignColumns: [matter.municipalityId, matter.id] }),
])

/** A quick choice of the matter's question, and who chose it: one choice a person, changed freely while the phase lets people speak. */
export const choice = preparation.table('choice', {
  municipalityId: municipality(), id: id().notNull(), matterId: id('matter_id').notNull(), position: integer('position').notNull(), text: text('text').notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), unique('choice_of_matter').on(t.municipalityId, t.matterId, t.id), foreignKey({ columns: [t.municipalityId, t.matterId], foreignColumns: [matter.municipalityId, matter.id] })])
export const chosen = preparation.table('chosen', {
  municipalityId: municipality(), matterId: id('matter_id').notNull(), personId: id('person_id').notNull(), choiceId: id('choice_id').notNull(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.matterId, t.personId] }), index().on(t.municipalityId, t.choiceId),
  foreignKey({ columns: [t.municipalityId, t.matterId, t.choiceId], foreignColumns: [choice.municipalityId, choice.matterId, choice.id] }),
])

/** "I would take a bigger part": an offer of help that the official accepts or thanks for. */
export const offer = preparation.table('offer', {
  municipalityId: municipality(), id: id().notNull(), matterId: id('matter_id').notNull(),
  personId: id('person_id'), organisationId: id('organisation_id'), text: text('text').notNull(), at: since('at'),
  /** may be named on the matter's page once accepted */ shown: boolean('shown').notNull().default(false),
  state: text('state').$type<'new' | 'accepted' | 'thanked'>().notNull().default('new'), reply: text('reply').notNull().default(''), repliedAt: moment('replied_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex('offer_once').on(t.municipalityId, t.matterId, sql`coalesce(organisation_id, person_id)`),
  foreignKey({ columns: [t.municipalityId, t.matterId], foreignColumns: [matter.municipalityId, matter.id] }),
])

/** An earlier wording of a published matter, kept for everyone to read; `until` is when it was changed. */
export const version = preparation.table('version', {
  municipalityId: municipality(), matterId: id('matter_id').notNull(), number: integer('number').notNull(),
  title: text('title').notNull(), thought: text('thought').notNull(), until: moment('until').notNull(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.matterId, t.number] }),
  foreignKey({ columns: [t.municipalityId, t.matterId], foreignColumns: [matter.municipalityId, matter.id] }),
])

/** A section of the matter's document, in order; comments point at it by its id. */
export const section = preparation.table('section', {
  municipalityId: municipality(), id: id().notNull(), matterId: id('matter_id').notNull(), position: integer('position').notNull(),
  title: text('title').notNull(), text: text('text').notNull(), pictureId: id('picture_id'),
  /** a place or an area shown with it, as GeoJSON */ map: jsonb('map').$type<Record<string, unknown>>(), /** the place or area in words */ mapName: text('map_name').notNull().default(''),
  /** taken out of the document: kept while people have spoken of it */ removedAt: moment('removed_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.matterId, t.position),
  foreignKey({ columns: [t.municipalityId, t.matterId], foreignColumns: [matter.municipalityId, matter.id] }),
])

/**
 * A municipality's part in a joint matter. Each has its own row, its own matter, rules, counts and decision; the one who
 * began it leads. Others' public facts are read only through functions of the database that check this table.
 */
export const joint = preparation.table('joint', {
  municipalityId: municipality(), jointId: id('joint_id').notNull(),
  /** this municipality's own matter, when it has taken the invitation */ matterId: id('matter_id'),
  state: text('state').$type<'leads' | 'asked' | 'takesPart' | 'declined' | 'left'>().notNull(),
  /** what was asked, said by the one who leads */ title: text('title').notNull(), message: text('message').notNull().default(''), askedBy: integer('asked_by').notNull(), /** what was answered to who asked */ answer: text('answer').notNull().default(''), /** since when its state is this */ at: since('at'), /** when its officials were written to */ toldAt: moment('told_at'),
  /** since when the one who leads has asked this part to lead instead */ leadOfferedAt: moment('lead_offered_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.jointId] }), index('joint_of_all').on(t.jointId), index('joint_untold').on(t.municipalityId).where(sql`state = 'asked' and told_at is null`),
  check('joint_state_known', sql`state in ('leads', 'asked', 'takesPart', 'declined', 'left')`), check('lead_offered_to_a_part', sql`lead_offered_at is null or state = 'takesPart'`), check('joint_has_matter', sql`matter_id is not null or state in ('asked', 'declined', 'left')`),
  foreignKey({ columns: [t.municipalityId, t.matterId], foreignColumns: [matter.municipalityId, matter.id] }),
])
