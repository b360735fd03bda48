import { sql } from 'drizzle-orm'
import { boolean, date, foreignKey, index, integer, pgSchema, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { subject } from '#core/trail/schema.server.ts'

export const ideas = pgSchema('ideas')

/** An idea or a need. Title, stage, owner, due date, place and topic are its subject's (core/trail); the id is the same. */
export const idea = ideas.table('idea', {
  municipalityId: municipality(), id: id().notNull(),
  kind: text('kind').$type<'idea' | 'need'>().notNull(),
  text: text('text').notNull(),
  editedAt: moment('edited_at'),
  /** sent without an account: the address whose link confirms it, and until when */
  confirmEmail: text('confirm_email'), confirmBefore: moment('confirm_before'),
  /** the same send twice is one idea */ sendKey: text('send_key'),
  /** where an imported idea came from, so that importing again changes nothing */ importedFrom: text('imported_from'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }),
  uniqueIndex('idea_sent_once').on(t.municipalityId, t.sendKey), uniqueIndex('idea_imported_once').on(t.municipalityId, t.importedFrom),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }),
])

/** Earlier wordings; the newest is on the idea. */
export const version = ideas.table('version', {
  municipalityId: municipality(), ideaId: id('idea_id').notNull(), number: integer('number').notNull(),
  title: text('title').notNull(), text: text('text').notNull(), until: since('until'),
  /** what a moderator had hidden: its author and moderators may read it, nobody else, ever */ wasHidden: boolean('was_hidden').notNull().default(false),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.ideaId, t.number] }),
  foreignKey({ columns: [t.municipalityId, t.ideaId], foreignColumns: [idea.municipalityId, idea.id] }),
])

/** One support a person, because the key says so; subject.supports is kept by a trigger on this table. */
export const support = ideas.table('support', {
  municipalityId: municipality(), ideaId: id('idea_id').notNull(), personId: id('person_id').notNull(), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.ideaId, t.personId] }), index().on(t.municipalityId, t.personId),
  foreignKey({ columns: [t.municipalityId, t.ideaId], foreignColumns: [idea.municipalityId, idea.id] }),
])

export const outcomes = ['forward', 'exists', 'elsewhere', 'notNow', 'no'] as const
export type Outcome = (typeof outcomes)[number]

/** An official's reasoned reply. A draft is read by colleagues of the unit; a published one is never erased. */
export const answer = ideas.table('answer', {
  municipalityId: municipality(), id: id().notNull(), ideaId: id('idea_id').notNull(),
  outcome: text('outcome').$type<Outcome>().notNull(), reason: text('reason').notNull(),
  /** already exists: where; someone else's: whose */ url: text('url'), whose: text('whose'),
  unitId: id('unit_id').notNull(), authorPersonId: id('author_person_id').notNull(),
  draftedAt: since('drafted_at'), publishedAt: moment('published_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.ideaId),
  uniqueIndex('one_draft').on(t.municipalityId, t.ideaId).where(sql`published_at is null`),
  foreignKey({ columns: [t.municipalityId, t.ideaId], foreignColumns: [idea.municipalityId, idea.id] }),
])

/** An experiment says before it starts what it wants to learn, and after it what was learned. */
export const experiment = ideas.table('experiment', {
  municipalityId: municipality(), ideaId: id('idea_id').notNull(), round: integer('round').notNull(),
  toLearn: text('to_learn').notNull(), seenFrom: text('seen_from').notNull(), endsOn: date('ends_on').notNull(),
  startedAt: since('started_at'), learned: text('learned'), endedAt: moment('ended_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.ideaId, t.round] }),
  uniqueIndex('one_experiment_running').on(t.municipalityId, t.ideaId).where(sql`ended_at is null`),
  foreignKey({ columns: [t.municipalityId, t.ideaId], foreignColumns: [idea.municipalityId, idea.id] }),
])

/** A supporter of a merged idea is asked whether the support moves too. Nothing moves without a yes. */
export const mergeQuestion = ideas.table('merge_question', {
  municipalityId: municipality(), fromId: id('from_id').notNull(), toId: id('to_id').notNull(), personId: id('person_id').notNull(),
  askedAt: since('asked_at'), answeredAt: moment('answered_at'), moved: boolean('moved'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.fromId, t.personId] }), index().on(t.municipalityId, t.personId),
  foreignKey({ columns: [t.municipalityId, t.fromId], foreignColumns: [idea.municipalityId, idea.id] }),
  foreignKey({ columns: [t.municipalityId, t.toId], foreignColumns: [idea.municipalityId, idea.id] }),
])

/** An official's saved view of the queue: a name and the address's query. */
export const savedView = ideas.table('saved_view', {
  municipalityId: municipality(), personId: id('person_id').notNull(), name: text('name').notNull(), query: text('query').notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.personId, t.name] })])
