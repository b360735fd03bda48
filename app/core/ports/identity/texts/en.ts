import type { Texts } from './fi.ts'

export const en: Texts = {
  title: 'Practice identification – not a real one',
  notReal: 'This page plays an identification service. Choose which of these made-up people you are. Nothing real is asked or needed.',
  goesTo: 'Who gets the data:', choose: 'Continue as', born: 'Born', lives: 'Home municipality',
  level: { high: 'Level of assurance: high', substantial: 'Level of assurance: substantial' },
  cancel: 'Cancel and go back', gone: 'This identification has expired. Go back to the service and start again.',
}
