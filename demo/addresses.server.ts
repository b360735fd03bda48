import { contextOf, type House, type Municipality } from '#core/context/context.server.ts'
import type { Db } from '#core/db/open.server.ts'
import { keepAddresses } from '#core/geo/addresses.server.ts'
import type { Told } from './told.ts'

/**
 * Doors along the told streets, one every forty metres or so, odd numbers on the left and even ones on the right: made up, by a
 * generator with a fixed seed, so that the same street has the same doors each time.
 */
export function doorsOf(streets: NonNullable<Told['streets']>) {
  let seed = 20_261
  const chance = () => { seed = (seed * 48_271) % 2_147_483_647; return seed / 2_147_483_647 }
  return streets.flatMap(([fi, longitude, latitude, direction, metres]) => {
    const [east, north] = [Math.sin((direction * Math.PI) / 180), Math.cos((direction * Math.PI) / 180)]
    const doors = []
    for (let along = 15, number = 1; along < metres; along += 18 + chance() * 8, number++) {
      if (chance() < 0.12) continue // an empty plot
      const aside = (number % 2 ? -1 : 1) * (14 + chance() * 8)
      const letters = chance() < 0.06 ? [' A', ' B'] : ['']
      for (const [i, letter] of letters.entries()) {
        const [e, n] = [east * (along + i * 9) + north * aside, north * (along + i * 9) - east * aside]
        doors.push({ fi, sv: null, number: `${number}${letter}`, first: number, postalCode: null, longitude: longitude + e / (111_320 * Math.cos((latitude * Math.PI) / 180)), latitude: latitude + n / 111_320 })
      }
    }
    return doors
  })
}

/** Gives a municipality its addresses, where its streets are told. */
export async function tellAddresses(house: House, db: Db, told: Told, municipality: Municipality) {
  if (told.streets) await keepAddresses(contextOf(house, { municipality }, db), doorsOf(told.streets))
}
