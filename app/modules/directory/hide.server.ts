import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { inLanguage } from '#core/text/language.ts'
import { hideable } from '#core/trail/hideable.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { changeSubject, type Subject, subjectOf } from '#core/trail/subject.server.ts'
import { wordsIn } from './entries/moderate.server.ts'
import { accessSentence, channel, entrance, equipment, place, provider, room, service, serviceChannel } from './schema.server.ts'

type Kind = 'service' | 'place' | 'provider'

for (const kind of ['service', 'place', 'provider'] as const) {
  hideable(kind, {
    async hide(ctx, { subjectId }, hidden) {
      const its = await subjectOf(ctx, subjectId, { lock: true, kind })
      if (hidden ? !['public', 'withdrawn'].includes(its.visibility) : its.visibility !== 'hidden') return
      // Hiding is not a movement of the thing; what had ended, or whose provider has, comes back as ended.
      await changeSubject(ctx, subjectId, { visibility: hidden ? 'hidden' : await isOver(ctx, kind, its) ? 'withdrawn' : 'public', movedAt: its.movedAt })
    },
    async look(ctx, { subjectId }) {
      const its = await subjectOf(ctx, subjectId, { kind }).catch(() => null)
      if (!its || its.visibility === 'waiting' || its.visibility === 'private') return null
      return { title: inLanguage(its.title, ctx.language), text: (await everyWord(ctx, kind, subjectId)).join('\n'), authorPersonId: its.authorPersonId, authorOrganisationId: its.authorOrganisationId, hidden: its.visibility === 'hidden', path: subjectPath(kind, subjectId) }
    },
  })
}

async function isOver(ctx: Ctx, kind: Kind, its: Subject): Promise<boolean> {
  if (its.stage === 'ended') return true
  if (kind === 'provider') return false
  const table = kind === 'place' ? place : service
  const [row] = await ctx.db.select({ vanishedAt: table.vanishedAt, state: provider.state }).from(table as typeof place).leftJoin(provider, and(eq(provider.municipalityId, table.municipalityId), eq(provider.id, table.providerId)))
    .where(and(eq(table.municipalityId, ctx.scope.municipalityId), eq(table.id, its.id)))
  return row !== undefined && (row.vanishedAt !== null || (row.state !== null && row.state !== 'approved'))
}

/** Every word that somebody has written of a thing, its hours too, for a moderator to read. */
export async function everyWord(ctx: Ctx, kind: Kind, id: string): Promise<string[]> {
  const here = ctx.scope.municipalityId
  if (kind === 'provider') return wordsIn(await ctx.db.select({ offers: provider.offers }).from(provider).where(and(eq(provider.municipalityId, here), eq(provider.id, id))))
  const saidOfHours = async (owners: SQL) => (await ctx.db.execute<{ periods: object; note: object | null }>(sql`select periods, note from directory.hours where municipality_id = ${here} and owner_id in (${owners})`)).rows
  if (kind === 'service') {
    const all = await Promise.all([
      ctx.db.select().from(service).where(and(eq(service.municipalityId, here), eq(service.id, id))),
      ctx.db.select({ name: channel.name, description: channel.description, charge: channel.charge }).from(channel).innerJoin(serviceChannel, and(eq(serviceChannel.municipalityId, channel.municipalityId), eq(serviceChannel.channelId, channel.id))).where(and(eq(serviceChannel.municipalityId, here), eq(serviceChannel.serviceId, id))),
      saidOfHours(sql`select channel_id from directory.service_channel where municipality_id = ${here} and service_id = ${id}::uuid`),
    ])
    return wordsIn(all)
  }
  const of = (table: typeof room | typeof equipment | typeof entrance | typeof accessSentence) => ctx.db.select().from(table as typeof room).where(and(eq(table.municipalityId, here), eq(table.placeId, id)))
  return wordsIn(await Promise.all([ctx.db.select().from(place).where(and(eq(place.municipalityId, here), eq(place.id, id))), of(entrance), of(accessSentence), of(room), of(equipment), saidOfHours(sql`select ${id}::uuid union all select id from directory.room where municipality_id = ${here} and place_id = ${id}::uuid`)]))
}
