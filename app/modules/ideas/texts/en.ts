import type { Texts } from './fi.ts'

export const en: Texts = {
  ideas: 'Ideas',
  supports: (count) => (count === 1 ? '1 supporter' : `${count} supporters`),
  comments: (count) => (count === 1 ? '1 comment' : `${count} comments`),
}
