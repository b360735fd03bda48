import type { MunicipalityRules } from './schema.server.ts'

/** What a new municipality starts with; its admin changes them. */
export const defaultRules: MunicipalityRules = { replyDays: 14, watchedWords: ['idiootti', 'ääliö', 'vittu', 'saatana', 'idiot', 'jävla', 'fuck'], linksAllowed: 2, sendsPerHour: 20 }
