import type { Ctx } from '#core/context/context.server.ts'
import { isProblems, type Mended } from '#core/errors/errors.ts'
import { pdfOf } from '#core/documents/pdf.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { allow } from '#core/permissions/permissions.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { record } from '#core/trail/record.server.ts'
import { changeSubject } from '#core/trail/subject.server.ts'
import { keepComing } from '#modules/meetings/server'
import { sent } from './events.server.ts'
import { asAuthor, initiativeOf, mustAllow, officersOf, thisOne } from './open.server.ts'
import { dataOf, handingOver, paperOf } from './paper.server.ts'
import { can } from './permissions.ts'
import { registryOf } from './population.server.ts'
import { makePublic } from './publish.server.ts'
import { answerDue } from './rules/thresholds.ts'
import { initiative } from './schema.server.ts'
import { initiativeWords } from './texts/index.ts'

/**
 * Sends the initiative to the municipality: collecting ends, the matter is pending from now and owed its answer in six months. The
 * registry gets it by mail as a paper and as data, with every name; its officials get a notice. One that was accepted and not yet
 * published is made public by the same act. The initiative's row is locked from the first line, so that a name comes wholly
 * before or not at all. Throws Forbidden, Conflict('notNow').
 */
export async function sendInitiative(ctx: Ctx, id: string): Promise<Mended | void> {
  const before = await initiativeOf(ctx, id, { lock: true })
  allow(ctx, can.manage, before.thing)
  mustAllow(before, 'send')
  if (before.row.state === 'accepted') {
    const done = await makePublic(ctx, before)
    if (isProblems(done)) return done
  }
  const { email, unitId } = await registryOf(ctx)
  await ctx.db.update(initiative).set({ sentAt: ctx.now, sentTo: email }).where(thisOne(ctx, id))
  const dueAt = answerDue(ctx.now)
  await changeSubject(ctx, id, { stage: 'decision', dueAt, ownerUnitId: unitId })
  await keepComing(ctx, id)
  const its = await initiativeOf(ctx, id)
  const data = { signers: String(its.row.signers) }
  const eventId = await record(asAuthor(ctx, its.row), sent, { subjectId: id, stage: 'decision', data })
  await noticeToMany(ctx, await officersOf(ctx, unitId), { subjectId: id, eventId, kind: sent.kind, data: { ...data, to: `/initiatives/${id}/check` } })
  if (!email) return
  const language = ctx.municipality.languages[0] ?? 'fi' // the registry's, whatever the author's is
  const whole = await handingOver({ ...ctx, language }, its)
  const t = initiativeWords(language).mail
  const title = inLanguage(its.subject.title, language)
  await writeMail(ctx, {
    to: email, language, subject: t.registrySubject(title),
    text: t.registry({ title, signers: its.row.signers, residents: its.row.residents, two: its.row.threshold2, reached: its.row.crossed2At !== null, referendum: its.row.kind === 'referendum' && its.row.crossed4At !== null, due: day(dueAt, language, ctx.now), url: ctx.address(`/initiatives/${id}`, language) }),
    attachments: [
      { name: `${t.fileName}.pdf`, type: 'application/pdf', bytes: await pdfOf(paperOf({ ...ctx, language }, whole)) },
      { name: `${t.fileName}.json`, type: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(dataOf(ctx, whole), null, 1)) },
    ],
  })
}
