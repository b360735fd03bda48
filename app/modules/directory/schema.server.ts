import { sql } from 'drizzle-orm'
import { boolean, check, date, doublePrecision, foreignKey, index, integer, jsonb, pgSchema, primaryKey, smallint, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, municipality, since, translated } from '#core/db/columns.server.ts'
import { organisation, unit } from '#core/identity/schema.server.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import type { Accessible, Audience, ChannelKind, PriceKind } from './facts.ts'
import type { HoursState, Period, Span } from './hours/periods.ts'

export const directory = pgSchema('directory')

/** An association or a company that keeps its own services and places here after a light approval. A subject of kind `provider`. */
export const provider = directory.table('provider', {
  municipalityId: municipality(), id: id().notNull(), organisationId: id('organisation_id').notNull(),
  state: text('state').$type<'asked' | 'approved' | 'refused' | 'ended'>().notNull(),
  /** what it is and what it offers */ offers: translated('offers').notNull(),
  phone: text('phone').notNull().default(''), email: text('email').notNull().default(''), url: text('url').notNull().default(''),
  askedBy: id('asked_by'), askedAt: since('asked_at'), decidedBy: id('decided_by'), decidedAt: moment('decided_at'), /** said to it: why it was refused or ended */ reason: text('reason').notNull().default(''),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('provider_of').on(t.municipalityId, t.organisationId), index('provider_asked').on(t.municipalityId, t.askedAt).where(sql`state = 'asked'`),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }), foreignKey({ columns: [t.municipalityId, t.organisationId], foreignColumns: [organisation.municipalityId, organisation.id] }),
  check('provider_states', sql`state in ('asked', 'approved', 'refused', 'ended') and (state = 'asked') = (decided_at is null)`),
])

/** A service: what, for whom, how, for how much, what it promises. A subject of kind `service`; its unit is the subject's. */
export const service = directory.table('service', {
  municipalityId: municipality(), id: id().notNull(), /** null: the municipality's own */ providerId: id('provider_id'),
  name: translated('name').notNull(), /** in one sentence */ summary: translated('summary'), description: translated('description'), /** who may use it and on what terms */ forWhom: translated('for_whom'), how: translated('how'),
  priceKind: text('price_kind').$type<PriceKind>().notNull().default('unknown'), price: translated('price'), promise: translated('promise'),
  audiences: text('audiences').array().$type<Audience[]>().notNull().default(sql`'{}'`), /** PTV's service classes, as codes */ classes: text('classes').array().notNull().default(sql`'{}'`),
  version: integer('version').notNull().default(1), /** from when its source no longer has it */ vanishedAt: moment('vanished_at'), changedAt: since('changed_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('service_of_provider').on(t.municipalityId, t.providerId).where(sql`provider_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }), foreignKey({ columns: [t.municipalityId, t.providerId], foreignColumns: [provider.municipalityId, provider.id] }),
  check('service_price', sql`price_kind in ('free', 'paid', 'varies', 'unknown')`),
])

/** A place: where, what it has, who gets in. A subject of kind `place`; its point, area and unit are the subject's. */
export const place = directory.table('place', {
  municipalityId: municipality(), id: id().notNull(), providerId: id('provider_id'), /** a key of place-kinds.ts */ kind: text('kind').notNull(),
  name: translated('name').notNull(), description: translated('description'), street: translated('street'), postalCode: text('postal_code').notNull().default(''), city: text('city').notNull().default(''), /** how to get there, where to park */ arrival: translated('arrival'),
  phone: text('phone').notNull().default(''), email: text('email').notNull().default(''), url: text('url').notNull().default(''),
  priceKind: text('price_kind').$type<PriceKind>().notNull().default('unknown'), price: translated('price'), audiences: text('audiences').array().$type<Audience[]>().notNull().default(sql`'{}'`),
  accessible: text('accessible').$type<Accessible>().notNull().default('unknown'), /** the place that it is a part of: a hall of a sports centre */ partOf: id('part_of'),
  version: integer('version').notNull().default(1), vanishedAt: moment('vanished_at'), changedAt: since('changed_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('place_kind').on(t.municipalityId, t.kind), index('place_part').on(t.municipalityId, t.partOf).where(sql`part_of is not null`), index('place_of_provider').on(t.municipalityId, t.providerId).where(sql`provider_id is not null`),
  foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }), foreignKey({ columns: [t.municipalityId, t.providerId], foreignColumns: [provider.municipalityId, provider.id] }), foreignKey({ columns: [t.municipalityId, t.partOf], foreignColumns: [t.municipalityId, t.id] }),
  check('place_words', sql`price_kind in ('free', 'paid', 'varies', 'unknown') and accessible in ('yes', 'partly', 'no', 'unknown')`), check('place_not_in_itself', sql`part_of <> id`),
])

