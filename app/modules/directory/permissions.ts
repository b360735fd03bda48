import { admin, anyone, author, moderator, official, officialOf, permissions, resident } from '#core/permissions/permissions.ts'

/** Who may do what with services and places. A provider's entries are authored by its organisation: who acts as it is their author. */
export const can = permissions('directory', {
  read: [anyone()],
  /** the municipality's own: its unit's officials */ keepOwn: [officialOf('owner unit'), admin()],
  /** a provider's own entries, while it is approved */ keepProvided: [author(), admin()],
  /** to become a provider: who acts as an organisation */ askToProvide: [resident()],
  decideProviders: [official(), admin()],
  seeHidden: [moderator(), author(), official(), admin()],
  keepHours: [officialOf('owner unit'), author(), admin()],
  /** one exception over many places */ keepExceptions: [official(), admin()],
  keepSynonyms: [admin()],
  keepSituations: [admin()],
  import: [admin()],
  settleConflicts: [officialOf('owner unit'), admin()],
  follow: [resident()],
})
