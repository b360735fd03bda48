import { sql } from 'drizzle-orm'
import { bigint, boolean, check, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since } from '#core/db/columns.server.ts'
import type { Language } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'

export const videos = pgSchema('video')

/** Work that another program does for a video, tried until it is done; it is given up after the last try, and said. */
export type Work = 'asked' | 'done' | 'failed'
/** A line of captions: from and to in milliseconds. */
export type Cue = { start: number; end: number; text: string }

/**
 * A short video on a subject. `uploading`: its bytes are on their way; `waiting`: they are checked and its maker has not
 * published it; `hidden`: a moderator hides it, or a rule holds it until one has looked. Bytes are in the storage port.
 */
export const video = videos.table('video', {
  municipalityId: municipality(), id: id().notNull(), subjectId: id('subject_id').notNull(),
  state: text('state').$type<'uploading' | 'waiting' | 'published' | 'hidden'>().notNull(),
  title: text('title').notNull().default(''), /** spoken in it */ language: text('language').$type<Language>().notNull(),
  authorPersonId: id('author_person_id'), authorOrganisationId: id('author_organisation_id'), /** an official speaks for this unit */ unitId: id('unit_id'),
  /** what its sender said it would be, while it is on its way; then what it is */ bytes: bigint('bytes', { mode: 'number' }).notNull(),
  type: text('type').$type<'video/mp4' | 'video/webm'>(), durationMs: integer('duration_ms'), width: integer('width'), height: integer('height'), sound: boolean('sound').notNull().default(true),
  /** changes with the poster, so that a kept one is not shown */ posterAt: moment('poster_at'),
  createdAt: since('created_at'), publishedAt: moment('published_at'),
  /** the recording of a live broadcast, for which the law gives time */ live: boolean('live').notNull().default(false),
  /** until when it has captions in its own language; null when the law asks for none */ captionsDueAt: moment('captions_due_at'),
  remindedAt: moment('reminded_at'), lateToldAt: moment('late_told_at'),
  speech: text('speech').$type<Work>(), speechTries: integer('speech_tries').notNull().default(0), speechAfter: moment('speech_after'), speechError: text('speech_error'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('video_of_subject').on(t.municipalityId, t.subjectId), index('video_of_author').on(t.municipalityId, t.authorPersonId),
  index('video_unfinished').on(t.municipalityId, t.createdAt).where(sql`state in ('uploading', 'waiting')`),
  index('video_captions_due').on(t.municipalityId, t.captionsDueAt).where(sql`captions_due_at is not null`),
  index('video_speech').on(t.municipalityId, t.speechAfter).where(sql`speech = 'asked'`),
  foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] }),
  check('known_when_here', sql`state = 'uploading' or num_nulls(type, duration_ms, width, height) = 0`),
  check('published_has_its_facts', sql`state <> 'published' or (published_at is not null and title <> '')`),
])

/** The same video at another size, made by the transcoder where there is one. */
export const rendition = videos.table('rendition', {
  municipalityId: municipality(), videoId: id('video_id').notNull(), /** the shorter side, in pixels */ size: integer('size').notNull(),
  state: text('state').$type<Work>().notNull(), tries: integer('tries').notNull().default(0), after: moment('after'), error: text('error'), bytes: integer('bytes'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.videoId, t.size] }), index('rendition_asked').on(t.municipalityId, t.after).where(sql`state = 'asked'`),
  foreignKey({ columns: [t.municipalityId, t.videoId], foreignColumns: [video.municipalityId, video.id] }).onDelete('cascade'),
])

/** Captions in one language. A draft, such as what a speech service heard, is seen by the video's makers until one of them has read it through. */
export const track = videos.table('track', {
  municipalityId: municipality(), videoId: id('video_id').notNull(), language: text('language').$type<Language>().notNull(),
  cues: jsonb('cues').$type<Cue[]>().notNull(), ready: boolean('ready').notNull(), heard: boolean('heard').notNull().default(false), byPersonId: id('by_person_id'), at: since('at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.videoId, t.language] }),
  foreignKey({ columns: [t.municipalityId, t.videoId], foreignColumns: [video.municipalityId, video.id] }).onDelete('cascade'),
])
