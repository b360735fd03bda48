import { day } from '#core/text/format.ts'
import { page, type View } from '#core/http/page.ts'
import { atWallClock, wallClock } from '#core/time/local.ts'
import { discussionForms } from '#modules/discussion/server'
import { Discussion } from '#modules/discussion/ui'
import { Videos } from '#modules/video/ui'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Prose, Section } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { Share } from '#ui/share.tsx'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { Trail } from '#ui/trail.tsx'
import { AnswerCard, ExperimentCard } from '../answering/parts.tsx'
import { followIdea, unfollowIdea } from '../follow.server.ts'
import { type HiddenIdea, showIdea, type ShownIdea } from '../show.server.ts'
import { supportIdea, withdrawSupport } from '../support.server.ts'
import { ideaWords } from '../texts/index.ts'

export default page('/ideas/:ideaId', {
  read: (ctx, { ideaId }, query) => showIdea(ctx, ideaId, query),
  forms: {
    support: (ctx, { ideaId }) => supportIdea(ctx, ideaId),
    withdrawSupport: (ctx, { ideaId }) => withdrawSupport(ctx, ideaId),
    follow: (ctx, { ideaId }) => followIdea(ctx, ideaId),
    unfollow: (ctx, { ideaId }) => unfollowIdea(ctx, ideaId),
    ...discussionForms<'/ideas/:ideaId'>(({ ideaId }) => ideaId),
  },
  head(idea, view) {
    if (idea.gone) return { title: ideaWords(view.language).gone.title, place: 'participate', hidden: true }
    const image = idea.pictures[0] && view.href(idea.pictures[0].large)
    return {
      title: idea.title, description: idea.summary, place: 'participate', live: idea.id, wide: true,
      hidden: idea.visibility !== 'public', ...(image ? { image } : {}),
      data: {
        '@type': 'DiscussionForumPosting', headline: idea.title, text: idea.text, url: idea.url, inLanguage: idea.language, datePublished: idea.createdAt.toISOString(),
        ...(idea.editedAt ? { dateModified: idea.editedAt.toISOString() } : {}),
        author: { '@type': idea.byOrganisation ? 'Organization' : 'Person', name: idea.author || ideaWords(view.language).withoutAuthor },
        interactionStatistic: [{ '@type': 'InteractionCounter', interactionType: 'https://schema.org/LikeAction', userInteractionCount: idea.supports }, { '@type': 'InteractionCounter', interactionType: 'https://schema.org/CommentAction', userInteractionCount: idea.comments }],
      },
    }
  },
  view: (idea, view) => (idea.gone ? <Gone idea={idea} view={view} /> : <Idea idea={idea} view={view} />),
})

type Its = { idea: ShownIdea; view: View }

function Idea({ idea, view }: Its) {
  const t = ideaWords(view.language)
  const { language, now } = view
  const lang = idea.language === language ? undefined : idea.language
  const running = idea.experiments.find((each) => !each.endedAt)
  const trail = idea.trail.map((item) => (item.kind === 'ideas.answered' && typeof item.data.answerId === 'string' ? { ...item, sentence: null, more: <p><a href={`#answer-${item.data.answerId}`}>{t.readAnswer}</a></p> } : item))
  return (
    <>
      <PageHead title={idea.title} lang={lang} crumbs={[{ to: view.href('/ideas'), name: t.ideas }, ...(idea.topic ? [{ to: view.href(`/topics/${idea.topic.id}`), name: idea.topic.name }] : [])]}>
        <p className="meta">
          {idea.visibility === 'public' && <StageMark stage={idea.stage} language={language} />}
          {idea.owed.late && <LateMark language={language} />}
          {idea.kind === 'need' && <span className="stage is-quiet" title={t.needHint}><Icon name="need" />{t.need}</span>}
          {idea.author && <Fact icon={idea.byOrganisation ? 'organisation' : 'person'}>{idea.author}</Fact>}
          <Fact icon="calendar"><time dateTime={idea.createdAt.toISOString()}>{day(idea.createdAt, language, now)}</time></Fact>
          {idea.place && <Fact icon="place">{idea.area ? <a href={view.href(`/areas/${encodeURIComponent(idea.area)}`)}>{idea.place}</a> : idea.place}</Fact>}
        </p>
      </PageHead>
      <div className="beside trailing">
        <div className="stack">
          <Trail items={trail} owed={idea.owed} stage={idea.stage} language={language} now={now} next={running ? running.endsOn < wallClock(now).day ? t.experimentToTell : t.experimentEnds(day(atWallClock(running.endsOn, '12:00:00'), language, now)) : null} />
          <Officials idea={idea} view={view} />
        </div>
        <div className="stack wide">
          <States idea={idea} view={view} />
          {idea.visibility === 'public' && <Actions idea={idea} view={view} />}
          {idea.visibility !== 'withdrawn' && <section className="stack" aria-label={t.text}><Prose text={idea.text} lang={lang} /><Photos idea={idea} view={view} /></section>}
          <Small idea={idea} view={view} />
          {idea.visibility !== 'withdrawn' && <Videos its={idea.videos} view={view} />}
          {idea.answers.length > 0 && <Section id="answers" title={t.answers}>{idea.answers.map((answer) => <AnswerCard key={answer.id} answer={answer} view={view} />)}</Section>}
          {idea.experiments.length > 0 && <Section id="experiment" title={t.experiment}>{idea.experiments.map((each) => <ExperimentCard key={each.round} its={each} view={view} />)}</Section>}
          <Linked links={idea.links} view={view} />
          <Discussion its={idea.talk} view={view} />
        </div>
      </div>
    </>
  )
}

