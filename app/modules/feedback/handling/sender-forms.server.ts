import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { isProblems, problems } from '#core/errors/errors.ts'
import { takePhotos } from '#core/files/form-photos.server.ts'
import { type Done, fields, type FormHandler, readFields } from '#core/http/page.ts'
import type { Params } from '#core/http/urls.ts'
import { answerFixed, fixedAnswer } from './fixed.server.ts'
import { adding, addToReport, takeBack } from './sender.server.ts'
import { wishPrivate } from './visibility.server.ts'
import { asSender, type SenderKey } from './who.server.ts'

type Photos = Awaited<ReturnType<typeof takePhotos>>

/** What was done is said on the page that it leads to. */
const said = (key: SenderKey, what: string): Done => ({ to: `${senderPath(key)}?said=${what}` })
/** The page of who acts as the sender. */
export const senderPath = (key: SenderKey): string => ('token' in key ? `/feedback/own/${key.token}` : `/feedback/${key.id}`)

/** The forms of a sender's powers, for the page that knows them by the own link and for the one that knows who is signed in. */
export function senderForms<P extends string>(keyOf: (params: Params<P>) => SenderKey): Record<'add' | 'fixed' | 'wishPrivate' | 'takeBack', FormHandler<P>> {
  // Photos are taken in with no transaction open, because that is slow; only the sender's.
  const withPhotos = (does: (ctx: Ctx, key: SenderKey, form: FormData, photos: Photos) => Promise<Done>): FormHandler<P> => Object.assign(
    (ctx: Ctx, params: Params<P>, form: FormData, { waited }: { waited?: unknown }) => does(ctx, keyOf(params), form, waited as Photos),
    { before: async (ctx: Ctx, params: Params<P>, form: FormData) => { await asSender(ctx, keyOf(params)); return takePhotos(ctx, form) } })
  return {
    add: withPhotos(async (ctx, key, form, { pictures, problems: wrong, values }) => {
      const read = readFields(adding, form)
      const found = { ...wrong, ...(isProblems(read) ? read.problems : read.input.text || pictures.length ? {} : { text: 'nothingAdded' }) }
      if (Object.keys(found).length || isProblems(read)) return { problems: found, values }
      const { waits } = await addToReport(ctx, key, { ...read.input, pictures })
      return said(key, waits ? 'addedWaits' : 'added')
    }),
    fixed: withPhotos(async (ctx, key, form, { pictures, problems: wrong, values }) => {
      const read = readFields(fixedAnswer, form)
      if (isProblems(read) || Object.keys(wrong).length) return { problems: { ...wrong, ...(isProblems(read) ? read.problems : {}) }, values }
      await answerFixed(ctx, key, { ...read.input, pictures })
      return said(key, read.input.answer)
    }),
    wishPrivate: async (ctx, params) => { await wishPrivate(ctx, keyOf(params)); return said(keyOf(params), 'private') },
    takeBack: fields(z.object({ sure: z.string().optional() }), async (ctx, params, { sure }) => {
      if (!sure) return problems({ sure: 'mustAgree' })
      await takeBack(ctx, keyOf(params as Params<P>))
      return said(keyOf(params as Params<P>), 'back')
    }),
  }
}
