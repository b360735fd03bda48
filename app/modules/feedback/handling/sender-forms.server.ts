import { z } from 'zod'
import { isProblems, problems } from '#core/errors/errors.ts'
import { takePhotos } from '#core/files/form-photos.server.ts'
import { type Done, fields, type FormHandler, readFields } from '#core/http/page.ts'
import type { Params } from '#core/http/urls.ts'
import { answerFixed, fixedAnswer } from './fixed.server.ts'
import { adding, addToReport, takeBack } from './sender.server.ts'
import { wishPrivate } from './visibility.server.ts'
import type { SenderKey } from './who.server.ts'

/** What was done is said on the page that it leads to. */
const said = (key: SenderKey, what: string): Done => ({ to: `${senderPath(key)}?said=${what}` })
/** The page of who acts as the sender. */
export const senderPath = (key: SenderKey): string => ('token' in key ? `/feedback/own/${key.token}` : `/feedback/${key.id}`)

/** The forms of a sender's powers, for the page that knows them by the own link and for the one that knows who is signed in. */
export function senderForms<P extends string>(keyOf: (params: Params<P>) => SenderKey): Record<'add' | 'fixed' | 'wishPrivate' | 'takeBack', FormHandler<P>> {
  return {
    add: async (ctx, params, form) => {
      const { pictures, problems: wrong, values } = await takePhotos(ctx, form)
      const read = readFields(adding, form)
      const found = { ...wrong, ...(isProblems(read) ? read.problems : read.input.text || pictures.length ? {} : { text: 'nothingAdded' }) }
      if (Object.keys(found).length || isProblems(read)) return { problems: found, values }
      const { waits } = await addToReport(ctx, keyOf(params), { ...read.input, pictures })
      return said(keyOf(params), waits ? 'addedWaits' : 'added')
    },
    fixed: async (ctx, params, form) => {
      const { pictures, problems: wrong, values } = await takePhotos(ctx, form)
      const read = readFields(fixedAnswer, form)
      if (isProblems(read) || Object.keys(wrong).length) return { problems: { ...wrong, ...(isProblems(read) ? read.problems : {}) }, values }
      await answerFixed(ctx, keyOf(params), { ...read.input, pictures })
      return said(keyOf(params), read.input.answer)
    },
    wishPrivate: async (ctx, params) => { await wishPrivate(ctx, keyOf(params)); return said(keyOf(params), 'private') },
    takeBack: fields(z.object({ sure: z.string().optional() }), async (ctx, params, { sure }) => {
      if (!sure) return problems({ sure: 'mustAgree' })
      await takeBack(ctx, keyOf(params as Params<P>))
      return said(keyOf(params as Params<P>), 'back')
    }),
  }
}
