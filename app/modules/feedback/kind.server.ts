import { linkToken } from '#core/context/link-token.server.ts'
import { subjectKind } from '#core/trail/kind.ts'
import { feedLines } from './map/feed-lines.server.ts'

/** The purpose that a report's own link is signed for (own.server.ts). */
export const ownPurpose = 'feedback own'

subjectKind('report', {
  everyday: true,
  path: (id) => `/feedback/${id}`, own: (ctx, id) => `/feedback/own/${linkToken(ctx, ownPurpose, id)}`,
  handle: (id) => `/feedback/${id}/handle`,
  name: { fi: 'Palaute', sv: 'Respons', en: 'Report' }, alias: ['palaut', 'vika', 'respons', 'felanmäl', 'report', 'feedback'],
  unnamed: true,
  list: { path: '/feedback', lines: feedLines, name: { fi: 'Kaikki palautteet', sv: 'All respons', en: 'All reports' }, feed: { fi: 'Palautteet', sv: 'Respons', en: 'Reports' } },
  stages: {
    idea: { name: { fi: 'Vastaanotettu', sv: 'Mottagen', en: 'Received' }, icon: 'inbox' },
    developing: { name: { fi: 'Suunniteltu', sv: 'Planerad', en: 'Planned' }, icon: 'calendar' },
    experiment: { name: { fi: 'Työn alla', sv: 'Under arbete', en: 'Under way' }, icon: 'developing' },
    decision: { name: { fi: 'Välitetty eteenpäin', sv: 'Skickad vidare', en: 'Forwarded' }, icon: 'routed' },
    service: { name: { fi: 'Valmis', sv: 'Klar', en: 'Done' }, icon: 'done' },
    ended: { name: { fi: 'Suljettu', sv: 'Stängd', en: 'Closed' }, icon: 'no' },
  },
})
