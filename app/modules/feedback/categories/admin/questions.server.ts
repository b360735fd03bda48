import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import type { Translated } from '#core/text/language.ts'
import { newKey } from '#modules/setup/server'
import { can } from '../../permissions.ts'
import type { Question } from '../../schema.server.ts'
import { changeCategory, lockedCategory } from '../keep.server.ts'

const line = (most: number) => z.string().trim().max(most, 'tooLong').default('')
const words = { labelFi: line(150).refine((text) => text !== '', 'required'), labelSv: line(150), labelEn: line(150), hintFi: line(200), hintSv: line(200), hintEn: line(200), required: z.preprocess((value) => value === 'on', z.boolean()), options: z.string().max(6000, 'tooLong').default('') }
export const questionTypes = ['text', 'number', 'choice', 'many', 'date'] as const
/** A new question; its type stays, as what was answered is of it. */
export const newQuestionForm = z.object({ ...words, type: z.enum(questionTypes, 'required') })
export const questionForm = z.object({ ...words, key: z.string() })
type Words = Omit<z.infer<typeof questionForm>, 'key'>
const most = { questions: 20, options: 30 }

/** Adds a question, the last one. Its key comes from its Finnish words and stays. */
export async function addQuestion(ctx: Ctx, categoryId: string, input: z.infer<typeof newQuestionForm>, seal: string): Promise<Mended | void> {
  allow(ctx, can.keepCategories)
  const { questions } = await lockedCategory(ctx, categoryId)
  if (questions.length >= most.questions) return problems({ form: 'tooManyQuestions' })
  const made = asQuestion(input, input.type)
  if ('problems' in made) return made
  return changeCategory(ctx, categoryId, { questions: [...questions, { ...made.question, key: newKey(input.labelFi, questions).slice(0, 40) }] }, seal)
}
/** Changes a question's words, its options and whether it must be answered. Options keep their keys by their name, else by their place. */
export async function changeQuestion(ctx: Ctx, categoryId: string, input: z.infer<typeof questionForm>, seal: string): Promise<Mended | void> {
  const { questions, old } = await questionOf(ctx, categoryId, input.key)
  const made = asQuestion(input, old.type, old)
  if ('problems' in made) return made
  return changeCategory(ctx, categoryId, { questions: questions.map((each) => (each.key === old.key ? { ...made.question, key: old.key } : each)) }, seal)
}
/** Stops asking. What was answered stays in the reports. */
export async function removeQuestion(ctx: Ctx, categoryId: string, key: string, seal: string): Promise<Mended | void> {
  const { questions } = await questionOf(ctx, categoryId, key)
  return changeCategory(ctx, categoryId, { questions: questions.filter((each) => each.key !== key) }, seal)
}
export async function stepQuestion(ctx: Ctx, categoryId: string, key: string, way: 'up' | 'down', seal: string): Promise<Mended | void> {
  const { questions } = await questionOf(ctx, categoryId, key)
  const from = questions.findIndex((each) => each.key === key), to = Math.min(questions.length - 1, Math.max(0, from + (way === 'up' ? -1 : 1)))
  const order = [...questions]
  order.splice(to, 0, ...order.splice(from, 1))
  return changeCategory(ctx, categoryId, { questions: order }, seal)
}

async function questionOf(ctx: Ctx, categoryId: string, key: string): Promise<{ questions: Question[]; old: Question }> {
  allow(ctx, can.keepCategories)
  const { questions } = await lockedCategory(ctx, categoryId)
  const old = questions.find((each) => each.key === key)
  if (!old) throw new NotFound()
  return { questions, old }
}

function asQuestion(input: Words, type: Question['type'], old?: Question): { question: Omit<Question, 'key'> } | Mended {
  const hint = said(input.hintFi, input.hintSv, input.hintEn)
  const question = { type, label: said(input.labelFi, input.labelSv, input.labelEn), required: input.required, ...(Object.keys(hint).length ? { hint } : {}) }
  if (type !== 'choice' && type !== 'many') return { question }
  const names = input.options.split(/\r?\n/).map((each) => each.trim()).filter(Boolean).map((each) => { const [fi = '', sv = '', en = ''] = each.split('|').map((part) => part.trim()); return said(fi, sv, en) })
  if (names.length < 2) return problems({ options: 'twoOptions' })
  if (names.length > most.options || names.some((name) => !name.fi || Object.values(name).some((text) => text.length > 100))) return problems({ options: names.length > most.options ? 'tooManyOptions' : 'badOption' })
  if (new Set(names.map((name) => name.fi!.toLocaleLowerCase('fi'))).size < names.length) return problems({ options: 'sameOption' })
  return { question: { ...question, options: withKeys(names, old?.options ?? []) } }
}
const said = (fi: string, sv: string, en: string): Translated => ({ ...(fi ? { fi } : {}), ...(sv ? { sv } : {}), ...(en ? { en } : {}) })

function withKeys(names: Translated[], old: { key: string; name: Translated }[]): { key: string; name: Translated }[] {
  const same = names.map((name) => old.find((each) => each.name.fi === name.fi)?.key)
  // a renamed option is the one that stood in its place, if no other line has its key
  const kept = names.map((_name, i) => same[i] ?? (old.length === names.length && !same.includes(old[i]!.key) ? old[i]!.key : undefined))
  const all: { key: string }[] = [...old]
  return names.map((name, i) => { const key = kept[i] ?? newKey(name.fi!, all); all.push({ key }); return { key, name } })
}
/** A question's options as the lines of their field. */
export const optionLines = (options: Question['options'] = []): string => options.map(({ name }) => [name.fi ?? '', name.sv ?? '', name.en ?? ''].join(' | ').replace(/( \| )+$/, '')).join('\n')
