import type { ToldIdea } from '../../told.ts'
import { outdoors } from './outdoors.ts'
import { services } from './services.ts'
import { takingPart } from './taking-part.ts'

/**
 * Ylöjärvi's first development portfolio of 2016: 18 ideas, trials and projects with the dates and stages they had in
 * the autumn of that year. What the sources leave open (who sent it, what neighbours said) is told as it could have been.
 * Their clocks stand still: what was owed then is not owed today.
 */
export const portfolio: ToldIdea[] = [...outdoors, ...services, ...takingPart].map((idea) => ({ ...idea, fromLongAgo: true }))
