import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Invalid, isProblems, type Mended, type Problems } from '#core/errors/errors.ts'
import { problemsOf } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { readWhere } from '#modules/feedback/server'
import { type PlaceFacts, placeFacts, type ServiceFacts, serviceFacts } from '../facts.ts'
import { can } from '../permissions.ts'
import { nested } from './read-form.ts'
import { type Place, showPlace } from './show-place.server.ts'
import { type Service, showService } from './show-service.server.ts'

/** A place as one who keeps it edits it. Throws NotFound, SignInNeeded, Forbidden. */
export async function keptPlace(ctx: Ctx, id: string): Promise<Place> {
  const its = await showPlace(ctx, id)
  allow(ctx, its.provider ? can.keepProvided : can.keepOwn, its)
  return its
}
/** A service as one who keeps it edits it. Throws NotFound, SignInNeeded, Forbidden. */
export async function keptService(ctx: Ctx, id: string): Promise<Service> {
  const its = await showService(ctx, id)
  allow(ctx, its.provider ? can.keepProvided : can.keepOwn, its)
  return its
}

type Read<F> = { facts: F; topicId: string | null } | Mended
const topicOf = (form: FormData) => z.uuid().safeParse(form.get('topicId')).data ?? null

/** A place of its form. Where it is comes from `WhereField`: an address is its street in Finnish. What the form does not have stays as `kept` has it. */
export async function readPlace(ctx: Ctx, form: FormData, kept?: Place['facts']): Promise<Read<PlaceFacts>> {
  const where = await readWhere(ctx, form)
  if (isProblems(where)) return where
  const said = nested(form)
  const street = where.address ?? where.place ?? ''
  const read = placeFacts.safeParse({
    ...kept, ...said, longitude: where.longitude ?? null, latitude: where.latitude ?? null, audiences: said.audiences ?? [], price: said.price ?? null,
    street: { ...(typeof said.street === 'object' ? said.street : {}), fi: street },
  })
  return read.success ? { facts: read.data, topicId: topicOf(form) } : { problems: named(problemsOf(read.error)) }
}

/** A service of its form; its classes, which come from a register, stay. */
export function readService(form: FormData, kept?: Service['facts']): Read<ServiceFacts> {
  const said = nested(form)
  const read = serviceFacts.safeParse({ ...said, audiences: said.audiences ?? [], classes: kept?.classes ?? [] })
  return read.success ? { facts: read.data, topicId: topicOf(form) } : { problems: named(problemsOf(read.error)) }
}
/** A missing name is told of at its first field. */
const named = (found: Problems): Problems => Object.fromEntries(Object.entries(found).map(([name, code]) => [name === 'name' ? 'name.fi' : name, code]))

/** What a form's own operation throws that a person can mend: someone else was first, or the point is elsewhere. */
export async function mendable<T>(does: () => Promise<T>): Promise<T | Mended> {
  try { return await does() } catch (cause) {
    if (cause instanceof Conflict && cause.code === 'changedMeanwhile') return { problems: { version: 'changedMeanwhile' } }
    if (cause instanceof Invalid && cause.code === 'farAway') return { problems: { where: 'farAway' } }
    throw cause
  }
}
/** The version that a form was of. Throws Invalid for a form without one. */
export const versionOf = (form: FormData): number => { const read = z.coerce.number().int().min(1).safeParse(form.get('version')); if (!read.success) throw new Invalid('version'); return read.data }
