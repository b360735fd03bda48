import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { once } from '#core/db/open.server.ts'
import { Moved, NotFound } from '#core/errors/errors.ts'
import { picturesOf, withKeys } from '#core/files/pictures.server.ts'
import { unit } from '#core/identity/schema.server.ts'
import { allowAnyone, may } from '#core/permissions/permissions.ts'
import { inLanguage, otherLanguage } from '#core/text/language.ts'
import { isLate } from '#core/trail/due.server.ts'
import { stageSign } from '#core/trail/kind.ts'
import { subject } from '#core/trail/schema.server.ts'
import { subjectColumns } from '#core/trail/subject.server.ts'
import { linksOf, trailOf } from '#core/trail/trail.server.ts'
import { whyHidden } from '#modules/moderation/server'
import { answerLines } from '../categories/answers.server.ts'
import { categoryOf } from '../categories/categories.server.ts'
import { idOfOwnToken } from '../own.server.ts'
import { panelsOf } from '../panels.ts'
import { can } from '../permissions.ts'
import { addition, report, sender } from '../schema.server.ts'
import { stateRules } from '../states.ts'
import { questionOf } from './fixed.server.ts'

const p = sql.placeholder
const nobody = '00000000-0000-0000-0000-000000000000'
const main = alias(subject, 'main'), mainReport = alias(report, 'main_report')

const shown = once((db) => db.select({
  ...subjectColumns, reference: report.reference, text: report.text, answers: report.answers, address: report.address, state: report.state, stateSince: report.stateSince, closedAt: report.closedAt,
  categoryId: report.categoryId, priority: report.priority, mergedInto: report.mergedInto, channel: report.channel, sentAt: report.sentAt, forgottenAt: report.forgottenAt, unit: unit.name,
  shownName: sql<string | null>`case when ${sender.shown} then ${sender.name} end`, email: sender.email,
  mainTitle: main.title, mainStage: main.stage, mainVisibility: main.visibility, mainReference: mainReport.reference,
  linked: sql<boolean>`exists (select 1 from trail.link l where l.municipality_id = ${p('m')} and (l.from_id = ${subject.id} or l.to_id = ${subject.id}))`,
  pictured: sql<boolean>`exists (select 1 from files.picture f where f.municipality_id = ${p('m')} and f.subject_id = ${subject.id})`,
  added: sql<boolean>`exists (select 1 from ${addition} a where a.municipality_id = ${p('m')} and a.report_id = ${subject.id})`,
  follows: sql<boolean>`exists (select 1 from trail.follow f where f.municipality_id = ${p('m')} and f.subject_id = ${subject.id} and f.person_id = ${p('me')}::uuid)`,
  mailed: sql<string | null>`(select f.email from trail.follow f where f.municipality_id = ${p('m')} and f.subject_id = ${subject.id} and f.why = 'author' and f.email is not null and f.confirmed_at is not null limit 1)`,
  saidMeToo: sql<boolean>`exists (select 1 from feedback.me_too t where t.municipality_id = ${p('m')} and t.report_id = ${subject.id} and t.who = ${p('me')})`,
}).from(subject)
  .innerJoin(report, and(eq(report.municipalityId, subject.municipalityId), eq(report.id, subject.id)))
  .leftJoin(sender, and(eq(sender.municipalityId, subject.municipalityId), eq(sender.reportId, subject.id)))
  .leftJoin(unit, and(eq(unit.municipalityId, subject.municipalityId), eq(unit.id, subject.ownerUnitId)))
  .leftJoin(main, and(eq(main.municipalityId, report.municipalityId), eq(main.id, report.mergedInto)))
  .leftJoin(mainReport, and(eq(mainReport.municipalityId, report.municipalityId), eq(mainReport.id, report.mergedInto)))
  .where(and(eq(subject.municipalityId, p('m')), eq(subject.id, p('id')))).prepare('feedback_shown'))

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number]
async function rowOf(ctx: Ctx, id: string | null): Promise<Row> {
  if (!isId(id)) throw new NotFound()
  const [row] = await shown(ctx.db).execute({ m: ctx.scope.municipalityId, id, me: ctx.actor.kind === 'person' ? ctx.actor.id : nobody })
  if (!row) throw new NotFound()
  return row
}

/** A report of which only the place is left for others: hidden by a moderator, or taken back by its sender. */
export type GoneReport = { gone: 'hidden' | 'withdrawn'; id: string; at: Date; explanation: string }
export type ShownReport = Exclude<Awaited<ReturnType<typeof showReport>>, GoneReport>

/**
 * The public page of a report. A private one is for who handles it and who sent it; one that a moderator has hidden, and one
 * that was taken back, is for others only its place and the reason. One that was merged leads to what it was merged into.
 * Throws NotFound, Moved.
 */
