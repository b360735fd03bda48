import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import type { View } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { inLanguage } from '#core/text/language.ts'
import { placesOf, unitsOf } from '#core/trail/facets.server.ts'
import { isPublic, subject } from '#core/trail/schema.server.ts'
import { category } from '#modules/feedback/server'
import { ActionForm, Button, Choice, ErrorSummary, Select, TextField } from '#ui/form.tsx'
import { can } from './permissions.ts'
import type { Question } from './questions.server.ts'
import { satisfactionWords } from './texts/index.ts'

/** Things of a unit to choose from; what is asked about from its own page (`aboutId`) is among them however many there are. */
const mostThings = 200
/** What a question is chosen from: the asker's units, the known places, the services and places of those units, the report categories. */
export async function choicesOf(ctx: Ctx, aboutId: string | null = null) {
  const [units, places, categories] = await Promise.all([unitsOf(ctx), placesOf(ctx), ctx.db.select({ id: category.id, name: category.name }).from(category).where(and(eq(category.municipalityId, ctx.scope.municipalityId), isNull(category.closedAt)))])
  const mine = units.filter((each) => may(ctx, can.keep, { unitId: each.id })).map((each) => each.id)
  const columns = { id: subject.id, kind: subject.kind, title: subject.title, unitId: subject.ownerUnitId }
  const here = and(eq(subject.municipalityId, ctx.scope.municipalityId), isPublic, inArray(subject.kind, ['service', 'place']), mine.length ? inArray(subject.ownerUnitId, mine) : sql`false`)
  const [things, about] = await Promise.all([ctx.db.select(columns).from(subject).where(here).orderBy(desc(subject.movedAt)).limit(mostThings), aboutId && isId(aboutId) ? ctx.db.select(columns).from(subject).where(and(here, eq(subject.id, aboutId))) : []])
  const named = [...about, ...things.filter((each) => each.id !== about[0]?.id)].map((each) => ({ id: each.id, kind: each.kind as 'service' | 'place', name: inLanguage(each.title, ctx.language), title: each.title, unitId: each.unitId! })).sort((a, b) => a.name.localeCompare(b.name, ctx.language))
  return { things: named, about: named.find((each) => each.id === aboutId) ?? null, units: units.filter((each) => may(ctx, can.keep, { unitId: each.id })), places, categories: categories.map((each) => ({ id: each.id, name: inLanguage(each.name ?? {}, ctx.language) })).sort((a, b) => a.name.localeCompare(b.name, ctx.language)) }
}
export type Choices = Awaited<ReturnType<typeof choicesOf>>

/** The form of a question, new or known. */
export function QuestionForm({ does, choices, its, view }: { does: string; choices: Choices; its?: Question; view: View }) {
  const t = satisfactionWords(view.language)
  const name = its?.name ?? choices.about?.title
  const common = { does, failed: view.failed, language: view.language, words: t.form.problems }
  const text = (name: string, value: string | undefined, hint?: string, optional = false) => <TextField {...common} name={name} label={t.form.labels[name]!} value={value} {...(hint ? { hint } : {})} max={120} optional={optional} autoComplete="off" />
  return (
    <ActionForm does={does}>
      <ErrorSummary failed={view.failed} does={does} labels={t.form.labels} words={t.form.problems} language={view.language} />
      <Choice {...common} name="about" label={t.form.labels.about!} value={its?.about ?? choices.about?.kind ?? 'service'} row options={(['service', 'place', 'unit'] as const).map((value) => ({ value, label: t.about[value] }))} />
      {text('nameFi', name?.fi, t.form.nameHint)}{text('nameSv', name?.sv, undefined, true)}{text('nameEn', name?.en, undefined, true)}
      <Select {...common} name="unitId" label={t.form.labels.unitId!} value={its?.unitId ?? choices.about?.unitId} options={choices.units.map((each) => ({ value: each.id, label: each.name }))} />
      <Select {...common} name="subjectId" label={t.form.labels.subjectId!} value={its?.subjectId ?? choices.about?.id ?? ''} optional empty={t.form.noSubject} options={choices.things.map((each) => ({ value: each.id, label: each.name }))} />
      <Select {...common} name="placeId" label={t.form.labels.placeId!} value={its?.placeId ?? ''} optional empty={t.form.noPlace} options={choices.places.map((each) => ({ value: each.id, label: each.name }))} />
      <Select {...common} name="categoryId" label={t.form.labels.categoryId!} value={its?.categoryId ?? ''} optional empty={t.form.anyCategory} options={choices.categories.map((each) => ({ value: each.id, label: each.name }))} />
      {text('promptFi', its?.prompt?.fi, t.form.promptHint, true)}{text('promptSv', its?.prompt?.sv, undefined, true)}{text('promptEn', its?.prompt?.en, undefined, true)}
      <p className="actions"><Button kind="main" icon="check">{t.form.save}</Button></p>
    </ActionForm>
  )
}
