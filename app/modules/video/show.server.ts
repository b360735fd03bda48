import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once, whole } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { organisation, person, unit } from '#core/identity/schema.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage, type Language, languages } from '#core/text/language.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { shortName } from '#core/trail/trail.server.ts'
import { whyHidden } from '#modules/moderation/server'
import { thingOf } from './begin.server.ts'
import { captionsDueOf } from './captions-due.server.ts'
import { transcript } from './cues.ts'
import { keys, paths, takers } from './names.ts'
import { can } from './permissions.ts'
import { type Cue, rendition, track, video } from './schema.server.ts'

/** A video ready to show. Addresses are within the municipality. */
export type ShownVideo = {
  id: string; title: string; by: string; byOrganisation: boolean; unit: string | null; at: Date; language: Language; durationMs: number; width: number; height: number
  state: 'waiting' | 'published' | 'hidden'; hiddenWhy: { explanation: string; decisionId: string } | null
  sources: { path: string; type: string; /** for windows at most this wide */ upTo: string | null }[]; poster: string
  tracks: { language: Language; path: string; text: string }[]
  /** what the law owes, while it is owed */ owed: { dueAt: Date; late: boolean } | null
  may: { edit: boolean; caption: boolean }
}
/** The videos of a subject for its page, and whether the asker may add one. */
export type SubjectVideos = { subjectId: string; videos: ShownVideo[]; mayAdd: boolean }

const p = sql.placeholder
const nobody = '00000000-0000-0000-0000-000000000000'
const columns = {
  id: video.id, subjectId: video.subjectId, state: video.state, title: video.title, language: video.language, authorPersonId: video.authorPersonId, authorOrganisationId: video.authorOrganisationId, unitId: video.unitId,
  type: video.type, durationMs: video.durationMs, width: video.width, height: video.height, sound: video.sound, posterAt: video.posterAt, createdAt: video.createdAt, publishedAt: video.publishedAt, live: video.live,
  captionsDueAt: video.captionsDueAt, speech: video.speech, speechError: video.speechError, person: person.name, organisation: organisation.name, unit: unit.name,
  sizes: whole<number[]>(sql`array(select ${rendition.size} from ${rendition} where ${rendition.municipalityId} = ${video.municipalityId} and ${rendition.videoId} = ${video.id} and ${rendition.state} = 'done' order by ${rendition.size})`),
  tracks: whole<{ language: Language; cues: Cue[]; at: string }[]>(sql`coalesce((select json_agg(json_build_object('language', ${track.language}, 'cues', ${track.cues}, 'at', ${track.at}) order by ${track.language} <> ${video.language}, ${track.language})
    from ${track} where ${track.municipalityId} = ${video.municipalityId} and ${track.videoId} = ${video.id} and ${track.ready}), '[]')`),
}
const rows = (where: ReturnType<typeof and>, name: string) => once((db) => db.select(columns).from(video)
  .leftJoin(person, and(eq(person.municipalityId, video.municipalityId), eq(person.id, video.authorPersonId)))
  .leftJoin(organisation, and(eq(organisation.municipalityId, video.municipalityId), eq(organisation.id, video.authorOrganisationId)))
  .leftJoin(unit, and(eq(unit.municipalityId, video.municipalityId), eq(unit.id, video.unitId)))
  .where(and(eq(video.municipalityId, p('m')), where)).orderBy(asc(video.publishedAt), asc(video.id)).prepare(name))
const ofSubject = rows(and(eq(video.subjectId, p('subject')), or(eq(video.state, 'published'), and(sql`${video.state} in ('waiting', 'hidden')`, eq(video.authorPersonId, p('me'))))), 'video_of_subject')
const byId = rows(eq(video.id, p('id')), 'video_by_id')
type Row = Awaited<ReturnType<ReturnType<typeof byId>['execute']>>[number]

/** Where the bytes are of what a page of this video asks for. */
export const keyOfSource = (ctx: Ctx, id: string, size: number | null) => (size === null ? keys.clean(ctx, id) : keys.rendition(ctx, id, size))