/** A way in to a place. */
export const entrance = directory.table('entrance', {
  municipalityId: municipality(), id: id().notNull(), placeId: id('place_id').notNull(), name: translated('name').notNull(), main: boolean('main').notNull().default(false),
  longitude: doublePrecision('longitude'), latitude: doublePrecision('latitude'), accessible: text('accessible').$type<Accessible>().notNull().default('unknown'), position: integer('position').notNull().default(0),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('entrance_of').on(t.municipalityId, t.placeId, t.position), uniqueIndex('entrance_main').on(t.municipalityId, t.placeId).where(sql`main`),
  foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [place.municipalityId, place.id] }), check('entrance_point', sql`(longitude is null) = (latitude is null)`),
])
/** A sentence about getting in and about in a place, under its heading, such as "The entrance" and "The door is 95 cm wide". */
export const accessSentence = directory.table('access_sentence', {
  municipalityId: municipality(), id: id().notNull(), placeId: id('place_id').notNull(), heading: translated('heading').notNull(), sentence: translated('sentence').notNull(), position: integer('position').notNull().default(0),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index('access_sentence_of').on(t.municipalityId, t.placeId, t.position), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [place.municipalityId, place.id] })])
/** What a place has for its users: a sauna, a changing room, twenty pairs of skates. */
export const equipment = directory.table('equipment', {
  municipalityId: municipality(), id: id().notNull(), placeId: id('place_id').notNull(), name: translated('name').notNull(), count: integer('count'), position: integer('position').notNull().default(0),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index('equipment_of').on(t.municipalityId, t.placeId, t.position), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [place.municipalityId, place.id] }), check('equipment_count', sql`count > 0`)])
/** A room in a place. */
export const room = directory.table('room', {
  municipalityId: municipality(), id: id().notNull(), placeId: id('place_id').notNull(), name: translated('name').notNull(), description: translated('description'), /** people */ capacity: integer('capacity'), /** square metres */ size: integer('size'), position: integer('position').notNull().default(0),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index('room_of').on(t.municipalityId, t.placeId, t.position), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [place.municipalityId, place.id] }), check('room_measures', sql`capacity > 0 and size > 0`)])

/** A way to use a service: a web page, a form, a telephone, a place, a desk, a chat, an e-mail address. */
export const channel = directory.table('channel', {
  municipalityId: municipality(), id: id().notNull(), kind: text('kind').$type<ChannelKind>().notNull(), name: translated('name').notNull(), description: translated('description'),
  url: text('url').notNull().default(''), phone: text('phone').notNull().default(''), email: text('email').notNull().default(''), placeId: id('place_id'), /** what a call costs */ charge: translated('charge'), vanishedAt: moment('vanished_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('channel_at').on(t.municipalityId, t.placeId).where(sql`place_id is not null`), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [place.municipalityId, place.id] }),
  check('channel_leads_somewhere', sql`case kind when 'web' then url <> '' when 'form' then url <> '' when 'chat' then url <> '' when 'phone' then phone <> '' when 'email' then email <> '' when 'place' then place_id is not null when 'desk' then true else false end`),
])
/** Which services a channel is a way to, in the service's own order. */
export const serviceChannel = directory.table('service_channel', {
  municipalityId: municipality(), serviceId: id('service_id').notNull(), channelId: id('channel_id').notNull(), position: integer('position').notNull().default(0),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.serviceId, t.channelId] }), index('service_channel_back').on(t.municipalityId, t.channelId),
  foreignKey({ columns: [t.municipalityId, t.serviceId], foreignColumns: [service.municipalityId, service.id] }), foreignKey({ columns: [t.municipalityId, t.channelId], foreignColumns: [channel.municipalityId, channel.id] }),
])

