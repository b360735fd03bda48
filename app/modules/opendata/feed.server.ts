import { createHash } from 'node:crypto'
import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { topicsOf } from '#core/trail/facets.server.ts'
import { kinds, stageSign, type SubjectKind, subjectPath } from '#core/trail/kind.ts'
import { type Filters, type Line, listSubjects, readFilters } from '#core/trail/list.server.ts'
import { uiWords } from '#ui/texts/index.ts'
import { openHeaders } from './stream.server.ts'
import { element, xml } from '#core/text/xml.ts'

/** `/ideas.atom`, and so for every kind that has a list: the list as a feed, with the same filters in its address. */
export const listFeed = resource('/:feed{[a-z-]+\\.atom}', { get: (ctx, { feed }, request) => feedOfKind(ctx, request, `/${feed}`) })
/** `/services/all.atom`: a list whose address has two parts. */
export const servicesFeed = resource('/services/all.atom', { get: (ctx, _params, request) => feedOfKind(ctx, request, '/services/all.atom') })

function feedOfKind(ctx: Ctx, request: Request, address: string): Promise<Response> {
  const path = address.slice(0, -'.atom'.length)
  const [kind, its] = [...kinds()].find(([, each]) => each.list?.path === path) ?? []
  if (!kind || !its?.list) throw new NotFound()
  return feedOf(ctx, request, { kind, list: path, name: its.list.feed[ctx.language], ...(its.list.lines ? { lines: its.list.lines } : {}) })
}

/** `/topics/<id>.atom`: everything of a topic and its sub-topics, whatever its kind. */
export const topicFeed = resource('/topics/:feed{[0-9a-f-]{36}\\.atom}', { get: async (ctx, { feed }, request) => {
  const id = feed.slice(0, -'.atom'.length)
  const its = (await topicsOf(ctx)).find((each) => each.id === id)
  if (!its) throw new NotFound()
  return feedOf(ctx, request, { list: `/topics/${id}`, name: its.name, filters: { topic: id } })
} })

/**
 * A list of subjects as an Atom feed (RFC 4287), in pages (RFC 5005). Ids are the things' own and stay when titles,
 * addresses or languages change. Answers 304 when nothing has changed.
 */
async function feedOf(ctx: Ctx, request: Request, its: { kind?: string; list: string; name: string; /** what it is narrowed by whatever its address says */ filters?: Filters; lines?: NonNullable<SubjectKind['list']>['lines'] }): Promise<Response> {
  const query = new URL(request.url).searchParams
  const filters = readFilters(query)
  const own = await its.lines?.(ctx, query)
  const { lines, next } = own ?? await listSubjects(ctx, { ...filters, ...its.filters, ...(its.kind ? { kind: its.kind } : {}) })
  const { after, ...others } = filters
  const narrowed = own?.query ?? others
  const queryOf = (more: Record<string, string>) => { const text = new URLSearchParams({ ...Object.fromEntries(Object.entries(narrowed).map(([key, value]) => [key, String(value)])), ...more }).toString(); return text && `?${text}` }
  const here = ctx.address(`${its.list}.atom`)
  const municipality = inLanguage(ctx.municipality.name, ctx.language)
  const stage = own ? own.named.map((each) => ` · ${each}`).join('') : filters.stage ? ` · ${uiWords(ctx.language).stage[filters.stage]}` : ''
  const updated = lines.reduce((newest, line) => (line.movedAt > newest ? line.movedAt : newest), ctx.municipality.createdAt)
  const body = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${ctx.language}">`,
    element('id', {}, `urn:uuid:${nameUuid(`${ctx.municipality.slug} ${its.list} ${queryOf({})}`)}`),
    element('title', {}, xml(`${its.name}${stage} · ${municipality}`)),
    element('updated', {}, updated.toISOString()),
    element('author', {}, element('name', {}, xml(municipality))),
    element('link', { rel: 'self', type: 'application/atom+xml', href: here + queryOf(after ? { after } : {}) }),
    element('link', { rel: 'alternate', type: 'text/html', href: ctx.address(its.list) + queryOf({}) }),
    ...(next ? [element('link', { rel: 'next', type: 'application/atom+xml', href: here + queryOf({ after: next }) })] : []),
    ...lines.map((line) => entry(ctx, line)),
    '</feed>\n',
  ].join('\n')
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = openHeaders('application/atom+xml; charset=utf-8', { etag })
  return request.headers.get('if-none-match')?.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}

function entry(ctx: Ctx, line: Line): string {
  const category = (term: string, label: string) => element('category', { term, label })
  return element('entry', {}, [
    element('id', {}, `urn:uuid:${line.id}`),
    element('title', {}, xml(line.title)),
    element('link', { rel: 'alternate', type: 'text/html', href: ctx.address(subjectPath(line.kind, line.id)) }),
    element('published', {}, line.createdAt.toISOString()),
    element('updated', {}, line.movedAt.toISOString()),
    ...(line.author ? [element('author', {}, element('name', {}, xml(line.author)))] : []),
    category(line.stage, stageSign(line.kind, line.stage, ctx.language)?.name ?? uiWords(ctx.language).stage[line.stage]),
    ...(line.topic ? [category(line.topic, line.topic)] : []),
    element('summary', {}, xml(line.summary)),
  ].join(''))
}

/** A UUID made of a name (RFC 9562, version 5, URL namespace): the same name is always the same id. */
export function nameUuid(name: string): string {
  const bytes = createHash('sha1').update(Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
