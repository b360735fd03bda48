import { createHash, randomBytes } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { openQuestion, type Question } from './questions.server.ts'
import { can } from './permissions.ts'
import { kiosk, question } from './schema.server.ts'

export const kioskName = z.object({ name: z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1, 'required').max(60, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')) })
const digest = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Makes a kiosk of a question. Returns the secret of its address, which is shown once and kept nowhere as it is. */
export async function addKiosk(ctx: Ctx, code: string, name: string): Promise<{ id: string; secret: string }> {
  const its = await openQuestion(ctx, code)
  allow(ctx, can.keep, its)
  const id = ctx.newId(), secret = randomBytes(24).toString('base64url')
  await ctx.db.insert(kiosk).values({ ...ctx.scope, id, questionId: its.id, name, secret: digest(secret), createdAt: ctx.now })
  return { id, secret }
}
/** Turns a kiosk off: its address answers no more, and what it still sends is not taken. Throws NotFound. */
export async function endKiosk(ctx: Ctx, code: string, id: string): Promise<void> {
  const its = await openQuestion(ctx, code)
  allow(ctx, can.keep, its)
  if (!isId(id)) throw new NotFound()
  await ctx.db.update(kiosk).set({ endedAt: ctx.now }).where(and(eq(kiosk.municipalityId, ctx.scope.municipalityId), eq(kiosk.id, id), eq(kiosk.questionId, its.id), isNull(kiosk.endedAt)))
}
/** The kiosks of a question that are in use. */
export const kiosksOf = (ctx: Ctx, questionId: string) => ctx.db.select({ id: kiosk.id, name: kiosk.name, heardAt: kiosk.heardAt }).from(kiosk)
  .where(and(eq(kiosk.municipalityId, ctx.scope.municipalityId), eq(kiosk.questionId, questionId), isNull(kiosk.endedAt))).orderBy(asc(kiosk.name))

/** The kiosk of a secret, with its question, while both are in use. Throws NotFound. */
export async function kioskOf(ctx: Ctx, secret: string): Promise<{ id: string; questionId: string; question: Question }> {
  if (!/^[\w-]{32}$/.test(secret)) throw new NotFound()
  const [row] = await ctx.db.select({ id: kiosk.id, questionId: kiosk.questionId, question }).from(kiosk).innerJoin(question, and(eq(question.municipalityId, kiosk.municipalityId), eq(question.id, kiosk.questionId)))
    .where(and(eq(kiosk.municipalityId, ctx.scope.municipalityId), eq(kiosk.secret, digest(secret)), isNull(kiosk.endedAt), isNull(question.closedAt)))
  if (!row) throw new NotFound()
  return row
}
