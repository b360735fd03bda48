import type { Texts } from './fi.ts'

export const sv: Texts = {
  where: { label: 'Var?', hint: 'Skriv platsens namn eller adress.' },
}