function shown(ctx: Ctx, row: Row, why: Map<string, { explanation: string; decisionId: string }>): ShownVideo {
  const state = row.state as ShownVideo['state']
  const [small, middle] = [row.sizes.includes(360), row.sizes.includes(720)]
  // the smallest first: a browser takes the first that fits its window and that it can play
  const made = [...(small ? [{ path: paths.rendition(row.id, 360), type: 'video/mp4', upTo: '30rem' }] : []), ...(middle ? [{ path: paths.rendition(row.id, 720), type: 'video/mp4', upTo: '80rem' }] : [])]
  const hidden = state === 'hidden' ? why.get(row.id) : undefined
  return {
    id: row.id, title: row.title, by: row.organisation ?? (row.person ? (row.unit ? row.person : shortName(row.person)) : ''), byOrganisation: row.organisation !== null, unit: row.unit ? inLanguage(row.unit, ctx.language) : null,
    at: row.publishedAt ?? row.createdAt, language: row.language, durationMs: row.durationMs!, width: row.width!, height: row.height!, state,
    hiddenWhy: hidden ? { explanation: hidden.explanation, decisionId: hidden.decisionId } : null,
    sources: [...made, { path: paths.file(row.id, row.type!), type: row.type!, upTo: null }], poster: paths.poster(row.id, row.posterAt),
    tracks: row.tracks.map((each) => ({ language: each.language, path: paths.track(row.id, each.language, new Date(each.at)), text: transcript(each.cues) })),
    owed: state === 'published' && row.captionsDueAt ? { dueAt: row.captionsDueAt, late: row.captionsDueAt < ctx.now } : null,
    may: { edit: may(ctx, can.edit, thingOf(row)), caption: may(ctx, can.caption, thingOf(row)) },
  }
}
const meOf = (ctx: Ctx) => (ctx.actor.kind === 'person' ? ctx.actor.id : nobody)

/**
 * What a page of an idea, a matter or an agenda item reads to show the subject's videos: the public ones, and the asker's
 * own that wait or are hidden. The page has already decided that the asker may see the subject. One query.
 */
export async function videosOf(ctx: Ctx, its: { id: string; kind?: string; visibility: string; authorPersonId: string | null; authorOrganisationId: string | null }): Promise<SubjectVideos> {
  const found = await ofSubject(ctx.db).execute({ m: ctx.scope.municipalityId, subject: its.id, me: meOf(ctx) })
  const why = found.some((row) => row.state === 'hidden') ? await whyHidden(ctx, its.id) : new Map()
  return { subjectId: its.id, videos: found.map((row) => shown(ctx, row, why)), mayAdd: its.visibility === 'public' && (its.kind === undefined || takers.includes(its.kind)) && may(ctx, can.add, its) }
}

/**
 * One video's page. Anyone sees a published one of a public subject; one that waits or is hidden is seen by its makers and
 * by moderators. Throws NotFound.
 */
export async function showVideo(ctx: Ctx, id: string) {
  const row = isId(id) ? (await byId(ctx.db).execute({ m: ctx.scope.municipalityId, id, me: meOf(ctx) }))[0] : undefined
  if (!row || row.state === 'uploading') throw new NotFound()
  const [on] = await ctx.db.select({ id: subject.id, kind: subject.kind, title: subject.title, visibility: subject.visibility }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, row.subjectId)))
  const thing = thingOf(row)
  const mine = may(ctx, can.edit, thing) || (row.state !== 'waiting' && may(ctx, can.seeHidden, thing))
  if (!on || (!mine && (row.state !== 'published' || on.visibility !== 'public'))) throw new NotFound()
  const why = row.state === 'hidden' ? await whyHidden(ctx, on.id) : new Map()
  const all = await ctx.db.select({ language: track.language, cues: track.cues, ready: track.ready, heard: track.heard }).from(track).where(and(eq(track.municipalityId, ctx.scope.municipalityId), eq(track.videoId, id)))
  return {
    video: shown(ctx, row, why), url: ctx.address(paths.video(id)), isPublic: row.state === 'published' && on.visibility === 'public', live: row.live, sound: row.sound,
    on: { id: on.id, title: inLanguage(on.title, ctx.language), path: subjectPath(on.kind, on.id) },
    ofMunicipality: row.unitId !== null, speech: row.speech, speechError: row.speechError, mayAskSpeech: ctx.speech !== undefined && row.sound,
    /** when captions would be due, were it published now */ due: { recorded: captionsDueOf({ unitId: row.unitId, live: false }, ctx.now), live: captionsDueOf({ unitId: row.unitId, live: true }, ctx.now) },
    drafts: languages.map((language) => { const its = all.find((each) => each.language === language); return { language, cues: its?.cues ?? [], state: its ? (its.ready ? 'ready' as const : 'draft' as const) : null, heard: its?.heard ?? false } }),
  }
}
export type VideoPage = Awaited<ReturnType<typeof showVideo>>
