import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../app/ui/tokens.css'), 'utf8')

/** A token's colour in a scheme and hue as linear sRGB. Formulas: Björn Ottosson's OKLab, CSS Color 4. */
function colour(token: string, scheme: 'light' | 'dark', hue: number): [number, number, number] {
  const found = new RegExp(`--${token}:\\s*light-dark\\((oklch\\((?:[^()]|\\([^()]*\\))*\\)),\\s*(oklch\\((?:[^()]|\\([^()]*\\))*\\))\\)`).exec(css)
  if (!found) throw new Error(`no token ${token}`)
  const [L, C, h] = found[scheme === 'light' ? 1 : 2]!.replace('var(--hue-lake)', String(hue)).replace('var(--chroma-lake)', '.085').match(/[\d.]+/g)!.map(Number) as [number, number, number]
  const a = C * Math.cos((h * Math.PI) / 180), b = C * Math.sin((h * Math.PI) / 180)
  const [l, m, s] = [(L + 0.3963377774 * a + 0.2158037573 * b) ** 3, (L - 0.1055613458 * a - 0.0638541728 * b) ** 3, (L - 0.0894841775 * a - 1.291485548 * b) ** 3]
  const clamp = (x: number) => Math.min(1, Math.max(0, x))
  return [clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s), clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s), clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)]
}
const luminance = ([r, g, b]: [number, number, number]) => 0.2126 * r + 0.7152 * g + 0.0722 * b
/** WCAG 2.2 contrast ratio of two tokens. */
function contrast(one: string, other: string, scheme: 'light' | 'dark', hue: number) {
  const [a, b] = [luminance(colour(one, scheme, hue)), luminance(colour(other, scheme, hue))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
const texts: [string, string][] = [
  ['granite', 'birch'], ['granite', 'snow'], ['granite', 'mist'], ['gravel', 'birch'], ['gravel', 'snow'], ['gravel', 'mist'], ['lake', 'birch'], ['lake', 'snow'], ['lake', 'mist'], ['lake', 'lake-soft'], ['granite', 'lake-soft'], ['on-lake', 'lake'], ['on-lake', 'lake-deep'],
  ['spruce', 'spruce-soft'], ['granite', 'spruce-soft'], ['cloudberry', 'cloudberry-soft'], ['lingonberry', 'lingonberry-soft'], ['lingonberry', 'snow'], ['lingonberry', 'birch'], ['on-signal', 'lingonberry'], ['birch', 'granite'],
]
describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each(texts)('text %s on %s is at least 4.5:1, whatever hue a municipality chooses', (one, other) => {
    for (let hue = 0; hue < 360; hue += 10) expect(contrast(one, other, scheme, hue), `hue ${hue}`).toBeGreaterThanOrEqual(4.5)
  })
  test.each([['edge', 'snow'], ['edge', 'birch'], ['lake', 'birch'], ['lingonberry', 'snow']])('the border %s on %s is at least 3:1', (one, other) => {
    for (let hue = 0; hue < 360; hue += 10) expect(contrast(one, other, scheme, hue), `hue ${hue}`).toBeGreaterThanOrEqual(3)
  })
})
test('the measure is right: granite-grey 0.5 lightness is about 5.3 to white', () => {
  expect(contrast('snow', 'gravel', 'light', 238)).toBeGreaterThan(6)
})
