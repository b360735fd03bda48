import { and, eq, inArray, sql } from 'drizzle-orm'
import { command, type House, type Municipality, type Operation } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { type Language, languages } from '#core/text/language.ts'
import { addLocalDays } from '#core/time/local.ts'
import { subject } from '#core/trail/schema.server.ts'
import { openStages } from '#core/trail/stages.ts'
import { linkSubjects } from '#core/trail/trail.server.ts'
import { addComment } from '#modules/discussion/server'
import { answerIdea, assignIdeas, mergeIdeas, moveIdea, proposeIdea, routeIdea, saveDraft, supportIdea } from '#modules/ideas/server'
import { hideThing, reportThing } from '#modules/moderation/server'
import { supportByCrowd } from './crowd.server.ts'
import type { Townspeople } from './settle.server.ts'
import type { Comment, Step, Told, ToldIdea } from './told.ts'
import { dayOf, momentOf } from './when.ts'

export type Known = { units: Record<string, string>; topics: Record<string, string>; people: Townspeople }
type Moment = { at: Date; happens: () => Promise<unknown> }

/** Tells one municipality's ideas in the order in which things happened, each by who did it, with the clock of its moment. */
export class Teller {
  #ids = new Map<string, string>()
  #house: House; #db: Db; #told: Told; #its: Municipality; #known: Known; #now: Date
  constructor(house: House, db: Db, told: Told, its: Municipality, known: Known, now: Date) {
    this.#house = house; this.#db = db; this.#told = told; this.#its = its; this.#known = known; this.#now = now
  }

