import type { Translated } from '#core/text/language.ts'

/** Who is asking. A guest has no name; a person may act as an organisation and may be an official of units. */
export type Actor = Guest | Person
export type Guest = { kind: 'guest' }
export type Person = {
  kind: 'person'
  id: string
  name: string
  /** the session's id, to end it */ sessionId?: string
  /** speaks and supports in this organisation's name */ as?: { id: string; name: string }
  /** may act as these */ represents: { id: string; name: string; kind: 'association' | 'company' }[]
  units: { id: string; name: Translated; lead: boolean }[]
  moderator: boolean
  admin: boolean
  installationAdmin: boolean
  /** strongly identified */ identified: boolean
}
export const guest: Guest = { kind: 'guest' }
