import type { Ctx } from '#core/context/context.server.ts'
import { isProblems, type Mended } from '#core/errors/errors.ts'
import { pictureOfToken, type StoredPicture, storePicture } from '#core/files/pictures.server.ts'
import { type Done, type FormHandler, readFields } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { areasOf, placesOf } from '#core/trail/facets.server.ts'
import { managedMatter } from '../matter.server.ts'
import { addSection, editSection, moveSection, removeSection, sectionInput, sectionsOf } from './sections.server.ts'

/** What the page of the document's sections shows. Throws NotFound, SignInNeeded, Forbidden as managing does. */
export async function showDocument(ctx: Ctx, id: string) {
  const { matter } = await managedMatter(ctx, id, {})
  const [sections, areas, places] = await Promise.all([sectionsOf(ctx, id), areasOf(ctx), placesOf(ctx)])
  return { id, title: inLanguage(matter.subject.title, ctx.language), sections, areas, places: [...new Set(places.map((each) => each.name))] }
}

type Handler = FormHandler<'/matters/:matterId/manage/document'>
const back = (id: string, section: string): Done => ({ to: `/matters/${id}/manage/document?kept=${section}#section-${section}` })

/** Takes the picture of a form in. One that was taken is kept through mistakes as a token, for a browser cannot fill a file field again. */
async function pictureIn(ctx: Ctx, form: FormData): Promise<{ stored: StoredPicture | null } | { problem: string }> {
  const file = form.get('picture'), kept = form.get('kept')
  if (form.get('drop')) return { stored: null }
  if (file instanceof File && file.size > 0) {
    const stored = await storePicture(ctx, new Uint8Array(await file.arrayBuffer()))
    return typeof stored === 'string' ? { problem: stored } : { stored }
  }
  return { stored: typeof kept === 'string' && kept ? pictureOfToken(ctx, kept) : null }
}

const keeps = (does: (ctx: Ctx, matterId: string, form: FormData, input: Parameters<typeof addSection>[2], stored: StoredPicture | null) => Promise<Mended | string>): Handler => async (ctx, { matterId }, form) => {
  await managedMatter(ctx, matterId)
  const taken = await pictureIn(ctx, form)
  const values = { kept: 'stored' in taken && taken.stored ? taken.stored.token : '' }
  const read = readFields(sectionInput, form)
  const problems = { ...('problem' in taken ? { picture: taken.problem } : {}), ...(isProblems(read) ? read.problems : {}) }
  if (isProblems(read) || 'problem' in taken) return { problems, values }
  const done = await does(ctx, matterId, form, read.input, taken.stored)
  return typeof done === 'string' ? back(matterId, done) : { ...done, values }
}
const sectionIn = (form: FormData) => String(form.get('sectionId') ?? '')

export const documentForms: Record<'add' | 'edit' | 'up' | 'down' | 'remove', Handler> = {
  add: keeps(async (ctx, matterId, _form, input, stored) => { const done = await addSection(ctx, matterId, input, stored); return isProblems(done) ? done : done.sectionId }),
  edit: keeps(async (ctx, matterId, form, input, stored) => { const done = await editSection(ctx, matterId, sectionIn(form), input, stored); return isProblems(done) ? done : sectionIn(form) }),
  up: async (ctx, { matterId }, form) => { await moveSection(ctx, matterId, sectionIn(form), 'up'); return back(matterId, sectionIn(form)) },
  down: async (ctx, { matterId }, form) => { await moveSection(ctx, matterId, sectionIn(form), 'down'); return back(matterId, sectionIn(form)) },
  remove: async (ctx, { matterId }, form) => { await removeSection(ctx, matterId, sectionIn(form)); return { to: `/matters/${matterId}/manage/document?kept=removed` } },
}
