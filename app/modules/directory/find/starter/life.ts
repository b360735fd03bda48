import type { Translated } from '#core/text/language.ts'
import { childDayCare, death, movingHere, workEnds } from './life-one.ts'
import { baby, company, turning65, winter } from './life-two.ts'

/** A step as it is written: what to do, and where, when that is the same in every municipality. */
export type WrittenStep = { name: Translated; text: Translated; url?: string }
export type WrittenLife = { key: string; icon: string; name: Translated; lead: Translated; steps: WrittenStep[] }

/**
 * Moments of life that a municipality may start with, in the order of lists. Steps name what to look for; a municipality links
 * its own services to them. What the state does is as its own offices tell it: kela.fi, dvv.fi, vero.fi, tyomarkkinatori.fi.
 */
export const starterLives: WrittenLife[] = [childDayCare, baby, movingHere, workEnds, death, turning65, company, winter]
