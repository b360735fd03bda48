import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { Paper } from '#core/documents/paper.ts'
import { person } from '#core/identity/schema.server.ts'
import { day, number } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { atWallClock } from '#core/time/local.ts'
import type { Its } from './open.server.ts'
import { answerDue } from './rules/thresholds.ts'
import { coAuthor, signature } from './schema.server.ts'
import { ofInitiative } from './signing/sign.server.ts'
import { initiativeWords } from './texts/index.ts'

/** Everything that is handed to the registry: the initiative, who answers for it and how to reach them, every name with its ground. */
export type Whole = Awaited<ReturnType<typeof handingOver>>
export async function handingOver(ctx: Ctx, its: Its) {
  const { row, subject } = its
  const [author] = await ctx.db.select({ name: person.name, email: person.email }).from(person).where(and(eq(person.municipalityId, ctx.scope.municipalityId), eq(person.id, row.authorPersonId)))
  const others = await ctx.db.select({ name: coAuthor.name, email: coAuthor.email }).from(coAuthor).where(and(eq(coAuthor.municipalityId, ctx.scope.municipalityId), eq(coAuthor.initiativeId, row.id), isNotNull(coAuthor.acceptedAt))).orderBy(asc(coAuthor.acceptedAt))
  const names = await ctx.db.select({ name: signature.name, shown: signature.shown, membership: signature.membership, home: signature.home, identified: signature.identified, at: signature.confirmedAt }).from(signature)
    .where(and(ofInitiative(ctx, row.id), isNotNull(signature.confirmedAt))).orderBy(asc(signature.confirmedAt), asc(signature.id))
  return { row, title: inLanguage(subject.title, subject.language), language: subject.language, authors: [{ name: author?.name ?? '', email: author?.email ?? null }, ...others], names }
}

/** The paper of the registry: for the record and for the list of names. */
export function paperOf(ctx: Ctx, { row, title, authors, names }: Whole): Paper {
  const t = initiativeWords(ctx.language)
  const p = t.paper
  const when = (at: Date) => day(at, ctx.language, new Date(0))
  const sentAt = row.sentAt ?? ctx.now
  return {
    title, language: ctx.language, author: inLanguage(ctx.municipality.name, ctx.language), subject: row.kind === 'referendum' ? t.kindNames.referendum : t.kindNames.ordinary, date: sentAt,
    blocks: [
      { kind: 'facts', rows: [
        [p.municipality, inLanguage(ctx.municipality.name, ctx.language)], [p.pendingSince, when(sentAt)], [p.dueBy, when(answerDue(sentAt))],
        ...(row.publishedAt ? [[p.collected, `${when(row.publishedAt)} – ${when(sentAt)}`] as [string, string]] : []),
        [p.names, p.namesOf(number(row.signers, ctx.language), number(row.residents, ctx.language))],
        ...(row.collective && row.threshold2 && row.basisResidents ? [[p.two, p.thresholdOf(number(row.threshold2, ctx.language), row.residents >= row.threshold2)] as [string, string]] : []),
        ...(row.kind === 'referendum' && row.threshold4 ? [[p.four, p.thresholdOf(number(row.threshold4, ctx.language), row.residents >= row.threshold4)] as [string, string]] : []),
        ...(row.basisDay && row.basisResidents && row.basisAged15plus ? [[p.basis, p.basisOf(number(row.basisResidents, ctx.language), number(row.basisAged15plus, ctx.language), when(atWallClock(row.basisDay, '12:00:00')), row.basisSource ?? '')] as [string, string]] : []),
        [p.address, ctx.address(`/initiatives/${row.id}`)],
      ] },
      { kind: 'heading', level: 1, text: p.text }, { kind: 'text', text: row.text },
      { kind: 'heading', level: 1, text: p.authors },
      { kind: 'table', caption: p.authors, head: [p.name, p.email], rows: authors.map((each) => [each.name, each.email ?? '–']) },
      ...(row.contact ? [{ kind: 'text' as const, text: row.contact }] : []),
      { kind: 'heading', level: 1, text: p.signatures },
      { kind: 'text', text: p.signaturesNote },
      { kind: 'table', caption: p.signatures, head: [p.number, p.name, p.ground, p.how, p.day, p.shown], rows: names.map((each, i) => [String(i + 1), each.name, t.membershipNames[each.membership], each.identified ? p.identified : p.notIdentified, each.at ? when(each.at) : '', each.shown ? p.yes : p.no]) },
    ],
  }
}

/** The same as data for a case management system. Dates are ISO 8601; the municipality's code is Statistics Finland's. */
export function dataOf(ctx: Ctx, { row, title, language, authors, names }: Whole) {
  return {
    format: 'nousu.initiative/1', id: row.id, url: ctx.address(`/initiatives/${row.id}`, language), language, municipality: { code: ctx.municipality.code, name: ctx.municipality.name },
    kind: row.kind, collective: row.collective, title, text: row.text,
    published: row.publishedAt?.toISOString() ?? null, sent: row.sentAt?.toISOString() ?? null, due: row.sentAt ? answerDue(row.sentAt).toISOString() : null,
    thresholds: row.threshold2 && row.threshold4 ? { twoPercent: row.threshold2, fourPercentAged15plus: row.threshold4, basis: { date: row.basisDay, source: row.basisSource, residents: row.basisResidents, aged15plus: row.basisAged15plus } } : null,
    counts: { all: row.signers, residents: row.residents }, authors, contact: row.contact || null,
    signatures: names.map((each) => ({ name: each.name, public: each.shown, membership: each.membership, homeMunicipality: each.home, identified: each.identified, date: each.at?.toISOString() ?? null })),
  }
}
