import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { type Ctx, municipalityAddress, type Municipality } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { areasOf, topicsOf, unitsOf } from '#core/trail/facets.server.ts'
import { kinds, subjectPath } from '#core/trail/kind.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { streamed } from '#core/http/streamed.server.ts'
import { openHeaders } from './stream.server.ts'
import { element, xml } from '#core/text/xml.ts'

/** Subjects in one part: with three languages 30 000 addresses, under the protocol's 50 000. */
const partSize = 10_000
const ownPages = ['/', '/participate', '/topics', '/services', '/community', '/open-data', '/api', '/open311', '/moderation/statistics']
const head = '<?xml version="1.0" encoding="utf-8"?>\n'
const names = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** The index of the municipality's sitemap, at its base: which parts there are (sitemaps.org protocol 0.9). */
export const sitemapIndex = resource('/sitemap.xml', { get: async (ctx, _params, _request, { house }) => {
  const base = municipalityAddress(house.baseUrl, ctx.municipality)
  const parts = ['pages', ...await partsOf(ctx)]
  return new Response(head + element('sitemapindex', names, parts.map((part) => element('sitemap', {}, element('loc', {}, xml(`${base}/sitemaps/${part}`)))).join('\n')), { headers: openHeaders('application/xml; charset=utf-8') })
} })

/** One part: the municipality's own pages, or 10 000 public subjects after an id, each in every language. */
export const sitemapPart = resource('/sitemaps/:part', { get: async (ctx, { part }) => {
  if (part !== 'pages' && part !== 'first' && !isId(part)) throw new NotFound()
  return new Response(streamed(partOf(ctx, part)), { headers: openHeaders('application/xml; charset=utf-8') })
} })

/** A part is named by the id it comes after, so that it stays the same part when new things appear. */
async function partsOf(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select id from (select id, row_number() over (order by id) as place, count(*) over () as all_of_them from ${subject}
      where ${subject.municipalityId} = ${ctx.scope.municipalityId} and ${subject.visibility} = 'public') numbered
    where place % ${partSize} = 0 and place < all_of_them order by id`)
  return ['first', ...rows.map((row) => row.id)]
}

async function* partOf(ctx: Ctx, part: string): AsyncIterable<string> {
  yield `${head}<urlset xmlns="${names.xmlns}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
  if (part === 'pages') yield [...ownPages, ...await followable(ctx), ...[...kinds().values()].flatMap((its) => its.list?.path ?? [])].map((path) => inEveryLanguage(ctx, path)).join('')
  else {
    let after: string | undefined = isId(part) ? part : undefined
    for (let left = partSize; left > 0;) {
      const rows: { id: string; kind: string; movedAt: Date }[] = await ctx.db.select({ id: subject.id, kind: subject.kind, movedAt: subject.movedAt }).from(subject)
        .where(and(eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, after ? gt(subject.id, after) : undefined))
        .orderBy(asc(subject.id)).limit(Math.min(1000, left))
      if (rows.length === 0) break
      yield rows.map((row) => inEveryLanguage(ctx, subjectPath(row.kind, row.id), row.movedAt)).join('')
      left -= rows.length
      after = rows.at(-1)!.id
    }
  }
  yield '</urlset>\n'
}

/** The pages of topics, areas and units. */
async function followable(ctx: Ctx): Promise<string[]> {
  const [topics, areas, units] = [await topicsOf(ctx), await areasOf(ctx), await unitsOf(ctx)]
  return [...topics.map(({ id }) => `/topics/${id}`), ...areas.map(({ key }) => `/areas/${encodeURIComponent(key)}`), ...units.map(({ id }) => `/units/${id}`)]
}

function inEveryLanguage(ctx: Ctx, path: string, changed?: Date): string {
  const spoken = ctx.municipality.languages
  const others = spoken.length < 2 ? '' : spoken.map((language) => element('xhtml:link', { rel: 'alternate', hreflang: language, href: ctx.address(path, language) })).join('')
  return spoken.map((language) => `${element('url', {}, element('loc', {}, xml(ctx.address(path, language))) + (changed ? element('lastmod', {}, changed.toISOString()) : '') + others)}\n`).join('')
}

const closed = ['me', 'desk', 'admin', 'moderation$', 'report', 'appeal', 'sign-in', 'search', 'network']
/** What search engines may read of a host, and where the sitemaps of its municipalities are (RFC 9309). */
export function robots(baseUrl: string, here: Municipality[]): string {
  const sitemaps = here.map((each) => `Sitemap: ${municipalityAddress(baseUrl, each)}/sitemap.xml`)
  return ['User-agent: *', ...closed.flatMap((path) => [`Disallow: /*/${path}`]), 'Allow: /', '', ...sitemaps, ''].join('\n')
}
