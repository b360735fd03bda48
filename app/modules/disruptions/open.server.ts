import { createHash } from 'node:crypto'
import { eq, and, asc, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { resource } from '#core/http/page.ts'
import { unit } from '#core/identity/schema.server.ts'
import { inLanguage, languages, type Translated } from '#core/text/language.ts'
import { element, xml } from '#core/text/xml.ts'
import { subject } from '#core/trail/schema.server.ts'
import { capIdentifier, type CapMessage, capOf, type CapSender, type CapSource } from './cap.ts'
import { currentDisruptions, type Disruption, disruptionById } from './current.server.ts'
import { disruptionKinds, isDisruptionKind, severities } from './kinds.ts'
import { message } from './schema.server.ts'
import { geometryOf } from './shape.ts'

/** Public data: anyone's program may read it, also from another site's page, and keep it for a minute. */
const openTo = (type: string, more: Record<string, string> = {}) => ({ 'content-type': type, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'public, max-age=60', ...more })
/** The same body has the same tag: a program that has it gets 304. */
function answer(request: Request, type: string, body: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = openTo(type, { etag })
  return request.headers.get('if-none-match')?.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}

async function asked(ctx: Ctx, request: Request): Promise<Disruption[]> {
  const query = new URL(request.url).searchParams
  const kind = query.get('kind'), area = query.get('area'), state = query.get('state')
  return (await currentDisruptions(ctx)).filter((each) => (!isDisruptionKind(kind) || each.kind === kind) && (!area || each.whole || each.areas.includes(area)) && (!['on', 'coming', 'over'].includes(state ?? '') || each.state === state))
}
/** Plain values, as the dictionary of `/disruptions.json` says them. */
export const plain = (ctx: Ctx, its: Disruption) => ({
  id: its.id, kind: its.kind, kindName: disruptionKinds[its.kind].name[ctx.language], severity: its.severity, state: its.state, title: its.title, lead: its.lead, text: its.text, textLanguage: its.language,
  instead: its.instead.text, insteadAt: its.instead.name, insteadPoint: its.instead.point && [its.instead.point.longitude, its.instead.point.latitude],
  startsAt: its.startsAt.toISOString(), endsAt: its.endsAt?.toISOString() ?? null, nextWordAt: its.nextWordAt?.toISOString() ?? null, endedAt: its.endedAt?.toISOString() ?? null, changedAt: its.changedAt.toISOString(),
  unit: its.unit, place: its.place, wholeMunicipality: its.whole, areas: its.areas, closesPlaces: its.closes, url: ctx.address(its.path),
})
/** What each field means, for who reads the data without asking anybody. */
const dictionary = {
  id: 'UUID; stays when everything else changes', kind: 'a key of kinds', kindName: 'the kind in the language of the address', severity: `${severities.join(' < ')}; the two last also wake at night`, state: 'on | coming | over (ended within a week)',
  title: 'in the language of the address where it was written in it', lead: 'what the kind means to people, in a sentence', text: 'what the unit says of it, in textLanguage', textLanguage: 'fi | sv | en', instead: 'what to do meanwhile, in textLanguage', insteadAt: 'where, in words', insteadPoint: '[longitude, latitude], WGS 84, or null',
  startsAt: 'ISO 8601, UTC', endsAt: 'null: until further notice', nextWordAt: 'when more is told, where the end is not known', endedAt: 'when it was really over', changedAt: 'the last change',
  unit: 'who answers for it', place: 'where, in words', wholeMunicipality: 'true: everywhere', areas: 'keys of the parts of the municipality that it touches', closesPlaces: 'ids of the places that it closes', url: 'its page', reachMetres: 'in GeoJSON: how far outside the geometry it still concerns, one number a geometry; of a line half its width is in it',
}

const json = resource('/disruptions.json', { get: async (ctx, _params, request) => answer(request, 'application/json; charset=utf-8', JSON.stringify({
  municipality: inLanguage(ctx.municipality.name, ctx.language), licence: 'CC BY 4.0', dictionary, kinds: Object.fromEntries(Object.entries(disruptionKinds).map(([key, { name, category, event }]) => [key, { name, capCategory: category, capEvent: event }])),
  disruptions: (await asked(ctx, request)).map((each) => plain(ctx, each)),
})) })
const geojson = resource('/disruptions.geojson', { get: async (ctx, _params, request) => answer(request, 'application/geo+json; charset=utf-8', JSON.stringify({
  type: 'FeatureCollection', features: (await asked(ctx, request)).map((each) => ({ type: 'Feature', id: each.id, geometry: geometryOf(each.parts), properties: { ...plain(ctx, each), reachMetres: each.parts.map((part) => part.metres) } })),
})) })

const senderOf = (ctx: Ctx, id: string, demonstration: boolean): CapSender => ({
  sender: `${new URL(ctx.address('/')).hostname}/${ctx.municipality.slug}`, name: ctx.municipality.name as Translated, code: ctx.municipality.code, exercise: demonstration, page: (language) => ctx.address(`/disruptions/${id}`, language), now: ctx.now,
})

const cap = resource('/disruptions/:disruptionId/cap.xml', { get: async (ctx, { disruptionId }, request, { house }) => {
  const its = isId(disruptionId) ? await disruptionById(ctx, disruptionId) : null
  if (!its) throw new NotFound()
  const [row] = await ctx.db.select({ title: subject.title, unit: unit.name }).from(subject).leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId))).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, its.id)))
  const messages: CapMessage[] = await ctx.db.select({ number: message.number, type: message.type, sentAt: message.sentAt }).from(message).where(and(eq(message.municipalityId, ctx.scope.municipalityId), eq(message.disruptionId, its.id))).orderBy(asc(message.number))
  const source: CapSource = { ...its, title: row!.title, unit: row!.unit as Translated | null, instead: [its.instead.text, its.instead.name].filter(Boolean).join(' – ') }
  return answer(request, 'application/cap+xml; charset=utf-8', capOf(source, messages, senderOf(ctx, its.id, house.demonstration ?? false)))
} })

