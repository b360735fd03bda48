import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import type { House } from '#core/context/context.server.ts'
import { startEmbedded } from '#core/db/embedded.server.ts'
import { createDatabase, migrate } from '#core/db/migrate.server.ts'
import { openDatabase } from '#core/db/open.server.ts'
import { isLocalHost } from '#core/http/asker-address.server.ts'
import { municipalities } from '#core/identity/municipalities.server.ts'
import { folderMailbox } from '#core/ports/mailbox.server.ts'
import { vapidFromSecret, vapidOf, type VapidKeys } from '#core/ports/push.server.ts'
import { languageModel } from '#core/ports/language-model.server.ts'
import { speechService } from '#core/ports/speech.server.ts'
import { folderStorage } from '#core/ports/storage.server.ts'
import { ffmpeg } from '#core/ports/transcoder.server.ts'
import { within } from './ending.ts'
import { errorForLog } from './error-for-log.ts'
import type { Settings } from './settings.ts'

/** The running installation: the house of core plus what only the server knows. */
export type Installation = House & {
  settings: Settings; secret: string; log: Logger
  /** the pair whose public half is `pushKey` */ vapid?: VapidKeys
  /** from source: Vite's own script and styles are let through */ development?: boolean
  municipalities: ReturnType<typeof municipalities>
  close(): Promise<void>
}

/** Opens everything the program stands on: data folder, secret, database (embedded or given), schema. */
export async function openInstallation(settings: Settings, options: { clock?: () => Date; onDatabaseLost?: (message: string) => void } = {}): Promise<Installation> {
  mkdirSync(settings.DATA_DIR, { recursive: true })
  const log = pino({ level: settings.LOG_LEVEL, redact: ['email', '*.email'], serializers: { err: errorForLog } }, pino.destination({ dest: 2, sync: false }))
  const secret = settings.SECRET ?? keptSecret(join(settings.DATA_DIR, 'secret'))
  const vapid = settings.VAPID_KEY ? vapidOf(settings.VAPID_KEY) : vapidFromSecret(secret)
  let closing = false
  let embedded: Awaited<ReturnType<typeof startEmbedded>> | undefined
  let starting: Promise<unknown> = Promise.resolve()
  const keepRunning = async () => {
    const mine = startEmbedded(settings.DATA_DIR)
    starting = mine
    embedded = await mine
    void embedded.exited.then(async () => {
      if (closing) return
      options.onDatabaseLost?.('The embedded database stopped; starting it again.')
      log.error('the embedded database stopped; starting it again')
      for (let attempt = 1; !closing; attempt++) {
        try { await keepRunning(); return } catch (cause) { log.error(cause, 'could not start the database'); await new Promise((resolve) => setTimeout(resolve, Math.min(attempt * 1000, 10_000))) }
      }
    })
  }
  // one that is just being started again is not left behind either
  const stopEmbedded = async () => { closing = true; await starting.catch(() => {}); await embedded?.stop() }
  if (!settings.DATABASE_URL) await keepRunning()
  const connection = settings.DATABASE_URL ? { connectionString: settings.DATABASE_URL } : { host: embedded!.host, port: embedded!.port, user: embedded!.user, database: 'nousu' }
  try {
    if (embedded) await createDatabase(connection as { host: string; port: number; user: string; database: string })
    await migrate(connection)
  } catch (cause) { await stopEmbedded(); throw cause }
  const database = openDatabase(connection, { onError: (cause) => { if (!closing) log.warn({ reason: cause instanceof Error ? cause.message : String(cause) }, 'a database connection was lost') } })
  const sign = (purpose: string, text: string) => createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url')
  return {
    settings, secret, vapid, pushKey: vapid.publicKey, log, database, municipalities: municipalities(database),
    storage: folderStorage(join(settings.DATA_DIR, 'files')), clock: options.clock ?? (() => new Date()), baseUrl: settings.BASE_URL, mapTiles: settings.MAP_TILES, demonstration: settings.DEMO === 'on',
    ...(settings.REPLY_ADDRESS && settings.MAIL_IN_PORT ? { replyAddress: settings.REPLY_ADDRESS.toLowerCase() } : {}),
    ...(settings.SPEECH_URL ? { speech: speechService(settings.SPEECH_URL, { key: settings.SPEECH_KEY, model: settings.SPEECH_MODEL }) } : {}), ...(settings.TRANSCODER ? { transcoder: ffmpeg(settings.TRANSCODER) } : {}),
    ...(settings.LLM_URL ? { model: languageModel(settings.LLM_URL, { key: settings.LLM_KEY, model: settings.LLM_MODEL }), modelReadsPrivate: settings.LLM_PRIVATE === 'on' } : {}),
    // everyone's mail has sign-in links in it: its page is only for the demonstration and for who asks at the machine itself (server/app.ts)
    ...(settings.SMTP_URL || (settings.DEMO === 'off' && !isLocalHost(new URL(settings.BASE_URL).host)) ? {} : { mailbox: folderMailbox(join(settings.DATA_DIR, 'mailbox')) }),
    sign, verify: (purpose, text, signature) => { const right = Buffer.from(sign(purpose, text)); const given = Buffer.from(signature); return right.length === given.length && timingSafeEqual(right, given) },
    // a transaction that does not end is ended by its server
    async close() { closing = true; await within(2000, database.close()); await stopEmbedded() },
  }
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
