import type { Language } from '#core/text/language.ts'

/** What an event says on the trail and in a notice. `data` is what was recorded with it. */
export type EventWords = Record<Language, (data: Record<string, string>) => string>

/**
 * A kind of thing that can happen to a subject.
 * @property onTrail shown to everyone on the subject's trail
 * @property tells who hears of it: its followers, only its author, or nobody
 * @property wide heard also by those who follow its topic, area, unit, a place near it, and by its audience: what opens something
 */
export type EventKind = { kind: string; onTrail: boolean; tells: 'followers' | 'author' | 'nobody'; words: EventWords; icon: TrailIcon; wide?: true }

export type TrailIcon = 'sent' | 'answered' | 'moved' | 'merged' | 'split' | 'routed' | 'edited' | 'comment' | 'support' | 'hidden' | 'restored' | 'withdrawn' | 'late' | 'learned' | 'imported' | 'linked' | 'video'

/** Defines an event of a module. Every kind is known by name to the trail, the notices and the feeds. */
export function event(kind: string, its: Omit<EventKind, 'kind'>): EventKind {
  const made = { kind, ...its }
  everyEvent.set(kind, made)
  return made
}
export const everyEvent = new Map<string, EventKind>()

/** The event's sentence in a language; an event of a module that is no longer there says its name. */
export function eventWords(kind: string, language: Language, data: Record<string, unknown>): string {
  return everyEvent.get(kind)?.words[language](data as Record<string, string>) ?? kind
}
