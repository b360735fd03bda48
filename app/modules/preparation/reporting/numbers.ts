import { fewest } from '#core/text/few.ts'

const small = (count: number) => count > 0 && count < fewest

/**
 * Counts of groups as they may be told, null for one that is left out. The whole is known to all, so one group left out
 * alone could be counted back: then another goes with it, the smallest there is, until those left out are together at
 * least as many as the smallest group told.
 */
export function told<K extends string>(counts: Record<K, number>): Record<K, number | null> {
  const names = Object.keys(counts) as K[]
  const out = new Set(names.filter((name) => small(counts[name])))
  const left = () => [...out].reduce((sum, name) => sum + counts[name], 0)
  const rest = names.filter((name) => counts[name] >= fewest).sort((a, b) => counts[a] - counts[b])
  while (out.size > 0 && (out.size < 2 || left() < fewest)) {
    const next = rest.shift() ?? names.find((name) => !out.has(name))
    if (!next) break
    out.add(next)
  }
  return Object.fromEntries(names.map((name) => [name, out.has(name) ? null : counts[name]])) as Record<K, number | null>
}

/** Who spoke as it may be told: people without a common name are told apart only when none of their groups is small. */
export type ToldWho = { residents: number | null; guests: number | null; people: number | null; organisations: number; units: number }
export function toldWho(who: { residents: number; guests: number; organisations: number; units: number }): ToldWho {
  const together = who.residents + who.guests
  const apart = !small(who.residents) && !small(who.guests)
  return { residents: apart ? who.residents : null, guests: apart ? who.guests : null, people: apart || small(together) ? null : together, organisations: who.organisations, units: who.units }
}
