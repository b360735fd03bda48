import type { Ctx } from '#core/context/context.server.ts'
import type { Subject } from '#core/trail/subject.server.ts'
import { cursorOf, type Order, pageSize, readCursor, type Said } from './list.server.ts'

/** What is said elsewhere in the same discussion: how much, and a page of its first-level comments in the order of the page here. */
export type Joined = { count: number; comments(asked: { order: Order; after: { at: string; id: string } | null; most: number }): Promise<Said[]> }
type Of = (ctx: Ctx, its: Pick<Subject, 'id' | 'kind'>) => Promise<Joined | null>

const registered = new Map<string, Of>()

/** A module tells that the discussion of its kind of subject may go on in other places too, such as a matter that municipalities prepare together. */
export const joinedTalk = (kind: string, its: Of) => { registered.set(kind, its) }
export const joinedOf: Of = async (ctx, its) => await registered.get(its.kind)?.(ctx, its) ?? null

type Page = { comments: Said[]; next: string | null }
/** A page of what is said here and elsewhere as one list in order of time. */
export async function withJoined(page: Page, joined: Joined, order: Order, from: string | undefined): Promise<Page> {
  const others = await joined.comments({ order, after: readCursor(from), most: pageSize + 1 })
  const sign = order === 'newest' ? -1 : 1
  const all = [...page.comments, ...others].sort((a, b) => sign * (a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)))
  const shown = all.slice(0, pageSize)
  const last = shown.at(-1)
  return { comments: shown, next: last && (all.length > pageSize || page.next) ? cursorOf(last) : null }
}