/** What lists and maps of places and services read: one narrow row each of what is public and in use, kept by triggers where the facts are written. */
export const listing = directory.table('listing', {
  municipalityId: municipality(), id: id().notNull(), what: text('what').$type<'place' | 'service'>().notNull(), /** of a place */ kind: text('kind'),
  /** what its name is ordered by in each language (directory.name_key) */ fi: text('fi').notNull(), sv: text('sv').notNull(), en: text('en').notNull(),
  accessible: boolean('accessible').notNull(), free: boolean('free').notNull(), audiences: text('audiences').array().notNull(), unitId: id('unit_id'), providerId: id('provider_id'), area: text('area'),
  /** on the map's plane (core/geo/mercator.ts) */ x: doublePrecision('x'), y: doublePrecision('y'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), foreignKey({ columns: [t.municipalityId, t.id], foreignColumns: [subject.municipalityId, subject.id] }).onDelete('cascade'),
  index('listing_fi').on(t.municipalityId, t.what, t.fi, t.id), index('listing_sv').on(t.municipalityId, t.what, t.sv, t.id), index('listing_en').on(t.municipalityId, t.what, t.en, t.id),
  index('listing_kind_fi').on(t.municipalityId, t.kind, t.fi, t.id), index('listing_kind_sv').on(t.municipalityId, t.kind, t.sv, t.id), index('listing_kind_en').on(t.municipalityId, t.kind, t.en, t.id),
  index('listing_unit').on(t.municipalityId, t.what, t.unitId), index('listing_provider').on(t.municipalityId, t.what, t.providerId).where(sql`provider_id is not null`),
  index('listing_near').using('gist', sql`municipality_id`, sql`point(x, y)`).where(sql`x is not null`), index('listing_near_of_kind').using('gist', sql`municipality_id`, sql`kind`, sql`point(x, y)`).where(sql`x is not null`),
])

/** How many places lie in each square of the map's wider levels, counted where a listing changes (directory.count_into_heaps): wide views read a few of these. Each connection counts into its own slot, so that nobody waits; folded by the clock. */
export const heap = directory.table('heap', {
  municipalityId: municipality(), level: smallint('level').notNull(), col: integer('col').notNull(), row: integer('row').notNull(), kind: text('kind').notNull(), slot: integer('slot').notNull(), count: integer('count').notNull(), /** sums */ x: doublePrecision('x').notNull(), y: doublePrecision('y').notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.level, t.col, t.row, t.kind, t.slot] })])

/** Opening hours of a place, of a room or of a channel (its telephone hours), as hauki's periods have them (hours/periods.ts). */
export const hours = directory.table('hours', {
  municipalityId: municipality(), /** a place, a room or a channel */ ownerId: id('owner_id').notNull(), of: text('of').$type<'place' | 'room' | 'channel'>().notNull(),
  periods: jsonb('periods').$type<Period[]>().notNull(), /** what hours cannot say */ note: translated('note'), version: integer('version').notNull().default(1), changedAt: since('changed_at'), changedBy: id('changed_by'),
  /** the day for which open_time is written; long ago when it is out of date */ reckonedFor: date('reckoned_for').notNull().default('2000-01-01'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.ownerId] }), index('hours_to_reckon').on(t.municipalityId, t.reckonedFor), check('hours_of', sql`"of" in ('place', 'room', 'channel') and jsonb_typeof(periods) = 'array'`)])
/** When something is open in the coming days, worked out from its periods and the exceptions: what "open now" is asked of. */
export const openTime = directory.table('open_time', {
  municipalityId: municipality(), ownerId: id('owner_id').notNull(), opensAt: moment('opens_at').notNull(), closesAt: moment('closes_at').notNull(), state: text('state').$type<HoursState>().notNull(),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.ownerId, t.opensAt] }), index('open_time_until').on(t.municipalityId, t.closesAt), index('open_time_at').using('gist', sql`municipality_id`, sql`tstzrange(opens_at, closes_at)`), check('open_time_whole', sql`closes_at > opens_at`)])
