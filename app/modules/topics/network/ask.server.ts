import { and, asc, count, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { person } from '#core/identity/schema.server.ts'
import { writeMail } from '#core/notices/mail.server.ts'
import { noticeToMany } from '#core/notices/notice.server.ts'
import { leaveToken } from '#core/notices/stop.server.ts'
import { allow, may } from '#core/permissions/permissions.ts'
import { shownNumber } from '#core/text/few.ts'
import { inLanguage } from '#core/text/language.ts'
import { topicFamily, topicsOf } from '#core/trail/facets.server.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { record } from '#core/trail/record.server.ts'
import { professional, subject, topic } from '#core/trail/schema.server.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { networkAsked, youAreAsked } from '../events.server.ts'
import { goingOn } from '../going-on.server.ts'
import { can } from '../permissions.ts'
import { question } from '../schema.server.ts'
import { networkWords } from './texts/index.ts'

const line = (most: number) => z.string().trim().max(most, 'tooLong').refine((text) => !text.includes('\0'), 'invalid')
export const askForm = z.object({ subjectId: z.string('required').refine(isId, 'required'), title: line(120).pipe(z.string().min(3, 'required')), text: line(3000).pipe(z.string().min(10, 'tooShort')) })
export type Asking = z.infer<typeof askForm>

/** People offered their skills, not their evenings: a network is asked three times a week, and one official asks five times a day. */
const limits = { network: { most: 3, days: 7 }, official: { most: 5, days: 1 } }

/** A topic's network as officials see it: everyone in it with their skills, what has been asked of it, and the things a question can be about: `subjectId`, where one came from, first. */
export async function showNetwork(ctx: Ctx, topicId: string, subjectId: string | null = null) {
  const me = allow(ctx, can.readNetwork)
  const its = isId(topicId) ? (await topicsOf(ctx)).find((each) => each.id === topicId) : undefined
  if (!its) throw new NotFound()
  const m = ctx.scope.municipalityId
  const [professionals, questions, ofTopic, ...ofUnits] = await Promise.all([
    ctx.db.select({ id: professional.id, name: person.name, skill: professional.skill, offer: professional.offer, shown: professional.shown, hiddenAt: professional.hiddenAt, since: professional.since }).from(professional)
      .innerJoin(person, and(eq(person.municipalityId, professional.municipalityId), eq(person.id, professional.personId), isNull(person.leftAt)))
      .where(and(eq(professional.municipalityId, m), eq(professional.topicId, topicId))).orderBy(asc(professional.since)),
    ctx.db.select({ id: question.id, title: question.title, text: question.text, asked: question.asked, at: question.at, by: person.name, subjectId: subject.id, kind: subject.kind, about: subject.title, visibility: subject.visibility }).from(question)
      .innerJoin(subject, and(eq(subject.municipalityId, question.municipalityId), eq(subject.id, question.subjectId)))
      .leftJoin(person, and(eq(person.municipalityId, question.municipalityId), eq(person.id, question.authorPersonId)))
      .where(and(eq(question.municipalityId, m), eq(question.topicId, topicId))).orderBy(desc(question.at)).limit(20),
    topicFamily(ctx, topicId).then((ids) => goingOn(ctx, { by: 'topic', ids })),
    ...me.units.map((unit) => goingOn(ctx, { by: 'unit', ids: [unit.id] })),
  ])
  const from = subjectId && isId(subjectId) ? await subjectOf(ctx, subjectId).catch((cause: unknown) => { if (cause instanceof NotFound) return null; throw cause }) : null
  const first = from?.visibility === 'public' ? [{ id: from.id, title: inLanguage(from.title, ctx.language) }] : []
  const about = [...new Map([...first, ...[...ofTopic, ...ofUnits.flat()].flatMap((group) => group.lines)].map((each) => [each.id, { id: each.id, title: each.title }])).values()]
  return {
    id: topicId, name: its.name, about, professionals: professionals.map(({ hiddenAt, ...row }) => ({ ...row, hidden: hiddenAt !== null })),
    questions: questions.map(({ about: title, kind, visibility, ...row }) => ({ ...row, about: visibility === 'public' ? { title: inLanguage(title, ctx.language), path: subjectPath(kind, row.subjectId) } : null })),
    may: { ask: may(ctx, can.ask) },
  }
}

/**
 * Asks everyone in a topic's network about a public thing: each has a notice, a push message if they have taken
 * them, and, unless they want no mail, a letter through the house; nobody's address is shown. The thing's trail tells that it was asked. They answer where the thing is
 * discussed; one link in the letter leaves the network. Returns `tooOften`, `nobody` or `notPublic`.
 */
export async function askNetwork(ctx: Ctx, topicId: string, input: Asking): Promise<Mended | { asked: number }> {
  const me = allow(ctx, can.ask)
  if (!isId(topicId)) throw new NotFound()
  const m = ctx.scope.municipalityId
  await oneAtATime(ctx, `asking by ${me.id}`)
  await oneAtATime(ctx, `network ${topicId}`)
  const [its] = await ctx.db.select().from(topic).where(and(eq(topic.municipalityId, m), eq(topic.id, topicId), isNull(topic.mergedInto))).for('share')
  if (!its) throw new NotFound()
  const about = await subjectOf(ctx, input.subjectId).catch((cause: unknown) => { if (cause instanceof NotFound) return null; throw cause })
  if (about?.visibility !== 'public') return problems({ subjectId: 'notPublic' })
  const since = (days: number) => gt(question.at, new Date(ctx.now.getTime() - days * 86_400_000))
  const [ofNetwork] = await ctx.db.select({ count: count() }).from(question).where(and(eq(question.municipalityId, m), eq(question.topicId, topicId), since(limits.network.days)))
  const [ofMe] = await ctx.db.select({ count: count() }).from(question).where(and(eq(question.municipalityId, m), eq(question.authorPersonId, me.id), since(limits.official.days)))
  if (ofNetwork!.count >= limits.network.most || ofMe!.count >= limits.official.most) return problems({ form: 'tooOften' })

  const them = (await ctx.db.select({ id: professional.id, personId: professional.personId }).from(professional).where(and(eq(professional.municipalityId, m), eq(professional.topicId, topicId)))).filter((each) => each.personId !== me.id)
  const people = new Map((await ctx.db.select().from(person).where(and(eq(person.municipalityId, m), isNull(person.leftAt), inArray(person.id, them.map((each) => each.personId))))).map((each) => [each.id, each]))
  const asked = them.filter((each) => people.has(each.personId))
  if (asked.length === 0) return problems({ form: 'nobody' })

  const unit = me.units.find((each) => each.id === its.unitId) ?? me.units[0]!
  const shown = shownNumber(asked.length)
  const names = { topicFi: inLanguage(its.name, 'fi'), ...(its.name?.sv ? { topicSv: its.name.sv } : {}), ...(its.name?.en ? { topicEn: its.name.en } : {}) }
  await ctx.db.insert(question).values({ ...ctx.scope, id: ctx.newId(), topicId, subjectId: about.id, authorPersonId: me.id, title: input.title, text: input.text, asked: asked.length, at: ctx.now })
  const eventId = await record(ctx, networkAsked, { subjectId: about.id, unitId: unit.id, data: { ...names, ...(shown === null ? {} : { asked: String(shown) }) } })
  // The letter is written here, with its own way out of the network; the notice is in the app and, for who has taken push messages, on their phone at once.
  const told = { subjectId: about.id, eventId, kind: youAreAsked.kind, data: { ...names, title: input.title, sentence: input.text }, byMail: false as const }
  const [calm, others] = [true, false].map((quiet) => asked.map((each) => each.personId).filter((id) => (people.get(id)!.rhythm === 'inApp') === quiet)) as [string[], string[]]
  await noticeToMany(ctx, calm, { ...told, rhythm: 'inApp' })
  await noticeToMany(ctx, others, { ...told, rhythm: 'atOnce' })
  for (const each of asked) {
    const reader = people.get(each.personId)!
    if (!reader.email || !reader.byMail || reader.rhythm === 'inApp') continue
    const t = networkWords(reader.language).mail
    const leave = ctx.address(`/network/leave/${leaveToken(ctx, each.id)}`, reader.language)
    await writeMail(ctx, {
      to: reader.email, language: reader.language, subject: input.title, stopUrl: `${leave}/now`,
      text: t.text({ name: reader.name.split(' ')[0]!, by: me.name, unit: inLanguage(unit.name, reader.language), topic: inLanguage(its.name, reader.language), about: inLanguage(about.title, reader.language), title: input.title, text: input.text, address: ctx.address(subjectPath(about.kind, about.id), reader.language), leave }),
    })
  }
  return { asked: asked.length }
}
