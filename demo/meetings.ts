import type { Translated } from '#core/text/language.ts'
import type { When, Who } from './told.ts'

export type ToldBody = { key: string; name: Translated; unit: string }
/** A thing on an agenda. `{year}` in a case number is the year of the telling; the matter of that title gets the number, and so the two find each other; without a number it is linked by hand. */
export type ToldItem = { sign: string; title: string; text?: string; topic?: string; place?: string; caseNumber?: string; matter?: string; decision?: string }
/** A meeting so many days from the telling; one that would be on a weekend is on the working day nearest to it. */
export type ToldMeeting = { body: string; day: string; time: string; place: string; by: Who; writtenAt: When; decidedAt?: When; items: ToldItem[] }
export type ToldMeetings = { bodies: ToldBody[]; meetings: ToldMeeting[] }
