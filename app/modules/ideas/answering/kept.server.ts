import { Conflict, type Problems } from '#core/errors/errors.ts'
import type { Done } from '#core/http/page.ts'

/**
 * A form whose text must survive that a colleague was first: a Conflict becomes a problem of one of its fields, so that
 * the page comes back with what was written and with what changed.
 */
export async function keepingWords(field: string, does: () => Promise<Done | { problems: Problems } | object | void>, done: Done): Promise<Done> {
  try {
    const result = await does()
    return result && 'problems' in result ? result as { problems: Problems } : done
  } catch (cause) {
    if (cause instanceof Conflict) return { problems: { [field]: cause.code } }
    throw cause
  }
}
