import type { Language } from '#core/text/language.ts'

/** Something that people may want to hear of a place at once: "when it is iced". */
export type WishKind = {
  key: string; order: number
  /** which kinds of places it is offered at; `facts` are the keys of what is known of the place now */ fits(place: { kind: string; hasHours: boolean; facts: string[] }): boolean
  /** "Kerro, kun …": the rest of the sentence */ name: Record<Language, string>
  /** what the notice says */ said: Record<Language, (place: string) => string>
  /** so long nobody is told the same again, in hours */ quietHours: number
}
const known = new Map<string, WishKind>()
/** A module tells what may be wished of places; it calls `comesTrue` when that happens. */
export const wishKind = (its: WishKind) => { known.set(its.key, its) }
export const wishKinds = (): WishKind[] => [...known.values()].sort((a, b) => a.order - b.order)
export const wishOf = (key: string): WishKind | undefined => known.get(key)
