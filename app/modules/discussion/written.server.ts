import { and, eq, lt } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { idOfLink, linkToken } from '#core/context/link-token.server.ts'
import { cut } from '#core/text/cut.ts'
import { written } from './schema.server.ts'

const purpose = 'comment written'
const hours = 24
const names = ['text', 'stance', 'parentId', 'partId', 'quote', 'proposed', 'longitude', 'latitude', 'place', 'unitId', 'follow'] as const
/** What had been written into a comment's form. */
export type Written = Partial<Record<(typeof names)[number], string>>

/** Keeps what someone has written while they sign in or are identified, so that it is there when they come back. Returns the name it is asked back by. */
export async function keepWritten(ctx: Ctx, subjectId: string, form: FormData): Promise<string> {
  const fields: Record<string, string> = {}
  for (const name of names) { const value = form.get(name); if (typeof value === 'string' && value) fields[name] = cut(value, 3500) }
  const id = ctx.newId()
  await ctx.db.insert(written).values({ ...ctx.scope, id, subjectId, fields, createdAt: ctx.now })
  return linkToken(ctx, purpose, id)
}

/** What was kept under a name; null when it was not given here, is of another subject, or was forgotten. */
export async function readWritten(ctx: Ctx, subjectId: string, name: string | null): Promise<Written | null> {
  const id = idOfLink(ctx, purpose, name)
  if (!id) return null
  const [row] = await ctx.db.select({ fields: written.fields, at: written.createdAt }).from(written).where(and(eq(written.municipalityId, ctx.scope.municipalityId), eq(written.id, id), eq(written.subjectId, subjectId)))
  return row && row.at.getTime() > ctx.now.getTime() - hours * 3_600_000 ? row.fields : null
}

/** It was sent: nothing is kept any more. */
export async function dropWritten(ctx: Ctx, name: string | null) {
  const id = idOfLink(ctx, purpose, name)
  if (id) await ctx.db.delete(written).where(and(eq(written.municipalityId, ctx.scope.municipalityId), eq(written.id, id)))
}

/** Forgets what nobody came back for in a day; for the worker. */
export async function forgetWritten(ctx: Ctx) {
  await ctx.db.delete(written).where(and(eq(written.municipalityId, ctx.scope.municipalityId), lt(written.createdAt, new Date(ctx.now.getTime() - hours * 3_600_000))))
}