/** Other hours on some days for many places at once: a public holiday, a strike. A place's own override of the same day is stronger. */
export const exception = directory.table('exception', {
  municipalityId: municipality(), id: id().notNull(), name: translated('name').notNull(), from: date('from').notNull(), until: date('until').notNull(),
  state: text('state').$type<HoursState>().notNull(), /** of a day that is open; empty: closed, or the whole day in its state */ spans: jsonb('spans').$type<Span[]>().notNull().default([]),
  /** whose places: a unit's, of these kinds, these; all null: every place of the municipality */ unitId: id('unit_id'), kinds: text('kinds').array(), placeIds: id('place_ids').array(),
  madeBy: id('made_by'), madeAt: since('made_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('exception_days').on(t.municipalityId, t.until), foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }),
  check('exception_days_in_order', sql`until >= "from" and until - "from" <= 366`), check('exception_of_whom', sql`num_nonnulls(unit_id, kinds, place_ids) <= 1`),
])

/** Where services, places and hours are brought from, again and again. */
export const importSource = directory.table('import_source', {
  municipalityId: municipality(), id: id().notNull(), name: text('name').notNull(), kind: text('kind').$type<'ptv11' | 'ptv12' | 'lipas' | 'hauki' | 'geojson' | 'csv'>().notNull(), /** of its interface; empty: files are brought by hand */ url: text('url').notNull().default(''),
  /** the organisation, the municipality's number, which column is what */ settings: jsonb('settings').$type<Record<string, unknown>>().notNull().default({}), /** who answers for what comes without a unit */ unitId: id('unit_id').notNull(), nightly: boolean('nightly').notNull().default(false),
  /** what its interface asks for (PTV v12); shown to nobody */ apiKey: text('api_key').notNull().default(''), /** when the clock next brings it, and how many times in a row it has failed */ nextAt: moment('next_at'), failures: integer('failures').notNull().default(0),
  createdAt: since('created_at'), endedAt: moment('ended_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), foreignKey({ columns: [t.municipalityId, t.unitId], foreignColumns: [unit.municipalityId, unit.id] }), check('source_kinds', sql`kind in ('ptv11', 'ptv12', 'lipas', 'hauki', 'geojson', 'csv')`)])
/** asked: waits for the clock · held: waits for an admin, nothing of it is done yet · dropped: an admin, or a later run, left it undone */
export type RunState = 'asked' | 'running' | 'held' | 'done' | 'failed' | 'dropped'
/** One bringing: what it found and what it did, in figures; its lines are import_note. One at a time from a source. */
export const importRun = directory.table('import_run', {
  municipalityId: municipality(), id: id().notNull(), sourceId: id('source_id').notNull(), by: id('by'), startedAt: since('started_at'), endedAt: moment('ended_at'), state: text('state').$type<RunState>().notNull(),
  /** only looked at: nothing is brought before someone says so */ dry: boolean('dry').notNull().default(false), /** an admin has seen what it would take away, and said go on */ confirmed: boolean('confirmed').notNull().default(false), /** when who does it last said that it lives */ heardAt: moment('heard_at'),
  counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}), /** why it failed or waits */ why: text('why').notNull().default(''),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), index('run_of').on(t.municipalityId, t.sourceId, t.startedAt.desc().nullsFirst()), uniqueIndex('run_at_a_time').on(t.municipalityId, t.sourceId).where(sql`state in ('asked', 'running')`),
  foreignKey({ columns: [t.municipalityId, t.sourceId], foreignColumns: [importSource.municipalityId, importSource.id] }), check('run_states', sql`state in ('asked', 'running', 'held', 'done', 'failed', 'dropped') and (state in ('asked', 'running')) = (ended_at is null)`),
])
/** A line of a run's report that a person reads. */
export const importNote = directory.table('import_note', {
  municipalityId: municipality(), id: id().notNull(), runId: id('run_id').notNull(), position: integer('position').notNull(), what: text('what').$type<'added' | 'changed' | 'conflict' | 'vanished' | 'returned' | 'refused'>().notNull(),
  subjectId: id('subject_id'), name: text('name').notNull(), /** which fields, or why not */ detail: text('detail').notNull().default(''),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index('note_of').on(t.municipalityId, t.runId, t.position), foreignKey({ columns: [t.municipalityId, t.runId], foreignColumns: [importRun.municipalityId, importRun.id] })])
/** What a thing was at its source when it was last brought, field by field: what differs from it here was edited here. */
export const importRecord = directory.table('import_record', {
  municipalityId: municipality(), sourceId: id('source_id').notNull(), /** a service, a channel, a place, hours */ what: text('what').$type<'service' | 'channel' | 'place' | 'hours'>().notNull(), key: text('key').notNull(), ownId: id('own_id').notNull(),
  facts: jsonb('facts').$type<Record<string, unknown>>().notNull(), hash: text('hash').notNull(), seenAt: since('seen_at'), vanishedAt: moment('vanished_at'),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.sourceId, t.what, t.key] }), unique('record_of').on(t.municipalityId, t.what, t.ownId, t.sourceId), foreignKey({ columns: [t.municipalityId, t.sourceId], foreignColumns: [importSource.municipalityId, importSource.id] })])
