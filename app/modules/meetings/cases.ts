import type { Ctx } from '#core/context/context.server.ts'
import type { Mended } from '#core/errors/errors.ts'

/** What a body decided, as it can be brought to the matter. */
export type Decided = { itemId: string; body: string; decision: string; url: string; at: Date }

/** A decision in words: what is too short to be told alone says where it was made too. */
export const decisionWords = ({ body, decision }: Pick<Decided, 'body' | 'decision'>): string => (decision.length < 10 ? `${body}: ${decision}`.trim() : decision)

/**
 * What meetings need of the module whose matters are on agendas: to find one by its case number, and to hand it a decision.
 * That module registers, so that meetings know none of them.
 */
export type Cases = {
  /** the public subjects that have these case numbers, by number as `caseNumberOf` writes it */ find(ctx: Ctx, caseNumbers: string[]): Promise<Map<string, string>>
  /** the matter gets the decision as if its official had typed it, or the address where the official finishes that; throws as that operation does */ bring(ctx: Ctx, subjectId: string, decided: Decided): Promise<void | Mended | { to: string }>
  /** who is told, besides its followers, that a body has decided */ officials(ctx: Ctx, subjectId: string): Promise<string[]>
  /** the days that it comes up on by itself, past ones too; null when nothing comes any more */ days(ctx: Ctx, subjectId: string): Promise<Date[] | null>
  /** may the asker bring it, and is it not there already */ mayBring(ctx: Ctx, subjectId: string, url: string): Promise<boolean>
}

const registered = new Map<string, Cases>()
/** A module tells how its kind of subject is found by a case number. */
export const caseKeeper = (kind: string, its: Cases) => { registered.set(kind, its) }
export const keptKinds = (): string[] => [...registered.keys()]
export const keeperOf = (kind: string): Cases | undefined => registered.get(kind)

/** The subjects of every kind that have these case numbers. */
export async function findCases(ctx: Ctx, caseNumbers: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(caseNumbers.filter(Boolean))]
  const found = new Map<string, string>()
  if (wanted.length > 0) for (const its of registered.values()) for (const [number, id] of await its.find(ctx, wanted)) if (!found.has(number)) found.set(number, id)
  return found
}
