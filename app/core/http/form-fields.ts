import { z } from 'zod'

/** A field that was sent empty, as a browser sends one left alone, is one not given: `z.preprocess(blank, … .optional())`. */
export const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

/** An address that must be given. */
export const emailField = z.string().trim().toLowerCase().min(1, 'required').max(254, 'notEmail').pipe(z.email('notEmail'))
export const maybeEmail = z.preprocess(blank, emailField.optional())

// decimal degrees (WGS 84), written with a point or, as in Finnish, a comma
const degrees = (most: number) => z.preprocess((value) => blank(typeof value === 'string' ? value.replace(',', '.') : value), z.coerce.number('invalid').min(-most, 'invalid').max(most, 'invalid').optional())
/** A point that may be left out. */
export const maybePoint = { longitude: degrees(180), latitude: degrees(90) }
