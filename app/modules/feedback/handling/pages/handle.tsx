import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems } from '#core/errors/errors.ts'
import { takePhotos } from '#core/files/form-photos.server.ts'
import { type Done, fields, type FormHandler, page, readFields } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { can } from '../../permissions.ts'
import { HandleBody } from '../handle-parts.tsx'
import { addNote, answering, answerReport, mergeReports, moveReport, moving, reportByReference, setPriority } from '../handle.server.ts'
import { passing, passReport } from '../pass.server.ts'
import { readHandling } from '../read-handling.server.ts'
import { handlingWords } from '../texts/index.ts'
import { setPrivacy } from '../visibility.server.ts'
import { handled } from '../who.server.ts'

const here = (id: string, said: string): Done => ({ to: `/feedback/${id}/handle?said=${said}` })

type Photos = Awaited<ReturnType<typeof takePhotos>>
/** Photos of the work are taken in with no transaction open, because that is slow; only of who handles the report. */
const moveForm: FormHandler<'/feedback/:id/handle'> = Object.assign(
  async (ctx: Ctx, { id }: { id: string }, form: FormData, { waited }: { waited?: unknown }): Promise<Done> => {
    const { pictures, problems: wrong, values } = waited as Photos
    const read = readFields(moving, form)
    if (isProblems(read) || Object.keys(wrong).length) return { problems: { ...wrong, ...(isProblems(read) ? read.problems : {}) }, values }
    const said = await moveReport(ctx, id, { ...read.input, pictures })
    return said ? { ...said, values } : here(id, 'moved')
  },
  { before: async (ctx: Ctx, { id }: { id: string }, form: FormData) => { await handled(ctx, id); return takePhotos(ctx, form) } })

export default page('/feedback/:id/handle', {
  read: (ctx, { id }, query) => readHandling(ctx, id, query),
  forms: {
    answer: fields(answering, async (ctx, { id }, input) => (await answerReport(ctx, String(id), input)) ?? here(String(id), 'answered')),
    move: moveForm,
    pass: fields(passing, async (ctx, params, input): Promise<Done> => {
      const id = String(params.id)
      const wrong = await passReport(ctx, id, input)
      if (wrong) return wrong
      // what went to another unit is that unit's to handle from now on
      const its = await subjectOf(ctx, id)
      return may(ctx, can.handle, its) || its.visibility === 'public' ? here(id, 'passed') : { to: '/feedback/inbox?said=passed' }
    }),
    merge: fields(z.object({ into: z.string().trim().max(60).default('') }), async (ctx, params, { into }): Promise<Done> => {
      const id = String(params.id)
      const target = /^[0-9a-f-]{36}$/.test(into) ? into : into ? await reportByReference(ctx, into) : null
      if (!target || target === id) return { problems: { into: 'noSuchReport' } }
      await mergeReports(ctx, [id], target)
      return here(id, 'merged')
    }),
    priority: fields(z.object({ priority: z.coerce.number().int().min(0).max(3) }), async (ctx, { id }, { priority }) => { await setPriority(ctx, String(id), priority); return here(String(id), 'saved') }),
    privacy: fields(z.object({ to: z.enum(['private', 'public']) }), async (ctx, { id }, { to }) => { await setPrivacy(ctx, String(id), to); return here(String(id), 'saved') }),
    note: fields(z.object({ text: z.string().trim().min(1, 'required').max(2000, 'tooLong') }), async (ctx, { id }, { text }) => { await addNote(ctx, String(id), text); return here(String(id), 'saved') }),
  },
  head: (its, { language }) => ({ title: `${handlingWords(language).officials.title}: ${its.title}`, place: 'desk', wide: true, hidden: true, live: its.id }),
  view: (its, view) => <HandleBody its={its} view={view} />,
})
