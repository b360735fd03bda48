import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { person, role } from '#core/identity/schema.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import type { importRun, importSource } from '../schema.server.ts'
import { importWords } from './texts/index.ts'
import { whyWords } from './why-words.ts'

type Told = { source: typeof importSource.$inferSelect; run: typeof importRun.$inferSelect; state: 'done' | 'held' | 'failed'; why: string }

/** A letter to the municipality's admins, each in their language: a source waits for them, or has begun to fail. Its next failures are on its page. */
export async function tellAdmins(ctx: Ctx, { source, run, state, why }: Told) {
  const admins = (await ctx.db.select({ id: role.personId }).from(role).where(and(eq(role.municipalityId, ctx.scope.municipalityId), eq(role.role, 'admin')))).map((row) => row.id)
  if (admins.length === 0) return
  for (const its of await ctx.db.select({ email: person.email, language: person.language }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), inArray(person.id, admins)))) {
    if (!its.email) continue
    const t = importWords(its.language).letter
    await writeMail(ctx, { to: its.email, language: its.language, subject: state === 'held' ? t.heldSubject(source.name) : t.failedSubject(source.name), text: [state === 'held' ? t.held(source.name) : t.failed(source.name), whyWords(why, its.language), ctx.address(`/admin/imports/runs/${run.id}`, its.language)].join('\n\n') })
  }
}
