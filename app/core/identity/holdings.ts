import type { Ctx } from '#core/context/context.server.ts'

/** Rows as a person may read them, by what they are called: `{ ideas: [{ title, … }] }`. */
export type Held = Record<string, Record<string, unknown>[]>

/**
 * What a module keeps of a person: to show it to them, and to erase it when they leave. A module registers its own, so that
 * "my data" is whole without knowing any module. What was public stays without a name; `erase` takes away the rest.
 */
export type Holding = {
  read(ctx: Ctx, personId: string): Promise<Held>
  erase(ctx: Ctx, personId: string): Promise<void>
}
const registered = new Map<string, Holding>()
export const holding = (module: string, its: Holding) => { registered.set(module, its) }
export const everyHolding = (): ReadonlyMap<string, Holding> => registered
