import { sql } from 'drizzle-orm'
import { boolean, check, date, doublePrecision, foreignKey, index, integer, jsonb, pgSchema, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import type { FoundKind, Hit } from './score.ts'
import type { Suggestion } from './suggestion.ts'

export const found = pgSchema('found')

/** What the house read in one report, and what a person then said of it. The report's id is its own. */
export const reading = found.table('reading', {
  municipalityId: municipality(), reportId: id('report_id').notNull(),
  score: doublePrecision('score').notNull(), /** null: neither an idea nor a need */ kind: text('kind').$type<FoundKind>(),
  /** the score was over the threshold when it was read */ likely: boolean('likely').notNull(),
  /** the sentence that made it so, and why */ sentence: text('sentence').notNull(), hits: jsonb('hits').$type<Hit[]>().notNull(), readAt: since('read_at'),
  /** what a person said; it is what the scorer learns from */ state: text('state').$type<'new' | 'confirmed' | 'rejected'>().notNull().default('new'),
  decidedBy: id('decided_by'), decidedAt: moment('decided_at'),
  /** a language model's: off unless the installation has one; a suggestion, never a decision */ model: text('model').$type<'off' | 'asked' | 'done' | 'failed'>().notNull().default('off'),
  modelAfter: moment('model_after'), modelTries: smallint('model_tries').notNull().default(0), modelError: text('model_error'), suggestion: jsonb('suggestion').$type<Suggestion>(),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.reportId] }),
  index('reading_likely').on(t.municipalityId, t.state, t.readAt.desc().nullsFirst(), t.reportId).where(sql`likely`), index('reading_decided').on(t.municipalityId, t.decidedAt).where(sql`state <> 'new'`),
  index('reading_asked').on(t.modelAfter).where(sql`model = 'asked'`),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('decided_by_someone', sql`(state = 'new') = (decided_at is null) and state in ('new', 'confirmed', 'rejected')`), check('read_as', sql`kind in ('idea', 'need') and model in ('off', 'asked', 'done', 'failed')`), check('score_bounded', sql`score between 0 and 1`),
])

export const answers = ['named', 'nameless', 'no'] as const
export type ConsentAnswer = (typeof answers)[number]
/** The question asked of a report's sender: may it become an idea? One a report; the idea it became. */
export const consent = found.table('consent', {
  municipalityId: municipality(), reportId: id('report_id').notNull(),
  askedAt: since('asked_at'), askedBy: id('asked_by'), /** in whose name it is asked, and published when nameless */ unitId: id('unit_id').notNull(),
  /** until when the sender's silence is waited for */ until: moment('until').notNull(),
  /** what is proposed: the sender changes it before answering */ kind: text('kind').$type<FoundKind>().notNull(), title: text('title').notNull(), text: text('text').notNull(),
  answer: text('answer').$type<ConsentAnswer>(), answeredAt: moment('answered_at'),
  /** no foreign key: what a visitor never confirmed is erased */ ideaId: id('idea_id'), /** both trails say so */ bornAt: moment('born_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.reportId] }), index('consent_idea').on(t.municipalityId, t.ideaId).where(sql`idea_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.reportId], foreignColumns: [reading.municipalityId, reading.reportId] }),
  foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
  check('answered_when_answered', sql`(answer is null) = (answered_at is null) and answer in ('named', 'nameless', 'no')`), check('born_is_an_idea', sql`born_at is null or idea_id is not null`), check('no_is_no', sql`answer is distinct from 'no' or idea_id is null`),
])

/** What a municipality's confirmations have taught: how much a hit or a word weighs over its ordinary weight. Counted anew every night from the confirmations alone. */
export const learned = found.table('learned', {
  municipalityId: municipality(), feature: text('feature').notNull(), weight: doublePrecision('weight').notNull(), /** in how many judged reports */ seen: integer('seen').notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.feature] }), check('weight_bounded', sql`weight between -2 and 2`)])

/** The Monday letters that have been written, so that one is written once. */
export const letter = found.table('letter', {
  municipalityId: municipality(), unitId: id('unit_id').notNull(), monday: date('monday').notNull(), count: integer('count').notNull(), at: since('at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.unitId, t.monday] }), foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] })])
