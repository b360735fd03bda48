import type { Language } from '#core/text/language.ts'

export const deviceKinds = ['sensor', 'gate', 'access', 'camera'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** What devices of some kinds may post: where, and the parts of it that each can be narrowed to. */
export type Post = { key: string; order: number; /** the address, within the municipality */ path: string; kinds: readonly DeviceKind[]; name: Record<Language, string>; choices: { key: string; name: Record<Language, string> }[]; /** what it sends, as JSON, for a place of its own: shown to who sets it up */ example?(placeId: string): unknown }
const known = new Map<string, Post>()
/** A module tells what it takes from devices. A choice's key is its own in the whole house: `ice`, `water`, `counts`. */
export const devicePost = (its: Post) => { known.set(its.key, its) }
/** What a device of a kind may post, in order. */
export const postsOf = (kind: DeviceKind): Post[] => [...known.values()].filter((each) => each.kinds.includes(kind)).sort((a, b) => a.order - b.order)
