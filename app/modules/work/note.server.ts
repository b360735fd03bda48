import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { Invalid } from '#core/errors/errors.ts'
import { changeOrder, holdOrder } from './hold.server.ts'
import { can } from './permissions.ts'
import { note } from './schema.server.ts'

/**
 * Staff write to each other about an order. `clientId` is the id a device without a network gave it: the same twice is one note.
 * `at`: when it was written there. Throws Invalid('required'), Conflict('changedMeanwhile').
 */
export async function addNote(ctx: Ctx, orderId: string, its: { text: string; clientId?: string; at?: Date }, options: { version?: number | undefined } = {}): Promise<{ id: string; version: number }> {
  const { row } = await holdOrder(ctx, orderId, can.carryOut, options.version)
  const text = its.text.trim().slice(0, 4000)
  if (!text) throw new Invalid('required')
  const id = ctx.newId(), clientId = its.clientId ?? null
  const [kept] = await ctx.db.insert(note).values({ ...ctx.scope, id, orderId, text, by: ctx.actor.kind === 'person' ? ctx.actor.id : null, at: its.at ?? ctx.now, clientId }).onConflictDoNothing().returning({ id: note.id })
  if (kept) return { id, ...(await changeOrder(ctx, orderId)) }
  const [earlier] = await ctx.db.select({ id: note.id }).from(note).where(and(eq(note.municipalityId, ctx.scope.municipalityId), eq(note.clientId, clientId!)))
  return { id: earlier!.id, version: row.version }
}
