import { createHash } from 'node:crypto'
import type { Ctx } from '#core/context/context.server.ts'
import { resource } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { element, xml } from '#core/text/xml.ts'
import { historyOf } from '../history.server.ts'
import { careSaid, conditionSaid, observedSaid } from '../say.ts'
import { conditionWords } from '../texts/index.ts'
import { propertyOf } from '../vocabulary.ts'

type P = { placeId: string }
const most = 60

/**
 * A place's conditions as an Atom feed (RFC 4287): what was said of it and done for it in the last fourteen days; of a number
 * that a sensor says, the newest. When the newest of a property is past its expiry, that is an entry of its own: it is not known.
 */
export const conditionsFeed = resource('/places/:placeId/conditions.atom', { get: async (ctx: Ctx, { placeId }: P, request) => {
  const { place, kind, now, seen, done } = await historyOf(ctx, placeId)
  const { language } = ctx, t = conditionWords(language)
  const page = ctx.address(`/places/${place.id}/conditions`), municipality = inLanguage(ctx.municipality.name, language)
  const latest = now?.season?.on === false ? [] : now?.conditions ?? []
  const entries = [
    ...seen.map((each) => ({ id: `urn:uuid:${each.id}`, at: each.observedAt, title: `${propertyOf(kind, each.property)!.name[language]}: ${observedSaid(kind, each, language)}`, text: t.source[each.source] })),
    ...latest.filter((each) => each.was.number !== null && each.known).map((each) => ({ id: `${page}#${each.property}-${each.observedAt.getTime()}`, at: each.observedAt, title: conditionSaid(kind, each, language, ctx.now), text: t.source[each.source] })),
    ...latest.filter((each) => !each.known && each.expiresAt && each.expiresAt <= ctx.now).map((each) => ({ id: `${page}#${each.property}-${each.observedAt.getTime()}-expired`, at: each.expiresAt!, title: conditionSaid(kind, each, language, ctx.now), text: t.feed.expired })),
    ...done.map((each) => ({ id: `urn:uuid:${each.id}`, at: each.at, title: careSaid(kind, each, language, ctx.now), text: t.source[each.source] })),
    ...(now?.season?.on === false ? [{ id: `${page}#season-${now.season.since.getTime()}`, at: now.season.since, title: t.seasonOver, text: t.seasonOver }] : []),
    ...(now?.notice ? [{ id: `${page}#word-${now.notice.from.getTime()}`, at: now.notice.from, title: inLanguage(now.notice.words, language), text: t.wordTitle }] : []),
  ].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most)
  const body = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', {}, xml(`${page}.atom`)), element('title', {}, xml(`${t.feed.title(place.name)} · ${municipality}`)), element('updated', {}, (entries[0]?.at ?? place.movedAt).toISOString()),
    element('author', {}, element('name', {}, xml(municipality))),
    element('link', { rel: 'self', type: 'application/atom+xml', href: `${page}.atom` }), element('link', { rel: 'alternate', type: 'text/html', href: page }),
    ...entries.map((each) => element('entry', {}, [element('id', {}, xml(each.id)), element('title', {}, xml(each.title)), element('link', { rel: 'alternate', type: 'text/html', href: page }), element('updated', {}, each.at.toISOString()), element('summary', {}, xml(each.text))].join(''))),
    '</feed>\n',
  ].join('\n')
  const headers = { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*', etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
  return request.headers.get('if-none-match')?.includes(headers.etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
} })
