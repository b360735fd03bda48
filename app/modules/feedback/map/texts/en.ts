import type { Texts } from './fi.ts'

export const en: Texts = {
  where: { label: 'Where?', hint: 'Write the name of a place or an address.' },
}
