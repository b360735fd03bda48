import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Ctx, oneAtATime } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { NotFound } from '#core/errors/errors.ts'
import { allow } from '#core/permissions/permissions.ts'
import { type Language, languages, type Translated } from '#core/text/language.ts'
import { oneLine } from './input.ts'
import { can } from './permissions.ts'
import { type Doing, template, type TemplatePhase } from './schema.server.ts'
import { type Template, usual } from './templates.ts'

/** What one may do in a phase, in the order it is offered. */
export const doings = ['comment', 'mark', 'propose'] as const satisfies readonly Doing[]
/** Where on the loop a phase may stand. */
export const phaseStages = ['idea', 'developing', 'experiment', 'decision'] as const

/** The municipality's templates; where the admin has made none, the usual one. */
export async function templatesOf(ctx: Ctx): Promise<Template[]> {
  const rows = await ctx.db.select({ id: template.id, name: template.name, phases: template.phases }).from(template)
    .where(eq(template.municipalityId, ctx.scope.municipalityId)).orderBy(asc(template.position), asc(template.id))
  return rows.length ? rows.map((row) => ({ ...row, name: row.name ?? {} })) : [usual]
}

/** The template that a form chose; the first when it chose none or one that is gone. */
export async function templateOf(ctx: Ctx, id: string): Promise<Template> {
  const all = await templatesOf(ctx)
  return all.find((each) => each.id === id) ?? all[0]!
}

const names = { fi: oneLine(60), sv: oneLine(60), en: oneLine(60) }
const named = (its: { [L in Language]: string }): Translated => Object.fromEntries(languages.filter((each) => its[each]).map((each) => [each, its[each]]))
const days = z.coerce.number('daysOdd').int('daysOdd').min(1, 'daysOdd').max(1500, 'daysOdd')

/** A phase of the form: a numbered group of fields; one without a name in any language is left out. */
const phaseFields = z.object({ ...names, days, stage: z.enum(phaseStages, 'invalid'), does: z.array(z.enum(doings)).default([]), hearing: z.preprocess((value) => value === 'on', z.boolean()) })
export const phasesMost = 12

/** Keeps a template: a new one, or a known one's new wording. A matter that has begun with it is not changed. */
export async function keepTemplate(ctx: Ctx, form: FormData): Promise<{ problems: Record<string, string> } | { id: string }> {
  allow(ctx, can.keepTemplates)
  const text = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value : '' }
  const found: Record<string, string> = {}
  const head = z.object(names).safeParse({ fi: text('fi'), sv: text('sv'), en: text('en') })
  if (!head.success) found.fi = 'tooLong'
  else if (!head.data.fi && !head.data.sv && !head.data.en) found.fi = 'required'
  const phases: TemplatePhase[] = []
  for (let i = 0; i < phasesMost; i++) {
    if (!languages.some((language) => text(`phase${i}${language}`).trim())) continue
    const read = phaseFields.safeParse({
      ...Object.fromEntries(languages.map((language) => [language, text(`phase${i}${language}`)])), days: text(`phase${i}days`), stage: text(`phase${i}stage`) || 'developing',
      does: doings.filter((each) => form.getAll(`phase${i}does[]`).includes(each)), hearing: text(`phase${i}hearing`),
    })
    if (!read.success) { for (const issue of read.error.issues) found[`phase${i}${String(issue.path[0])}`] ??= /^[a-z][A-Za-z]+$/.test(issue.message) ? issue.message : 'invalid'; continue }
    const { days: length, stage, does, hearing, ...name } = read.data
    phases.push({ name: named(name), does, stage, days: length, ...(hearing ? { hearing } : {}) })
  }
  if (phases.length === 0 && Object.keys(found).length === 0) found.phase0fi = 'required'
  if (!head.success || Object.keys(found).length) return { problems: found }
  await oneAtATime(ctx, 'preparation templates')
  const id = text('id')
  const values = { name: named(head.data), phases }
  if (id && id !== usual.id) {
    if (!isId(id)) throw new NotFound()
    const kept = await ctx.db.update(template).set(values).where(thisOne(ctx, id)).returning({ id: template.id })
    if (kept.length === 0) throw new NotFound()
    return { id }
  }
  const before = await ctx.db.select({ position: template.position }).from(template).where(eq(template.municipalityId, ctx.scope.municipalityId))
  const made = ctx.newId()
  // The usual one is taken into the municipality's own the first time another is made beside it, so that it does not vanish from the choices.
  if (before.length === 0 && id !== usual.id) await ctx.db.insert(template).values({ ...ctx.scope, id: ctx.newId(), name: usual.name, phases: usual.phases, position: 0 })
  await ctx.db.insert(template).values({ ...ctx.scope, id: made, ...values, position: 1 + Math.max(0, ...before.map((each) => each.position)) })
  return { id: made }
}

/** Removes a template; matters that began with it keep their phases. When the last one goes, the usual one is offered again. */
export async function removeTemplate(ctx: Ctx, id: string) {
  allow(ctx, can.keepTemplates)
  if (!isId(id)) throw new NotFound()
  await ctx.db.delete(template).where(thisOne(ctx, id))
}

/** What the page of templates shows. Throws SignInNeeded, Forbidden. */
export async function showTemplates(ctx: Ctx, editing: string | null) {
  allow(ctx, can.keepTemplates)
  const templates = await templatesOf(ctx)
  return { templates, usual: templates[0] === usual, editing: editing === 'new' ? 'new' as const : templates.find((each) => each.id === editing) ?? null }
}

const thisOne = (ctx: Ctx, id: string) => and(eq(template.municipalityId, ctx.scope.municipalityId), eq(template.id, id))
