/**
 * An error as the log keeps it: what failed and where, and none of the values. A failed query tells in its message, its
 * stack and its own fields what it was given, which is people's names, addresses and words; PostgreSQL's detail tells the row.
 */
export function errorForLog(cause: unknown): unknown {
  if (!(cause instanceof Error)) return { type: typeof cause }
  const chain: Error[] = []
  for (let each: unknown = cause; each instanceof Error && chain.length < 5; each = each.cause) chain.push(each)
  const last = chain.at(-1) as Error & Record<string, unknown>
  const facts = Object.fromEntries(['code', 'constraint', 'table', 'column'].flatMap((name) => (typeof last[name] === 'string' ? [[name, last[name]]] : [])))
  return { type: cause.constructor.name, message: chain.map(messageOf).join(': '), stack: chain.map(stackOf).join('\ncaused by: '), ...facts }
}

function messageOf(its: Error): string {
  const { query } = its as { query?: unknown }
  return typeof query === 'string' && 'params' in its ? `Failed query: ${query}` : its.message.replace(/: "[\s\S]*"$/, '')
}
function stackOf(its: Error): string {
  const stack = its.stack ?? ''
  return stack.includes(its.message) ? stack.replace(its.message, () => messageOf(its)) : [messageOf(its), ...stack.split('\n').filter((line) => /^ {4}at /.test(line))].join('\n')
}

/** An address as the log keeps it: without what opens something by itself, such as the links of letters and of kiosks. An id opens nothing. */
export const addressForLog = (path: string): string => path.replace(/\/(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\/|$))[^/]{30,}/g, '/…')
