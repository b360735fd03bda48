import { sql } from 'drizzle-orm'
import type { Database, Db } from '#core/db/open.server.ts'
import { sqlState } from '#core/db/open.server.ts'
import { type Actor, guest } from '#core/identity/actor.ts'
import type { municipality } from '#core/identity/schema.server.ts'
import type { SignIn } from '#core/identity/sign-in.server.ts'
import type { Mailbox } from '#core/ports/mailbox.server.ts'
import type { LanguageModel } from '#core/ports/language-model.server.ts'
import type { Speech } from '#core/ports/speech.server.ts'
import type { Storage } from '#core/ports/storage.server.ts'
import type { Transcoder } from '#core/ports/transcoder.server.ts'
import type { Language } from '#core/text/language.ts'
import { uuidAt } from './ids.server.ts'

export type Municipality = typeof municipality.$inferSelect

/** Everything an operation may know. First argument of every operation; time and randomness come from here too. */
export type Ctx = {
  db: Db
  /** nothing is changed by it: a page or a file is being read */ reading?: true
  municipality: Municipality
  /** `{ municipalityId }`, to spread into values and keys */ scope: { municipalityId: number }
  actor: Actor
  now: Date
  language: Language
  newId(): string
  /** Signs a text for a purpose; `verify` is true only for the same pair. Used in links that need no session. */
  sign(purpose: string, text: string): string
  verify(purpose: string, text: string, signature: string): boolean
  /** An absolute address for mail and feeds, from a path within the municipality, such as `/ideas/1`. */
  address(path: string, language?: Language): string
  /** The same in another municipality of the installation, for what is done together. */
  addressIn(its: Pick<Municipality, 'slug' | 'hosts' | 'primary'>, path: string): string
  storage: Storage
  /** the local mailbox, where mail goes when there is no mail server; absent when there is one, and for an asker who may not read it */ mailbox?: Mailbox
  /** accounts, sessions and signing in, across municipalities; `signInOf(ctx)` gives it */ signIn?: SignIn
  /** the house's: what browsers subscribe to push messages with */ pushKey?: string
  /** the house's, where it reads letters: the address that answers come to, such as palaute@kunta.example */ replyAddress?: string
  /** the house's, where there is one: writes down what is said on a video */ speech?: Speech
  /** the house's, where there is one: makes smaller ones of videos */ transcoder?: Transcoder
}

/** The running installation: what a request or a job needs to make a Ctx. */
export type House = {
  database: Database
  storage: Storage
  clock(): Date
  baseUrl: string
  sign(purpose: string, text: string): string
  verify(purpose: string, text: string, signature: string): boolean
  /** raster tiles for maps, as an address with {z}/{x}/{y} */ mapTiles?: string | undefined
  mailbox?: Mailbox
  signIn?: SignIn
  /** what browsers subscribe to push messages with (RFC 8292); absent where there are none */ pushKey?: string
  /** the address that answers to letters come to, where the house reads them */ replyAddress?: string
  speech?: Speech
  transcoder?: Transcoder
  /** what is told here is made up: other programs are told so */ demonstration?: boolean
  /** a language model that suggests and never decides, where there is one; may it read what is not public? */ model?: LanguageModel; modelReadsPrivate?: boolean
}
export type Asker = { municipality: Municipality; actor?: Actor; language?: Language; /** everyone's mail in the local mailbox: has sign-in links in it */ readsMailbox?: boolean }

/** A Ctx over a database of the caller's choosing; pages and operations get theirs from `query` and `command`. */
export function contextOf(house: House, asker: Asker, db: Db): Ctx {
  const now = house.clock()
  const language = asker.language ?? asker.municipality.languages[0] ?? 'fi'
  return {
    db, now, language, municipality: asker.municipality, actor: asker.actor ?? guest,
    scope: { municipalityId: asker.municipality.id },
    newId: () => uuidAt(now), sign: house.sign, verify: house.verify, storage: house.storage, ...(house.mailbox && asker.readsMailbox ? { mailbox: house.mailbox } : {}), ...(house.signIn ? { signIn: house.signIn } : {}), ...(house.pushKey ? { pushKey: house.pushKey } : {}),
    ...(house.replyAddress ? { replyAddress: house.replyAddress } : {}), ...(house.speech ? { speech: house.speech } : {}), ...(house.transcoder ? { transcoder: house.transcoder } : {}),
    addressIn: (its, path) => `${municipalityAddress(house.baseUrl, its)}/${language}${path === '/' ? '' : path}`,
    address: (path, its = language) => `${municipalityAddress(house.baseUrl, asker.municipality)}/${its}${path === '/' ? '' : path}`,
  }
}

/** Where a municipality lives: its own host, else a path of the installation's. */
export function municipalityAddress(baseUrl: string, its: Pick<Municipality, 'slug' | 'hosts' | 'primary'>): string {
  const host = its.hosts[0]
  return host ? `${new URL(baseUrl).protocol}//${host}` : its.primary ? baseUrl : `${baseUrl}/${its.slug}`
}

export type Operation<A extends unknown[], R> = (ctx: Ctx, ...args: A) => Promise<R>

/** Runs a reading operation as the asker. */
export function query<A extends unknown[], R>(house: House, asker: Asker, operation: Operation<A, R>, ...args: A): Promise<R> {
  return operation({ ...contextOf(house, asker, house.database.of(asker.municipality.id)), reading: true }, ...args)
}

/** Runs a changing operation as the asker, in one transaction; run again when two collide (SQLSTATE 40001, 40P01). */
export async function command<A extends unknown[], R>(house: House, asker: Asker, operation: Operation<A, R>, ...args: A): Promise<R> {
  const db = house.database.of(asker.municipality.id)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction((tx) => operation(contextOf(house, asker, tx as unknown as Db), ...args))
    } catch (cause) {
      const { code } = sqlState(cause)
      if ((code !== '40001' && code !== '40P01') || attempt === 4) throw cause
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30 * attempt))
    }
  }
}

/** Waits for others who change the same named thing, until this transaction ends. */
export async function oneAtATime(ctx: Ctx, name: string) {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.scope.municipalityId} ${name}`}, 0))`)
}
