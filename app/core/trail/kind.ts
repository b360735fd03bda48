import type { Ctx } from '#core/context/context.server.ts'
import type { Language } from '#core/text/language.ts'
import type { Line } from './list.server.ts'
import type { Stage } from './stages.ts'

export type StageSign = { name: Record<Language, string>; icon: string }

/** What the house knows of a kind of subject besides its rows: where its page is and what it is called. */
export type SubjectKind = {
  path(id: string): string
  name: Record<Language, string>
  /** where all of them are listed, and what the list and its feed (`<path>.atom`) are called */ list?: { path: string; name: Record<Language, string>; feed: Record<Language, string>; /** its feed, where it is narrowed by more than lists of every kind */ lines?(ctx: Ctx, query: URLSearchParams): Promise<ListOfKind> }
  /** what happens on the day it comes up (`subject.comesAt`), such as "Kokouksessa" */ comes?: Record<Language, string>
  /** nobody owes it an answer of its own: it is not in the officials' queue */ queued?: false
  /** there are so many of these that they would hide everything else: a mixed list shows one of them at most */ everyday?: true
  /** what its stages are called and drawn with, where the words of ideas do not fit: a pothole is not "in development" */ stages?: Partial<Record<Stage, StageSign>>
  /** where its sender reads it by mail when there is no account to sign in to: a path that carries its own key */ own?(ctx: Pick<Ctx, 'sign' | 'scope'>, id: string): string
  /** where officials handle it, when not on its page */ handle?(id: string): string
  /** who sent it is told by its own module alone, by their choice: no list, search, feed or open data names them */ unnamed?: true
  /** other words that mean this kind in a search, as beginnings in small letters */ alias: string[]
}
/** A page of a kind's own list: what it is narrowed by as its address says it and in words, and the cursor of the page after it. */
export type ListOfKind = { lines: Line[]; next: string | null; query: Record<string, string>; named: string[] }
const known = new Map<string, SubjectKind>()

/** A module tells of its kind of subject, so that search, notices and feeds can name it and lead to it. */
export const subjectKind = (kind: string, its: SubjectKind) => { known.set(kind, its) }
export const kinds = (): ReadonlyMap<string, SubjectKind> => known
/** The page of a subject within its municipality. */
export const subjectPath = (kind: string, id: string): string => known.get(kind)?.path(id) ?? `/${kind}s/${id}`
/** Where officials handle a subject. */
export const handlePath = (kind: string, id: string): string => known.get(kind)?.handle?.(id) ?? subjectPath(kind, id)
/** Where someone who follows without an account reads it: its sender by the own key, where the kind has one; others on its page. */
export const senderPath = (ctx: Pick<Ctx, 'sign' | 'scope'>, its: { kind: string; id: string; why: string }): string => (its.why === 'author' && known.get(its.kind)?.own?.(ctx, its.id)) || subjectPath(its.kind, its.id)
/** May lists of every kind name who sent it? */
export const namesAuthor = (kind: string): boolean => !known.get(kind)?.unnamed
/** What happens to a thing of this kind on the day it comes up; its kind's name when it has not said. */
export const comingName = (kind: string, language: Language): string => known.get(kind)?.comes?.[language] ?? kindName(kind, language)
export const kindName = (kind: string, language: Language): string => known.get(kind)?.name[language] ?? kind
/** A stage as its kind calls and draws it; undefined when the house's own words fit. */
export function stageSign(kind: string, stage: Stage, language: Language): { name: string; icon: string } | undefined {
  const its = known.get(kind)?.stages?.[stage]
  return its && { name: its.name[language], icon: its.icon }
}
