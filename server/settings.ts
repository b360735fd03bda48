import { resolve } from 'node:path'
import { z } from 'zod'
import { isVapidKey } from '#core/ports/push.server.ts'

const flag = z.enum(['on', 'off'])
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

/** Every setting of the program, in the order of the README's table: its name, its form, and what it does. */
const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000)
    .describe('the port to listen on'),
  DATA_DIR: z.string().min(1).default('.data').transform((dir) => resolve(dir))
    .describe('the folder for everything the program itself writes: the embedded database, files, mailbox, secret'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://').optional()
    .describe('a PostgreSQL server (15 or newer) to use in place of the embedded one'),
  DEMO: flag.default('on')
    .describe('on: fill an empty installation with the demonstration; off: start empty with a first-run page'),
  BASE_URL: address.optional()
    .describe('the public address, such as https://nousu.example.fi; by default http://localhost:PORT'),
  SECRET: z.string().min(32, 'must be at least 32 characters').optional()
    .describe('the key that signs sessions and links; by default made once and kept in DATA_DIR'),
  VAPID_KEY: z.string().refine(isVapidKey, 'must be a private key of P-256, 32 bytes in base64url').optional()
    .describe('the private key (P-256, base64url) by which push services know this installation; by default made of SECRET, so the same wherever that is'),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://').optional()
    .describe('the mail server; by default mail stays in the mailbox page, which outside the demonstration opens only on the machine itself'),
  MAIL_FROM: z.string().min(3).default('Nousu <nousu@localhost>')
    .describe('the sender of mail'),
  MAIL_IN_PORT: z.coerce.number().int().min(1).max(65535).optional()
    .describe('the port where the municipality\'s mail server brings letters by SMTP: answers of those to whom feedback was forwarded; by default they answer on a page'),
  REPLY_ADDRESS: z.string().regex(/^[^\s@+]+@[^\s@]+$/, 'must be an address such as palaute@kunta.example').optional()
    .describe('the address whose letters come to that port, with anything after a plus sign in its first part'),
  OIDC_ISSUER: address.optional()
    .describe('the OpenID Connect issuer for strong identification; by default there is none, in the demonstration a local stand-in, marked as such'),
  OIDC_CLIENT_ID: z.string().default('nousu').describe('the client id at that issuer'),
  OIDC_CLIENT_SECRET: z.string().default('nousu-local-stand-in').describe('the client secret at that issuer'),
  MAP_TILES: address.optional()
    .describe('a raster tile address with {z}/{x}/{y} for the map; by default the map is drawn from local places alone'),
  SPEECH_URL: address.optional()
    .describe('a speech-to-text service with the interface POST …/audio/transcriptions, such as https://speech.example.fi/v1, which drafts captions for videos; by default people write them'),
  SPEECH_KEY: z.string().optional().describe('the key of that service'),
  SPEECH_MODEL: z.string().default('whisper-1').describe('the model asked of that service'),
  LLM_URL: address.optional()
    .describe('a language model with the interface POST …/chat/completions, such as https://model.example.fi/v1, which suggests ideas found in feedback beside the program’s own reading; by default none is asked'),
  LLM_KEY: z.string().optional().describe('the key of that model'),
  LLM_MODEL: z.string().default('default').describe('the model asked of that service'),
  LLM_PRIVATE: flag.default('off')
    .describe('on: it is asked of feedback that is not public too, always without names, e-mail, telephone numbers and exact addresses'),
  TRANSCODER: z.string().regex(/^[\w./\\: -]+$/, 'must be a command or its path').optional()
    .describe('the command or path of FFmpeg, which makes smaller sizes of videos; by default a video is shown as it was filmed'),
  TRUST_PROXY: flag.default('off')
    .describe('on when a reverse proxy in front sets X-Forwarded-For and X-Forwarded-Proto'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn')
    .describe('how much is written to the log'),
})

export type Settings = Omit<z.infer<typeof shape>, 'BASE_URL'> & { BASE_URL: string }

/**
 * Reads the settings from an environment. Throws a SettingsError whose message says in sentences
 * what is wrong with which setting and what it is for.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.keys(shape.shape).map((name) => [name, environment[name] || undefined]))
  const read = shape.safeParse(given)
  if (!read.success) {
    const sentences = read.error.issues.map((issue) => {
      const name = String(issue.path[0]) as keyof typeof shape.shape
      return `${name}=${given[name] ?? ''} is not right: ${issue.message}. It is ${shape.shape[name].description}.`
    })
    throw new SettingsError(sentences.join('\n'))
  }
  return { ...read.data, BASE_URL: read.data.BASE_URL ?? `http://localhost:${read.data.PORT}` }
}

export class SettingsError extends Error {}

/** The README's table of settings, one row each: name, default, meaning. A test keeps the README equal to it. */
export const settingsTable = Object.entries(shape.shape).map(([name, type]) => {
  const byDefault = type.safeParse(undefined)
  const value = name === 'DATA_DIR' ? '.data' : byDefault.success && byDefault.data !== undefined ? String(byDefault.data) : ''
  return `| \`${name}\` | ${value && `\`${value}\``} | ${type.description} |`
})
