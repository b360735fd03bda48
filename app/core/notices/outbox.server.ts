import { sql } from 'drizzle-orm'
import type { House } from '#core/context/context.server.ts'
import { inLanguage, type Language, type Translated } from '#core/text/language.ts'
import type { Mailer, Sent } from '#core/ports/mail.server.ts'

type Row = { municipality_id: number; id: string; to: string; language: Language; subject: string; text: string; html: string; stop_url: string | null; reply_to: string | null; attempts: number; name: Translated; attachments: { name: string; type: string; base64: string }[] | null }

/** Letters taken in one round; they are handed over side by side. */
const inRound = 20
/** A server that does not take a letter in five days never will (RFC 5321 4.5.4.1: at least 4-5 days). */
export const triedForDays = 5
const stillTried = (now: Date) => sql`m.sent_at is null and coalesce(m.give_up_at, m.created_at + make_interval(days => ${triedForDays})) > ${now}`
/** 5 s, 10 s, … at most a quarter of an hour: a server that comes back is noticed soon. */
const waitAfter = (attempts: number) => Math.min(5_000 * 2 ** (attempts - 1), 900_000)

/**
 * Hands waiting letters to the mail server, one round. Any number of processes may do this at once. A letter is marked
 * sent after the server has taken it; a process that dies between the two sends it again under the same Message-ID.
 * Returns how many were sent, and how many failed.
 */
export async function sendMail(house: House, mailer: Mailer): Promise<{ sent: number; failed: number }> {
  return house.database.owner.transaction(async (tx) => {
    const now = house.clock()
    const { rows } = await tx.execute<Row>(sql`
      select m.municipality_id, m.id, m."to", m.language, m.subject, m.text, m.html, m.stop_url, m.reply_to, m.attempts, i.name,
        (select json_agg(json_build_object('name', a.name, 'type', a.type, 'base64', encode(a.bytes, 'base64')) order by a.position) from notices.attachment a where a.municipality_id = m.municipality_id and a.mail_id = m.id) as attachments
      from notices.mail m join identity.municipality i on i.id = m.municipality_id
      where ${stillTried(now)} and m.try_after <= ${now}
      order by m.try_after limit ${inRound} for update of m skip locked`)
    const results = await Promise.all(rows.map(async (row): Promise<Sent> => mailer.send({
      id: row.id, to: row.to, fromName: inLanguage(row.name, row.language), subject: row.subject, text: row.text, html: row.html, language: row.language, stopUrl: row.stop_url, replyTo: row.reply_to,
      attachments: (row.attachments ?? []).map((each) => ({ name: each.name, type: each.type, bytes: Buffer.from(each.base64, 'base64') })),
    })))
    let sent = 0
    for (const [i, row] of rows.entries()) {
      const result = results[i]!
      if (result.done) {
        sent++
        await tx.execute(sql`update notices.mail set sent_at = ${now}, attempts = attempts + 1, last_error = null where municipality_id = ${row.municipality_id} and id = ${row.id}`)
        continue
      }
      const giveUp = result.forGood ? sql`, give_up_at = ${now}` : sql``
      await tx.execute(sql`update notices.mail set attempts = attempts + 1, last_error = ${result.error}, try_after = ${new Date(now.getTime() + waitAfter(row.attempts + 1))}${giveUp} where municipality_id = ${row.municipality_id} and id = ${row.id}`)
    }
    return { sent, failed: rows.length - sent }
  })
}

/** When the next waiting letter may be tried, so that the worker need not ask in vain. */
export async function nextMailAt(house: House): Promise<Date | null> {
  const { rows } = await house.database.owner.execute<{ at: Date | string | null }>(sql`
    select min(m.try_after) as at from notices.mail m where ${stillTried(house.clock())}`)
  return rows[0]?.at ? new Date(rows[0].at) : null
}

/** Mail is not an archive: what was sent, or given up, is erased after two weeks (it holds sign-in links and names). So are push messages. */
export async function forgetMail(house: House) {
  const before = new Date(house.clock().getTime() - 14 * 86_400_000)
  await house.database.owner.execute(sql`delete from notices.mail where created_at < ${before}`)
  await house.database.owner.execute(sql`delete from notices.push where created_at < ${before}`)
}
