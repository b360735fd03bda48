import { sql } from 'drizzle-orm'
import { foreignKey, index, pgSchema, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import { subject } from '#core/trail/schema.server.ts'

export const moderation = pgSchema('moderation')

export const reasons = ['insult', 'spam', 'personalData', 'illegal', 'offTopic', 'other'] as const
export type Reason = (typeof reasons)[number]
export const acts = ['hidden', 'restored', 'kept', 'upheld'] as const
export type Act = (typeof acts)[number]

/** Someone, or a rule, asks a moderator to look at a subject or at one comment of it. Anyone may, signed in or not. */
export const report = moderation.table('report', {
  municipalityId: municipality(), id: id().notNull(),
  subjectId: id('subject_id').notNull(), commentId: id('comment_id'),
  reason: text('reason').$type<Reason>().notNull(), words: text('words').notNull().default(''),
  byPersonId: id('by_person_id'), byRule: text('by_rule'),
  at: since('at'), settledAt: moment('settled_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('report_open').on(t.municipalityId, t.at).where(sql`settled_at is null`),
  uniqueIndex('report_once').on(t.municipalityId, t.subjectId, sql`coalesce(comment_id, subject_id)`, t.byPersonId).where(sql`by_person_id is not null and settled_at is null`),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
])

/** The log of moderation: what was done to what, by whom and why. Never changed, never erased; its statistics are public. */
export const decision = moderation.table('decision', {
  municipalityId: municipality(), id: id().notNull(),
  subjectId: id('subject_id').notNull(), commentId: id('comment_id'),
  /** upheld: it stays hidden after the author's appeal */ act: text('act').$type<Act>().notNull(),
  reason: text('reason').$type<Reason>().notNull(), explanation: text('explanation').notNull(),
  byPersonId: id('by_person_id').notNull(), at: since('at'),
  /** the author disagrees, once, and another look follows */ appeal: text('appeal'), appealedAt: moment('appealed_at'), appealSettledAt: moment('appeal_settled_at'),
  /** the decision whose appeal this one settles */ appealOf: id('appeal_of'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.at), index().on(t.municipalityId, t.subjectId),
  index('appeal_open').on(t.municipalityId, t.appealedAt).where(sql`appealed_at is not null and appeal_settled_at is null`),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
])

/** One text sent by one sender (a person's id, or the keyed digest of what a guest is known by); kept for the hour that is counted. */
export const sending = moderation.table('sending', {
  municipalityId: municipality(), id: id().notNull(), sender: text('sender').notNull(), at: since('at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.sender, t.at)])

/** The digest of a long text, kept for a day, so that the same text sent again and again is noticed. The id is the comment's or the subject's. */
export const wording = moderation.table('wording', {
  municipalityId: municipality(), id: id().notNull(), digest: text('digest').notNull(), at: since('at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index().on(t.municipalityId, t.digest), index().on(t.municipalityId, t.at)])
