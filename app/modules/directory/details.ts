import { z } from 'zod'
import { accessibles, degrees, maybe, named } from './facts.ts'

const kept = z.uuid().nullish().transform((its) => its || null)
const whole = (most: number) => z.number().int('invalid').min(1, 'invalid').max(most, 'invalid').nullish().transform((its) => its ?? null)

/** A way in. `id`: of one that is there already. */
export const entranceFacts = z.object({ id: kept, name: named(200), main: z.boolean().default(false), longitude: degrees(180), latitude: degrees(90), accessible: z.enum(accessibles).default('unknown') })
  .refine((its) => (its.longitude === null) === (its.latitude === null), 'placeNeeded')
/** "The entrance" and "The door is 95 cm wide". */
export const accessSentenceFacts = z.object({ heading: named(100), sentence: named(1000) })
export const equipmentFacts = z.object({ id: kept, name: named(200), /** null: it has it, nobody has counted */ count: whole(100_000) })
/** `capacity` in people, `size` in square metres. */
export const roomFacts = z.object({ id: kept, name: named(200), description: maybe(2000), capacity: whole(100_000), size: whole(1_000_000) })

/** Lists of what is in a place; each list that is given replaces the one that is there. */
export const placeDetails = z.object({
  entrances: z.array(entranceFacts).max(30, 'tooLong').refine((all) => all.filter((each) => each.main).length <= 1, 'oneMain'),
  accessSentences: z.array(accessSentenceFacts).max(300, 'tooLong'), equipment: z.array(equipmentFacts).max(200, 'tooLong'), rooms: z.array(roomFacts).max(200, 'tooLong'),
  /** ids of the services that are had at the place */ services: z.array(z.uuid()).max(200, 'tooLong'),
}).partial()
export type PlaceDetails = z.output<typeof placeDetails>
