import { numbers } from './numbers.ts'
import type { Told } from './told.ts'

/** A thing as a register has it: its number, where it is, and what else is known of it. */
export type ToldAsset = { key: string; name: string; longitude: number; latitude: number; properties: Record<string, string> }

const lamps = 150, rinks = 12, bins = 60
const streets = ['Kuruntie', 'Soppeentie', 'Mikkolantie', 'Koulutie', 'Räikäntie', 'Elotie', 'Viljakkalantie', 'Asemantie', 'Kirkkotie', 'Rantatie']
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Street lamps in rows, rinks and bins around the places that people know by name. Where they stand is made up. */
export function assetsOf({ places }: Pick<Told, 'places'>): Record<'streetLight' | 'rink' | 'bin', ToldAsset[]> {
  const random = numbers(980)
  const placeAt = (i: number) => places[i % places.length]!
  const named = (i: number) => placeAt(i).name.fi ?? ''
  // about 35 m of street for each lamp: 0.00032 degrees of latitude, twice as many of longitude this far north
  const streetLight = Array.from({ length: lamps }, (_, i) => {
    const row = Math.floor(i / 10), at = placeAt(row), turn = (row * 2.4) % Math.PI
    const along = (i % 10) - 4.5
    return {
      key: `V-${1001 + i}`, name: streets[row % streets.length]!, longitude: rounded(at.longitude + along * 0.00066 * Math.cos(turn) + (random() - 0.5) * 0.00008), latitude: rounded(at.latitude + along * 0.00032 * Math.sin(turn) + (random() - 0.5) * 0.00004),
      properties: { lamppu: random() < 0.7 ? 'LED' : 'suurpainenatrium', pylväs: random() < 0.6 ? 'puu' : 'teräs' },
    }
  })
  const rink = Array.from({ length: rinks }, (_, i) => ({
    key: `K-${i + 1}`, name: `${named(i * 2)}, ${i % 3 === 0 ? 'kaukalo' : 'luistelukenttä'}`, longitude: rounded(placeAt(i * 2).longitude + (random() - 0.5) * 0.003), latitude: rounded(placeAt(i * 2).latitude + (random() - 0.5) * 0.0015),
    properties: { valaistus: random() < 0.75 ? 'on' : 'ei', jäädytys: 'pakkasilla' },
  }))
  const bin = Array.from({ length: bins }, (_, i) => ({
    key: `R-${201 + i}`, name: named(i), longitude: rounded(placeAt(i).longitude + (random() - 0.5) * 0.004), latitude: rounded(placeAt(i).latitude + (random() - 0.5) * 0.002),
    properties: { litraa: random() < 0.5 ? '60' : '120' },
  }))
  return { streetLight, rink, bin }
}
