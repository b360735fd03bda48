import type { Language } from '#core/text/language.ts'
import { event } from '#core/trail/event.ts'
import { occupancyWords } from './texts/index.ts'

const why = (language: Language, what: string | undefined) => (occupancyWords(language).faults as Record<string, string | undefined>)[what ?? ''] ?? ''

/** Only the unit hears of it: a counter is not believed. `data.name`, `data.what` a kind of fault. */
export const counterBroke = event('occupancy.broke', { onTrail: false, tells: 'nobody', icon: 'late', words: {
  fi: ({ name, what }) => `Laskuri ”${name}” ei ole kunnossa: ${why('fi', what)}`, sv: ({ name, what }) => `Räknaren ”${name}” fungerar inte: ${why('sv', what)}`, en: ({ name, what }) => `The counter “${name}” does not work: ${why('en', what)}` } })
/** It works again. `data.name` */
export const counterWorks = event('occupancy.works', { onTrail: false, tells: 'nobody', icon: 'restored', words: {
  fi: ({ name }) => `Laskuri ”${name}” on taas kunnossa`, sv: ({ name }) => `Räknaren ”${name}” fungerar igen`, en: ({ name }) => `The counter “${name}” works again` } })
