import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import type { Ctx } from '#core/context/context.server.ts'
import { folderMailbox, startMailboxServer } from '#core/ports/mailbox.server.ts'
import { smtpMailer } from '#core/ports/mail.server.ts'
import { deliver } from '#core/trail/deliver.server.ts'
import { event as eventKind } from '#core/trail/event.ts'
import { followSubject, type Rhythm } from '#core/trail/follow.server.ts'
import { record } from '#core/trail/record.server.ts'
import { keepSubject } from '#core/trail/subject.server.ts'
import { town } from '../../../tests/town.ts'
import { writeMail } from './mail.server.ts'
import { forgetMail, sendMail } from './outbox.server.ts'
import { lastDigest, mailAtOnce, mailDigests } from './rounds.server.ts'
import { stop } from './stop.server.ts'
import { tellThem } from './tell.server.ts'

const moved = eventKind('test.moved', { onTrail: true, tells: 'followers', icon: 'moved', words: { fi: () => 'Kokeilu alkoi', sv: () => 'Försöket började', en: () => 'The experiment began' } })
const t = await town()
const folder = mkdtempSync(join(tmpdir(), 'nousu-mailbox-'))
const mailbox = folderMailbox(folder)
let server = await startMailboxServer(mailbox)
const mailer = smtpMailer(server.url, 'Nousu <nousu@localhost>')
afterAll(async () => { mailer.close(); await server.close(); rmSync(folder, { recursive: true, force: true }) })

const make = async (ctx: Ctx, title: string) => {
  const id = ctx.newId()
  await keepSubject(ctx, { id, kind: 'idea', language: 'fi', title: { fi: title, sv: `${title} på svenska` }, text: title, stage: 'idea', visibility: 'public', authorPersonId: ctx.actor.kind === 'person' ? ctx.actor.id : null })
  return id
}
const happens = (ctx: Ctx, subjectId: string, sentence: string) => record(ctx, moved, { subjectId, sentence })
const follows = (ctx: Ctx, subjectId: string, rhythm: Rhythm, why: 'author' | 'chosen' = 'chosen') => followSubject(ctx, ctx.actor as never, subjectId, why, rhythm)
const later = (ms: number) => { t.house.time = new Date(t.house.time.getTime() + ms) }
const emailOf = async (who: { id: string }) => (await t.house.database.owner.execute<{ email: string }>(sql`select email from identity.person where id = ${who.id}`)).rows[0]!.email
const sendAll = async () => { while ((await sendMail(t.house, mailer)).sent > 0); }
const inboxOf = async (who: { id: string }) => { const to = await emailOf(who); return (await mailbox.newest(200)).filter((each) => each.to === to) }

test('a mail goes over real SMTP, in its language, with a link that stops it', async () => {
  const person = await t.newPerson('Ensimmäinen Lukija')
  await t.house.database.owner.execute(sql`update identity.person set language = 'sv' where id = ${person.id}`)
  const id = await t.aino.does(make, 'Laituri')
  await person.does(follows, id, 'atOnce')
  await t.jari.does(happens, id, 'Kaksi kuukautta.')
  await deliver(t.house, [tellThem])
  await mailAtOnce(t.house); await mailAtOnce(t.house)
  await Promise.all([sendMail(t.house, mailer), sendMail(t.house, mailer)]); await sendAll()
  const inbox = await inboxOf(person)
  expect(inbox).toHaveLength(1)
  expect(inbox[0]!.subject).toBe('Försöket började: Laituri på svenska')
  expect(inbox[0]!.text).toContain('Hej Ensimmäinen!')
  expect(inbox[0]!.text).toContain('”Kaksi kuukautta.”')
  expect(inbox[0]!.text).toContain(`http://localhost:3000/sv/ideas/${id}`)
  const token = inbox[0]!.stop!.match(/\/stop\/(.*)\/now$/)![1]!
  await t.guest.does(stop, token); await t.guest.does(stop, token)
  await t.jari.does(happens, id, 'Jatkuu.')
  await deliver(t.house, [tellThem]); await mailAtOnce(t.house); await sendAll()
  expect(await inboxOf(person)).toHaveLength(1)
  await expect(t.guest.does(stop, `${token}x`)).rejects.toThrow('notFound')
  await expect(t.guest.does(stop, token.replace('f.', 'p.'))).rejects.toThrow('notFound')
})

