import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#core/errors/errors.ts'
import { takePhotos } from '#core/files/form-photos.server.ts'
import { type Done, type FormHandler, readFields } from '#core/http/page.ts'
import { allow } from '#core/permissions/permissions.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { endAnnouncement } from './announce.server.ts'
import { addLine, newLine, removeLine } from './line.server.ts'
import { mergeOrders } from './merge.server.ts'
import { moveOrder } from './move.server.ts'
import { addNote } from './note.server.ts'
import { orderTitle } from './make-order.server.ts'
import { passOrder } from './pass.server.ts'
import { can } from './permissions.ts'
import { addOrderPictures, removeOrderPicture } from './pictures.server.ts'
import { editForm, editOrder, planForm, planOrder, showToAll, tellSenders } from './plan.server.ts'
import { splitOrder } from './split.server.ts'
import type { OrderState } from './states.ts'
import { releaseReports, takeReports } from './take-reports.server.ts'
import { addItems, removeItem, tickItem } from './tick.server.ts'

type Its = { orderId: string }
type Handler = FormHandler<'/work/:orderId'>
const sentence = z.string().trim().max(1000).default('')
/** What the page showed when its form was filled in. */
const seen = { version: z.coerce.number().int().optional() }
const many = z.union([z.string(), z.array(z.string())]).optional().transform((its) => (its === undefined || its === '' ? [] : [its].flat()))

/** A form whose words survive that a colleague was first, or that something is still missing: both come back as a problem of `field`. */
function kept<S extends z.ZodType>(schema: S, field: string, does: (ctx: Ctx, id: string, input: z.infer<S>, form: FormData) => Promise<Done>): Handler {
  return async (ctx, params: Its, form) => {
    const read = readFields(schema, form)
    if ('problems' in read) return read
    try { return await does(ctx, params.orderId, read.input, form) } catch (cause) {
      if (cause instanceof Conflict || cause instanceof Invalid) return { problems: { [field]: cause.code } }
      throw cause
    }
  }
}
const back = (id: string, done: string, n?: number): Done => ({ to: `/work/${id}?done=${done}${n === undefined ? '' : `&n=${n}`}` })
const part = (id: string, name: string): Done => ({ to: `/work/${id}#${name}` })
const given = <T extends string>(text: T) => (text ? { sentence: text } : {})

type Photos = Awaited<ReturnType<typeof takePhotos>>
/** Photos are taken in with no transaction open, because that is slow; only of who carries the order out. */
const withPhotos = (does: (photos: Photos) => Handler): Handler => Object.assign(
  ((ctx, params, form, more) => does(more.waited as Photos)(ctx, params, form, more)) satisfies Handler,
  { before: async (ctx: Ctx, { orderId }: Its, form: FormData) => { allow(ctx, can.carryOut, await subjectOf(ctx, orderId, { kind: 'workOrder' })); return takePhotos(ctx, form) } })

const moving = (to: OrderState, photos: Photos = { pictures: [], problems: {}, values: {} }): Handler => kept(z.object({ sentence, reopen: z.literal('on').optional(), ...seen }), 'sentence', async (ctx, id, its) => {
  if (Object.keys(photos.problems).length > 0) return { problems: photos.problems, values: photos.values }
  try {
    const { reports } = await moveOrder(ctx, id, { to, ...given(its.sentence), pictures: photos.pictures, ...(its.version === undefined ? {} : { version: its.version }), reopen: its.reopen === 'on' })
    return back(id, 'moved', reports)
  } catch (cause) {
    if (cause instanceof Conflict || cause instanceof Invalid) return { problems: { sentence: cause.code }, values: photos.values }
    throw cause
  }
})

