import type { MultiPolygon } from '#core/geo/geo.ts'
import type { Translated } from '#core/text/language.ts'
import type { Written } from '#modules/feedback/server'
import type { ToldDirectory } from './directory.ts'
import type { ToldMeetings } from './meetings.ts'

/**
 * When something happened: `'2016-09-05 9.15'` on that day, or `'-12 9.15'`, twelve days before the telling. Finnish clock.
 * A time later than the telling becomes a minute before it.
 */
export type When = string
/** Someone by their full name, or an organisation by its name: then its representative acts as it. */
export type Who = string

export type Resident = { name: string; /** signs in with one tap in the demonstration */ persona?: boolean; email?: string }
export type Official = Resident & { units: { key: string; lead?: boolean }[] }
export type Representative = Resident & { represents: string }
export type Trusted = Resident & { role: 'moderator' | 'admin' | 'installationAdmin' }

/** A municipality as it is told: how it is founded, who lives and works there, and what has happened to its ideas. */
export type Told = {
  slug: string; name: Translated; code: string; centre: [number, number]; hue?: number; primary?: boolean
  units: { key: string; name: Translated }[]
  topics: { key: string; name: Translated; unitKey: string; hints: string[]; /** of the topic that it is a part of */ parentKey?: string }[]
  /** parts of the municipality with borders; others are named by their places */ areas?: { key: string; name: Translated; shape: MultiPolygon }[]
  places: { name: Translated; area: string; longitude: number; latitude: number }[]
  officials: Official[]; trusted: Trusted[]; representatives: Representative[]; residents: Resident[]
  organisations: { name: string; kind: 'association' | 'company'; businessId?: string }[]
  ideas: ToldIdea[]
  /** streets, on which doors are generated: name, where it begins, its direction and length (demo/ylojarvi/streets.ts) */ streets?: [name: string, longitude: number, latitude: number, direction: number, metres: number][]
  /** crews of field workers, and a year of made-up map feedback */ reports?: { crews: { unit: string; name: string; members: string[] }[] }
  /** what map feedback is sorted by; the starting categories where it is not told */ categories?: Written[]
  /** services and places, and what they are like in the week before the telling */ directory?: ToldDirectory
  /** who meets and what is on their tables */ meetings?: ToldMeetings
  /** how many of the crowd follow what */ crowdFollows?: (ToldTarget & { howMany: number })[]
  follows?: ((ToldTarget | { near: { name: string; longitude: number; latitude: number; metres: number } }) & { who: Who; rhythm: 'atOnce' | 'daily' | 'weekly' | 'inApp' })[]
  professionals?: { who: Who; topic: string; skill: string; offer: string; shown: boolean }[]
}
export type ToldTarget = { topic: string } | { area: string } | { unit: string }

export type ToldIdea = {
  key: string
  title: Translated
  text: string
  kind?: 'idea' | 'need'
  topic: string
  /** the name of a known place */ place?: string
  by: Who; at: When
  /** how many of the crowd support it, besides those named in `supporters` */ crowd?: number
  supporters?: Who[]
  /** told from long ago: what is owed next is due in the coming weeks */ fromLongAgo?: boolean
  /** the idea that it was born beside */ grewOutOf?: string
  /** its story in order */ story: Step[]
}

export type Stance = 'for' | 'against' | 'neutral'
export type Comment = { does: 'says'; at: When; by: Who; stance: Stance; text: string; replies: Comment[]; /** what moderation did with it */ moderation?: Moderation[] }
export type Moderation = { does: 'reports' | 'hides'; at: When; by: Who; reason: 'insult' | 'spam' | 'personalData' | 'illegal' | 'offTopic' | 'other'; words: string }
export type Answer = { does: 'answers' | 'drafts'; at: When; by: Who; outcome: 'forward' | 'exists' | 'elsewhere' | 'notNow' | 'no'; reason: string; url?: string; whose?: string }
export type Experiment = { toLearn: string; seenFrom: string; /** `'2017-03-05'` or days from the telling: `'+6'` */ endsOn: string }
export type Move = { does: 'moves'; at: When; by: Who; stage: 'developing' | 'experiment' | 'decision' | 'service' | 'ended'; sentence: string; experiment?: Experiment; learned?: string }
export type Routing = { does: 'routes'; at: When; by: Who; unit: string; sentence: string }
export type Merging = { does: 'merges'; at: When; by: Who; /** the idea that this one is merged into */ into: string; sentence: string }
/** A colleague of the unit takes it. */
export type Assigning = { does: 'assigns'; at: When; by: Who; to: Who }
export type Step = Comment | Answer | Move | Routing | Merging | Assigning

export const says = (at: When, by: Who, stance: Stance, text: string, ...replies: Comment[]): Comment => ({ does: 'says', at, by, stance, text, replies })
export const replies = (at: When, by: Who, text: string, stance: Stance = 'neutral'): Comment => says(at, by, stance, text)
/** The comment, and then someone asks a moderator to look at it. */
export const reported = (comment: Comment, at: When, by: Who, reason: Moderation['reason'], words: string): Comment => ({ ...comment, moderation: [...comment.moderation ?? [], { does: 'reports', at, by, reason, words }] })
/** The comment, and then a moderator hides it for a public reason. */
export const hidden = (comment: Comment, at: When, by: Who, reason: Moderation['reason'], words: string): Comment => ({ ...comment, moderation: [...comment.moderation ?? [], { does: 'hides', at, by, reason, words }] })
export const answers = (at: When, by: Who, outcome: Answer['outcome'], reason: string, more: { url?: string; whose?: string } = {}): Answer => ({ does: 'answers', at, by, outcome, reason, ...more })
export const drafts = (at: When, by: Who, outcome: Answer['outcome'], reason: string): Answer => ({ does: 'drafts', at, by, outcome, reason })
export const moves = (at: When, by: Who, stage: Move['stage'], sentence: string, more: { experiment?: Experiment; learned?: string } = {}): Move => ({ does: 'moves', at, by, stage, sentence, ...more })
export const routes = (at: When, by: Who, unit: string, sentence: string): Routing => ({ does: 'routes', at, by, unit, sentence })
export const merges = (at: When, by: Who, into: string, sentence: string): Merging => ({ does: 'merges', at, by, into, sentence })
export const assigns = (at: When, by: Who, to: Who): Assigning => ({ does: 'assigns', at, by, to })
