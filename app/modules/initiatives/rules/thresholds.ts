import { addLocalMonths } from '#core/time/local.ts'

/**
 * How many names do what (Local Government Act 410/2015): two per cent of residents bring a matter up within six months (23 §),
 * four per cent of those aged 15 or over make an initiative for an advisory referendum (25 §). Whole numbers only, rounded up.
 */
export const thresholdsOf = (its: { residents: number; aged15plus: number }) => ({ two: partOf(its.residents, 2), four: partOf(its.aged15plus, 4) })

/** The smallest whole number that is at least so many per cent. */
const partOf = (count: number, percent: number): number => Math.trunc((count * percent + 99) / 100)

/** Months within which an initiative of two per cent is taken up. */
const monthsToTakeUp = 6

/**
 * Until when a sent initiative is owed its answer: six calendar months from becoming pending, by the end of that day in
 * Finland. A month that lacks the day ends it on its last one (Act 150/1930 on the calculation of time limits, 3 §).
 */
export const answerDue = (sentAt: Date): Date => addLocalMonths(sentAt, monthsToTakeUp, { endOfDay: true })

/** The moment of the registry's nth reminder of a decision still owed: at six months, then every three. */
export const reminderAt = (sentAt: Date, round: number): Date => addLocalMonths(sentAt, monthsToTakeUp + 3 * round)

/** How full, in whole per cent, never 100 before the threshold is reached. */
export const fullness = (count: number, threshold: number): number => Math.min(100, Math.trunc((count * 100) / Math.max(1, threshold)))