/** What keeps the idea from being an ordinary public one, said first. */
function States({ idea, view }: Its) {
  const t = ideaWords(view.language)
  const history = view.href(`/ideas/${idea.id}/history`)
  if (idea.visibility === 'withdrawn') return <Card tone="ask"><p><Icon name="remove" /> <b>{t.withdrawn}</b> <a href={history}>{t.withdrawnHistory}</a></p></Card>
  if (idea.visibility === 'hidden') {
    return (
      <Card tone="late"><p><Icon name="hidden" /> <b>{idea.hiddenWhy ? t.hiddenBy : t.hiddenWaits}</b></p>
        {idea.hiddenWhy && <p>{t.why} {idea.hiddenWhy.explanation}</p>}
        {idea.hiddenWhy && idea.mine.authored && <p><LinkButton to={view.href(`/appeal/${idea.hiddenWhy.decisionId}`)}>{t.appeal}</LinkButton></p>}</Card>
    )
  }
  return idea.mine.asked ? <Card tone="ask"><p>{t.asked}</p><p><LinkButton kind="main" to={view.href(`/ideas/${idea.id}/merged`)}>{t.askedGo}</LinkButton></p></Card> : null
}

function Actions({ idea, view }: Its) {
  const t = ideaWords(view.language)
  const { supported, follows } = idea.mine
  return (
    <div className="actions">
      {idea.may.support
        ? <ActionForm does={supported ? 'withdrawSupport' : 'support'}><Button {...(supported ? {} : { kind: 'main' as const })} icon="support" pressed={supported}>{supported ? t.supported(idea.supports) : t.support(idea.supports)}</Button></ActionForm>
        : <p className="count"><Icon name="support" /> {t.supports(idea.supports)}</p>}
      {view.me
        ? <ActionForm does={follows ? 'unfollow' : 'follow'}><Button icon={follows ? 'bell' : 'follow'} pressed={follows}>{follows ? t.following : t.follow}</Button></ActionForm>
        : <LinkButton icon="follow" to={view.href(`/follow/${idea.id}`)}>{t.follow}</LinkButton>}
      <Share title={idea.title} url={idea.url} language={view.language} />
      {view.me?.as && !idea.may.support && <p className="hint">{t.organisationNoSupport}</p>}
    </div>
  )
}

function Photos({ idea, view }: Its) {
  const t = ideaWords(view.language)
  if (idea.pictures.length === 0) return null
  return (
    <div className={idea.pictures.length === 1 ? 'photos one' : 'photos'}>
      {idea.pictures.map((picture, i) => (
        <a key={picture.id} href={view.href(picture.large)} aria-label={`${picture.description || t.photo(i + 1)}. ${t.enlarge}`}>
          <img src={view.href(idea.pictures.length === 1 ? picture.large : picture.small)} alt={picture.description || t.photo(i + 1)} width={picture.width} height={picture.height} loading={i === 0 ? 'eager' : 'lazy'} />
        </a>
      ))}
    </div>
  )
}

/** The quiet line under the text. */
function Small({ idea, view }: Its) {
  const t = ideaWords(view.language)
  const to = (what: string) => view.href(`/ideas/${idea.id}/${what}`)
  return (
    <p className="meta quiet-links">
      {idea.editedAt && <a href={to('history')}>{t.edited(day(idea.editedAt, view.language, view.now))}</a>}
      {idea.may.edit && <a href={to('edit')}><Icon name="edited" /> {t.edit}</a>}
      {idea.mine.authored && idea.visibility === 'public' && <a href={view.href(`/initiatives/new?about=${idea.id}`)}><Icon name="sign" /> {t.toInitiative}</a>}
      {!idea.mine.authored && idea.visibility === 'public' && <a href={view.href(`/report?subject=${idea.id}`)}><Icon name="report" /> {t.report}</a>}
    </p>
  )
}

function Officials({ idea, view }: Its) {
  const t = ideaWords(view.language).officials
  const to = (what: string) => view.href(`/ideas/${idea.id}/${what}`)
  const { may } = idea
  if (!may.prepare && !may.answer && !may.move && !may.route && !may.merge) return null
  return (
    <nav className="card ask stack tight" aria-label={t.title}>
      <b>{t.title}</b>
      <div className="actions">
        {may.answer && <LinkButton to={to('answer')} icon="answered">{t.answer}</LinkButton>}
        {may.move && <LinkButton to={to('move')} icon="arrow">{t.move}</LinkButton>}
        {may.route && <LinkButton to={to('route')} icon="routed">{t.route}</LinkButton>}
        {may.prepare && <LinkButton to={view.href(`/matters/new?idea=${idea.id}`)} icon="text">{t.prepare}</LinkButton>}
        {may.merge && <LinkButton to={to('merge')} icon="merged">{t.merge}</LinkButton>}
        {may.merge && <LinkButton to={to('split')} icon="split">{t.split}</LinkButton>}
      </div>
    </nav>
  )
}

/** The place of an idea that a moderator has hidden: nothing of its words, only why. */
function Gone({ idea, view }: { idea: HiddenIdea; view: View }) {
  const t = ideaWords(view.language)
  return (
    <>
      <PageHead title={t.gone.title} crumbs={[{ to: view.href('/ideas'), name: t.ideas }]} />
      <Empty icon="hidden" action={<p className="actions"><LinkButton to={view.href('/ideas')}>{t.gone.others}</LinkButton><LinkButton kind="quiet" to={view.href('/moderation/statistics')}>{t.gone.rules}</LinkButton></p>}>
        {t.gone.text(day(idea.at, view.language, view.now))} {idea.explanation && <>{t.why} {idea.explanation}</>}
      </Empty>
    </>
  )
}
