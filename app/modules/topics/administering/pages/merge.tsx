import { fields, page } from '#core/http/page.ts'
import { fewest } from '#core/text/few.ts'
import { inLanguage } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary } from '#ui/form.tsx'
import { Card, LinkButton, PageHead } from '#ui/layout.tsx'
import { mergeForm, mergeTopic, type Moves, previewMerge } from '../merge.server.ts'
import { keepingWords } from '../texts/index.ts'

/** A topic goes into another: first where, then what moves, then it happens. */
export default page('/admin/topics/:topicId/merge', {
  read: (ctx, { topicId }, query) => previewMerge(ctx, topicId, query.get('into')),
  forms: { merge: fields(mergeForm, async (ctx, { topicId }: { topicId: string }, input) => { const done = await mergeTopic(ctx, topicId, input); return 'problems' in done ? done : { to: '/admin/topics?merged=1' } }) },
  head: ({ from }, { language }) => ({ title: `${keepingWords(language).merge}: ${inLanguage(from.name, language)}`, place: 'desk', hidden: true }),
  view: ({ from, to, others, moves }, view) => {
    const { language } = view
    const t = keepingWords(language)
    const name = inLanguage(from.name, language)
    return (
      <div className="stack wide">
        <PageHead title={t.mergeOf(name)} crumbs={[{ to: view.href('/admin'), name: t.admin }, { to: view.href('/admin/topics'), name: t.topics }]}><p className="lead">{t.mergeLead}</p></PageHead>
        <ErrorSummary failed={view.failed} does="merge" labels={{}} words={t.problems} language={language} />
        <form method="get" className="stack">
          <div className="field"><label htmlFor="into">{t.into}</label>
            <select id="into" name="into" defaultValue={to?.id ?? ''}><option value="">–</option>{others.map((each) => <option key={each.id} value={each.id}>{inLanguage(each.name, language)}</option>)}</select></div>
          <p className="actions"><Button {...(to ? {} : { kind: 'main' as const })}>{t.showMoves}</Button></p>
        </form>
        {to && moves && (
          <Card tone="ask" label={t.merge}>
            <h2>{t.becomes(name, inLanguage(to.name, language))}</h2>
            <ul className="bullets">{said(moves, t.moves).map((line) => <li key={line}>{line}</li>)}</ul>
            <p>{t.noWayBack}</p>
            <div className="actions"><ActionForm does="merge" className="inline"><input type="hidden" name="into" value={to.id} /><Button kind="main" icon="merged">{t.mergeNow}</Button></ActionForm><LinkButton to={view.href('/admin/topics')}>{t.cancel}</LinkButton></div>
          </Card>
        )}
      </div>
    )
  },
})

/** Numbers of things as they are, of people never below five. */
function said(moves: Moves, t: ReturnType<typeof keepingWords>['moves']): string[] {
  const people = (count: number) => (count === 0 ? t.nobody : count < fewest ? t.few : String(count))
  return [t.things(moves.things), t.followers(people(moves.followers)), ...(moves.both >= fewest ? [t.both(moves.both)] : []), t.professionals(people(moves.professionals)), ...(moves.parts ? [t.parts(moves.parts)] : []), t.address]
}
