import { page } from '#core/http/page.ts'
import { day, number } from '#core/text/format.ts'
import { atWallClock } from '#core/time/local.ts'
import { LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { populationNow } from '../population.server.ts'
import { initiativeWords } from '../texts/index.ts'

/** How to make an initiative and what it leads to (410/2015, 29 §: the municipality tells how one can take part). */
export default page('/initiatives/how', {
  read: (ctx) => populationNow(ctx),
  head: (_its, { language }) => ({ title: initiativeWords(language).howTo.title, description: initiativeWords(language).howTo.lead, place: 'participate' }),
  view(its, view) {
    const { language, now } = view
    const words = initiativeWords(language)
    const t = words.howTo
    return (
      <div className="stack wide">
        <PageHead title={t.title} crumbs={[{ to: view.href('/initiatives'), name: words.initiatives }]}><p className="lead">{t.lead}</p></PageHead>
        <Section id="who" title={t.who}><p>{t.whoText}</p></Section>
        <Section id="steps" title={t.whatHappens}><ol className="numbered">{t.steps.map((step) => <li key={step}>{step}</li>)}</ol></Section>
        <Section id="two" title={t.two}><p>{t.twoText} {its && <b>{t.twoNow(number(its.two, language))}</b>}</p></Section>
        <Section id="four" title={t.four}><p>{t.fourText} {its && <b>{t.fourNow(number(its.four, language))}</b>}</p></Section>
        {its && <p className="hint">{t.basis(day(atWallClock(its.day, '12:00:00'), language, new Date(now.getTime() + 400 * 86_400_000)), its.source)}</p>}
        <Section id="names" title={t.names}><p>{t.namesText}</p></Section>
        <Section id="national" title={t.national}><p>{t.nationalText}</p><p className="actions"><LinkButton kind="main" icon="sign" to={view.href('/initiatives/new')}>{words.start}</LinkButton><LinkButton icon="out" to="https://www.kuntalaisaloite.fi/">kuntalaisaloite.fi</LinkButton></p></Section>
      </div>
    )
  },
})
