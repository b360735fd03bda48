import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Invalid, NotFound } from '#core/errors/errors.ts'
import { locate } from '#core/geo/locate.server.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { keepSubject, subjectOf } from '#core/trail/subject.server.ts'
import type { PlaceFacts } from './facts.ts'
import { detailWords } from './detail-words.server.ts'
import { placeKinds } from './place-kinds.ts'
import { place } from './schema.server.ts'

/** Whose it is and how it is seen; of one that is there already only what is given changes. */
export type Keeping = { id?: string; providerId?: string | null; /** of a provider's entry */ organisationId?: string | null; unitId?: string | null; topicId?: string | null; /** of a place: the one that it is a part of */ partOf?: string | null; visibility?: 'public' | 'waiting'; at?: Date }

/**
 * Writes a place and its subject: the only place where one is made or its facts change. Asks nobody's permission and tells
 * nobody: the ways in do (entries/, imports/). Throws Invalid('farAway'), NotFound.
 */
export async function keepPlace(ctx: Ctx, facts: PlaceFacts, its: Keeping = {}): Promise<{ id: string; made: boolean }> {
  const { longitude, latitude, ...row } = facts
  const before = its.id ? await subjectOf(ctx, its.id, { kind: 'place', lock: true }) : null
  const located = await locate(ctx, { name: addressOf(facts, ctx), ...(longitude !== null && latitude !== null ? { longitude, latitude } : {}) })
  if (located === 'farAway') throw new Invalid('farAway')
  const id = its.id ?? ctx.newId()
  const visibility = its.visibility ?? before?.visibility ?? 'public'
  await keepSubject(ctx, {
    id, kind: 'place', language: before?.language ?? firstOf(facts.name), title: facts.name, labels: placeKinds.get(facts.kind)!.name, text: [wordsOf(facts), ...(before ? [await detailWords(ctx, id)] : [])].join('\n'), stage: visibility === 'waiting' ? 'waiting' : before && before.stage !== 'waiting' ? before.stage : 'service', visibility, ...located,
    ownerUnitId: its.unitId === undefined ? before?.ownerUnitId ?? null : its.unitId, authorOrganisationId: its.organisationId === undefined ? before?.authorOrganisationId ?? null : its.organisationId,
    topicId: its.topicId === undefined ? before?.topicId ?? null : its.topicId, dueAt: null, ...(before ? {} : { createdAt: its.at ?? ctx.now, movedAt: its.at ?? ctx.now }),
  })
  const changed = { ...row, changedAt: its.at ?? ctx.now, ...(its.providerId === undefined ? {} : { providerId: its.providerId }), ...(its.partOf === undefined ? {} : { partOf: its.partOf }) }
  if (!before) await ctx.db.insert(place).values({ ...ctx.scope, id, ...changed })
  else {
    const rows = await ctx.db.update(place).set({ ...changed, version: sql`${place.version} + 1` }).where(and(eq(place.municipalityId, ctx.scope.municipalityId), eq(place.id, id))).returning({ id: place.id })
    if (rows.length === 0) throw new NotFound()
  }
  return { id, made: !before }
}

const addressOf = (facts: PlaceFacts, ctx: Ctx): string | undefined => inLanguage(facts.street, ctx.language) || undefined
const firstOf = (name: Translated) => (['fi', 'sv', 'en'] as const).find((each) => name[each]) ?? 'fi'
/** What search finds a place by besides its name and kind: its description, its address. */
export const wordsOf = (facts: Pick<PlaceFacts, 'description' | 'street' | 'city' | 'arrival'>) => [...said(facts.description), ...said(facts.street), facts.city, ...said(facts.arrival)].filter(Boolean).join('\n')
export const said = (its: Translated | null): string[] => Object.values(its ?? {})
