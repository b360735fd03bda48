import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { organisation, unit } from '#core/identity/schema.server.ts'
import { allowAnyone, may } from '#core/permissions/permissions.ts'
import { inLanguage, otherLanguage, type Translated } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { followOf } from '#core/trail/follow.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectColumns } from '#core/trail/subject.server.ts'
import { trailOf } from '#core/trail/trail.server.ts'
import { can } from '../permissions.ts'
import { placeKinds } from '../place-kinds.ts'
import { place, provider, service } from '../schema.server.ts'

const joined = (ctx: Ctx) => ctx.db.select({ ...subjectColumns, its: provider, organisation: organisation.name, organisationKind: organisation.kind, businessId: organisation.businessId, unit: unit.name }).from(provider)
  .innerJoin(subject, and(eq(subject.municipalityId, provider.municipalityId), eq(subject.id, provider.id)))
  .innerJoin(organisation, and(eq(organisation.municipalityId, provider.municipalityId), eq(organisation.id, provider.organisationId)))
  .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))

type Row = Awaited<ReturnType<typeof joined>>[number]
/** One that waits or was refused is its own and officials'; a hidden one besides moderators'. */
const sees = (ctx: Ctx, row: Row) => ['public', 'withdrawn'].includes(row.visibility) || may(ctx, can.decideProviders) || may(ctx, can.keepProvided, row) || (row.visibility === 'hidden' && may(ctx, can.seeHidden, row))

/** A provider with what it keeps here. Drafts are its own. Throws NotFound. */
export async function showProvider(ctx: Ctx, id: string) {
  allowAnyone(ctx, can.read)
  if (!isId(id)) throw new NotFound()
  const [row] = await joined(ctx).where(and(eq(provider.municipalityId, ctx.scope.municipalityId), eq(provider.id, id)))
  if (!row || !sees(ctx, row)) throw new NotFound()
  const mine = may(ctx, can.keepProvided, row)
  const seen = mine ? sql`${subject.visibility} in ('public', 'waiting', 'hidden', 'withdrawn')` : sql`${subject.visibility} = 'public'`
  const entry = <T extends typeof place | typeof service>(table: T) => and(eq(table.municipalityId, ctx.scope.municipalityId), eq(table.providerId, id), seen)
  const [places, services, trail, follows] = await Promise.all([
    ctx.db.select({ id: place.id, name: place.name, kind: place.kind, visibility: subject.visibility, stage: subject.stage }).from(place).innerJoin(subject, and(eq(subject.municipalityId, place.municipalityId), eq(subject.id, place.id))).where(entry(place)).orderBy(asc(place.id)).limit(200),
    ctx.db.select({ id: service.id, name: service.name, visibility: subject.visibility, stage: subject.stage, summary: service.summary }).from(service).innerJoin(subject, and(eq(subject.municipalityId, service.municipalityId), eq(subject.id, service.id))).where(entry(service)).orderBy(asc(service.id)).limit(200),
    trailOf(ctx, id), ctx.actor.kind === 'person' ? followOf(ctx, ctx.actor.id, id) : null,
  ])
  const { its } = row
  return {
    id, name: row.organisation, kind: row.organisationKind, businessId: row.businessId, state: its.state, reason: its.reason, offers: inLanguage(its.offers, ctx.language), lang: otherLanguage(its.offers, ctx.language), phone: its.phone, email: its.email, webAddress: its.url, askedAt: its.askedAt,
    unit: row.unit ? inLanguage(row.unit as Translated, ctx.language) : null, dueAt: row.dueAt, late: isLate(row, ctx.now), answered: row.answeredAt !== null, stage: row.stage, visibility: row.visibility, facts: { offers: its.offers, phone: its.phone, email: its.email, url: its.url },
    places: places.map((each) => ({ ...each, name: inLanguage(each.name, ctx.language), icon: (placeKinds.get(each.kind) ?? placeKinds.get('other')!).icon })), services: services.map((each) => ({ ...each, name: inLanguage(each.name, ctx.language), summary: inLanguage(each.summary, ctx.language) })),
    trail, follows: follows !== null, url: ctx.address(`/providers/${id}`), mine, may: { decide: may(ctx, can.decideProviders) && its.state === 'asked', end: its.state === 'approved' && (mine || may(ctx, can.decideProviders)) },
  }
}
export type ShownProvider = Awaited<ReturnType<typeof showProvider>>

/** Approved providers by name, at most 500; for officials also those who wait for a decision, the soonest owed first; and where the asker's own organisation stands. */
export async function listProviders(ctx: Ctx) {
  allowAnyone(ctx, can.read)
  const here = eq(provider.municipalityId, ctx.scope.municipalityId)
  const own = ctx.actor.kind === 'person' ? ctx.actor.as : undefined
  const line = (row: Row) => ({ id: row.id, name: row.organisation, kind: row.organisationKind, offers: inLanguage(row.its.offers, ctx.language), unit: row.unit ? inLanguage(row.unit as Translated, ctx.language) : null, askedAt: row.its.askedAt, dueAt: row.dueAt, late: isLate(row, ctx.now) })
  const approved = await joined(ctx).where(and(here, eq(provider.state, 'approved'), sql`${subject.visibility} = 'public'`)).orderBy(asc(organisation.name)).limit(500)
  const asked = may(ctx, can.decideProviders) ? await joined(ctx).where(and(here, eq(provider.state, 'asked'))).orderBy(asc(subject.dueAt), desc(provider.askedAt)).limit(200) : []
  const [mine] = own ? await ctx.db.select({ id: provider.id, state: provider.state }).from(provider).where(and(here, eq(provider.organisationId, own.id))) : []
  return { approved: approved.map(line), asked: asked.map(line), own: own ? { name: own.name, provider: mine ?? null } : null, decides: may(ctx, can.decideProviders) }
}
