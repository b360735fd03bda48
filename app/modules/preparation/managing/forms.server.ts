import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { storePicture } from '#core/files/pictures.server.ts'
import { type Done, fields, type FormHandler, readFields } from '#core/http/page.ts'
import { isProblems } from '#core/errors/errors.ts'
import { closeMatter, closing, decideMatter, deciding, withdrawing, withdrawMatter } from '../decide.server.ts'
import { caseForm, contacting, editCase, editConditions, editContact, editReach, editWords, reaching } from '../edit.server.ts'
import { linkIdea, unlinkIdea } from '../from-idea.server.ts'
import { conditions, oneLine, question, words } from '../input.ts'
import { addFile, addLink, addPicture, fileBytesMost, removeMaterial } from '../materials.server.ts'
import { answering, answerOffer } from '../offers.server.ts'
import { addPhase, editPhase, movePhase, moving, phaseForm, removePhase, reorderPhase } from '../phases.server.ts'
import { discardMatter } from '../publish.server.ts'
import { keepQuestion } from '../question.server.ts'

type Path = '/matters/:matterId/manage'
type Its = { matterId: string }
type Handler = FormHandler<Path>
/** Back to the place of what was changed, which says that it is kept. */
const back = ({ matterId }: Its, part: string): Done => ({ to: `/matters/${matterId}/manage?kept=${part}#${part}` })
/** A form whose fields a schema reads and an operation keeps; problems come back, else the page says that it is kept. */
const keeps = <S extends z.ZodType>(schema: S, part: string, does: (ctx: Ctx, id: string, input: z.infer<S>) => Promise<unknown>): Handler =>
  fields<S, Path>(schema, async (ctx, params, input) => { const done = await does(ctx, params.matterId, input); return isProblems(done) ? done : back(params, part) })
const chosenPhase = z.object({ phaseId: z.string().max(40) })

/** The small forms of managing a matter; each part of the page has its own. */
export const manageForms: Record<string, Handler> = {
  words: keeps(words, 'words', editWords),
  conditions: keeps(conditions, 'conditions', editConditions),
  reach: keeps(reaching, 'reach', editReach),
  question: keeps(question, 'question', keepQuestion),
  contact: keeps(contacting, 'contact', editContact),
  case: keeps(caseForm, 'case', editCase),
  move: keeps(moving, 'phases', movePhase),
  editPhase: keeps(phaseForm.extend(chosenPhase.shape), 'phases', (ctx, id, { phaseId, ...input }) => editPhase(ctx, id, phaseId, input)),
  addPhase: keeps(phaseForm, 'phases', addPhase),
  removePhase: keeps(chosenPhase, 'phases', (ctx, id, { phaseId }) => removePhase(ctx, id, phaseId)),
  earlier: keeps(chosenPhase, 'phases', (ctx, id, { phaseId }) => reorderPhase(ctx, id, phaseId, 'earlier')),
  later: keeps(chosenPhase, 'phases', (ctx, id, { phaseId }) => reorderPhase(ctx, id, phaseId, 'later')),
  link: keeps(z.object({ title: oneLine(150), description: oneLine(300), url: z.url({ protocol: /^https?$/, message: 'notUrl' }).max(2000, 'tooLong') }), 'materials', addLink),
  file: async (ctx, params, form) => {
    const read = readFields(z.object({ title: oneLine(150), description: oneLine(300) }), form)
    if ('problems' in read) return read
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return { problems: { file: 'fileMissing' } }
    if (file.size > fileBytesMost) return { problems: { file: 'fileTooLarge' } }
    const title = read.input.title || file.name.replace(/\.\w{1,5}$/, '').slice(0, 150)
    const done = await addFile(ctx, params.matterId, new Uint8Array(await file.arrayBuffer()), { ...read.input, title })
    return 'problems' in done ? done : back(params, 'materials')
  },
  picture: async (ctx, params, form) => {
    const read = readFields(z.object({ title: oneLine(150), description: oneLine(300) }), form)
    if ('problems' in read) return read
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return { problems: { file: 'fileMissing' } }
    if (!read.input.description) return { problems: { description: 'alternativeNeeded' } }
    const stored = await storePicture(ctx, new Uint8Array(await file.arrayBuffer()))
    if (typeof stored === 'string') return { problems: { file: stored } }
    const done = await addPicture(ctx, params.matterId, stored, read.input)
    return 'problems' in done ? done : back(params, 'materials')
  },
  removeMaterial: keeps(z.object({ materialId: z.string().max(40) }), 'materials', (ctx, id, { materialId }) => removeMaterial(ctx, id, materialId)),
  linkIdea: keeps(z.object({ idea: z.string().max(500).default('') }), 'ideas', (ctx, id, { idea }) => linkIdea(ctx, id, idea)),
  unlinkIdea: keeps(z.object({ ideaId: z.string().max(40) }), 'ideas', (ctx, id, { ideaId }) => unlinkIdea(ctx, id, ideaId)),
  answerOffer: keeps(answering, 'offers', answerOffer),
  decide: keeps(deciding, 'decision', decideMatter),
  close: fields<typeof closing, Path>(closing, async (ctx, { matterId }, input): Promise<Done> => { await closeMatter(ctx, matterId, input); return { to: `/matters/${matterId}` } }),
  withdraw: fields<typeof withdrawing, Path>(withdrawing, async (ctx, { matterId }, input): Promise<Done> => { await withdrawMatter(ctx, matterId, input); return { to: `/matters/${matterId}` } }),
  discard: async (ctx, { matterId }) => { await discardMatter(ctx, matterId); return { to: '/matters' } },
}
