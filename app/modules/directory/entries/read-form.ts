import type { z } from 'zod'
import type { Problems } from '#core/errors/errors.ts'
import { problemsOf } from '#core/http/page.ts'

/** The fields of a form whose names have dots as nested values: `name.fi` → `{ name: { fi } }`. A name that ends in `[]` is a list. */
export function nested(form: FormData, under = ''): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('_') || !name.startsWith(under)) continue
    const rest = name.slice(under.length)
    if (rest.endsWith('[]')) { found[rest.slice(0, -2)] = form.getAll(name); continue }
    const value = form.get(name)
    if (typeof value !== 'string') continue
    const steps = rest.split('.')
    if (steps.length > 3 || steps.some((step) => step === '' || step === '__proto__')) continue
    let at = found
    for (const step of steps.slice(0, -1)) at = (at[step] = typeof at[step] === 'object' && at[step] !== null ? at[step] : {}) as Record<string, unknown>
    at[steps.at(-1)!] = value
  }
  return found
}

/** A number as people write it, with a comma or a point; null when the field is empty, NaN when it is none. */
export const numberOf = (value: unknown): number | null => {
  const text = typeof value === 'string' ? value.replace(/[\s\u00a0]/g, '').replace(',', '.') : ''
  return text === '' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

/** The rows of a list in a form, such as `rooms.0.name.fi`: those that say something and are not to be dropped, each read by its schema. Problems carry the names of the fields. */
export function rowsOf<S extends z.ZodType>(form: FormData, list: string, schema: S, make: (row: Record<string, unknown>) => unknown): { rows: z.output<S>[]; problems: Problems } {
  const rows: z.output<S>[] = [], problems: Problems = {}
  const all = Object.entries(nested(form, `${list}.`)).filter(([at]) => /^\d{1,3}$/.test(at)).sort(([a], [b]) => Number(a) - Number(b))
  for (const [at, row] of all) {
    const its = row as Record<string, unknown>
    if (its.drop || !saysSomething(its)) continue
    const read = schema.safeParse(make(its))
    if (read.success) rows.push(read.data)
    else for (const [name, code] of Object.entries(problemsOf(read.error))) problems[`${list}.${at}.${name}`] = code
  }
  return { rows, problems }
}
/** Has somebody written into a row? Its id and what is chosen for it are not words. */
const saysSomething = (row: Record<string, unknown>): boolean => Object.entries(row).some(([name, value]) => !['id', 'accessible', 'main'].includes(name) && (typeof value === 'string' ? value.trim() !== '' : typeof value === 'object' && value !== null && saysSomething(value as Record<string, unknown>)))
