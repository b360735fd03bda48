/** The parameters a path pattern asks for: `Params<'/ideas/:ideaId'>` is `{ ideaId: string }`. */
export type Params<P extends string> = P extends `${string}:${infer Name}/${infer Rest}` ? { [K in Name]: string } & Params<`/${Rest}`>
  : P extends `${string}:${infer Name}` ? { [K in Name]: string } : {}

/** A path with its parameters filled in. */
export const href = <P extends string>(path: P, ...[params]: keyof Params<P> extends never ? [] : [Params<P>]): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent((params as Record<string, string>)[name]!))

/** A query string from what is set: `withQuery('/ideas', { stage: 'idea' })`. */
export function withQuery(path: string, values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [[name, String(value)]]))).toString()
  return search ? `${path}?${search}` : path
}
