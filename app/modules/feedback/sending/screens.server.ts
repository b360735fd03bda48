import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import type { Problems } from '#core/errors/errors.ts'
import { blank, maybeEmail } from '#core/http/form-fields.ts'
import { areaName } from '#core/trail/facets.server.ts'
import type { Located } from '#core/geo/locate.server.ts'
import { assetsNear, type Near, nearMetres } from '../assets/near.server.ts'
import { readAnswers } from '../categories/answers.server.ts'
import { categoriesOf, type Category } from '../categories/categories.server.ts'
import type { Pace } from '../categories/pace-words.ts'
import { paceOf } from '../categories/pace.server.ts'
import { suggestCategories } from '../categories/suggest.server.ts'
import { type Known, knownNear } from '../map/known.server.ts'
import { behalfChannels } from './send.server.ts'

/** The screens of sending, in order. They are parts of one form: each shows its own fields and carries the others'. */
export const steps = ['what', 'where', 'send'] as const
export type Step = (typeof steps)[number]
export const stepOf = (said: unknown): Step | null => steps.find((each) => each === said) ?? null

/** What a screen shows besides the form's own fields. */
export type Screen = {
  step: Step
  /** what the words suggest, best first, with the chosen one among them */ suggested: Category[]
  chosen: (Category & { pace: Pace | null }) | null
  /** on the second screen: the category has been seen, and is folded away */ folded: boolean
  /** of the last screen */ known: Known[]; assets: Near[]; /** where it is, by name; null without a place */ place: string | null
}

/** The categories that a form's words suggest and the one that is chosen. `byHand` false: what is marked follows the words. */
export async function sortingOf(ctx: Ctx, said: { text: string; categoryId?: string; otherId?: string }, byHand = true): Promise<Pick<Screen, 'suggested' | 'chosen'>> {
  const offered = await categoriesOf(ctx)
  const named = (id: string | undefined) => offered.find((each) => each.id === id)
  const ranked = await suggestCategories(ctx, said.text.slice(0, 2000))
  const chosen = named(said.otherId) ?? (byHand ? named(said.categoryId) : undefined) ?? named(ranked[0]?.id) ?? null
  const suggested = ranked.slice(0, 3).flatMap(({ id }) => named(id) ?? [])
  if (chosen && !suggested.includes(chosen)) suggested.unshift(chosen)
  // that somebody may be in danger is not left out for being less likely
  suggested.push(...ranked.slice(3).flatMap(({ id }) => named(id) ?? []).filter((each) => each.stopper?.kind === 'danger' && each !== chosen))
  return { suggested, chosen: chosen && { ...chosen, pace: await paceOf(ctx, chosen.id) } }
}

/** A screen that needs nothing but the sorting. */
export const plain = (step: Step, sorting: Pick<Screen, 'suggested' | 'chosen'>): Screen => ({ step, ...sorting, folded: false, known: [], assets: [], place: null })

/** The last screen: what is already known at the place, what can be picked there, and what the place is called. */
export async function lastScreen(ctx: Ctx, sorting: Pick<Screen, 'suggested' | 'chosen'>, where: Located & { address?: string | undefined }): Promise<Screen> {
  const { chosen } = sorting
  const point = where.longitude === null || where.latitude === null ? null : { longitude: where.longitude, latitude: where.latitude }
  const known = chosen && point ? await knownNear(ctx, { categoryId: chosen.id, ...point }) : []
  const assets = chosen?.assetKind && point ? await assetsNear(ctx, chosen.assetKind, point, nearMetres) : []
  const area = await areaName(ctx, where.area)
  return { step: 'send', ...sorting, folded: false, known, assets, place: [where.address ?? where.placeName, area].filter((each, i, all) => each && all.indexOf(each) === i).join(', ') || null }
}

/** May a report of this category go on? Problems by field. */
export function problemsOfCategory(category: Category, form: FormData): Problems {
  if (isStopped(category)) return { categoryId: 'stopped' }
  const read = readAnswers(category, form)
  return 'problems' in read ? read.problems : {}
}
export const isStopped = (category: Pick<Category, 'stopper'> | null): boolean => !!category?.stopper && !category.stopper.sendable
/** Has the category something that no report goes without? */
export const mustBeSeen = (category: Category): boolean => !!category.stopper || category.questions.some((each) => each.required)
/** Has the category something to say or to ask before it goes on? */
export const hasMore = (category: Category): boolean => !!category.stopper || !!category.notice || category.questions.length > 0

const line = (text: string) => text.replace(/\s+/g, ' ').trim()
const paragraphs = (text: string) => text.replace(/\r\n?/g, '\n').trim()
/** What a report needs from its first screen: a few words. */
export const writing = z.object({ text: z.string().transform(paragraphs).pipe(z.string().min(1, 'required').min(3, 'tooShort').max(5000, 'tooLong')) })
/** Who sends it, all of it optional. */
export const sending = z.object({
  email: maybeEmail,
  name: z.preprocess(blank, z.string().transform(line).pipe(z.string().max(80, 'tooLong').regex(/^[^<>]*\p{L}[^<>]*$/u, 'invalid')).optional()),
  phone: z.preprocess(blank, z.string().transform(line).pipe(z.string().max(30, 'notPhone').regex(/^\+?\d[\d ()-]{4,}$/, 'notPhone')).optional()),
  shown: z.string().optional().transform((on) => on === 'on'), private: z.string().optional().transform((on) => on === 'on'),
  behalf: z.preprocess(blank, z.enum(behalfChannels, 'invalid').optional()),
  sendKey: z.string().max(60, 'invalid').optional(),
})
