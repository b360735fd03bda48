import { admin, anyone, official, officialOf, permissions } from '#core/permissions/permissions.ts'

/** Who may do what with work orders. */
export const can = permissions('work', {
  /** the public face of a public one */ see: [anyone()],
  read: [official(), admin()],
  /** make an order, change it, take reports into it, split and merge */ plan: [officialOf('owner unit'), admin()],
  /** what a crew does outside: begin, tick, note, photograph, close */ carryOut: [officialOf('owner unit'), admin()],
  /** to another unit in one step: any official, so that what landed wrong is not stuck */ pass: [official(), admin()],
  keepCrews: [officialOf('owner unit'), admin()],
})
