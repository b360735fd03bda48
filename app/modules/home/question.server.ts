import type { Line } from '#core/trail/list.server.ts'

const asked = { experiment: 3, idea: 2, developing: 1 } as Record<string, number>

/**
 * The one thing to ask the reader's opinion of: of what `moving` lists and is still open, an experiment first, then an
 * idea nobody has answered, then what has most people behind it. Not one's own and not what one follows already (`known`),
 * not what was passed over.
 */
export function oneQuestion(moving: Line[], known: Set<string>, passed: string[]): Line | null {
  const weight = (line: Line) => (asked[line.stage]! + (line.answered ? 0 : 1)) * 1000 + Math.min(line.supports + line.comments, 999)
  return moving.filter((line) => line.kind === 'idea' && line.stage in asked && !passed.includes(line.id) && !known.has(line.id)).sort((a, b) => weight(b) - weight(a))[0] ?? null
}
