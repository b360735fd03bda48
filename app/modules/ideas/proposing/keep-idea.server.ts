import { createHash } from 'node:crypto'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import type { Described } from '#core/files/form-photos.server.ts'
import { attachPictures } from '#core/files/pictures.server.ts'
import { locate } from '#core/geo/locate.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { dueAfter } from '#core/trail/due.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { idea } from '../schema.server.ts'
import type { proposal } from './propose.server.ts'
import { suggestTopic } from '#core/trail/suggest-topic.server.ts'
import { topicById } from './topic.server.ts'

type Kept = Omit<z.output<typeof proposal>, 'sendKey'> & { pictures: Described[]; sendKey: string | null }
  & ({ author: { personId: string | null; organisationId: string | null }; /** who owns it when no topic is suggested */ unitId?: string } | { waitsFor: { email: string; until: Date } })

/** Writes a new idea with everything that it has from its first moment: place, topic, owner unit, due date, pictures. Returns its id. */
export async function keepIdea(ctx: Ctx, its: Kept): Promise<string> {
  const id = ctx.newId()
  const located = await locate(ctx, { name: its.place, longitude: its.longitude, latitude: its.latitude })
  if (located === 'farAway') throw new Invalid('farAway')
  const topic = its.topicId === 'none' ? null : its.topicId ? await topicById(ctx, its.topicId) : await suggestTopic(ctx, `${its.title} ${its.text}`)
  const waits = 'waitsFor' in its ? its.waitsFor : null
  await keepSubject(ctx, {
    id, kind: 'idea', language: ctx.language, title: { [ctx.language]: its.title }, text: its.text,
    stage: waits ? 'waiting' : 'idea', visibility: waits ? 'waiting' : 'public', ...located,
    authorPersonId: 'author' in its ? its.author.personId : null, authorOrganisationId: 'author' in its ? its.author.organisationId : null,
    topicId: topic?.id ?? null, ownerUnitId: topic?.unitId ?? ('unitId' in its ? its.unitId : undefined) ?? await unitWithoutTopic(ctx),
    dueAt: waits ? null : dueAfter(ctx, ctx.municipality.rules.replyDays),
  })
  await ctx.db.insert(idea).values({ ...ctx.scope, id, kind: its.kind, text: its.text, sendKey: its.sendKey, confirmEmail: waits?.email ?? null, confirmBefore: waits?.until ?? null })
  await attachPictures(ctx, id, its.pictures)
  return id
}

/** Who owns an idea that has no topic: the unit 'customer-service' where there is one, else the first by key. */
async function unitWithoutTopic(ctx: Ctx): Promise<string | null> {
  const [first] = await ctx.db.select({ id: unit.id }).from(unit).where(eq(unit.municipalityId, ctx.scope.municipalityId))
    .orderBy(sql`${unit.key} <> 'customer-service'`, asc(unit.key)).limit(1)
  return first?.id ?? null
}

/**
 * What makes a second send the same as the first: the form's key, the sender and the words. The sender is part of it
 * because two visitors can be given the same copy of a page that is kept for a second.
 */
export function sendKeyOf(ctx: Ctx, its: { sendKey?: string | undefined; title: string; text: string }, sender: string): string | null {
  return its.sendKey ? createHash('sha256').update(JSON.stringify([ctx.scope.municipalityId, its.sendKey, sender, its.title, its.text])).digest('base64url') : null
}

/** The idea that an earlier send with this key made. */
export async function sentBefore(ctx: Ctx, sendKey: string) {
  const [earlier] = await ctx.db.select({ id: idea.id, visibility: subject.visibility }).from(idea)
    .innerJoin(subject, and(eq(subject.municipalityId, idea.municipalityId), eq(subject.id, idea.id)))
    .where(and(eq(idea.municipalityId, ctx.scope.municipalityId), eq(idea.sendKey, sendKey)))
  return earlier
}
