import { and, eq, inArray, or } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { can } from './permissions.ts'
import { comment } from './schema.server.ts'

/** A comment written elsewhere: `importedFrom` is what it was called there, `authorName` a name and not an account. */
export type ImportedComment = { subjectId: string; importedFrom: string; /** the first-level comment that it answers: one that is here, or what one of the same import was called */ parentId: string | null; parentFrom: string | null; authorName: string | null; stance: 'for' | 'against' | 'neutral'; text: string; at: Date }

/** Keeps comments that were written elsewhere; tells nobody. A reply's parent is here or among them. One that came earlier stays as it is. */
export async function importComments(ctx: Ctx, many: ImportedComment[]) {
  allow(ctx, can.import)
  const ids = new Map<string, string>()
  for (const level of [many.filter((each) => !each.parentFrom), many.filter((each) => each.parentFrom)]) {
    for (let i = 0; i < level.length; i += 500) {
      await ctx.db.insert(comment).values(level.slice(i, i + 500).map(({ parentFrom, parentId, ...its }) => {
        const id = ctx.newId()
        ids.set(its.importedFrom, id)
        return { ...ctx.scope, id, subjectId: its.subjectId, importedFrom: its.importedFrom, authorName: its.authorName, stance: its.stance, text: its.text, at: its.at, parentId: parentId ?? (parentFrom ? ids.get(parentFrom)! : null) }
      })).onConflictDoNothing()
    }
  }
}

/** Comments that are here, by what they were called where they were imported from, or by their id. `topId` is the first-level comment of the thread. */
export async function commentsFrom(ctx: Ctx, names: string[]): Promise<Map<string, { id: string; subjectId: string; topId: string }>> {
  const unique = [...new Set(names)]
  if (unique.length === 0) return new Map()
  const ids = unique.filter(isId)
  const rows = await ctx.db.select({ id: comment.id, subjectId: comment.subjectId, from: comment.importedFrom, parentId: comment.parentId }).from(comment)
    .where(and(eq(comment.municipalityId, ctx.scope.municipalityId), or(inArray(comment.importedFrom, unique), ids.length ? inArray(comment.id, ids) : undefined)))
  return new Map(rows.flatMap(({ from, parentId, ...row }) => [row.id, ...(from ? [from] : [])].map((name) => [name, { ...row, topId: parentId ?? row.id }] as const)))
}
