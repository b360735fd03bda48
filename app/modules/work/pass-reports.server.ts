import type { Ctx } from '#core/context/context.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { unitsOf } from '#core/trail/facets.server.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { reportPassed } from '#modules/feedback/server'

/** The unit of an id, by the name that trails say. Throws NotFound. */
export async function unitNamed(ctx: Ctx, unitId: string): Promise<{ id: string; name: string }> {
  const first = ctx.municipality.languages[0] ?? 'fi'
  const its = (await unitsOf({ ...ctx, language: first })).find((each) => each.id === unitId)
  if (!its) throw new NotFound('unit')
  return its
}

/** Reports go to another unit because their work does: each sender hears of it once, and starts nothing over. The caller has checked who may. */
export async function passReports(ctx: Ctx, ids: string[], unitId: string, sentence?: string) {
  const to = await unitNamed(ctx, unitId)
  for (const id of ids) {
    await changeSubject(ctx, id, { ownerUnitId: to.id, ownerPersonId: null })
    await record(ctx, reportPassed, { subjectId: id, data: { unit: to.name }, unitId: to.id, ...(sentence ? { sentence } : {}) })
  }
}
