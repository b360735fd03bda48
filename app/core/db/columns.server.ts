import { sql } from 'drizzle-orm'
import { integer, jsonb, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Translated } from '#core/text/language.ts'

/** The column that comes first in every key of a municipality's table; row-level security is built on it. */
export const municipality = () => integer('municipality_id').notNull()
/** A moment in time, with its zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
/** A moment that is now unless said otherwise. */
export const since = (name: string) => moment(name).notNull().default(sql`now()`)
/** A text in one to three languages. */
export const translated = (name: string) => jsonb(name).$type<Translated>()
export const id = (name = 'id') => uuid(name)
