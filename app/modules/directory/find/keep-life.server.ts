import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { sqlState } from '#core/db/open.server.ts'
import { type Mended, NotFound, problems } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { inLanguage, type Translated } from '#core/text/language.ts'
import { searchSubjects } from '#core/trail/search.server.ts'
import { subject } from '#core/trail/schema.server.ts'
import { can } from '../permissions.ts'
import { lifeSituation, lifeStep } from '../schema.server.ts'
import { starterLives } from './starter/life.ts'

/** A path longer than this is not walked. */
const mostSteps = 30

const said = (most: number) => z.string().trim().max(most, 'tooLong').default('')
const translated = (name: string, most: number) => ({ [`${name}.fi`]: said(most), [`${name}.sv`]: said(most), [`${name}.en`]: said(most) })
const read = (its: Record<string, unknown>, name: string): Translated => Object.fromEntries((['fi', 'sv', 'en'] as const).flatMap((language) => { const text = its[`${name}.${language}`]; return typeof text === 'string' && text ? [[language, text]] : [] }))
/** What the forms of a situation and of a step say. Some language is enough; the first of the municipality's is asked for. */
export const situationForm = z.object({ ...translated('name', 120), ...translated('lead', 500), key: z.string().trim().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,39}$/, 'badKey'), icon: z.string().max(40), shown: z.string().optional() })
export const stepForm = z.object({ ...translated('name', 160), ...translated('text', 1500), id: z.string().default(''), to: said(500), hit: z.string().max(60).default('') })

const here = (ctx: Ctx, id: string) => and(eq(lifeSituation.municipalityId, ctx.scope.municipalityId), eq(lifeSituation.id, id))
async function situation(ctx: Ctx, id: string, lock = false) {
  if (!isId(id)) throw new NotFound()
  const found = ctx.db.select().from(lifeSituation).where(here(ctx, id))
  const [row] = await (lock ? found.for('update') : found)
  if (!row) throw new NotFound()
  return row
}

/** All situations for who keeps them, each with how many steps it has. */
export async function livesToKeep(ctx: Ctx) {
  allow(ctx, can.keepSituations)
  const steps = sql<number>`(select count(*)::int from directory.life_step s where s.municipality_id = ${ctx.scope.municipalityId} and s.situation_id = directory.life_situation.id)`
  return ctx.db.select({ id: lifeSituation.id, key: lifeSituation.key, name: lifeSituation.name, icon: lifeSituation.icon, shown: lifeSituation.shown, steps }).from(lifeSituation).where(eq(lifeSituation.municipalityId, ctx.scope.municipalityId)).orderBy(asc(lifeSituation.position), asc(lifeSituation.key))
}
/** One situation with its steps as they are written. Throws NotFound. */
export async function lifeToKeep(ctx: Ctx, id: string) {
  allow(ctx, can.keepSituations)
  const its = await situation(ctx, id)
  const steps = await ctx.db.select({ step: lifeStep, kind: subject.kind, title: subject.title }).from(lifeStep).leftJoin(subject, and(eq(subject.municipalityId, lifeStep.municipalityId), eq(subject.id, lifeStep.subjectId)))
    .where(and(eq(lifeStep.municipalityId, ctx.scope.municipalityId), eq(lifeStep.situationId, id))).orderBy(asc(lifeStep.position), asc(lifeStep.id))
  return { its, steps: steps.map(({ step, kind, title }) => ({ ...step, to: step.subjectId ? `/${kind === 'place' ? 'places' : 'services'}/${step.subjectId}` : step.url, toName: title ? inLanguage(title, ctx.language) : null })) }
}

/** Makes a situation, or changes the one of `id`. An address that another has is a problem of `key`, also when two take it at once. */
export async function keepLife(ctx: Ctx, id: string | null, form: z.output<typeof situationForm>): Promise<{ id: string } | Mended> {
  allow(ctx, can.keepSituations)
  const name = read(form, 'name'), lead = read(form, 'lead'), first = ctx.municipality.languages[0] ?? 'fi'
  if (Object.keys(name).length === 0) return problems({ [`name.${first}`]: 'required' })
  const its = { name, lead, key: form.key, icon: form.icon, shown: form.shown === 'on' }
  try {
    if (id) { await situation(ctx, id, true); await ctx.db.transaction(async (tx) => { await tx.update(lifeSituation).set(its).where(here(ctx, id)) }); return { id } }
    const made = ctx.newId()
    await ctx.db.transaction(async (tx) => { await tx.insert(lifeSituation).values({ ...ctx.scope, id: made, ...its, position: sql`(select coalesce(max(position), 0) + 1 from directory.life_situation where municipality_id = ${ctx.scope.municipalityId})` }) })
    return { id: made }
  } catch (cause) { if (sqlState(cause).code === '23505') return problems({ key: 'taken' }); throw cause }
}
export async function removeLife(ctx: Ctx, id: string) {
  allow(ctx, can.keepSituations)
  await situation(ctx, id, true)
  await ctx.db.delete(lifeSituation).where(here(ctx, id))
}
/** Moves a situation past its neighbour. At the end it does nothing. */
export async function moveLife(ctx: Ctx, id: string, way: 'up' | 'down') {
  allow(ctx, can.keepSituations)
  await oneAtATime(ctx, 'life situations')
  const rows = await ctx.db.select({ id: lifeSituation.id }).from(lifeSituation).where(eq(lifeSituation.municipalityId, ctx.scope.municipalityId)).orderBy(asc(lifeSituation.position), asc(lifeSituation.key))
  for (const [position, each] of passed(rows.map((row) => row.id), id, way).entries()) await ctx.db.update(lifeSituation).set({ position }).where(here(ctx, each))
}
function passed(ids: string[], id: string, way: 'up' | 'down'): string[] {
  const at = ids.indexOf(id), to = at + (way === 'up' ? -1 : 1)
  if (at < 0) throw new NotFound()
  if (to < 0 || to >= ids.length) return ids
  const moved = [...ids]
  ;[moved[at], moved[to]] = [moved[to]!, moved[at]!]
  return moved
}

