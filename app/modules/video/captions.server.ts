import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, type Mended, type Problems, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Language } from '#core/text/language.ts'
import { lookAt } from '#modules/moderation/server'
import { thingOf, type Video, videoRow } from './begin.server.ts'
import { windCaptionsClock } from './captions-due.server.ts'
import { type Change, changed, cuesOfVtt, mostCues, pieces, tidy, tidyText, timed, timeOf } from './cues.ts'
import { can } from './permissions.ts'
import { one, wordsOf } from './publish.server.ts'
import { type Cue, track, video } from './schema.server.ts'

/** Lines as they stand in the form: times as they were written. */
export type Written = { start: string; end: string; text: string }
const longestText = 300

async function captioned(ctx: Ctx, id: string): Promise<Video> {
  const its = await videoRow(ctx, id, { lock: true })
  allow(ctx, can.caption, thingOf(its))
  if (its.state === 'uploading') throw new Conflict('notPublished')
  return its
}

/** Reads written lines; what is wrong is told by field: `start0` … `end0` … */
function readLines(lines: Written[], durationMs: number): { cues: Cue[] } | Mended {
  const wrong: Problems = {}
  const cues = lines.flatMap(({ start, end, text }, i): Cue[] => {
    const from = timeOf(start), to = timeOf(end)
    if (!text.trim()) return []
    if (from === null) wrong[`start${i}`] = 'time'
    if (to === null) wrong[`end${i}`] = 'time'
    if (from !== null && to !== null && (to <= from || from >= durationMs)) wrong[`end${i}`] = 'order'
    if (text.length > longestText) wrong[`text${i}`] = 'tooLong'
    return [{ start: from ?? 0, end: to ?? 0, text }]
  })
  if (cues.length > mostCues) wrong.text0 = 'tooMany'
  return Object.keys(wrong).length ? problems(wrong) : { cues }
}

/**
 * Keeps captions in a language, as a draft or ready for everyone. Ready ones in the language spoken stop the law's clock.
 * What a moderation rule stops takes the whole video to a moderator. Returns what is wrong with the lines; throws
 * NotFound, SignInNeeded, Forbidden.
 */
export async function keepCaptions(ctx: Ctx, id: string, language: Language, lines: Written[], as: 'draft' | 'ready' | 'same'): Promise<void | Mended> {
  const its = await captioned(ctx, id)
  const read = readLines(lines, its.durationMs!)
  if ('problems' in read) return read
  const before = await trackOf(ctx, id, language)
  const ready = as === 'same' ? before?.ready ?? false : as === 'ready'
  const cues = tidy(read.cues, its.durationMs!)
  if (cues.length === 0 && ready) return problems({ text0: 'noCues' })
  await keep(ctx, its, language, cues, { ready, heard: (before?.heard ?? false) && !ready })
}

/** Changes the lines as written at once: splits, merges, adds, removes or moves them, and keeps what was written. */
export async function changeCaptions(ctx: Ctx, id: string, language: Language, lines: Written[], change: Change): Promise<void | Mended> {
  const its = await captioned(ctx, id)
  const read = readLines(lines.map((line) => ({ ...line, text: line.text.trim() ? line.text : '\u200b' })), its.durationMs!)
  if ('problems' in read) return read
  const before = await trackOf(ctx, id, language)
  const after = changed(read.cues.map((cue) => ({ ...cue, text: tidyText(cue.text.replaceAll('\u200b', '')) })), change, its.durationMs!)
  // an empty line stays in a draft to be written; public captions have none
  const cues = before?.ready ? tidy(after, its.durationMs!) : after.filter((cue) => cue.end > cue.start).sort((a, b) => a.start - b.start)
  await keep(ctx, its, language, cues, { ready: (before?.ready ?? false) && cues.length > 0, heard: before?.heard ?? false })
}

/** Makes a draft of what someone wrote as running text: split into lines and spread over the video. Returns `noText`. */
export async function captionsFromText(ctx: Ctx, id: string, language: Language, text: string): Promise<void | Mended> {
  const its = await captioned(ctx, id)
  const texts = pieces(text)
  if (texts.length === 0) return problems({ heard: 'noText' })
  if (texts.length > mostCues || texts.length > its.durationMs! / 100) return problems({ heard: 'tooMany' })
  await keep(ctx, its, language, timed(texts, its.durationMs!), { ready: false, heard: false })
}

/** Takes captions from a WebVTT or SubRip file, as a draft. Returns `notCaptions`, `beyond`, `tooMany`. */
export async function captionsFromFile(ctx: Ctx, id: string, language: Language, file: string): Promise<void | Mended> {
  const its = await captioned(ctx, id)
  const cues = cuesOfVtt(file)
  if (!cues) return problems({ file: 'notCaptions' })
  if (cues.length > mostCues) return problems({ file: 'tooMany' })
  if (cues.some((cue) => cue.start >= its.durationMs!)) return problems({ file: 'beyond' })
  await keep(ctx, its, language, tidy(cues, its.durationMs!), { ready: false, heard: false })
}

/** Begins captions in a language from the times and words of another, to be translated. Throws NotFound. */
export async function copyCaptions(ctx: Ctx, id: string, from: Language, to: Language): Promise<void | Mended> {
  const its = await captioned(ctx, id)
  const source = await trackOf(ctx, id, from)
  if (!source || source.cues.length === 0) return problems({ heard: 'noCues' })
  await keep(ctx, its, to, source.cues, { ready: false, heard: false })
}

/** Takes captions away; the law's clock goes on. */
export async function eraseCaptions(ctx: Ctx, id: string, language: Language) {
  const its = await captioned(ctx, id)
  await ctx.db.delete(track).where(and(eq(track.municipalityId, ctx.scope.municipalityId), eq(track.videoId, id), eq(track.language, language)))
  await windCaptionsClock(ctx, its)
}

/** Asks the speech service for a draft again. It overwrites nothing that a person has written. */
export async function askSpeech(ctx: Ctx, id: string) {
  const its = await captioned(ctx, id)
  if (!ctx.speech || !its.sound || its.speech === 'asked') return
  await ctx.db.update(video).set({ speech: 'asked', speechTries: 0, speechAfter: ctx.now, speechError: null }).where(one(ctx, id))
}

async function trackOf(ctx: Ctx, id: string, language: Language) {
  const [its] = await ctx.db.select().from(track).where(and(eq(track.municipalityId, ctx.scope.municipalityId), eq(track.videoId, id), eq(track.language, language)))
  return its
}

async function keep(ctx: Ctx, its: Video, language: Language, cues: Cue[], how: { ready: boolean; heard: boolean }) {
  const byPersonId = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const values = { cues, ...how, byPersonId, at: ctx.now }
  await ctx.db.insert(track).values({ ...ctx.scope, videoId: its.id, language, ...values }).onConflictDoUpdate({ target: [track.municipalityId, track.videoId, track.language], set: values })
  await windCaptionsClock(ctx, its)
  if (how.ready && its.state === 'published' && await lookAt(ctx, { subjectId: its.subjectId, commentId: its.id, text: await wordsOf(ctx, its.id, its.title) }) === 'waits') {
    await ctx.db.update(video).set({ state: sql`'hidden'` }).where(one(ctx, its.id))
  }
}