/** A field that changed both there and here: someone chooses. */
export const importConflict = directory.table('import_conflict', {
  municipalityId: municipality(), id: id().notNull(), runId: id('run_id').notNull(), sourceId: id('source_id').notNull(), what: text('what').notNull(), key: text('key').notNull(), ownId: id('own_id').notNull(), /** the entry that it is shown with: a channel's service or place */ subjectId: id('subject_id'), field: text('field').notNull(),
  there: jsonb('there'), here: jsonb('here'), choice: text('choice').$type<'here' | 'there'>(), chosenBy: id('chosen_by'), chosenAt: moment('chosen_at'), createdAt: since('created_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), uniqueIndex('conflict_open').on(t.municipalityId, t.sourceId, t.what, t.key, t.field).where(sql`choice is null`), index('conflict_of').on(t.municipalityId, t.ownId), index('conflict_with').on(t.municipalityId, t.subjectId).where(sql`choice is null`), index('conflict_since').on(t.municipalityId, t.createdAt, t.id).where(sql`choice is null`),
  foreignKey({ columns: [t.municipalityId, t.runId], foreignColumns: [importRun.municipalityId, importRun.id] }), check('conflict_choices', sql`(choice is null) = (chosen_at is null) and choice in ('here', 'there')`),
])

/** A moment of life, such as a child starting day care, and the path through what it needs. */
export const lifeSituation = directory.table('life_situation', {
  municipalityId: municipality(), id: id().notNull(), key: text('key').notNull(), name: translated('name').notNull(), lead: translated('lead').notNull(), icon: text('icon').notNull(), position: integer('position').notNull().default(0), shown: boolean('shown').notNull().default(true),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), unique('life_key').on(t.municipalityId, t.key)])
/** A step of a path: what to do, and the service, place or address that does it. */
export const lifeStep = directory.table('life_step', {
  municipalityId: municipality(), id: id().notNull(), situationId: id('situation_id').notNull(), position: smallint('position').notNull(), name: translated('name').notNull(), text: translated('text').notNull(), /** a service or a place */ subjectId: id('subject_id'), url: text('url').notNull().default(''),
}, (t) => [primaryKey({ columns: [t.municipalityId, t.id] }), index('life_steps').on(t.municipalityId, t.situationId, t.position), foreignKey({ columns: [t.municipalityId, t.situationId], foreignColumns: [lifeSituation.municipalityId, lifeSituation.id] }).onDelete('cascade'), foreignKey({ columns: [t.municipalityId, t.subjectId], foreignColumns: [subject.municipalityId, subject.id] })])

/** "Tell me when": what someone who follows a place wants to hear of it at once (wishes/). It ends with the follow. */
export const wish = directory.table('wish', {
  municipalityId: municipality(), id: id().notNull(), followId: id('follow_id').notNull(), placeId: id('place_id').notNull(), /** a key of wishes/registry.ts: opens, quiet, iced … */ what: text('what').notNull(),
  createdAt: since('created_at'), toldAt: moment('told_at'),
}, (t) => [
  primaryKey({ columns: [t.municipalityId, t.id] }), unique('wish_once').on(t.municipalityId, t.followId, t.what), index('wish_of_place').on(t.municipalityId, t.placeId, t.what),
  foreignKey({ columns: [t.municipalityId, t.followId], foreignColumns: [follow.municipalityId, follow.id] }).onDelete('cascade'), foreignKey({ columns: [t.municipalityId, t.placeId], foreignColumns: [place.municipalityId, place.id] }),
])