export async function showReport(ctx: Ctx, id: string) {
  allowAnyone(ctx, can.send)
  const row = await rowOf(ctx, id)
  const insider = may(ctx, can.asSender, row) || may(ctx, can.handle, row)
  const { visibility } = row
  if (visibility === 'waiting' || (visibility === 'private' && !may(ctx, can.readPrivate, row))) throw new NotFound()
  if (visibility === 'withdrawn' && !insider) return { gone: 'withdrawn', id, at: row.movedAt, explanation: '' } satisfies GoneReport
  if (visibility === 'hidden' && !may(ctx, can.seeHidden, row)) {
    const why = (await whyHidden(ctx, id)).get(id)
    if (!why) throw new NotFound()
    return { gone: 'hidden', id, at: why.at, explanation: why.explanation } satisfies GoneReport
  }
  if (row.mergedInto && row.mainVisibility === 'public' && visibility === 'public' && !insider) throw new Moved(`/feedback/${row.mergedInto}`)
  return whole(ctx, row, 'page', null)
}

/** The sender's own page, by the token of its link: whatever its visibility. Throws NotFound for a link that is not the house's. */
export async function showOwn(ctx: Ctx, token: string) {
  allowAnyone(ctx, can.send)
  const row = await rowOf(ctx, idOfOwnToken(ctx, token))
  return whole(ctx, row, 'own', token)
}

async function whole(ctx: Ctx, row: Row, on: 'page' | 'own', token: string | null) {
  const { id, visibility, state } = row
  const sent = on === 'own' || may(ctx, can.asSender, row)
  const live = visibility === 'public' || visibility === 'private'
  const category = await categoryOf(ctx, row.categoryId)
  const trail = await trailOf(ctx, id)
  const links = row.linked ? await linksOf(ctx, id) : []
  const pictures = row.pictured ? await picturesOf(ctx, id) : []
  const keyed = token !== null && visibility !== 'public' ? withKeys(ctx, pictures) : pictures
  const additions = row.added ? (await additionsOf(ctx, id)).filter((each) => !each.hidden || sent) : []
  const question = sent && live && state === 'done' ? await questionOf(ctx, id) : null
  const why = visibility === 'hidden' ? (await whyHidden(ctx, id)).get(id) : undefined
  const panels = live ? await panelsOf(ctx, { ...row, ...(token ? { own: token } : {}) }, on) : []
  const open = stateRules[state].open
  return {
    gone: null, id, token, visibility, state, stage: row.stage, sign: stageSign('report', row.stage, ctx.language), open: open && live, reference: row.reference,
    title: inLanguage(row.title, ctx.language), lang: otherLanguage(row.title, ctx.language), textLang: row.language === ctx.language ? undefined : row.language, text: row.text, summary: row.summary,
    category: { id: category.id, name: category.name, icon: category.icon }, lines: answerLines(category, row.answers, ctx.language),
    place: row.placeName, address: row.address, area: row.area, point: row.longitude !== null && row.latitude !== null ? { longitude: row.longitude, latitude: row.latitude } : null,
    sentAt: row.sentAt, closedAt: row.closedAt, name: row.shownName, meToos: row.supports, additions, links, trail, panels, question,
    before: keyed.filter((each) => each.role !== 'after'), after: keyed.filter((each) => each.role === 'after'),
    owed: { owner: row.unit ? inLanguage(row.unit, ctx.language) : null, dueAt: live ? row.dueAt : null, late: live && isLate(row, ctx.now), answered: row.answeredAt !== null },
    merged: row.mergedInto && row.mainTitle && row.mainVisibility === 'public' ? { path: `/feedback/${row.mergedInto}`, title: inLanguage(row.mainTitle, ctx.language), reference: row.mainReference, stage: row.mainStage!, sign: stageSign('report', row.mainStage!, ctx.language) } : null,
    hiddenWhy: why ? { explanation: why.explanation, decisionId: why.decisionId } : null, forgotten: row.forgottenAt !== null, url: ctx.address(`/feedback/${id}`),
    mine: { sent, follows: row.follows, saidMeToo: row.saidMeToo, mail: sent ? row.mailed : null, email: sent ? row.email : null, person: row.authorPersonId !== null },
    may: { meToo: open && visibility === 'public' && !sent && !row.saidMeToo, handle: may(ctx, can.handle, row), change: sent && live, pass: may(ctx, can.pass, row) },
  }
}

/** What its sender has added, the oldest first. */
export async function additionsOf(ctx: Ctx, reportId: string): Promise<{ id: string; text: string; at: Date; hidden: boolean }[]> {
  return ctx.db.select({ id: addition.id, text: addition.text, at: addition.at, hidden: addition.hidden }).from(addition)
    .where(and(eq(addition.municipalityId, ctx.scope.municipalityId), eq(addition.reportId, reportId))).orderBy(asc(addition.at), asc(addition.id))
}