/** The forms of an order's page. */
export const orderForms = {
  plan: kept(planForm.extend(seen), 'sentence', async (ctx, id, { version, ...its }) => { await planOrder(ctx, id, its, { version }); return back(id, 'planned') }),
  begin: moving('underWay'), done: withPhotos((photos) => moving('done', photos)), cannot: moving('cannot'), reopen: moving('underWay'),
  tell: kept(z.object({ sentence }), 'sentence', async (ctx, id, its) => { const { reports } = await tellSenders(ctx, id, its.sentence); return back(id, 'moved', reports) }),
  edit: kept(editForm.extend(seen), 'title', async (ctx, id, { version, ...its }) => { await editOrder(ctx, id, its, { version }); return back(id, 'kept') }),
  show: kept(z.object({ to: z.enum(['all', 'unit']) }), 'to', async (ctx, id, { to }) => { await showToAll(ctx, id, to === 'all'); return back(id, 'kept') }),
  take: kept(z.object({ reports: many, sentence }), 'reports', async (ctx, id, its) => { if (its.reports.length === 0) throw new Invalid('nothingChosen'); await takeReports(ctx, id, its.reports, given(its.sentence)); return back(id, 'taken') }),
  release: kept(z.object({ report: z.string(), sentence }), 'reports', async (ctx, id, its) => { await releaseReports(ctx, id, [its.report], given(its.sentence)); return part(id, 'reports') }),
  tick: kept(z.object({ item: z.string(), done: z.enum(['yes', 'no']) }), 'items', async (ctx, id, its) => { await tickItem(ctx, id, its.item, its.done === 'yes'); return part(id, 'checklist') }),
  addItems: kept(z.object({ items: z.string('required').trim().min(1).max(4000) }), 'items', async (ctx, id, its) => { await addItems(ctx, id, its.items.split('\n')); return part(id, 'checklist') }),
  removeItem: kept(z.object({ item: z.string() }), 'items', async (ctx, id, its) => { await removeItem(ctx, id, its.item); return part(id, 'checklist') }),
  note: kept(z.object({ text: z.string('required').trim().min(1).max(4000) }), 'text', async (ctx, id, { text }) => { await addNote(ctx, id, { text }); return part(id, 'notes') }),
  line: kept(newLine, 'name', async (ctx, id, { price, ...its }) => { await addLine(ctx, id, { ...its, cents: price }); return part(id, 'lines') }),
  removeLine: kept(z.object({ line: z.string() }), 'name', async (ctx, id, its) => { await removeLine(ctx, id, its.line); return part(id, 'lines') }),
  photos: withPhotos((photos) => kept(z.object({ role: z.enum(['before', 'after'], 'required') }), 'photo1', async (ctx, id, { role }) => {
    if (Object.keys(photos.problems).length > 0 || photos.pictures.length === 0) return { problems: { ...(photos.pictures.length === 0 ? { photo1: 'photoNeeded' } : {}), ...photos.problems }, values: photos.values }
    await addOrderPictures(ctx, id, photos.pictures, role)
    return part(id, 'photos')
  })),
  removePhoto: kept(z.object({ photo: z.string() }), 'photo1', async (ctx, id, its) => { await removeOrderPicture(ctx, id, its.photo); return part(id, 'photos') }),
  endAnnouncement: kept(z.object({}), 'to', async (ctx, id) => { await endAnnouncement(ctx, id); return back(id, 'kept') }),
}

/** The forms of arranging an order: what leaves it, what it becomes part of, whose it is. */
export const arrangeForms = {
  pass: kept(z.object({ unitId: z.string('required').max(40), sentence, ...seen }), 'sentence', async (ctx, id, { version, ...its }) => { await passOrder(ctx, id, { unitId: its.unitId, ...given(its.sentence) }, { version }); return back(id, 'passed') }),
  split: kept(z.object({ title: orderTitle, reports: many, items: many, ...seen }), 'title', async (ctx, id, { version, ...its }) => back((await splitOrder(ctx, id, its, { version })).id, 'split')),
  merge: kept(z.object({ into: z.string().max(300).optional(), other: z.string().max(300).default(''), sentence, ...seen }), 'other', async (ctx, id, { version, ...its }) => {
    const into = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(its.into ?? its.other.toLowerCase())?.[0]
    if (!into) return { problems: { other: 'notFound' } }
    try { await mergeOrders(ctx, id, into, { version, ...given(its.sentence) }) } catch (cause) {
      if (cause instanceof NotFound) return { problems: { other: 'notFound' } }
      if (cause instanceof Forbidden) return { problems: { other: 'notYours' } }
      throw cause
    }
    return back(into, 'merged')
  }),
  take: kept(z.object({ reports: many, sentence }), 'reports', async (ctx, id, its) => { if (its.reports.length === 0) throw new Invalid('nothingChosen'); await takeReports(ctx, id, its.reports, given(its.sentence)); return back(id, 'taken') }),
}
