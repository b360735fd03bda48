import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { listSubjects, type Line } from '#core/trail/list.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { wallClock } from '#core/time/local.ts'
import { can } from './permissions.ts'
import { registryOf } from './population.server.ts'
import { elsewhere, initiative, type Outcome } from './schema.server.ts'

/** What the list is narrowed by: where an initiative stands, in the reader's terms. */
export const standings = ['collecting', 'pending', 'decided'] as const
export type StandingName = (typeof standings)[number]
const stageOf = { collecting: 'idea', pending: 'decision', decided: 'ended' } as const
const isStanding = (text: string | null): text is StandingName => standings.includes(text as StandingName)

export type InitiativeLine = Line & { collective: boolean; referendum: boolean; threshold: number | null; residents: number; signers: number; outcome: Outcome | null; elsewhere: boolean }

/** A page of public initiatives, those followed from the national service among them, and what waits for the asker. */
export async function listInitiatives(ctx: Ctx, query: URLSearchParams) {
  const asked = query.get('state')
  const standing = isStanding(asked) ? asked : null
  const after = query.get('after')
  const { lines, next } = await listSubjects(ctx, { kind: 'initiative', sort: query.get('sort') === 'supported' ? 'supported' : 'newest', ...(standing ? { stage: stageOf[standing] } : {}), ...(after ? { after } : {}) })
  const ids = lines.map((line) => line.id)
  const [own, theirs] = ids.length === 0 ? [[], []] : await Promise.all([
    ctx.db.select({ id: initiative.id, collective: initiative.collective, kind: initiative.kind, two: initiative.threshold2, four: initiative.threshold4, residents: initiative.residents, signers: initiative.signers, outcome: initiative.outcome }).from(initiative).where(and(eq(initiative.municipalityId, ctx.scope.municipalityId), inArray(initiative.id, ids))),
    ctx.db.select({ id: elsewhere.id, kind: elsewhere.kind, signers: elsewhere.signers }).from(elsewhere).where(and(eq(elsewhere.municipalityId, ctx.scope.municipalityId), inArray(elsewhere.id, ids))),
  ])
  const rows = lines.map((line): InitiativeLine => {
    const its = own.find((each) => each.id === line.id), other = theirs.find((each) => each.id === line.id)
    const referendum = (its ?? other)?.kind === 'referendum'
    return { ...line, collective: its?.collective ?? true, referendum, threshold: (referendum ? its?.four : its?.two) ?? null, residents: its?.residents ?? 0, signers: its?.signers ?? other?.signers ?? 0, outcome: its?.outcome ?? null, elsewhere: other !== undefined }
  })
  const { unitId } = await registryOf(ctx)
  const officer = may(ctx, can.check, { ownerUnitId: unitId })
  return { rows, next, standing, supported: query.get('sort') === 'supported', after, year: Number(wallClock(ctx.now).day.slice(0, 4)), mine: await waitingForMe(ctx), toCheck: officer ? await toCheck(ctx) : [], officer, admin: may(ctx, can.setUp) }
}

const waiting = { id: initiative.id, title: subject.title, state: initiative.state, fix: initiative.fix }
const seen = and(eq(subject.municipalityId, initiative.municipalityId), eq(subject.id, initiative.id))
const named = (ctx: Ctx) => <T extends { title: typeof subject.$inferSelect.title }>(row: T) => ({ ...row, title: inLanguage(row.title, ctx.language) })

/** My own that are not public yet. */
async function waitingForMe(ctx: Ctx) {
  if (ctx.actor.kind !== 'person') return []
  const rows = await ctx.db.select(waiting).from(initiative).innerJoin(subject, and(seen, eq(subject.visibility, 'waiting'))).where(and(eq(initiative.municipalityId, ctx.scope.municipalityId), eq(initiative.authorPersonId, ctx.actor.id))).limit(20)
  return rows.map(named(ctx))
}
/** What the officers have to check, oldest first. */
async function toCheck(ctx: Ctx) {
  const asked = and(eq(initiative.municipalityId, ctx.scope.municipalityId))
  const rows = [
    ...await ctx.db.select(waiting).from(initiative).innerJoin(subject, seen).where(and(asked, eq(initiative.state, 'review'))).orderBy(initiative.reviewAskedAt).limit(50),
    ...await ctx.db.select(waiting).from(initiative).innerJoin(subject, seen).where(and(asked, eq(initiative.fix, 'review'))).orderBy(initiative.reviewAskedAt).limit(50),
  ]
  return rows.map(named(ctx))
}
