import { page, type View } from '#core/http/page.ts'
import { Island } from '#core/http/island.server.tsx'
import { day, dayAndTime, withoutStop } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { withQuery } from '#core/http/urls.ts'
import { endOf } from '#core/time/local.ts'
import { discussionForms } from '#modules/discussion/server'
import { Discussion } from '#modules/discussion/ui'
import { Agenda } from '#modules/meetings/ui'
import { Videos } from '#modules/video/ui'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Prose, Section } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { Share } from '#ui/share.tsx'
import { LateMark, stageIcon } from '#ui/stage.tsx'
import { Trail } from '#ui/trail.tsx'
import { followMatter, unfollowMatter } from '../follow.server.ts'
import { Joint } from '../joint/joint.tsx'
import { jointWords } from '../joint/texts/index.ts'
import { Hearing, picker } from '../hearing/hearing.tsx'
import HearingMap from '../islands/hearing-map.tsx'
import { CaseFacts, Conditions, Materials } from '../matter-facts.tsx'
import { helpForms, Question, TakePart } from '../take-part.tsx'
import { doing, PhaseLine } from '../phase-line.tsx'
import { type HiddenMatter, showMatter, type ShownMatter } from '../show.server.ts'
import { matterWords } from '../texts/index.ts'

export default page('/matters/:matterId', {
  read: (ctx, { matterId }, query) => showMatter(ctx, matterId, query),
  forms: {
    follow: (ctx, { matterId }) => followMatter(ctx, matterId),
    unfollow: (ctx, { matterId }) => unfollowMatter(ctx, matterId),
    ...helpForms,
    ...discussionForms<'/matters/:matterId'>(({ matterId }) => matterId),
  },
  head(its, view) {
    if (its.gone) return { title: matterWords(view.language).gone.title, place: 'participate', hidden: true }
    const image = its.materials.find((each) => each.picture)?.picture
    return {
      title: its.title, description: its.summary, place: 'participate', live: its.id, wide: true, hidden: its.visibility !== 'public', ...(image ? { image: view.href(image.large) } : {}),
      data: { '@type': 'DiscussionForumPosting', headline: its.title, text: its.thought, url: its.url, inLanguage: its.language, ...(its.publishedAt ? { datePublished: its.publishedAt.toISOString() } : {}), ...(its.owed.owner ? { author: { '@type': 'GovernmentOrganization', name: its.owed.owner } } : {}) },
    }
  },
  view: (its, view) => (its.gone ? <Gone its={its} view={view} /> : <Matter its={its} view={view} />),
})

type Its = { its: ShownMatter; view: View }

function Matter({ its, view }: Its) {
  const t = matterWords(view.language)
  const { language, now } = view
  const lang = its.language === language ? undefined : its.language
  const next = its.open ? its.phases.find((each) => each.position > its.open!.position) : undefined
  const trail = its.trail.map((item) => (item.origin ? { ...item, what: item.what.startsWith(t.ofIdea) ? item.what : `${t.ofIdea}: ${item.what}`, more: <p><a href={view.href(item.origin.path)}>{item.origin.title}</a></p> } : item))
  return (
    <>
      <PageHead title={its.title} lang={its.titleLang} crumbs={[{ to: view.href('/matters'), name: t.matters }, ...(its.topic ? [{ to: view.href(withQuery('/matters', { topic: its.topic.id })), name: its.topic.name }] : [])]}>
        <p className="meta">
          {its.visibility === 'public' && its.open && its.underWay && <span className={`stage is-${its.stage}`}><Icon name={stageIcon[its.stage]} />{inLanguage(its.open.name, language)}</span>}
          {its.visibility === 'public' && !its.underWay && <span className={`stage is-${its.stage}`}><Icon name={stageIcon[its.stage]} />{its.stage === 'service' ? t.ready : t.over}</span>}
          {its.owed.late && <LateMark language={language} />}
          {its.owed.owner && <Fact icon="organisation">{its.owed.owner}</Fact>}
          {its.publishedAt && <Fact icon="calendar"><time dateTime={its.publishedAt.toISOString()}>{day(its.publishedAt, language, now)}</time></Fact>}
          {(its.place ?? its.area) && <Fact icon="place">{[its.place, its.area].filter((each, i, all) => each && all.indexOf(each) === i).join(', ')}</Fact>}
        </p>
      </PageHead>
      <div className="beside trailing">
        <div className="stack">
          <Trail items={trail} owed={its.owed} stage={its.stage} language={language} now={now} next={its.underWay && next ? inLanguage(next.name, language) : null} />
          {its.may.manage && <nav className="card ask stack tight" aria-label={t.officials.title}><b>{t.officials.title}</b><div className="actions"><LinkButton to={view.href(`/matters/${its.id}/manage`)} icon="edited">{t.officials.manage}</LinkButton>{its.state === 'published' && <LinkButton to={view.href(`/matters/${its.id}/joint`)} icon="people">{jointWords(language).manage}</LinkButton>}</div></nav>}
        </div>
        <div className="stack wide">
          <States its={its} view={view} />
          {its.visibility === 'public' && <Now its={its} view={view} />}
          {its.decision && <Card tone="done" label={t.decision}><h2>{t.decision}</h2><Prose text={its.decision.text} lang={lang} />{its.decision.url && <p><a href={its.decision.url} rel="noopener">{t.decisionHere} <Icon name="arrow" /></a></p>}{its.decision.at && <p className="meta">{day(its.decision.at, language, now)}</p>}</Card>}
          <Agenda its={its.agenda} view={view} />
          {its.visibility !== 'withdrawn' && <section aria-label={t.thought}><Prose text={its.thought} lang={lang} /></section>}
          {its.joint && <Joint its={its.joint} view={view} />}
          {its.visibility !== 'withdrawn' && <Body its={its} view={view} lang={lang} />}
          <Linked links={its.links} view={view} />
          <p className="meta quiet-links">{its.state === 'published' && <a href={view.href(`/matters/${its.id}/history`)}>{t.wordings.link}</a>}{its.visibility === 'public' && its.underWay && !its.may.manage && <a href={view.href(withQuery('/initiatives/new', { about: its.id }))}><Icon name="sign" /> {t.initiative}</a>}{its.visibility === 'public' && <a href={view.href(`/report?subject=${its.id}`)}><Icon name="report" /> {t.report}</a>}</p>
          {its.state === 'published' && <Discussion its={its.talk} view={view} picker={picker(its.hearing, view)} />}
        </div>
      </div>
    </>
  )
}

