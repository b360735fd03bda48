import { lt } from 'drizzle-orm'
import type { House } from '#core/context/context.server.ts'
import { session, verification } from './schema.server.ts'

/** Erases sessions and links that can no longer be used, and the counts of mails asked for. */
export async function forgetExpired({ database, clock }: Pick<House, 'database' | 'clock'>) {
  const now = clock()
  await database.owner.delete(session).where(lt(session.expiresAt, now))
  await database.owner.delete(verification).where(lt(verification.expiresAt, now))
}
