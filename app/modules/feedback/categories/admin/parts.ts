import { z } from 'zod'
import { blank } from '#core/http/form-fields.ts'
import type { Translated } from '#core/text/language.ts'
import type { IconName } from '#ui/icons.tsx'
import { isKind } from '../../assets/kinds.ts'
import type { CategoryPart } from '../keep.server.ts'

/** The signs that a category may have. */
export const categoryIcons = ['place', 'road', 'snow', 'lamp', 'signpost', 'car', 'bike', 'bus', 'water', 'power', 'tree', 'play', 'bin', 'dog', 'beach', 'track', 'organisation', 'paint', 'noise', 'comment', 'people', 'danger'] as const satisfies IconName[]

const line = (most: number) => z.string().trim().max(most, 'tooLong').default('')
const three = <N extends string>(name: N, most: number) => ({ [`${name}Fi`]: line(most), [`${name}Sv`]: line(most), [`${name}En`]: line(most) }) as Record<`${N}${'Fi' | 'Sv' | 'En'}`, ReturnType<typeof line>>
/** A text out of its three fields; null when all are empty. */
const translatedOf = (input: Record<string, unknown>, name: string): Translated | null => {
  const said = Object.fromEntries((['fi', 'sv', 'en'] as const).flatMap((each) => { const text = input[`${name}${each[0]!.toUpperCase()}${each[1]}`]; return typeof text === 'string' && text ? [[each, text]] : [] }))
  return Object.keys(said).length ? said : null
}
const whole = (least: number, most: number) => z.preprocess((value) => (typeof value === 'string' && /^\d{1,6}$/.test(value.trim()) ? Number(value) : NaN), z.number('badNumber').min(least, 'badNumber').max(most, 'badNumber'))
const tick = z.preprocess((value) => value === 'on', z.boolean())
const maybeId = z.union([z.literal('').transform(() => null), z.uuid('invalid')]).nullish().transform((id) => id ?? null)
/** One keyword on each line; see `rankCategories` for what a line may say. */
const keywords = z.string().max(10_000, 'tooLong').default('').transform((text) => [...new Set(text.split(/[\r\n,]+/).map((word) => word.trim().toLocaleLowerCase('fi').replace(/\s+/g, ' ')).filter(Boolean))])
  .refine((words) => words.length <= 200, 'tooManyWords').refine((words) => words.every((word) => word.replace(/^[=-]/, '').length >= 2 && word.length <= 60), 'badWord')

const basic = z.object({ ...three('name', 60), nameFi: line(60).refine((text) => text !== '', 'required'), ...three('group', 60), unitId: z.uuid('required'), topicId: maybeId, icon: z.enum(categoryIcons, 'invalid').default('place') })
const nameParts = (input: z.infer<typeof basic>) => ({ name: translatedOf(input, 'name')!, group: translatedOf(input, 'group'), unitId: input.unitId, topicId: input.topicId, icon: input.icon })
/** A new category: what it is called, whose it is and which words suggest it. The rest is set on its own page. */
export const newForm = basic.extend({ keywords }).transform((input) => ({ ...nameParts(input), keywords: input.keywords }))

const phone = z.preprocess(blank, z.string().trim().regex(/^\+?[\d][\d \-()]{1,24}$/, 'badPhone').optional())
const url = z.preprocess(blank, z.string().trim().max(500, 'tooLong').refine((text) => { try { return ['http:', 'https:'].includes(new URL(text).protocol) } catch { return false } }, 'badUrl').optional())

/** The parts of a category that have a form each: which columns they are, and how their fields are read into them. */
export const parts = {
  basics: basic.extend(three('description', 300)).transform((input) => ({ ...nameParts(input), description: translatedOf(input, 'description') })),
  words: z.object({ keywords }),
  promise: z.object({
    promisedDays: whole(0, 365), priority: whole(0, 3), duplicateMetres: whole(0, 5000), private: tick, forgetAfterMonths: whole(1, 120), ...three('autoAnswer', 1000), partnerId: maybeId,
    assetKind: z.preprocess(blank, z.string().refine(isKind, 'invalid').optional()).transform((kind) => kind ?? null),
  }).transform(({ promisedDays, priority, duplicateMetres, private: hidden, forgetAfterMonths, partnerId, assetKind, ...input }) => ({ promisedDays, priority, duplicateMetres, private: hidden, forgetAfterMonths, partnerId, assetKind, autoAnswer: translatedOf(input, 'autoAnswer') })),
  notice: z.object(three('notice', 500)).transform((input) => ({ notice: translatedOf(input, 'notice') })),
  stopper: z.object({ stopperKind: z.enum(['', 'danger', 'notOurs'], 'invalid').default(''), ...three('stopperText', 500), phone, url, stopperPartnerId: maybeId }).superRefine((input, wrong) => {
    if (input.stopperKind && !translatedOf(input, 'stopperText')) wrong.addIssue({ code: 'custom', path: ['stopperTextFi'], message: 'required' })
    if (input.stopperKind === 'danger' && !input.phone) wrong.addIssue({ code: 'custom', path: ['phone'], message: 'required' })
  }).transform(({ stopperKind, phone: its, url: site, stopperPartnerId, ...input }) => ({ stopper: stopperKind ? { kind: stopperKind, text: translatedOf(input, 'stopperText')!, ...(its ? { phone: its } : {}), ...(site ? { url: site } : {}), ...(stopperPartnerId && stopperKind === 'notOurs' ? { partnerId: stopperPartnerId } : {}) } : null })),
} satisfies Record<string, z.ZodType<CategoryPart>>
export type PartName = keyof typeof parts
/** The columns that a part's form changes. */
export const columnsOf: Record<PartName, (keyof CategoryPart)[]> = {
  basics: ['name', 'group', 'unitId', 'topicId', 'icon', 'description'], words: ['keywords'], notice: ['notice'], stopper: ['stopper'],
  promise: ['promisedDays', 'priority', 'duplicateMetres', 'private', 'forgetAfterMonths', 'partnerId', 'assetKind', 'autoAnswer'],
}
export const partNames = Object.keys(columnsOf) as PartName[]