test('the digest comes once at eight: a subject once, mine first, the last state on top', async () => {
  const person = await t.newPerson('Toinen Lukija')
  const [own, other] = [await person.does(make, 'Oma idea'), await t.aino.does(make, 'Toisen idea')]
  await person.does(follows, own, 'daily', 'author'); await person.does(follows, other, 'daily')
  await t.jari.does(happens, own, 'Ensin.'); later(1000)
  await t.jari.does(happens, own, 'Sitten.'); later(1000)
  await t.jari.does(happens, other, 'Viimeksi.')
  await deliver(t.house, [tellThem])
  await mailAtOnce(t.house); await mailDigests(t.house); await sendAll()
  expect(await inboxOf(person)).toHaveLength(0) // not eight yet
  t.house.time = new Date('2026-11-23T06:00:00Z')
  await Promise.all([mailDigests(t.house), mailDigests(t.house)]); await mailDigests(t.house); await sendAll()
  const inbox = await inboxOf(person)
  expect(inbox).toHaveLength(1)
  expect(inbox[0]!.subject).toBe('Liikkui: Oma idea ja 1 muuta')
  const { text } = inbox[0]!
  const order = ['Hei Toinen,', 'SINUN', 'Oma idea', '”Sitten.”', 'Sitä ennen yksi muu muutos.', 'SEURAAMASI', 'Toisen idea', '”Viimeksi.”'].map((words) => text.indexOf(words))
  expect(order.every((at) => at >= 0)).toBe(true)
  expect([...order].sort((a, b) => a - b)).toEqual(order)
  expect(text).not.toContain('Ensin.')
  expect(text.match(/\/fi\/stop\/f\./g)).toHaveLength(2)
  expect(inbox[0]!.stop).toContain('/stop/p.')
})

test('what was read in the app, or is wished only there, is not mailed', async () => {
  const [reader, quiet] = [await t.newPerson('Kolmas Lukija'), await t.newPerson('Neljäs Lukija')]
  const id = await t.aino.does(make, 'Penkki')
  await reader.does(follows, id, 'daily'); await quiet.does(follows, id, 'inApp')
  await t.jari.does(happens, id, 'Tapahtui.')
  await deliver(t.house, [tellThem])
  await t.house.database.owner.execute(sql`update notices.notice set read_at = now() where person_id = ${reader.id}`)
  later(86_400_000)
  await mailDigests(t.house); await sendAll()
  expect(await inboxOf(reader)).toHaveLength(0)
  expect(await inboxOf(quiet)).toHaveLength(0)
})

test('a mail server that is away gets everything when it comes back', async () => {
  await server.close()
  const person = await t.newPerson('Viides Lukija')
  await t.aino.does(async (ctx) => { await writeMail(ctx, { to: await emailOf(person), subject: 'Odota\r\nBcc: joku', text: 'Katso https://example.fi/a?b=1&c=2.\n\nTerveisin' }) })
  expect(await sendMail(t.house, mailer)).toEqual({ sent: 0, failed: 1 })
  expect(await sendMail(t.house, mailer)).toEqual({ sent: 0, failed: 0 }) // it waits
  later(6000)
  server = await startMailboxServer(mailbox, { port: server.port })
  expect(await sendMail(t.house, mailer)).toEqual({ sent: 1, failed: 0 })
  const inbox = await inboxOf(person)
  expect(inbox.map((each) => each.subject)).toEqual(['Odota Bcc: joku'])
  const { rows } = await t.house.database.owner.execute<{ html: string }>(sql`select html from notices.mail where subject like 'Odota%'`)
  expect(rows[0]!.html).toContain('<a href="https://example.fi/a?b=1&amp;c=2">')
  later(15 * 86_400_000)
  await forgetMail(t.house)
  expect((await t.house.database.owner.execute(sql`select from notices.mail`)).rows).toHaveLength(0)
})

test('eight in the morning is Finland’s, winter and summer', () => {
  expect(lastDigest(new Date('2026-11-23T05:59:59Z')).toISOString()).toBe('2026-11-22T06:00:00.000Z')
  expect(lastDigest(new Date('2026-11-23T06:00:00Z')).toISOString()).toBe('2026-11-23T06:00:00.000Z')
  expect(lastDigest(new Date('2026-07-01T05:00:00Z')).toISOString()).toBe('2026-07-01T05:00:00.000Z')
})
