export const kinds = ['ordinary', 'referendum'] as const
export const states = ['draft', 'review', 'accepted', 'published'] as const
/** The track of corrections after acceptance: nothing to mend, the author mends, the officer checks what was mended. */
export const fixes = ['ok', 'fix', 'review'] as const
export type Kind = (typeof kinds)[number]
export type State = (typeof states)[number]
export type Fix = (typeof fixes)[number]

/** All that decides what may be done to an initiative. */
export type Standing = { state: State; fix: Fix; sent: boolean; collective: boolean; kind: Kind; decided: boolean }

/** What an act asks for: every named thing must be as said; a list means any of them. */
type Condition = { readonly [K in keyof Standing]?: Standing[K] | readonly Standing[K][] }

/**
 * Which act is possible when: the truth table of the Finnish state's initiative service (reference/participation.md 3.6).
 * Any one of an act's conditions is enough. The municipality's own officers stand where the ministry stands in the table
 * (docs/decisions/0010): `accept` is their word on what was sent to be checked. Who may do an act is another question: permissions.ts.
 */
export const acts = {
  edit: [{ state: 'draft' }],
  attach: [{ state: 'draft' }],
  film: [{ state: 'draft' }],
  askReview: [{ state: 'draft' }],
  accept: [{ state: 'review' }, { fix: 'review' }],
  contact: [{ state: ['review', 'accepted', 'published'], sent: false }],
  publish: [{ state: 'accepted', fix: 'ok' }],
  send: [{ state: 'accepted', kind: 'ordinary', sent: false, fix: 'ok' }, { state: 'published', sent: false, fix: 'ok' }],
  join: [{ state: 'published', sent: false, collective: true, fix: 'ok' }],
  invite: [{ state: ['accepted', 'published'], sent: false, fix: 'ok' }],
  returnForFixing: [{ state: ['accepted', 'published'], sent: false, fix: 'ok' }],
  askFixReview: [{ fix: 'fix' }],
  follow: [{ state: 'published', decided: false }],
} as const satisfies Record<string, readonly Condition[]>
export type Act = keyof typeof acts

/** What happens after sending; the state's table ends there. */
const afterwards = { register: [{ sent: true, decided: false }], decide: [{ sent: true, decided: false }] } as const satisfies Record<string, readonly Condition[]>
export type AnyAct = Act | keyof typeof afterwards

const everyAct: Record<AnyAct, readonly Condition[]> = { ...acts, ...afterwards }

/** The acts that an initiative's standing allows. */
export function allowedActs(its: Standing): Set<AnyAct> {
  const meets = (condition: Condition) => (Object.entries(condition) as [keyof Standing, unknown][]).every(([name, wanted]) => (Array.isArray(wanted) ? wanted.includes(its[name]) : its[name] === wanted))
  return new Set((Object.keys(everyAct) as AnyAct[]).filter((act) => everyAct[act].some(meets)))
}

/** The standing that a row of the table says. */
export const standingOf = (row: { state: State; fix: Fix; sentAt: Date | null; decidedAt: Date | null; collective: boolean; kind: Kind }): Standing =>
  ({ state: row.state, fix: row.fix, sent: row.sentAt !== null, decided: row.decidedAt !== null, collective: row.collective, kind: row.kind })
