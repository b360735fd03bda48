import { admin, anyone, author, moderator, official, officialOf, permissions, resident } from '#core/permissions/permissions.ts'

/** Who may do what with map feedback. The holder of a report's own link may do what its author may (own.server.ts). */
export const can = permissions('feedback', {
  send: [anyone()],
  sendForOther: [official(), admin()],
  meToo: [anyone()],
  follow: [resident()],
  /** what its sender may: add to it, answer "was it fixed?", cover photos, take it back */ asSender: [author()],
  /** its words in private, who sent it, and everything that handling needs */ handle: [officialOf('owner unit'), admin()],
  /** to another unit or category: any official, so that what landed wrong is not stuck */ pass: [official(), admin()],
  /** private reports, read only by who handles them and who sent them */ readPrivate: [officialOf('owner unit'), author(), admin()],
  /** a unit's ready words for answers */ keepTemplates: [officialOf('owner unit'), admin()],
  seeHidden: [moderator(), author(), admin(), officialOf('owner unit')],
  keepCategories: [admin()],
  keepPartners: [admin()],
  keepAssets: [admin()],
  keepAddresses: [admin()],
  export: [anyone()],
})
