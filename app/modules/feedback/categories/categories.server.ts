import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { lately } from '#core/db/lately.server.ts'
import { once } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage, type Language, type Translated } from '#core/text/language.ts'
import type { IconName } from '#ui/icons.tsx'
import { can } from '../permissions.ts'
import { category, partner, type Question } from '../schema.server.ts'

/** An extra question in the reader's language. */
export type Asked = { key: string; type: Question['type']; label: string; hint?: string; required: boolean; options?: { key: string; name: string }[] }
/** What reports are sorted by, in the reader's language. */
export type Category = {
  id: string; /** stays for good: Open311's service_code */ key: string
  name: string; description: string | null; /** its heading among the others */ group: string | null; icon: IconName
  unitId: string; /** the unit's name */ unit: string; topicId: string | null
  questions: Asked[]
  notice: string | null
  /** what is told instead of the form; `sendable`: a report may be sent all the same and is forwarded to whose matter it is */
  stopper: { kind: 'danger' | 'notOurs'; text: string; phone?: string; url?: string; partnerId?: string; sendable: boolean } | null
  private: boolean; duplicateMetres: number; promisedDays: number; /** 0 low … 3 urgent */ priority: number
  assetKind: string | null; autoAnswer: string | null; /** after closing, who sent it is forgotten */ forgetAfterMonths: number
  /** no longer offered */ closed: boolean
}
export type CategoryRow = typeof category.$inferSelect & { unitName: Translated | null; /** of the stopper's partner, when reports can go there */ reachable: boolean }

const rows = once((db) => db.select({ its: category, unitName: unit.name, partnerId: partner.id }).from(category)
  .innerJoin(unit, and(eq(unit.municipalityId, category.municipalityId), eq(unit.id, category.unitId)))
  .leftJoin(partner, and(eq(partner.municipalityId, category.municipalityId), sql`${partner.id}::text = ${category.stopper}->>'partnerId'`, sql`${partner.closedAt} is null`))
  .where(eq(category.municipalityId, sql.placeholder('m'))).orderBy(asc(category.position), asc(category.key)).prepare('feedback_categories'))

const read = async (ctx: Ctx): Promise<CategoryRow[]> => (await rows(ctx.db).execute({ m: ctx.scope.municipalityId })).map(({ its, unitName, partnerId }) => ({ ...its, unitName, reachable: partnerId !== null }))
/** Every category as it is kept, closed ones too, in order; what readers get may be seconds old. */
export const categoryRows = (ctx: Ctx): Promise<CategoryRow[]> => lately(ctx, 'categories', () => read(ctx))

/** The categories that are offered, in the admin's order and the reader's language. */
export async function categoriesOf(ctx: Ctx): Promise<Category[]> {
  allowAnyone(ctx, can.send)
  return (await categoryRows(ctx)).filter((row) => !row.closedAt).map((row) => readable(row, ctx.language))
}
/** One category, closed ones too: old reports keep theirs. Throws NotFound. */
export async function categoryOf(ctx: Ctx, id: string): Promise<Category> {
  allowAnyone(ctx, can.send)
  const of = (among: CategoryRow[]) => among.find((each) => each.id === id)
  const row = of(await categoryRows(ctx)) ?? of(await read(ctx)) // one that was made a moment ago is not among those that are kept
  if (!row) throw new NotFound()
  return readable(row, ctx.language)
}

/** A category's row in a language. */
export function readable(row: CategoryRow, language: Language): Category {
  const maybe = (text: Translated | null | undefined) => inLanguage(text, language) || null
  const { stopper } = row
  return {
    id: row.id, key: row.key, name: inLanguage(row.name, language), description: maybe(row.description), group: maybe(row.group), icon: row.icon as IconName,
    unitId: row.unitId, unit: inLanguage(row.unitName, language), topicId: row.topicId,
    questions: row.questions.map((each) => asked(each, language)), notice: maybe(row.notice),
    stopper: stopper && { ...stopper, text: inLanguage(stopper.text, language), sendable: stopper.kind === 'notOurs' && row.reachable },
    private: row.private, duplicateMetres: row.duplicateMetres, promisedDays: row.promisedDays, priority: row.priority,
    assetKind: row.assetKind, autoAnswer: maybe(row.autoAnswer), forgetAfterMonths: row.forgetAfterMonths, closed: row.closedAt !== null,
  }
}
function asked({ label, hint, options, ...its }: Question, language: Language): Asked {
  const said = inLanguage(hint, language)
  return { ...its, label: inLanguage(label, language), ...(said ? { hint: said } : {}), ...(options ? { options: options.map((each) => ({ key: each.key, name: inLanguage(each.name, language) })) } : {}) }
}
