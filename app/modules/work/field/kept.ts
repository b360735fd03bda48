import type { Told } from './told.ts'

/** What is kept of an act in work.from_field.told: what had happened meanwhile, and what the act would have said. `happened`: when it was done, by the house's clock. */
export type Kept = { told: Told[]; words: string; pictures: number; happened: string }
export const keptOf = (told: string): Kept => (told ? JSON.parse(told) as Kept : { told: [], words: '', pictures: 0, happened: '' })
