import { and, eq } from 'drizzle-orm'
import type { Ctx } from '#core/context/context.server.ts'
import type { View } from '#core/http/page.ts'
import { nowSource, type NowFact, placePanel, servicesPanel } from '#modules/directory/server'
import { alsoNear, category, type Known } from '#modules/feedback/server'
import { type Disruption, openDisruptions } from './current.server.ts'
import { DisruptionCard, DisruptionRow } from './rows.tsx'
import { concerns, farFrom } from './shape.ts'
import { disruptionWords } from './texts/index.ts'
import { Section } from '#ui/layout.tsx'

/** Told beforehand, a place is not closed yet: only what is on closes it. */
const closing = async (ctx: Ctx, placeIds: string[]) => (await openDisruptions(ctx)).filter((each) => each.closes.some((id) => placeIds.includes(id)))

/** "Suljettu: vesivahinko": stands before the open words of a place. */
nowSource({ name: 'disruptions', order: 1, async read(ctx, placeIds) {
  const t = disruptionWords(ctx.language)
  const facts = new Map<string, NowFact[]>()
  for (const its of await closing(ctx, placeIds)) if (its.state === 'on') for (const id of its.closes) if (placeIds.includes(id) && !facts.has(id)) facts.set(id, [{
    key: 'closed', words: t.closedNow(its.title), tone: 'off', icon: 'closed', at: its.startsAt, until: its.endsAt, primary: true, shut: true, data: { closed: true, reason: its.title, disruption: its.id, until: its.endsAt?.toISOString() ?? null },
  }])
  return facts
} })

placePanel({ name: 'disruptions', order: 1, async read(ctx, its) {
  const here = await closing(ctx, [its.id])
  return here.length === 0 ? null : (view: View) => <Section title={disruptionWords(view.language).now}>{here.map((each) => <DisruptionCard key={each.id} its={each} view={view} />)}</Section>
} })

/** So many stand on the Palvelut tab; the rest are a tap away. */
const onTab = 3
servicesPanel({ name: 'disruptions', order: 10, async read(ctx) {
  const on = (await openDisruptions(ctx)).filter((each) => each.state === 'on')
  return (view: View) => {
    const t = disruptionWords(view.language)
    return (
      <Section id="disruptions" title={t.koti} more={<a href={view.href('/disruptions')}>{t.all}</a>}>
        {on.length > 0 ? <ul className="card rows">{on.slice(0, onTab).map((each) => <DisruptionRow key={each.id} its={each} view={view} />)}</ul> : <p className="meta">{t.none}</p>}
      </Section>
    )
  }
} })

/** So long before it begins, what is coming answers who is about to report it. */
const soon = 86_400_000

/** Who is about to report what a disruption explains sees it first: within its shape or buffer, while it is on or a day before it. */
async function knownNear(ctx: Ctx, asked: { categoryId: string; longitude: number; latitude: number }): Promise<Known[]> {
  const near = (await openDisruptions(ctx)).filter((each) => each.startsAt.getTime() - ctx.now.getTime() < soon && (each.whole || concerns(asked, each.parts)))
  if (near.length === 0) return []
  const [its] = near.some((each) => each.answers.length > 0) ? await ctx.db.select({ key: category.key }).from(category).where(and(eq(category.municipalityId, ctx.scope.municipalityId), eq(category.id, asked.categoryId))) : []
  return near.filter((each) => each.answers.length === 0 || (its && each.answers.includes(its.key))).map((each) => known(each, asked))
}
const known = (its: Disruption, asked: { longitude: number; latitude: number }): Known => ({
  kind: 'works', id: its.id, path: its.path, title: its.title, text: [its.lead, its.text].filter(Boolean).join(' '), state: 'announced', metres: its.parts.length ? Math.round(Math.min(...its.parts.map((each) => farFrom(asked, each)))) : null, at: its.startsAt, ...(its.endsAt ? { until: its.endsAt } : {}), meToos: 0, picture: null, canMeToo: false,
})
alsoNear({ name: 'disruptions', find: knownNear })