function Body({ its, view, lang }: Its & { lang: string | undefined }) {
  const t = matterWords(view.language)
  return (
    <>
      <Videos its={its.videos} view={view} />
      <Question its={its} view={view} lang={lang} />
      <Hearing its={its.hearing} view={view} talk={its.talk} lang={lang} />
      <Conditions its={its} view={view} lang={lang} />
      <Materials its={its} view={view} lang={lang} />
      <Section id="phases" title={t.phases}><PhaseLine phases={its.phases} view={view} ended={its.visibility === 'public' && !its.underWay} /></Section>
      {its.point && <Island of={HearingMap} props={{ source: view.href('/map-data'), geometries: JSON.stringify([{ type: 'Point', coordinates: [its.point.longitude, its.point.latitude] }]), box: [its.point.longitude, its.point.latitude, its.point.longitude, its.point.latitude], pins: [], words: { ground: t.map.ground, zoomIn: t.map.zoomIn, zoomOut: t.map.zoomOut, label: its.place ?? t.where } }} />}
      <CaseFacts its={its} view={view} />
      <TakePart its={its} view={view} />
    </>
  )
}

/** What keeps the matter from being an ordinary public one, said first. */
function States({ its, view }: Its) {
  const t = matterWords(view.language).states
  if (its.visibility === 'withdrawn') return <Card tone="ask"><p><Icon name="remove" /> <b>{t.withdrawn}</b></p></Card>
  if (its.visibility === 'hidden') return <Card tone="late"><p><Icon name="hidden" /> <b>{t.hidden}</b></p>{its.hiddenWhy && <p>{its.hiddenWhy}</p>}</Card>
  if (its.state === 'scheduled' && its.publishAt) return <Card tone="ask"><p><Icon name="clock" /> <b>{t.scheduled(dayAndTime(its.publishAt, view.language, view.now))}</b></p><p>{t.draftHint}</p><Draft its={its} view={view} /></Card>
  return its.state === 'draft' ? <Card tone="ask"><p><Icon name="edited" /> <b>{t.draft}</b></p><p>{t.draftHint}</p><Draft its={its} view={view} /></Card> : null
}
function Draft({ its, view }: Its) {
  const t = matterWords(view.language).states
  return its.may.manage ? <p className="actions"><LinkButton kind="main" icon="next" to={view.href(`/matters/${its.id}/publish`)}>{t.toReview}</LinkButton><LinkButton icon="edited" to={view.href(`/matters/new?draft=${its.id}`)}>{t.change}</LinkButton></p> : null
}

/** What one can do now, and until when. */
function Now({ its, view }: Its) {
  const t = matterWords(view.language)
  const { follows } = its.mine
  return (
    <div className="stack">
      {its.underWay && its.open && (
        <p className="lead"><b>{inLanguage(its.open.name, view.language)}</b>{its.open.endsOn && ` ${withoutStop(t.phase.until(day(endOf(its.open.endsOn), view.language, view.now)))}`}. {doing(its.open, view)}</p>
      )}
      <div className="actions">
        {its.underWay && its.open?.does.includes('comment') && <LinkButton kind="main" icon="comment" to="#discussion">{t.speak}</LinkButton>}
        {view.me
          ? <ActionForm does={follows ? 'unfollow' : 'follow'}><Button icon={follows ? 'bell' : 'follow'} pressed={follows}>{follows ? t.following : t.follow}</Button></ActionForm>
          : <LinkButton icon="follow" to={view.href(`/follow/${its.id}`)}>{t.follow}</LinkButton>}
        <Share title={its.title} url={its.url} language={view.language} />
      </div>
    </div>
  )
}

/** The place of a matter that a moderator has hidden: nothing of its words, only why. */
function Gone({ its, view }: { its: HiddenMatter; view: View }) {
  const t = matterWords(view.language).gone
  return (
    <>
      <PageHead title={t.title} crumbs={[{ to: view.href('/matters'), name: matterWords(view.language).matters }]} />
      <Empty icon="hidden" action={<p className="actions"><LinkButton to={view.href('/matters')}>{t.others}</LinkButton></p>}>{t.text(day(its.at, view.language, view.now))} {its.explanation}</Empty>
    </>
  )
}