  /** The ideas that have been told, by their keys. */
  get ideas(): ReadonlyMap<string, string> { return this.#ids }

  /** Throws when an operation refuses or finds a problem: then the story is wrong, and nothing of it is kept. */
  async tell() {
    const moments = this.#told.ideas.flatMap((idea) => this.#momentsOf(idea)).sort((a, b) => a.at.getTime() - b.at.getTime())
    for (const moment of moments) await moment.happens()
    await this.#windClocks()
  }

  /** What was owed in 2016 is owed again: each story from long ago that is still under way has its next word due within the coming weeks. */
  async #windClocks() {
    const old = this.#told.ideas.filter((idea) => idea.fromLongAgo)
    for (const [i, idea] of old.entries()) {
      await this.#db.update(subject).set({ dueAt: addLocalDays(this.#now, 5 + (i * 3) % 40, { endOfDay: true }) })
        .where(and(eq(subject.municipalityId, this.#its.id), eq(subject.id, this.#ids.get(idea.key)!), inArray(subject.stage, [...openStages])))
    }
  }

  #momentsOf(idea: ToldIdea): Moment[] {
    const sentAt = momentOf(idea.at, this.#now)
    const supports = (idea.supporters ?? []).map((who, i) => {
      const at = this.#after(sentAt, 1 + i * 3)
      return { at, happens: () => this.#does(who, at, supportIdea, this.#ids.get(idea.key)!) }
    })
    return [{ at: sentAt, happens: () => this.#sends(idea, sentAt) }, ...supports, ...idea.story.flatMap((step) => this.#momentsOfStep(idea, step))]
  }

  #momentsOfStep(idea: ToldIdea, step: Step): Moment[] {
    const at = momentOf(step.at, this.#now)
    const does = <A extends unknown[], R>(operation: Operation<[string, ...A], R>, ...args: A) => this.#does(step.by, at, operation, this.#ids.get(idea.key)!, ...args)
    switch (step.does) {
      case 'says': return this.#talk(idea, step)
      case 'answers': return [{ at, happens: () => does(answerIdea, { outcome: step.outcome, reason: step.reason, url: step.url ?? '', whose: step.whose ?? '' }) }]
      case 'drafts': return [{ at, happens: () => does(saveDraft, { outcome: step.outcome, reason: step.reason }) }]
      case 'moves': return [{ at, happens: () => does(moveIdea, {
        to: step.stage, sentence: step.sentence, ...(step.learned ? { learned: step.learned } : {}),
        ...(step.experiment ? { ...step.experiment, endsOn: dayOf(step.experiment.endsOn, this.#now) } : {}),
      }) }]
      case 'merges': return [{ at, happens: () => does(mergeIdeas, { other: this.#ids.get(step.into)!, stays: 'other', sentence: step.sentence }) }]
      case 'assigns': return [{ at, happens: () => this.#does(step.by, at, assignIdeas, [this.#ids.get(idea.key)!], this.#known.people.actor(step.to).id) }]
      case 'routes': return [{ at, happens: () => does(routeIdea, { unitId: this.#known.units[step.unit]!, sentence: step.sentence }) }]
    }
  }

  /** A comment, the replies under it, and what moderation did with them. An official speaks with the voice of their unit. */
  #talk(idea: ToldIdea, comment: Comment): Moment[] {
    const said = new Map<Comment, string>()
    const subjectId = () => this.#ids.get(idea.key)!
    const says = async (one: Comment, at: Date) => {
      const me = this.#known.people.actor(one.by)
      const unitId = me.as ? undefined : me.units[0]?.id
      const parentId = said.get(comment)
      const added = await this.#does(one.by, at, addComment, subjectId(), { text: one.text, stance: one.stance, ...(unitId ? { unitId } : {}), ...(parentId ? { parentId } : {}) })
      if (!isProblems(added)) said.set(one, added.id)
    }
    return [comment, ...comment.replies].flatMap((one) => {
      const at = momentOf(one.at, this.#now)
      const looked = (one.moderation ?? []).map((act) => {
        const when = momentOf(act.at, this.#now)
        const thing = () => ({ subjectId: subjectId(), commentId: said.get(one)! })
        return { at: when, happens: (): Promise<unknown> => act.does === 'reports'
          ? this.#does(act.by, when, reportThing, thing(), { reason: act.reason, words: act.words })
          : this.#does(act.by, when, hideThing, thing(), { reason: act.reason, explanation: act.words }) }
      })
      return [{ at, happens: () => says(one, at) }, ...looked]
    })
  }

  async #sends(idea: ToldIdea, at: Date) {
    const language = languageOf(idea)
    const place = idea.place ? { place: idea.place } : {}
    const { id } = await this.#does(idea.by, at, proposeIdea, { title: idea.title[language]!, text: idea.text, kind: idea.kind ?? 'idea', topicId: this.#known.topics[idea.topic]!, ...place })
    this.#ids.set(idea.key, id)
    if (Object.keys(idea.title).length > 1) {
      await this.#db.update(subject).set({ title: idea.title, search: sql`trail.search_vector(${language}, ${JSON.stringify(idea.title)}::jsonb, ${idea.text})` })
        .where(and(eq(subject.municipalityId, this.#its.id), eq(subject.id, id)))
    }
    if (idea.grewOutOf) await this.#does(idea.by, at, linkSubjects, id, 'grewOutOf', this.#ids.get(idea.grewOutOf)!)
    await supportByCrowd(this.#db, this.#its.id, { id, key: idea.key, sentAt: at, until: this.#now, howMany: idea.crowd ?? 0, not: idea.by }, this.#known.people)
  }

  /** Runs an operation as someone at a moment, as a part of the one transaction of the telling. */
  async #does<A extends unknown[], R>(by: string, at: Date, operation: Operation<A, R>, ...args: A): Promise<R> {
    const house: House = { ...this.#house, clock: () => at, database: { ...this.#house.database, of: () => this.#db } }
    const done = await command(house, { municipality: this.#its, actor: this.#known.people.actor(by), language: 'fi' }, operation, ...args)
    if (isProblems(done)) throw new Error(`${by} at ${at.toISOString()}: ${operation.name} found ${JSON.stringify(done.problems)}`)
    return done
  }

  /** Some hours later, but never later than the telling. */
  #after(at: Date, hours: number) { return new Date(Math.min(at.getTime() + hours * 3600_000, this.#now.getTime() - 60_000)) }
}

const languageOf = (idea: ToldIdea): Language => languages.find((each) => idea.title[each])!
