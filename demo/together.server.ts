import { sql } from 'drizzle-orm'
import { command, type House, type Municipality, type Operation } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { addComment, markOutcome } from '#modules/discussion/server'
import { acceptInvitation, editContact, invitationsOf, inviteMunicipality, matterOf, movePhase, passOnJoint, publishMatter, putMatter } from '#modules/preparation/server'
import type { Known } from './teller.server.ts'
import { asked, cycleRoute, type Together, type TogetherStep } from './together.ts'
import { dayOf, momentOf } from './when.ts'

/** A municipality that has been told, and who and what is in it. */
export type Settled = Known & { municipality: Municipality }

/** Tells what Ylöjärvi and Nokia prepare together, when both are there: each step in its own municipality, by who does it there, with the clock of its moment. */
export async function tellTogether(house: House, db: Db, all: Settled[], now: Date) {
  const at = (slug: string) => all.find((each) => each.municipality.slug === slug)
  const [ylojarvi, nokia] = [at('ylojarvi'), at('nokia')]
  if (!ylojarvi || !nokia) return
  const telling = new Telling(house, db, { ylojarvi, nokia }, now)
  await telling.tell(cycleRoute)
  await telling.ask()
  // The worker's part, in this transaction: the parts hear of each other, and nobody gets a letter of what is asked already.
  await passOnJoint({ ...house, database: { ...house.database, owner: db } })
  await db.execute(sql`update preparation.joint set told_at = at where state = 'asked'`)
}

class Telling {
  #house: House; #db: Db; #places: Record<Together['leads'], Settled>; #now: Date
  constructor(house: House, db: Db, places: Record<Together['leads'], Settled>, now: Date) { this.#house = house; this.#db = db; this.#places = places; this.#now = now }

  async tell({ leads, joins, words, ...its }: Together) {
    const begun = { in: leads, ...its.begun }
    const { id } = await this.#does(begun, putMatter, { ...words[leads].conditions, title: words[leads].title, thought: words[leads].thought, ask: words[leads].ask, place: words[leads].place, topicId: this.#places[leads].topics[words[leads].topic], professionals: undefined })
    if (words[leads].speakers) await this.#does(begun, editContact, id, { speakers: words[leads].speakers, contactPersonId: this.#places[leads].people.actor(its.begun.by).id })
    await this.#does(begun, publishMatter, id)
    await this.#does({ ...begun, at: its.asked.at }, inviteMunicipality, id, { municipalityId: this.#places[joins].municipality.id, message: its.asked.message })
    const taken = { in: joins, ...its.taken }
    const [invitation] = await this.#does(taken, invitationsOf)
    const other = await this.#does(taken, acceptInvitation, invitation!.jointId, { title: words[joins].title, thought: words[joins].thought, topicId: this.#places[joins].topics[words[joins].topic], phases: 'same' })
    await this.#does({ ...taken, at: its.published.at }, publishMatter, other.id)
    const ids = { [leads]: id, [joins]: other.id } as Record<Together['leads'], string>
    const said = new Map<string, string>()
    for (const step of its.steps.toSorted((a, b) => momentOf(a.at, this.#now).getTime() - momentOf(b.at, this.#now).getTime())) await this.#step(step, ids[step.in], said)
  }

  /** One municipality has asked the other, which has not answered yet. */
  async ask() {
    const begun = { in: 'nokia' as const, by: asked.by, at: asked.begunAt }
    const { id } = await this.#does(begun, putMatter, { title: asked.title, thought: asked.thought, topicId: this.#places.nokia.topics[asked.topic], professionals: undefined })
    await this.#does(begun, publishMatter, id)
    await this.#does({ ...begun, at: asked.at }, inviteMunicipality, id, { municipalityId: this.#places.ylojarvi.municipality.id, message: asked.message })
  }

  async #step(step: TogetherStep, id: string, said: Map<string, string>) {
    switch (step.does) {
      case 'says': {
        const me = this.#places[step.in].people.actor(step.by)
        const done = await this.#does(step, addComment, id, { text: step.text, stance: step.stance ?? 'neutral', ...(step.to ? { parentId: said.get(step.to)! } : {}), ...(step.asUnit ? { unitId: me.units[0]!.id } : {}) })
        if (step.key) said.set(step.key, done.id)
        return
      }
      case 'moves': {
        const { phases } = await this.#does(step, matterOf, id)
        return this.#does(step, movePhase, id, { to: phases[step.to]!.id, sentence: step.sentence, endsOn: dayOf(step.endsOn, this.#now) })
      }
      case 'answers': return this.#does(step, markOutcome, id, { commentIds: step.comments.map((key) => said.get(key)!), outcome: step.outcome, theme: step.theme, why: step.why })
    }
  }

  /** Runs an operation as someone of a municipality, by the role that sees only its rows, as a part of the one transaction of the telling. */
  async #does<A extends unknown[], R>(who: { in: Together['leads']; by: string; at: string }, operation: Operation<A, R>, ...args: A): Promise<Exclude<R, { problems: unknown } | undefined>> {
    const { municipality, people } = this.#places[who.in]
    const at = momentOf(who.at, this.#now)
    const house: House = { ...this.#house, clock: () => at, database: { ...this.#house.database, of: () => this.#db } }
    await this.#db.execute(sql`select set_config('app.municipality', ${String(municipality.id)}, true), set_config('role', 'nousu_web', true)`)
    const done = await command(house, { municipality, actor: people.actor(who.by), language: 'fi' }, operation, ...args)
    if (isProblems(done)) throw new Error(`${who.by} at ${at.toISOString()}: ${operation.name} found ${JSON.stringify(done.problems)}`)
    await this.#db.execute(sql`select set_config('role', 'none', true), set_config('app.municipality', '', true)`)
    return done as Exclude<R, { problems: unknown } | undefined>
  }
}
