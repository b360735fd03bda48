import type { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import type { Mended } from '#core/errors/errors.ts'
import { withQuery } from '#core/http/urls.ts'
import type { named } from './schemas.ts'

export type Asked = { params: Record<string, string>; query: Record<string, unknown>; body: unknown; sendKey?: string; /** the municipality's address, without a language */ base: string }
export type Answered = { body: unknown; status?: 200 | 201; location?: string; next?: string | null }
/** One thing a program can ask for: where, with what, and what comes back. The OpenAPI document and its page are made of these. */
export type Described = {
  id: string; method: 'get' | 'post' | 'put' | 'delete'; path: string; needsKey?: boolean; /** a device's own key, not a person's */ byDevice?: true
  query?: z.ZodObject; body?: keyof typeof named; /** of a body that is no JSON */ bodyType?: string; /** absent: nothing is said back */ answer?: keyof typeof named; status?: 201 | 204
}
/** One of them with what it does: its route is made of it. */
export type Operation = Described & { answer: keyof typeof named; status?: 201; does(ctx: Ctx, asked: Asked): Promise<Answered | Mended> }
/** A page of a list, and the address of the page after it. */
export function listed(items: unknown[], after: string | null, address: string, query: Record<string, unknown>): Answered {
  const next = after ? withQuery(address, { ...(query as Record<string, string>), after }) : null
  return { body: { items, next }, next }
}
