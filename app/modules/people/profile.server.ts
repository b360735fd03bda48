import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { once, whole } from '#core/db/open.server.ts'
import type { Mended } from '#core/errors/errors.ts'
import type { Point } from '#core/geo/geo.ts'
import { organisation, person } from '#core/identity/schema.server.ts'
import { signInOf } from '#core/identity/sign-in.server.ts'
import { notice } from '#core/notices/schema.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage, languages } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { placesOf } from '#core/trail/facets.server.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { follow, subject } from '#core/trail/schema.server.ts'
import { can } from './permissions.ts'

/** A name as people write it: letters, no addresses or signs, at least one letter. */
export const nameField = z.string().trim().transform((name) => name.replace(/\s+/g, ' ')).pipe(z.string().min(2, 'required').max(80, 'tooLong').regex(/^[\p{L}\p{M}][\p{L}\p{M}' .’-]*$/u, 'invalid'))
export const profileFields = z.object({
  name: nameField, language: z.enum(languages), rhythm: z.enum(['atOnce', 'daily', 'weekly', 'inApp']),
  /** a known place near my home, none when empty; unchanged when absent */ home: z.union([z.uuid(), z.literal('')], 'invalid').optional(),
})
export type Profile = z.infer<typeof profileFields>

const shownIdeas = 20
const p = sql.placeholder
const mine = once((db) => db.select({
  id: subject.id, kind: subject.kind, title: subject.title, stage: subject.stage, visibility: subject.visibility, supports: subject.supports, comments: subject.comments, movedAt: subject.movedAt,
  dueAt: subject.dueAt, answeredAt: subject.answeredAt, organisation: organisation.name,
}).from(subject)
  .leftJoin(organisation, and(eq(organisation.municipalityId, subject.municipalityId), eq(organisation.id, subject.authorOrganisationId)))
  .where(and(eq(subject.municipalityId, p('m')), eq(subject.authorPersonId, p('me')))).orderBy(desc(subject.movedAt)).limit(p('limit')).prepare('people_mine'))
const counts = once((db) => db.select({
  name: person.name, email: person.email, language: person.language, rhythm: person.rhythm, longitude: person.homeLongitude, latitude: person.homeLatitude,
  ideas: whole<number>(sql`(select count(*)::int from ${subject} where ${subject.municipalityId} = ${person.municipalityId} and ${subject.authorPersonId} = ${person.id})`),
  follows: whole<number>(sql`(select count(*)::int from ${follow} where ${follow.municipalityId} = ${person.municipalityId} and ${follow.personId} = ${person.id})`),
  unread: whole<number>(sql`(select count(*)::int from ${notice} where ${notice.municipalityId} = ${person.municipalityId} and ${notice.personId} = ${person.id} and ${isNull(notice.readAt)})`),
}).from(person).where(and(eq(person.municipalityId, p('m')), eq(person.id, p('me')))).prepare('people_counts'))

/** Minä: my matters and their state, whatever their visibility, and my profile. Three queries. */
export async function showMe(ctx: Ctx) {
  const me = allow(ctx, can.seeMine)
  const [places, [profile], rows] = await Promise.all([placesOf(ctx), counts(ctx.db).execute({ m: ctx.scope.municipalityId, me: me.id }), mine(ctx.db).execute({ m: ctx.scope.municipalityId, me: me.id, limit: shownIdeas })])
  return {
    profile: profile!, places, home: places.find((each) => isAt(each, profile!))?.id ?? '', identified: me.identified, represents: me.represents.length,
    ideas: rows.map((row) => ({ ...row, title: inLanguage(row.title, ctx.language), path: subjectPath(row.kind, row.id), late: isLate(row, ctx.now) })),
  }
}

const isAt = (place: Point, its: { longitude: number | null; latitude: number | null }) => place.longitude === its.longitude && place.latitude === its.latitude

/**
 * Changes my name, the language of my messages, how I hear by default, and the place near which I live: no address is asked,
 * a place that everyone knows is near enough for "near me". Returns `home: 'invalid'` for a place that is not one of ours.
 */
export async function changeProfile(ctx: Ctx, { home, ...profile }: Profile): Promise<void | Mended> {
  const me = allow(ctx, can.changeMine)
  const place = home ? (await placesOf(ctx)).find((each) => each.id === home) : undefined
  if (home && !place) return { problems: { home: 'invalid' } }
  await ctx.db.update(person).set({ ...profile, ...(home === undefined ? {} : { homeLongitude: place?.longitude ?? null, homeLatitude: place?.latitude ?? null }) }).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, me.id), ne(person.name, '')))
  await signInOf(ctx).rename(me.id, profile.name)
}
