import { and, asc, count, eq } from 'drizzle-orm'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { type Mended, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { synonym } from '#core/trail/schema.server.ts'
import { oftenMissed } from '#core/trail/searched.server.ts'
import { flatWords } from '#core/trail/synonyms.server.ts'
import { can } from '../permissions.ts'
import { starterSynonyms } from './starter/synonyms.ts'

/** Each is weighed at every search. */
const mostOf = 1000

/** What an admin keeps of the search's words, and what was searched in vain. */
export async function synonymsToKeep(ctx: Ctx) {
  allow(ctx, can.keepSynonyms)
  const kept = await ctx.db.select({ id: synonym.id, said: synonym.said, means: synonym.means }).from(synonym).where(eq(synonym.municipalityId, ctx.scope.municipalityId)).orderBy(asc(synonym.said), asc(synonym.means))
  return { kept, missed: await oftenMissed(ctx) }
}

/** Teaches the search what people say. The same pair twice is a problem of `said`, also when two teach it at once. */
export async function addSynonym(ctx: Ctx, its: { said: string; means: string }): Promise<Mended | void> {
  const me = allow(ctx, can.keepSynonyms)
  const said = flatWords(its.said).slice(0, 100), means = flatWords(its.means).slice(0, 100)
  if (!said || !means) return problems({ ...(said ? {} : { said: 'required' }), ...(means ? {} : { means: 'required' }) })
  if (said === means) return problems({ means: 'same' })
  const [has] = await ctx.db.select({ n: count() }).from(synonym).where(eq(synonym.municipalityId, ctx.scope.municipalityId))
  if (has!.n >= mostOf) return problems({ said: 'tooMany' })
  const made = await ctx.db.insert(synonym).values({ ...ctx.scope, id: ctx.newId(), said, means, madeBy: me.id, madeAt: ctx.now }).onConflictDoNothing().returning({ id: synonym.id })
  if (made.length === 0) return problems({ said: 'same' })
}

export async function removeSynonym(ctx: Ctx, id: string) {
  allow(ctx, can.keepSynonyms)
  await ctx.db.delete(synonym).where(and(eq(synonym.municipalityId, ctx.scope.municipalityId), eq(synonym.id, id)))
}

/** Gives the ready-made words, those that are not there yet. */
export async function addStarterSynonyms(ctx: Ctx) {
  const me = allow(ctx, can.keepSynonyms)
  await oneAtATime(ctx, 'synonyms')
  await ctx.db.insert(synonym).values(starterSynonyms.map(([said, means]) => ({ ...ctx.scope, id: ctx.newId(), said: flatWords(said), means: flatWords(means), madeBy: me.id, madeAt: ctx.now }))).onConflictDoNothing()
}
