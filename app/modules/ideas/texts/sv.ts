import type { Texts } from './fi.ts'

export const sv: Texts = {
  ideas: 'Idéer',
  supports: (count) => (count === 1 ? '1 understöder' : `${count} understöder`),
  comments: (count) => (count === 1 ? '1 kommentar' : `${count} kommentarer`),
}
