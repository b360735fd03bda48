import { ideas } from './nokia/ideas.ts'
import { municipality } from './nokia/municipality.ts'
import type { Told } from './told.ts'

/** The neighbouring municipality Nokia, told: its own units, people and ideas. */
export const nokia: Told = { ...municipality, ideas }
