import type { Ctx } from '#core/context/context.server.ts'
import { page } from '#core/http/page.ts'
import { may } from '#core/permissions/permissions.ts'
import { NotFound } from '#core/errors/errors.ts'
import { inLanguage } from '#core/text/language.ts'
import { seenTitle, subjectOf } from '#core/trail/subject.server.ts'
import { Empty, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { crowdOf } from '../crowd.server.ts'
import { usualDays } from '../curve.server.ts'
import { slotAt } from '../day-kind.ts'
import { can } from '../permissions.ts'
import { CrowdNow, UsualCurve, usualSentence } from '../parts.tsx'
import { occupancyWords } from '../texts/index.ts'

async function read(ctx: Ctx, { placeId }: { placeId: string }) {
  const place = await subjectOf(ctx, placeId, { kind: 'place' })
  const name = seenTitle(ctx, place)
  if (name === null) throw new NotFound()
  const counters = await crowdOf(ctx, [place.id])
  return { id: place.id, name, counters, usual: await usualDays(ctx, counters.map((each) => each.counterId)), sees: may(ctx, can.see), ...slotAt(ctx.now) }
}

/** The whole usual week of a place: each kind of day as a curve, in words and as a table, today first. */
export default page('/places/:placeId/crowd', {
  read,
  head: ({ name, id }, { language }) => ({ title: occupancyWords(language).weekTitle(name), description: occupancyWords(language).weekLead, place: 'services', live: id }),
  view({ id, name, counters, usual, kind, hour, sees }, view) {
    const t = occupancyWords(view.language)
    const kinds = (counterId: string) => (usual.get(counterId) ?? []).toSorted((a, b) => (a.kind - kind + 8) % 8 - (b.kind - kind + 8) % 8)
    return (
      <div className="stack wide">
        <PageHead title={t.weekTitle(name)} crumbs={[{ to: view.href(`/places/${id}`), name }]}><p className="lead">{t.weekLead}</p></PageHead>
        {counters.length === 0 && <Empty icon="gauge" action={<LinkButton to={view.href(`/places/${id}`)}>{t.place}</LinkButton>}>{t.none}</Empty>}
        {counters.map((its) => (
          <Section key={its.counterId} id={`c-${its.counterId}`} title={counters.length > 1 ? inLanguage(its.name, view.language) : t.title}>
            <div className="card"><CrowdNow its={its} language={view.language} title="" keeps={sees ? view.href(`/admin/counters/${its.counterId}`) : undefined} /></div>
            {kinds(its.counterId).length === 0 ? <p className="hint">{t.gathering}</p> : (
              <div className="usual-week">
                {kinds(its.counterId).map((each) => (
                  <section key={each.kind} className="card stack tight"><h3>{t.onTitle(each.kind)}</h3><p>{usualSentence(each, view.language)}</p>
                    {each.hours.length > 0 && <UsualCurve its={each} language={view.language} now={each.kind === kind ? hour : undefined} table />}</section>
                ))}
              </div>
            )}
          </Section>
        ))}
        {counters.length > 0 && <p className="hint">{t.small}</p>}
      </div>
    )
  },
})
