import type { Ctx } from '#core/context/context.server.ts'
import { isLanguage } from '#core/text/language.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { findingIn, lookAt } from '#modules/moderation/server'

/** A provider's values that are about to be public: what a rule stops is out of sight until a moderator has looked. */
export async function lookedOver(ctx: Ctx, id: string, values: unknown): Promise<'fine' | 'waits'> {
  const found = await lookAt(ctx, { subjectId: id, text: wordsIn(values).join('\n') })
  if (found === 'waits') await changeSubject(ctx, id, { visibility: 'hidden' })
  return found
}

/** A sentence that is told to everyone at once and has nowhere to wait: one that a rule stops is left out when an organisation says it. */
export const sayable = (ctx: Ctx, text: string): string => (ctx.actor.kind === 'person' && ctx.actor.as && findingIn(ctx, text) ? '' : text)

/** What people have written in values: every text that is in a language. */
export function wordsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, its]) => (typeof its === 'string' ? isLanguage(name) ? [its] : [] : wordsIn(its)))
}
