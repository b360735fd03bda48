/** The parameters a path pattern asks for: `Params<'/ideas/:ideaId'>` is `{ ideaId: string }`; a pattern in braces belongs to its name. */
export type Params<P extends string> = P extends `${string}:${infer Name}/${infer Rest}` ? { [K in Bare<Name>]: string } & Params<`/${Rest}`>
  : P extends `${string}:${infer Name}` ? { [K in Bare<Name>]: string } : {}
type Bare<Name extends string> = Name extends `${infer Before}{${string}` ? Before : Name

/** A query string from what is set: `withQuery('/ideas', { stage: 'idea' })`. */
export function withQuery(path: string, values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [[name, String(value)]]))).toString()
  return search ? `${path}?${search}` : path
}