/** Every message in force and those cancelled within a week, newest first, as an Atom feed that leads to each. */
const index = resource('/disruptions/cap.atom', { get: async (ctx, _params, request) => {
  const own = (await currentDisruptions(ctx)).filter((each) => each.path === `/disruptions/${each.id}`)
  const { rows } = own.length === 0 ? { rows: [] } : await ctx.db.execute<{ disruption_id: string; number: number; sent_at: string | Date }>(sql`select distinct on (disruption_id) disruption_id, number, sent_at from ${message} where municipality_id = ${ctx.scope.municipalityId} and disruption_id = any(${sql.param(own.map((each) => each.id))}::uuid[]) order by disruption_id, number desc`)
  const lines = rows.map((row) => ({ its: own.find((each) => each.id === row.disruption_id)!, number: row.number, at: new Date(row.sent_at) })).sort((a, b) => b.at.getTime() - a.at.getTime())
  const name = inLanguage(ctx.municipality.name, ctx.language)
  return answer(request, 'application/atom+xml; charset=utf-8', [
    '<?xml version="1.0" encoding="utf-8"?>', `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${ctx.language}">`,
    element('id', {}, xml(ctx.address('/disruptions/cap.atom'))), element('title', {}, xml(`CAP 1.2 · ${name}`)), element('updated', {}, (lines[0]?.at ?? ctx.municipality.createdAt).toISOString()), element('author', {}, element('name', {}, xml(name))),
    element('link', { rel: 'self', type: 'application/atom+xml', href: ctx.address('/disruptions/cap.atom') }),
    ...lines.map(({ its, number, at }) => element('entry', {}, [
      element('id', {}, `urn:x-cap:${capIdentifier(its.id, number)}`), element('title', {}, xml(its.title)), element('updated', {}, at.toISOString()),
      ...languages.map((language) => element('link', { rel: 'related', type: 'text/html', hreflang: language, href: ctx.address(its.path, language) })),
      element('link', { rel: 'alternate', type: 'application/cap+xml', href: ctx.address(`${its.path}/cap.xml`) }), element('summary', {}, xml(its.lead)),
    ].join(''))), '</feed>\n',
  ].join('\n'))
} })

export const openDisruptionRoutes = [json, geojson, index, cap]
