import { page } from '#core/http/page.ts'
import { withQuery } from '#core/http/urls.ts'
import { day } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { endOf } from '#core/time/local.ts'
import { Fact, LinkButton, PageHead } from '#ui/layout.tsx'
import { HearingLinks } from '../hearing/hearing.tsx'
import { showManage } from '../manage.server.ts'
import { DecisionPart, EndsPart } from '../managing/ends-parts.tsx'
import { manageForms } from '../managing/forms.server.ts'
import { MaterialsPart } from '../managing/materials-part.tsx'
import { IdeasPart, OffersPart } from '../managing/people-parts.tsx'
import { PhasesPart } from '../managing/phases-part.tsx'
import { CasePart, ConditionsPart, ContactPart, QuestionPart, ReachPart, WordsPart } from '../managing/words-parts.tsx'
import { matterWords } from '../texts/index.ts'

export default page('/matters/:matterId/manage', {
  read: (ctx, { matterId }) => showManage(ctx, matterId),
  forms: manageForms,
  head: ({ title }, { language }) => ({ title: `${matterWords(language).manage.title}: ${title}`, place: 'desk', hidden: true }),
  view(its, view) {
    const t = matterWords(view.language)
    const { its: own, open, id } = its.matter
    const { topicId } = its.matter.subject
    const published = own.state === 'published'
    return (
      <>
        <PageHead title={t.manage.title} crumbs={[{ to: view.href('/desk'), name: t.manage.desk }, { to: view.href(`/matters/${id}`), name: its.title }]}>
          <p className="meta">{open ? <><Fact icon="routed">{inLanguage(open.name, view.language)}</Fact>{open.endsOn && <Fact icon="clock">{t.phase.until(day(endOf(open.endsOn), view.language, view.now))}</Fact>}</> : <Fact icon="edited">{t.list.draft}</Fact>}</p>
          <p className="actions">{!published && <LinkButton kind="main" icon="next" to={view.href(`/matters/${id}/publish`)}>{t.states.toReview}</LinkButton>}<LinkButton to={view.href(`/matters/${id}`)} icon="arrow">{t.manage.look}</LinkButton>{published && topicId && !!view.me?.units.length && <LinkButton to={view.href(withQuery(`/topics/${topicId}/network`, { subject: id }))} icon="people">{t.manage.askNetwork}</LinkButton>}</p>
        </PageHead>
        <HearingLinks matterId={id} view={view} />
        <div className="stack tight parts">
          <PhasesPart its={its} view={view} />
          <OffersPart its={its} view={view} />
          <WordsPart its={its} view={view} />
          <QuestionPart its={its} view={view} />
          <ConditionsPart its={its} view={view} />
          <MaterialsPart its={its} view={view} />
          <ReachPart its={its} view={view} />
          <ContactPart its={its} view={view} />
          <CasePart its={its} view={view} />
          <IdeasPart its={its} view={view} />
          {published && <DecisionPart its={its} view={view} />}
          <EndsPart its={its} view={view} />
        </div>
      </>
    )
  },
})
