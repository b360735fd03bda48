import type { Translated } from '#core/text/language.ts'
import type { TemplatePhase } from './schema.server.ts'

export type Template = { id: string; name: Translated; phases: TemplatePhase[] }

/** What a matter begins with where the admin has not said otherwise. Carrying out is again development, until the matter is closed as a service. */
export const usual: Template = {
  id: 'usual', name: { fi: 'Tavallinen valmistelu', sv: 'Vanlig beredning', en: 'Ordinary preparation' },
  phases: [
    { name: { fi: 'Ideointi', sv: 'Idéskede', en: 'Ideas' }, does: ['comment', 'mark'], stage: 'idea', days: 21 },
    { name: { fi: 'Luonnostelu', sv: 'Utkast', en: 'Drafting' }, does: ['comment'], stage: 'developing', days: 42 },
    { name: { fi: 'Kuuleminen', sv: 'Hörande', en: 'Hearing' }, does: ['comment', 'mark', 'propose'], stage: 'developing', days: 30, hearing: true },
    { name: { fi: 'Ehdotus', sv: 'Förslag', en: 'Proposal' }, does: ['comment'], stage: 'decision', days: 21 },
    { name: { fi: 'Päätös', sv: 'Beslut', en: 'Decision' }, does: [], stage: 'decision', days: 21 },
    { name: { fi: 'Toteutus', sv: 'Genomförande', en: 'Implementation' }, does: ['comment'], stage: 'developing', days: 180 },
  ],
}
