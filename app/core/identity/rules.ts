import type { Language } from '#core/text/language.ts'
import type { MunicipalityRules } from './schema.server.ts'

/** What a new municipality starts with; its admin changes them. */
export const defaultRules: MunicipalityRules = { replyDays: 14, watchedWords: ['idiootti', 'ääliö', 'vittu', 'saatana', 'idiot', 'jävla', 'fuck'], linksAllowed: 2, sendsPerHour: 20 }

/** What stands in place of the name of someone who has left, in the municipality's first language. */
export const leftName: Record<Language, string> = { fi: 'Poistunut asukas', sv: 'Tidigare invånare', en: 'Former resident' }
