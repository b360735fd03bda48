import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { picturesOf } from '#core/files/pictures.server.ts'
import { organisation, unit } from '#core/identity/schema.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage, type Language, otherLanguage, type Translated } from '#core/text/language.ts'
import { areaName } from '#core/trail/facets.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectColumns } from '#core/trail/subject.server.ts'
import type { Accessible } from '../facts.ts'
import { can } from '../permissions.ts'
import { placeKinds } from '../place-kinds.ts'
import { place, provider } from '../schema.server.ts'
import { aboutEntry } from './about-entry.server.ts'
import { goneWhy, seesEntry } from './seen.ts'

type Entrance = { id: string; name: Translated; main: boolean; longitude: number | null; latitude: number | null; accessible: Accessible }
type Sentence = { heading: Translated; sentence: Translated }
type Equipment = { id: string; name: Translated; count: number | null }
type Room = { id: string; name: Translated; description: Translated | null; capacity: number | null; size: number | null }
type Named = { id: string; name: Translated }

const p = sql.placeholder
const nobody = '00000000-0000-0000-0000-000000000000'
const list = <T>(what: string, from: string, order: string) => sql<T[]>`(select coalesce(jsonb_agg(jsonb_build_object(${sql.raw(what)}) order by ${sql.raw(order)}), '[]') from ${sql.raw(from)} where o.municipality_id = ${p('m')} and o.place_id = ${subject.id})`

/** A place with all that it has, in one row. */
const shown = once((db) => db.select({
  ...subjectColumns, its: {
    providerId: place.providerId, kind: place.kind, name: place.name, description: place.description, street: place.street, postalCode: place.postalCode, city: place.city, arrival: place.arrival, phone: place.phone, email: place.email, url: place.url,
    priceKind: place.priceKind, price: place.price, audiences: place.audiences, accessible: place.accessible, version: place.version, vanishedAt: place.vanishedAt, changedAt: place.changedAt,
  }, unit: unit.name, organisation: organisation.name, providerState: provider.state,
  entrances: list<Entrance>(`'id', o.id, 'name', o.name, 'main', o.main, 'longitude', o.longitude, 'latitude', o.latitude, 'accessible', o.accessible`, 'directory.entrance o', 'o.position, o.id'),
  sentences: list<Sentence>(`'heading', o.heading, 'sentence', o.sentence`, 'directory.access_sentence o', 'o.position, o.id'),
  equipment: list<Equipment>(`'id', o.id, 'name', o.name, 'count', o.count`, 'directory.equipment o', 'o.position, o.id'),
  rooms: list<Room>(`'id', o.id, 'name', o.name, 'description', o.description, 'capacity', o.capacity, 'size', o.size`, 'directory.room o', 'o.position, o.id'),
  services: sql<(Named & { summary: Translated | null; icon: null })[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'summary', v.summary) order by v.name->>'fi', v.id), '[]') from directory.service v where v.municipality_id = ${p('m')} and v.id in (
    select l.service_id from directory.channel o join directory.service_channel l on l.municipality_id = o.municipality_id and l.channel_id = o.id join trail.subject w on w.municipality_id = o.municipality_id and w.id = l.service_id and w.visibility = 'public'
    where o.municipality_id = ${p('m')} and o.place_id = ${subject.id} and o.vanished_at is null))`,
  partOf: sql<Named | null>`(select jsonb_build_object('id', w.id, 'name', w.title) from trail.subject w where w.municipality_id = ${p('m')} and w.id = ${place.partOf} and w.visibility = 'public')`,
  parts: sql<(Named & { kind: string })[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'name', w.title, 'kind', o.kind) order by w.title->>'fi', w.id), '[]') from directory.place o join trail.subject w on w.municipality_id = o.municipality_id and w.id = o.id and w.visibility = 'public' where o.municipality_id = ${p('m')} and o.part_of = ${subject.id})`,
  ...aboutEntry,
}).from(subject)
  .innerJoin(place, and(eq(place.municipalityId, subject.municipalityId), eq(place.id, subject.id)))
  .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
  .leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
  .leftJoin(provider, and(eq(provider.municipalityId, place.municipalityId), eq(provider.id, place.providerId)))
  .where(and(eq(subject.municipalityId, p('m')), eq(subject.id, p('id')))).prepare('directory_place'))

