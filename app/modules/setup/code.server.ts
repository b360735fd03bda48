import type { House } from '#core/context/context.server.ts'
import { TooMuch } from '#core/errors/errors.ts'

// Without signs that are mistaken for each other.
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/**
 * The code that proves that who sets up the installation also started it: it is told at the console only. It is the same in
 * every process of the installation and opens nothing once there is a municipality. 12 of 31 signs are 59 bits.
 */
export function setupCode(house: Pick<House, 'sign'>): string {
  const bytes = Buffer.from(house.sign('first run', 'code'), 'base64url')
  return Array.from({ length: 12 }, (_, i) => signs[(bytes[2 * i]! * 256 + bytes[2 * i + 1]!) % signs.length]).join('').replace(/(....)(?=.)/g, '$1-')
}

/** Compares in the same time whatever was given, and forgives small letters and missing hyphens. */
export const isSetupCode = (house: Pick<House, 'sign' | 'verify'>, given: string): boolean => {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return house.verify('setup code', plain(setupCode(house)), house.sign('setup code', plain(given)))
}

/** Ten wrong guesses in ten minutes by anyone, and then nobody guesses for a while. */
export function guesses(now: () => Date) {
  let wrong: number[] = []
  return {
    ask() { wrong = wrong.filter((at) => at > now().getTime() - 600_000); if (wrong.length >= 10) throw new TooMuch('tooOften') },
    wasWrong() { wrong.push(now().getTime()) },
  }
}
