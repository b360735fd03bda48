import type { Ctx } from '#core/context/context.server.ts'
import { allowAnyone } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { type CategoryRow, categoryRows, readable } from '#modules/feedback/server'
import type { Value } from './formats.ts'
import { can } from './permissions.ts'
import { refused } from './refused.ts'

type Question = CategoryRow['questions'][number]
const datatypes: Record<Question['type'], string> = { text: 'string', number: 'number', choice: 'singlevaluelist', many: 'multivaluelist', date: 'datetime' }

/** Is a category a service? An open one whose reports can be sent: one that is stopped (call 112, not ours and nobody to forward to) is not. */
const isService = (row: CategoryRow): boolean => !row.closedAt && (!row.stopper || readable(row, 'fi').stopper!.sendable)

/** The service list: every category that a report can be sent of, in the admin's order. */
export async function serviceList(ctx: Ctx): Promise<Value> {
  allowAnyone(ctx, can.read)
  return (await categoryRows(ctx)).filter(isService).map((row) => ({
    service_code: row.key, service_name: inLanguage(row.name, ctx.language), description: inLanguage(row.description, ctx.language), metadata: row.questions.length > 0,
    type: 'realtime', keywords: row.keywords.join(','), group: inLanguage(row.group, ctx.language),
  }))
}

/** A service's definition: the extra questions of its category. Throws 404 for what is not a service. */
export async function serviceDefinition(ctx: Ctx, code: string): Promise<Value> {
  allowAnyone(ctx, can.read)
  const row = await serviceOf(ctx, code)
  const its = readable(row, ctx.language)
  return {
    service_code: row.key,
    attributes: its.questions.map((question, index) => ({
      variable: true, code: question.key, datatype: datatypes[question.type], required: question.required, datatype_description: question.hint ?? null,
      order: index + 1, description: question.label, values: (question.options ?? []).map(({ key, name }) => ({ key, name })),
    })),
  }
}

/** The category of a service code. Throws 404, for one that is stopped with the words that stop it: who to call instead. */
export async function serviceOf(ctx: Ctx, code: string): Promise<CategoryRow> {
  const row = (await categoryRows(ctx)).find((each) => each.key === code)
  if (!row || row.closedAt) throw refused(404, 'service', code)
  if (isService(row)) return row
  const { text, phone, url } = readable(row, ctx.language).stopper!
  throw refused(404, 'stopped', [text, phone, url].filter(Boolean).join(' '))
}