/**
 * A place as its page and the interface for programs tell it: words in the reader's language, and `facts` as they are kept, in
 * every language. A draft is there for its keepers, a hidden one for them and moderators; an ended one for everyone, with
 * `gone`. At most two queries. Throws NotFound.
 */
export async function showPlace(ctx: Ctx, id: string) {
  if (!isId(id)) throw new NotFound()
  const [row] = await shown(ctx.db).execute({ m: ctx.scope.municipalityId, id, me: ctx.actor.kind === 'person' ? ctx.actor.id : nobody })
  if (!row) throw new NotFound()
  const { its, ...of } = row
  if (!seesEntry(ctx, of, its.providerId)) throw new NotFound()
  const say = (text: Translated | null) => inLanguage(text, ctx.language)
  const kind = placeKinds.get(its.kind) ?? placeKinds.get('other')!
  const { kind: kindKey, name, description, street, postalCode, city, arrival, phone, email, url, priceKind, price, audiences, accessible } = its
  return {
    id, kind: kindKey, kindName: kind.name[ctx.language], icon: kind.icon, name: say(name), lang: otherLanguage(name, ctx.language), summary: of.summary,
    description: say(description), street: say(street), postalCode, city, arrival: say(arrival), longitude: of.longitude, latitude: of.latitude, area: of.area, areaName: await areaName(ctx, of.area),
    phone, email, webAddress: url, priceKind, price: say(price), audiences, accessible,
    entrances: row.entrances.map((each) => ({ ...each, name: say(each.name) })), access: underHeadings(row.sentences, ctx.language),
    equipment: row.equipment.map((each) => ({ ...each, name: say(each.name) })), rooms: row.rooms.map((each) => ({ ...each, name: say(each.name), description: say(each.description) })),
    services: row.services.map((each) => ({ id: each.id, name: say(each.name), summary: say(each.summary) })),
    partOf: row.partOf && { id: row.partOf.id, name: say(row.partOf.name) }, parts: row.parts.map((each) => ({ id: each.id, kind: each.kind, name: say(each.name) })),
    pictures: row.pictured ? await picturesOf(ctx, id) : [],
    unit: row.unit && of.ownerUnitId ? { id: of.ownerUnitId, name: say(row.unit) } : null, provider: its.providerId && row.organisation ? { id: its.providerId, name: row.organisation } : null,
    ownerUnitId: of.ownerUnitId, authorOrganisationId: of.authorOrganisationId, topicId: of.topicId, visibility: of.visibility, stage: of.stage, gone: goneWhy(of, its, row.providerState),
    createdAt: of.createdAt, changedAt: its.changedAt, version: its.version, url: ctx.address(`/places/${id}`), follows: row.follows, linked: row.linked,
    may: { keep: may(ctx, its.providerId ? can.keepProvided : can.keepOwn, of), keepHours: may(ctx, can.keepHours, of) },
    /** as kept: placeFacts, and the lists as placeDetails has them */
    facts: { kind: kindKey, name, description, street, postalCode, city, arrival, longitude: of.longitude, latitude: of.latitude, phone, email, url, priceKind, price, audiences, accessible, entrances: row.entrances, accessSentences: row.sentences, equipment: row.equipment, rooms: row.rooms },
  }
}
export type Place = Awaited<ReturnType<typeof showPlace>>

/** Sentences under their headings, each heading once, where it first stands; `lang` when they are in another language than the reader's. */
function underHeadings(sentences: Sentence[], language: Language): { heading: string; lang: Language | undefined; sentences: string[] }[] {
  const found = new Map<string, { lang: Language | undefined; sentences: string[] }>()
  for (const each of sentences) {
    const heading = inLanguage(each.heading, language)
    const its = found.get(heading) ?? { lang: otherLanguage(each.sentence, language), sentences: [] }
    its.sentences.push(inLanguage(each.sentence, language))
    found.set(heading, its)
  }
  return [...found].map(([heading, its]) => ({ heading, ...its }))
}
