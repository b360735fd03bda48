import type { Ctx } from '#core/context/context.server.ts'
import type { Person } from '#core/identity/actor.ts'
import type { Subject } from '#core/trail/subject.server.ts'

/** What one can do where speaking is open: say something, mark a place on the map, propose a wording. */
export type Doing = 'comment' | 'mark' | 'propose'
/** Who may speak of a subject now, and how. `closedWhy` says in the reader's language why not, and since when. */
export type Speaking = { open: boolean; who: 'anyone' | 'signedIn' | 'identified'; does: Doing[]; closedWhy?: string }
type Spoken = Pick<Subject, 'id' | 'kind' | 'visibility'>

const registered = new Map<string, (ctx: Ctx, its: Spoken) => Promise<Speaking>>()

/** A module tells who may speak of its kind of subject. Without a word of it everyone signed in may, while the subject is public. */
export const speaking = (kind: string, its: (ctx: Ctx, its: Spoken) => Promise<Speaking>) => { registered.set(kind, its) }

/** Who may speak of a subject now. What is not public is open to nobody, whatever its module says. */
export async function speakingOf(ctx: Ctx, its: Spoken): Promise<Speaking> {
  const said = await registered.get(its.kind)?.(ctx, its) ?? { open: true, who: 'signedIn' as const, does: ['comment' as const] }
  return { ...said, open: said.open && said.does.length > 0 && its.visibility === 'public' }
}

/** What stands between the asker and speaking: nothing, signing in, strong identification, or that they live elsewhere. */
export type Standing = 'may' | 'signIn' | 'identify' | 'elsewhere'

/**
 * May the asker speak where `who` may? `identified` is a strongly identified resident: the population register's home
 * municipality is this one, as the identification told it, and what a person says of themselves is not asked. An
 * organisation is asked the same of who speaks for it. Read anew each time, for people move.
 */
export async function standingOf(ctx: Ctx, who: Speaking['who']): Promise<Standing> {
  const me = ctx.actor
  if (who === 'anyone') return 'may'
  if (me.kind === 'guest') return who === 'identified' ? 'identify' : 'signIn'
  return who === 'signedIn' ? 'may' : residentStanding(ctx, me)
}

async function residentStanding(ctx: Ctx, me: Person): Promise<Standing> {
  const facts = await ctx.signIn?.factsOf(me.id)
  if (!facts?.assurance) return 'identify'
  return ctx.municipality.code !== null && facts.homeMunicipalityCode === ctx.municipality.code ? 'may' : 'elsewhere'
}
