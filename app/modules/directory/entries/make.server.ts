import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Forbidden, type Mended, problems } from '#core/errors/errors.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { followSubject } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { mayWrite } from '#modules/moderation/server'
import { entryAdded } from '../events.server.ts'
import type { PlaceFacts, ServiceFacts } from '../facts.ts'
import { type Keeping, keepPlace } from '../keep-place.server.ts'
import { keepService } from '../keep-service.server.ts'
import { can } from '../permissions.ts'
import { provider } from '../schema.server.ts'
import { lookedOver } from './moderate.server.ts'

/** In whose name a new entry is made: of one's own units one, or as the approved provider that one acts as. */
export type Maker = { as: { providerId: string; organisationId: string; name: string } } | { units: { id: string; name: string }[] }

/** Who the asker may make entries for. Throws SignInNeeded, Forbidden, Conflict('providerEnded'). `hold`: the provider stays approved until this transaction ends. */
export async function makerOf(ctx: Ctx, options: { hold?: boolean } = {}): Promise<Maker> {
  const me = allow(ctx, can.askToProvide)
  if (me.as) {
    const found = ctx.db.select({ id: provider.id, state: provider.state }).from(provider).where(and(eq(provider.municipalityId, ctx.scope.municipalityId), eq(provider.organisationId, me.as.id)))
    const [its] = await (options.hold ? found.for('share') : found)
    if (!its) throw new Forbidden('notProvider')
    if (its.state !== 'approved') throw new Conflict('providerEnded')
    return { as: { providerId: its.id, organisationId: me.as.id, name: me.as.name } }
  }
  const units = (await unitsOf(ctx)).filter((each) => may(ctx, can.keepOwn, { ownerUnitId: each.id }))
  if (units.length === 0) throw new Forbidden()
  return { units: units.map(({ id, name }) => ({ id, name })) }
}

type Making = { /** of the municipality's own: whose it is */ unitId?: string | undefined; topicId?: string | null; /** seen by its keepers alone until it is published */ draft?: boolean }

/** Makes a place for the asker's unit or provider. Problems: unitId required, form tooOften. Throws as makerOf, Invalid('farAway'). */
export const makePlace = (ctx: Ctx, facts: PlaceFacts, its: Making = {}) => make(ctx, its, facts, (keeping) => keepPlace(ctx, facts, keeping))
/** Makes a service for the asker's unit or provider. Problems: unitId required, form tooOften. Throws as makerOf. */
export const makeService = (ctx: Ctx, facts: ServiceFacts, its: Making = {}) => make(ctx, its, facts, (keeping) => keepService(ctx, facts, keeping))

async function make(ctx: Ctx, its: Making, facts: PlaceFacts | ServiceFacts, keep: (keeping: Keeping) => Promise<{ id: string }>): Promise<{ id: string } | Mended> {
  const me = allow(ctx, can.askToProvide)
  const maker = await makerOf(ctx, { hold: true })
  if ('units' in maker && !maker.units.some((each) => each.id === its.unitId)) return problems({ unitId: 'required' })
  if (!(await mayWrite(ctx))) return problems({ form: 'tooOften' })
  const { id } = await keep({ visibility: its.draft ? 'waiting' : 'public', topicId: its.topicId ?? null, ...('as' in maker ? { providerId: maker.as.providerId, organisationId: maker.as.organisationId } : { unitId: its.unitId! }) })
  if (!its.draft) await record(ctx, entryAdded, { subjectId: id, stage: 'service', ...('as' in maker ? {} : { unitId: its.unitId! }) })
  if ('as' in maker) {
    await followSubject(ctx, me, id, 'author')
    if (!its.draft) await lookedOver(ctx, id, facts)
  }
  return { id }
}
