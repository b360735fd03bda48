import { subjectKind } from '#core/trail/kind.ts'
import { disruptionLines } from './feed-lines.server.ts'

subjectKind('disruption', {
  path: (id) => `/disruptions/${id}`, everyday: true, queued: false,
  name: { fi: 'Häiriö', sv: 'Störning', en: 'Disruption' }, alias: ['häiriö', 'katko', 'störning', 'avbrott', 'disruption', 'outage'],
  list: { path: '/disruptions', name: { fi: 'Häiriöt', sv: 'Störningar', en: 'Disruptions' }, feed: { fi: 'Häiriöt', sv: 'Störningar', en: 'Disruptions' }, lines: disruptionLines },
  comes: { fi: 'Alkaa', sv: 'Börjar', en: 'Begins' },
  stages: {
    idea: { name: { fi: 'Tulossa', sv: 'På kommande', en: 'Coming' }, icon: 'calendar' },
    developing: { name: { fi: 'Nyt', sv: 'Nu', en: 'Now' }, icon: 'disruption' },
    ended: { name: { fi: 'Ohi', sv: 'Över', en: 'Over' }, icon: 'done' },
  },
})
