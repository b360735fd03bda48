import { z } from 'zod'
import { blank, maybePoint } from '#core/http/form-fields.ts'

const line = (text: string) => text.replace(/\s+/g, ' ').trim()
const paragraphs = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const noNull = (text: string) => !text.includes('\0')

/** A line of text; empty when there is none. */
export const oneLine = (most: number) => z.string().transform(line).pipe(z.string().max(most, 'tooLong').refine(noNull, 'invalid')).default('')
/** Paragraphs; empty when there are none. */
export const longText = (most: number) => z.string().transform(paragraphs).pipe(z.string().max(most, 'tooLong').refine(noNull, 'invalid')).default('')
/** A sentence said in public: at least a few words. */
export const sentence = z.string().transform(paragraphs).pipe(z.string().min(1, 'required').min(10, 'sentenceShort').max(1000, 'tooLong').refine(noNull, 'invalid'))
/** An id or nothing. */
export const maybeId = z.preprocess(blank, z.uuid('invalid').optional())
/** `2026-11-22` or nothing; a day that is in no calendar is not one. */
export const maybeDay = z.preprocess(blank, z.iso.date('invalid').optional())
/** An address of the web or nothing. */
export const maybeUrl = z.preprocess(blank, z.url({ protocol: /^https?$/, message: 'notUrl' }).max(2000, 'tooLong').optional())
/** Where something is: a place by name, and a point that the map's pin gave. */
export const where = { place: oneLine(120), ...maybePoint }
export const ticked = z.preprocess((value) => value === 'on' || value === true, z.boolean()).default(false)

/** A matter's own words. */
export const words = z.object({
  title: z.string().transform(line).pipe(z.string().min(1, 'required').min(5, 'tooShort').max(150, 'tooLong').refine(noNull, 'invalid')),
  thought: z.string().transform(paragraphs).pipe(z.string().min(1, 'required').min(10, 'tooShort').max(8000, 'tooLong').refine(noNull, 'invalid')),
})
/** The boundary conditions, each a field of its own. */
export const conditions = z.object({ law: longText(2000), money: longText(2000), time: longText(2000), notOpen: longText(2000) })
/** What is asked: an open question, and quick choices one on a line. */
export const question = z.object({
  ask: longText(500),
  choices: z.preprocess((value) => [...new Set((Array.isArray(value) ? value : typeof value === 'string' ? value.split('\n') : []).map((each) => line(String(each))).filter(Boolean))], z.array(z.string().max(120, 'choiceLong').refine(noNull, 'invalid')).max(8, 'choicesMany')).default([]),
})

/** What begins a matter: two texts are enough, the rest comes at once or later. */
export const beginning = words.extend({
  topicId: maybeId, area: oneLine(100), professionals: ticked, unitId: maybeId, ...where, templateId: z.string().max(40).default(''),
  ...conditions.shape, ...question.shape, contact: oneLine(200),
  /** the idea that it grows out of */ ideaId: maybeId, /** the draft that is written on */ matterId: maybeId,
  /** made by the form, so that sending twice is one matter */ sendKey: z.string().max(60).optional(),
})
export type Beginning = z.input<typeof beginning>
