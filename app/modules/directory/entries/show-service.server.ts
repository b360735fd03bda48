import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { picturesOf } from '#core/files/pictures.server.ts'
import { organisation, unit } from '#core/identity/schema.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage, otherLanguage, type Translated } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectColumns } from '#core/trail/subject.server.ts'
import type { ChannelKind } from '../facts.ts'
import { can } from '../permissions.ts'
import { placeKinds } from '../place-kinds.ts'
import { provider, service } from '../schema.server.ts'
import { aboutEntry } from './about-entry.server.ts'
import { goneWhy, seesEntry } from './seen.ts'

type ChannelRow = {
  id: string; kind: ChannelKind; name: Translated; description: Translated | null; url: string; phone: string; email: string; charge: Translated | null; placeId: string | null
  place: { id: string; name: Translated; kind: string; street: Translated | null; city: string; longitude: number | null; latitude: number | null } | null
}
const p = sql.placeholder
const nobody = '00000000-0000-0000-0000-000000000000'

const shown = once((db) => db.select({
  ...subjectColumns, its: {
    providerId: service.providerId, name: service.name, says: service.summary, description: service.description, forWhom: service.forWhom, how: service.how, priceKind: service.priceKind, price: service.price, promise: service.promise,
    audiences: service.audiences, classes: service.classes, version: service.version, vanishedAt: service.vanishedAt, changedAt: service.changedAt,
  }, unit: unit.name, organisation: organisation.name, providerState: provider.state,
  channels: sql<ChannelRow[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'description', c.description, 'url', c.url, 'phone', c.phone, 'email', c.email, 'charge', c.charge, 'placeId', c.place_id,
      'place', case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.title, 'kind', o.kind, 'street', o.street, 'city', o.city, 'longitude', w.longitude, 'latitude', w.latitude) end) order by l.position, c.id), '[]')
    from directory.service_channel l join directory.channel c on c.municipality_id = l.municipality_id and c.id = l.channel_id and c.vanished_at is null
    left join directory.place o on o.municipality_id = c.municipality_id and o.id = c.place_id left join trail.subject w on w.municipality_id = o.municipality_id and w.id = o.id and w.visibility = 'public'
    where l.municipality_id = ${p('m')} and l.service_id = ${subject.id})`,
  ...aboutEntry,
}).from(subject)
  .innerJoin(service, and(eq(service.municipalityId, subject.municipalityId), eq(service.id, subject.id)))
  .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
  .leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
  .leftJoin(provider, and(eq(provider.municipalityId, service.municipalityId), eq(provider.id, service.providerId)))
  .where(and(eq(subject.municipalityId, p('m')), eq(subject.id, p('id')))).prepare('directory_service'))

/** A service as its page and the interface for programs tell it, by the same rules as showPlace. At most two queries. Throws NotFound. */
export async function showService(ctx: Ctx, id: string) {
  if (!isId(id)) throw new NotFound()
  const [row] = await shown(ctx.db).execute({ m: ctx.scope.municipalityId, id, me: ctx.actor.kind === 'person' ? ctx.actor.id : nobody })
  if (!row) throw new NotFound()
  const { its, ...of } = row
  if (!seesEntry(ctx, of, its.providerId)) throw new NotFound()
  const say = (text: Translated | null) => inLanguage(text, ctx.language)
  const { name, says, description, forWhom, how, promise, priceKind, price, audiences, classes } = its
  return {
    id, name: say(name), lang: otherLanguage(name, ctx.language), summary: say(says), description: say(description), forWhom: say(forWhom), how: say(how), promise: say(promise), priceKind, price: say(price), audiences, classes,
    channels: row.channels.map((each) => ({
      ...each, name: say(each.name), description: say(each.description), charge: say(each.charge),
      place: each.place && { ...each.place, name: say(each.place.name), street: say(each.place.street), icon: (placeKinds.get(each.place.kind) ?? placeKinds.get('other')!).icon },
    })),
    pictures: row.pictured ? await picturesOf(ctx, id) : [],
    unit: row.unit && of.ownerUnitId ? { id: of.ownerUnitId, name: say(row.unit) } : null, provider: its.providerId && row.organisation ? { id: its.providerId, name: row.organisation } : null,
    ownerUnitId: of.ownerUnitId, authorOrganisationId: of.authorOrganisationId, topicId: of.topicId, visibility: of.visibility, stage: of.stage, gone: goneWhy(of, its, row.providerState),
    createdAt: of.createdAt, changedAt: its.changedAt, version: its.version, url: ctx.address(`/services/${id}`), follows: row.follows, linked: row.linked,
    may: { keep: may(ctx, its.providerId ? can.keepProvided : can.keepOwn, of) },
    /** as kept: serviceFacts, and the channels as channelFacts has them */
    facts: { name, summary: says, description, forWhom, how, promise, priceKind, price, audiences, classes, channels: row.channels },
  }
}
export type Service = Awaited<ReturnType<typeof showService>>
