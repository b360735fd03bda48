import { contextOf, type House, type Municipality, type Operation } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { wallClock } from '#core/time/local.ts'
import { addComment, markOutcome } from '#modules/discussion/server'
import { addLink, addSection, answerOffer, choicesShown, choose, closeMatter, decideMatter, editCase, linkIdea, matterOf, movePhase, offerHelp, offersOf, publishMatter, putMatter } from '#modules/preparation/server'
import { matters, type MatterStep, type ToldMatter } from './matters.ts'
import type { Known } from './teller.server.ts'
import { dayOf, momentOf } from './when.ts'

/** Tells what a municipality prepares in the open: each step by who does it, with the clock of its moment. `ideas` are those told already, by their keys. */
export async function tellMatters(house: House, db: Db, its: Municipality, { topics, people }: Known, ideas: ReadonlyMap<string, string>, now: Date) {
  const does = async <A extends unknown[], R>(who: string, at: Date, operation: Operation<A, R>, ...args: A): Promise<Exclude<R, { problems: unknown }>> => {
    const done = await operation(contextOf({ ...house, clock: () => at }, { municipality: its, actor: people.actor(who), language: 'fi' }, db), ...args)
    if (isProblems(done)) throw new Error(`${who} at ${at.toISOString()}: ${operation.name} found ${JSON.stringify(done.problems)}`)
    return done as Exclude<R, { problems: unknown }>
  }
  for (const each of matters[its.slug] ?? []) await tell(each)

  async function tell({ title, thought, by, ...told }: ToldMatter) {
    const begun = momentOf(told.begun, now)
    const { id } = await does(by, begun, putMatter, {
      title, thought, topicId: topics[told.topic], area: told.area, place: told.place, ...told.conditions, ask: told.ask, choices: Object.keys(told.choices ?? {}), contact: told.contact,
    })
    for (const key of told.from ?? []) await does(by, begun, linkIdea, id, ideas.get(key)!)
    for (const link of told.links ?? []) await does(by, begun, addLink, id, link)
    const sections: string[] = []
    for (const section of told.document ?? []) sections.push((await does(by, begun, addSection, id, section)).sectionId)
    if (!told.published) return
    const published = momentOf(told.published, now)
    await does(by, published, publishMatter, id)
    const choices = (await does(by, published, choicesShown, id)).choices
    for (const [text, whose] of Object.entries(told.choices ?? {})) for (const [i, who] of whose.entries()) {
      await does(who, new Date(Math.min(now.getTime() - 60_000, published.getTime() + (i + 2) * 3_600_000)), choose, id, choices.find((each) => each.text === text)!.id)
    }
    const said = new Map<string, string>()
    for (const step of told.steps) await take(step, id, said, sections)
  }

  async function take(step: MatterStep, id: string, said: Map<string, string>, sections: string[]) {
    const at = momentOf(step.at, now)
    switch (step.does) {
      case 'says': {
        const me = people.actor(step.by)
        const done = await does(step.by, at, addComment, id, {
          text: step.text, stance: step.stance ?? 'neutral', ...(step.to ? { parentId: said.get(step.to)! } : {}), ...(me.units[0] && !me.as ? { unitId: me.units[0].id } : {}), ...(step.section === undefined ? {} : { partId: sections[step.section]! }),
        })
        if (step.key) said.set(step.key, done.id)
        return
      }
      case 'moves': {
        const { phases } = await does(step.by, at, matterOf, id)
        return does(step.by, at, movePhase, id, { to: phases[step.to]!.id, sentence: step.sentence, endsOn: dayOf(step.endsOn, now) })
      }
      case 'offers': {
        await does(step.by, at, offerHelp, id, { text: step.text, shown: step.shown ?? false })
        if (!step.reply) return
        const newest = (await does(step.reply.by, momentOf(step.reply.at, now), offersOf, id)).find((each) => each.text === step.text)!
        return does(step.reply.by, momentOf(step.reply.at, now), answerOffer, id, { offerId: newest.id, state: step.reply.accepted ? 'accepted' : 'thanked', reply: step.reply.words })
      }
      case 'becomes': return does(step.by, at, markOutcome, id, { commentIds: step.comments.map((key) => said.get(key)!), outcome: step.outcome, theme: step.theme, why: step.why })
      case 'decides': {
        await does(step.by, at, editCase, id, { caseNumber: step.caseNumber.replace('{year}', wallClock(now).day.slice(0, 4)), decidingBody: step.body, meetingOn: undefined })
        return does(step.by, at, decideMatter, id, { decision: step.decision, ...(step.url ? { decisionUrl: step.url } : {}) })
      }
      case 'closes': return does(step.by, at, closeMatter, id, { outcome: step.outcome, sentence: step.sentence })
    }
  }
}
