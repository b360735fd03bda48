import type { Language } from '#core/text/language.ts'

type Here = { scope: { municipalityId: number } }

/** Kinds of subjects that a video may be attached to. */
export const takers: readonly string[] = ['idea', 'matter', 'agendaItem']
/** Sizes that the transcoder makes: the shorter side in pixels. */
export const sizes = [360, 720] as const

/** Where a video's bytes are in the storage: as they arrive, cleaned, at another size, its poster. */
export const keys = {
  arriving: (ctx: Here, id: string) => `${ctx.scope.municipalityId}/${id}-arriving.upload`,
  clean: (ctx: Here, id: string) => `${ctx.scope.municipalityId}/${id}-clean.video`,
  rendition: (ctx: Here, id: string, size: number) => `${ctx.scope.municipalityId}/${id}-${size}.video`,
  poster: (ctx: Here, id: string) => `${ctx.scope.municipalityId}/${id}-poster.webp`,
  all: (ctx: Here, id: string) => [keys.arriving(ctx, id), keys.clean(ctx, id), keys.poster(ctx, id), ...sizes.map((size) => keys.rendition(ctx, id, size))],
}

/** Addresses within the municipality. */
export const paths = {
  video: (id: string) => `/videos/${id}`,
  captions: (id: string, language?: Language) => `/videos/${id}/captions${language ? `?language=${language}` : ''}`,
  file: (id: string, type: string) => `/videos/${id}/video.${type === 'video/mp4' ? 'mp4' : 'webm'}`,
  rendition: (id: string, size: number) => `/videos/${id}/${size}.mp4`,
  poster: (id: string, at: Date | null) => `/videos/${id}/poster.webp${at ? `?at=${at.getTime()}` : ''}`,
  track: (id: string, language: Language, at: Date) => `/videos/${id}/${language}.vtt?at=${at.getTime()}`,
  add: (subjectId: string) => `/videos/new?subject=${subjectId}`,
}
