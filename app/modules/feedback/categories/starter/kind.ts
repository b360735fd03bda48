import type { Translated } from '#core/text/language.ts'
import type { Question, Stopper } from '../../schema.server.ts'
import type { IconName } from '#ui/icons.tsx'

/** A category as it is written in code: to start with, and in the demonstration. What is left out is as the form of a new one has it. */
export type Written = {
  key: string; name: Translated; description?: Translated; group: Translated; icon: IconName
  /** beginnings of a unit's key or name that this belongs to, the best first */ units: string[]
  /** the same of a topic */ topics?: string[]
  keywords: string[]; questions?: Question[]; notice?: Translated; stopper?: Stopper; private?: boolean
  duplicateMetres?: number; promisedDays?: number; priority?: number; autoAnswer?: Translated; assetKind?: string
}
export const text = (fi: string, sv: string, en: string): Translated => ({ fi, sv, en })
const one = (type: 'choice' | 'many') => (key: string, label: Translated, options: Record<string, Translated>, required = false): Question => ({ key, type, label, required, options: Object.entries(options).map(([its, name]) => ({ key: its, name })) })
export const choice = one('choice')
export const many = one('many')
