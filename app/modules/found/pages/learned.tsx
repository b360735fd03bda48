import { page } from '#core/http/page.ts'
import { inLanguage } from '#core/text/language.ts'
import { Card, PageHead, Section } from '#ui/layout.tsx'
import { signed } from '../hits.tsx'
import { showLearned } from '../learned.server.ts'
import { signals } from '../signals.ts'
import { foundWords } from '../texts/index.ts'

const ordinary = (its: (typeof signals)[number]) => Math.max(its.idea ?? 0, its.need ?? 0) - (its.none ?? 0)

/** A few of a signal's words, as a person writes them: an ending as "-aisi", a beginning as "kuoppa-". */
const examplesOf = (its: (typeof signals)[number]) => its.words.split('|').slice(0, 3).map((each) => each.replace(/^\^/, '').replace(/^\*+|\*+$/g, '-').replaceAll(' *', ' -').replace(/^, /, '')).join(', ')

export default page('/found/learned', {
  read: (ctx) => showLearned(ctx),
  head: (_data, { language }) => ({ title: foundWords(language).learned.title, place: 'desk', hidden: true }),
  view: ({ weights, confirmed, rejected, lacking }, { language, href }) => {
    const words = foundWords(language), t = words.learned
    const named = (feature: string) => (feature.startsWith('word:') ? t.word(feature.slice(5)) : inLanguage(signals.find((each) => each.name === feature)?.because ?? { fi: feature }, language))
    return (
      <>
        <PageHead title={t.title} crumbs={[{ to: href('/found'), name: words.title }]}><p className="lead">{t.lead}</p></PageHead>
        <Card label={t.title}><p><b>{t.counts(confirmed, rejected)}</b> {lacking > 0 && t.lacking(lacking)}</p><p className="hint">{t.privacy}</p></Card>
        {weights.length === 0 ? <p>{t.nothing}</p> : (
          <table><caption className="visually-hidden">{t.title}</caption>
            <thead><tr><th scope="col">{t.feature}</th><th scope="col" className="n">{t.weight}</th><th scope="col" className="n">{t.seen}</th></tr></thead>
            <tbody>{weights.map((each) => <tr key={each.feature}><td>{named(each.feature)}</td><td className="n">{signed(each.weight, language)}</td><td className="n">{each.seen}</td></tr>)}</tbody>
          </table>
        )}
        <Section title={t.signals}>
          <p className="hint">{t.signalsHint}</p>
          <table><caption className="visually-hidden">{t.signals}</caption>
            <thead><tr><th scope="col">{t.feature}</th><th scope="col">{t.examples}</th><th scope="col" className="n">{t.ordinary}</th></tr></thead>
            <tbody>{signals.map((each) => <tr key={each.name}><td>{inLanguage(each.because, language)}</td><td>{examplesOf(each)}</td><td className="n">{signed(Math.round(ordinary(each) * 100) / 100, language)}</td></tr>)}</tbody>
          </table>
        </Section>
      </>
    )
  },
})