/**
 * Writes a step: a new one at the end, or the one of `id`. Where it leads is said as an address or as the name of a service or a
 * place: a name that means several comes back as `choose` with those to pick from in `values`.
 */
export async function keepStep(ctx: Ctx, situationId: string, form: z.output<typeof stepForm>): Promise<Asked | void> {
  allow(ctx, can.keepSituations)
  await situation(ctx, situationId, true)
  const name = read(form, 'name'), text = read(form, 'text'), first = ctx.municipality.languages[0] ?? 'fi'
  if (Object.keys(name).length === 0) return problems({ [`name.${first}`]: 'required' })
  const to = await leadsTo(ctx, form.to, form.hit)
  if ('problems' in to) return to
  const which = and(eq(lifeStep.municipalityId, ctx.scope.municipalityId), eq(lifeStep.situationId, situationId))
  if (form.id) {
    if (!isId(form.id)) throw new NotFound()
    const rows = await ctx.db.update(lifeStep).set({ name, text, ...to }).where(and(which, eq(lifeStep.id, form.id))).returning({ id: lifeStep.id })
    if (rows.length === 0) throw new NotFound()
    return
  }
  const steps = await ctx.db.select({ position: lifeStep.position }).from(lifeStep).where(which)
  if (steps.length >= mostSteps) return problems({ [`name.${first}`]: 'tooMany' })
  await ctx.db.insert(lifeStep).values({ ...ctx.scope, id: ctx.newId(), situationId, name, text, ...to, position: Math.max(0, ...steps.map((each) => each.position)) + 1 })
}

type Leads = { subjectId: string | null; url: string }
type Asked = Mended & { /** to pick from */ values?: Record<string, string> }
async function leadsTo(ctx: Ctx, written: string, hit: string): Promise<Leads | Asked> {
  const exists = async (id: string) => (await ctx.db.select({ id: subject.id }).from(subject).where(and(eq(subject.municipalityId, ctx.scope.municipalityId), eq(subject.id, id), sql`${subject.kind} in ('service', 'place')`))).length > 0
  if (isId(hit) && await exists(hit)) return { subjectId: hit, url: '' }
  if (!written) return { subjectId: null, url: '' }
  const own = /\/(?:services|places)\/([0-9a-f-]{36})(?:[/?#]|$)/.exec(written)?.[1]
  if (own && isId(own) && await exists(own)) return { subjectId: own, url: '' }
  if (/^(https?:)?\//i.test(written)) {
    // a path of the municipality begins with one stroke: two would lead elsewhere
    const inside = /^\/(?![/\\])/.test(written), outside = /^https:\/\//i.test(written) && URL.canParse(written)
    return inside || outside ? { subjectId: null, url: written } : problems({ to: 'badUrl' })
  }
  const { lines } = await searchSubjects(ctx, written, { kinds: ['service', 'place'] })
  const same = lines.filter((line) => line.title.toLocaleLowerCase('fi') === written.toLocaleLowerCase('fi'))
  if (same.length === 1) return { subjectId: same[0]!.id, url: '' }
  return lines.length ? { problems: { to: 'choose' }, values: { hits: lines.slice(0, 8).map((line) => `${line.id} ${line.title}`).join('\n') } } : problems({ to: 'notFound' })
}

export async function removeStep(ctx: Ctx, situationId: string, id: string) {
  allow(ctx, can.keepSituations)
  await situation(ctx, situationId, true)
  await ctx.db.delete(lifeStep).where(and(eq(lifeStep.municipalityId, ctx.scope.municipalityId), eq(lifeStep.situationId, situationId), eq(lifeStep.id, id)))
}
export async function moveStep(ctx: Ctx, situationId: string, id: string, way: 'up' | 'down') {
  allow(ctx, can.keepSituations)
  await situation(ctx, situationId, true)
  const which = and(eq(lifeStep.municipalityId, ctx.scope.municipalityId), eq(lifeStep.situationId, situationId))
  const rows = await ctx.db.select({ id: lifeStep.id }).from(lifeStep).where(which).orderBy(asc(lifeStep.position), asc(lifeStep.id))
  for (const [position, each] of passed(rows.map((row) => row.id), id, way).entries()) await ctx.db.update(lifeStep).set({ position }).where(and(which, eq(lifeStep.id, each)))
}

/** Gives a municipality the ready-made situations that it does not have yet, all shown. Tapped twice it does nothing more. */
export async function addStarterLives(ctx: Ctx) {
  allow(ctx, can.keepSituations)
  await oneAtATime(ctx, 'life situations')
  const has = new Set((await ctx.db.select({ key: lifeSituation.key }).from(lifeSituation).where(eq(lifeSituation.municipalityId, ctx.scope.municipalityId))).map((row) => row.key))
  for (const [position, { steps, ...its }] of starterLives.entries()) {
    if (has.has(its.key)) continue
    const id = ctx.newId()
    await ctx.db.insert(lifeSituation).values({ ...ctx.scope, id, ...its, position })
    await ctx.db.insert(lifeStep).values(steps.map((step, at) => ({ ...ctx.scope, id: ctx.newId(), situationId: id, position: at + 1, name: step.name, text: step.text, url: step.url ?? '' })))
  }
}
