import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { once } from '#core/db/open.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allowAnyone, may } from '#core/permissions/permissions.ts'
import { inLanguage, type Language, otherLanguage } from '#core/text/language.ts'
import { subject } from '#core/trail/schema.server.ts'
import { can } from '../permissions.ts'
import { lifeSituation, lifeStep } from '../schema.server.ts'

const p = sql.placeholder
const all = once((db) => db.select().from(lifeSituation).where(eq(lifeSituation.municipalityId, p('m'))).orderBy(asc(lifeSituation.position), asc(lifeSituation.key)).prepare('directory_life'))

/** A moment of life as lists show it. */
export type Situation = { id: string; key: string; name: string; lead: string; icon: string; lang: Language | undefined; shown: boolean }
/** A step of its path. `to`: where it leads, within the municipality or outside. */
export type Step = { id: string; name: string; text: string; lang: Language | undefined; to: { path: string; kind: 'service' | 'place' | 'page' | 'outside'; name: string | null } | null }

/** The situations that are shown, in their order. One query. */
export async function situationsOf(ctx: Ctx): Promise<Situation[]> {
  return (await all(ctx.db).execute({ m: ctx.scope.municipalityId })).filter((row) => row.shown).map((row) => asShown(ctx, row))
}
const asShown = (ctx: Ctx, row: typeof lifeSituation.$inferSelect): Situation => ({ id: row.id, key: row.key, name: inLanguage(row.name, ctx.language), lead: inLanguage(row.lead, ctx.language), icon: row.icon, lang: otherLanguage(row.name, ctx.language), shown: row.shown })

/** A situation with its path, for everyone; one that is not shown only for who keeps it. Two queries. Throws NotFound. */
export async function showLife(ctx: Ctx, key: string): Promise<{ its: Situation; steps: Step[]; others: Situation[]; keeps: boolean }> {
  allowAnyone(ctx, can.read)
  const keeps = may(ctx, can.keepSituations)
  const rows = await all(ctx.db).execute({ m: ctx.scope.municipalityId })
  const row = rows.find((each) => each.key === key)
  if (!row || (!row.shown && !keeps)) throw new NotFound()
  const steps = await ctx.db.select({ step: lifeStep, kind: subject.kind, title: subject.title, visibility: subject.visibility }).from(lifeStep).leftJoin(subject, and(eq(subject.municipalityId, lifeStep.municipalityId), eq(subject.id, lifeStep.subjectId)))
    .where(and(eq(lifeStep.municipalityId, ctx.scope.municipalityId), eq(lifeStep.situationId, row.id))).orderBy(asc(lifeStep.position), asc(lifeStep.id))
  return {
    its: asShown(ctx, row), others: rows.filter((each) => each.shown && each.id !== row.id).map((each) => asShown(ctx, each)), keeps,
    steps: steps.map(({ step, kind, title, visibility }) => ({
      id: step.id, name: inLanguage(step.name, ctx.language), text: inLanguage(step.text, ctx.language), lang: otherLanguage(step.name, ctx.language),
      to: step.subjectId && title && visibility === 'public' ? { path: kind === 'place' ? `/places/${step.subjectId}` : `/services/${step.subjectId}`, kind: kind === 'place' ? 'place' as const : 'service' as const, name: inLanguage(title, ctx.language) }
        : step.url ? { path: step.url, kind: step.url.startsWith('/') ? 'page' as const : 'outside' as const, name: null } : null,
    })),
  }
}
