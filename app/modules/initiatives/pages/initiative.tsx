import { day } from '#core/text/format.ts'
import { page, type View } from '#core/http/page.ts'
import { discussionForms } from '#modules/discussion/server'
import { Discussion } from '#modules/discussion/ui'
import { Agenda } from '#modules/meetings/ui'
import { ActionForm, Button } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Prose } from '#ui/layout.tsx'
import { Linked } from '#ui/linked.tsx'
import { Share } from '#ui/share.tsx'
import { LateMark } from '#ui/stage.tsx'
import { Trail } from '#ui/trail.tsx'
import { DecisionCard, ElsewhereCard, ManageCard, SentCard, SignersPart } from '../page-parts.tsx'
import { askReview } from '../checking/check.server.ts'
import { followInitiative, unfollowInitiative } from '../follow.server.ts'
import { Progress, StateMark, stateName } from '../parts.tsx'
import { type Shown, type ShownElsewhere, showInitiative } from '../show.server.ts'
import { withdrawSignature } from '../signing/sign.server.ts'
import { initiativeWords } from '../texts/index.ts'

export default page('/initiatives/:initiativeId', {
  read: (ctx, { initiativeId }, query) => showInitiative(ctx, initiativeId, query),
  forms: {
    follow: (ctx, { initiativeId }) => followInitiative(ctx, initiativeId),
    unfollow: (ctx, { initiativeId }) => unfollowInitiative(ctx, initiativeId),
    withdraw: (ctx, { initiativeId }) => withdrawSignature(ctx, initiativeId),
    askReview: async (ctx, { initiativeId }) => (await askReview(ctx, initiativeId)) ?? { to: `/initiatives/${initiativeId}` },
    ...discussionForms<'/initiatives/:initiativeId'>(({ initiativeId }) => initiativeId),
  },
  head(its, { language }) {
    const t = initiativeWords(language)
    if (its.what === 'gone') return { title: t.gone.title, place: 'participate', hidden: true }
    return { title: its.title, description: its.summary, place: 'participate', live: its.id, wide: true, hidden: its.visibility !== 'public' }
  },
  view(its, view) {
    const t = initiativeWords(view.language)
    if (its.what === 'gone') return (
      <>
        <PageHead title={t.gone.title} crumbs={[{ to: view.href('/initiatives'), name: t.initiatives }]} />
        <Empty icon="hidden" action={<LinkButton to={view.href('/initiatives')}>{t.gone.others}</LinkButton>}>{t.gone.text(day(its.at, view.language, view.now))} {its.explanation && <>{t.gone.why} {its.explanation}</>}</Empty>
      </>
    )
    return <Whole its={its} view={view} />
  },
})

function Whole({ its, view }: { its: Shown | ShownElsewhere; view: View }) {
  const { language, now } = view
  const t = initiativeWords(language)
  const lang = its.language === language ? undefined : its.language
  const own = its.what === 'initiative' ? its : null
  const open = its.visibility === 'public'
  return (
    <>
      <PageHead title={its.title} lang={lang} crumbs={[{ to: view.href('/initiatives'), name: t.initiatives }, ...(its.topic ? [{ to: view.href(`/topics/${its.topic.id}`), name: its.topic.name }] : [])]}>
        <p className="meta">
          <StateMark state={own ? stateName(own.row) : its.stage === 'ended' ? 'decided' : its.stage === 'decision' ? 'pending' : 'collecting'} view={view} />
          {its.owed.late && <LateMark language={language} />}
          {!own && <StateMark state="elsewhere" view={view} />}
          {(own?.row.kind ?? (its.what === 'elsewhere' ? its.at.kind : 'ordinary')) === 'referendum' && <span className="stage is-quiet"><Icon name="people" />{t.kindNames.referendum}</span>}
          {own && !own.row.collective && <Fact icon="person">{t.byOne}</Fact>}
          {own && <Fact icon={own.author?.organisation ? 'organisation' : 'person'}>{own.author ? t.authorOf(own.author.name) : t.hiddenAuthor}</Fact>}
          {own && own.coAuthors.length > 0 && <Fact icon="people">{t.alsoAuthors(own.coAuthors.map((each) => each.name).join(', '))}</Fact>}
          {own?.row.publishedAt && <Fact icon="calendar"><time dateTime={own.row.publishedAt.toISOString()}>{day(own.row.publishedAt, language, now)}</time></Fact>}
          {own?.row.caseNumber && <Fact icon="text">{t.sent.caseNumber(own.row.caseNumber)}</Fact>}
        </p>
      </PageHead>
      <div className={open ? 'beside trailing' : 'stack wide'}>
        {open && (
          <div className="stack">
            <Trail items={its.trail} owed={its.owed} stage={its.stage} language={language} now={now} />
            {own && own.row.collective && <Progress row={own.row} view={view} />}
          </div>
        )}
        <div className="stack wide">
          {its.visibility === 'hidden' && <Card tone="late"><p><Icon name="hidden" /> <b>{t.gone.hidden}</b></p>{its.hiddenWhy && <p>{t.gone.why} {its.hiddenWhy.explanation}</p>}{its.hiddenWhy && own?.mine.authored && <p><LinkButton to={view.href(`/appeal/${its.hiddenWhy.decisionId}`)}>{t.gone.appeal}</LinkButton></p>}</Card>}
          {own && <ManageCard its={own} view={view} />}
          {its.what === 'elsewhere' && <ElsewhereCard its={its} view={view} />}
          {own?.row.decidedAt && <DecisionCard its={own} view={view} />}
          {own?.row.sentAt && !own.row.decidedAt && <SentCard its={own} view={view} />}
          {open && <Actions its={its} view={view} />}
          <section aria-label={t.text}><Prose text={its.text} lang={lang} /></section>
          {open && !own?.mine.authored && <p className="meta quiet-links"><a href={view.href(`/report?subject=${its.id}`)}><Icon name="report" /> {t.flag}</a></p>}
          {own && own.row.collective && own.row.publishedAt && <SignersPart its={own} view={view} />}
          <Agenda its={its.agenda} view={view} />
          <Linked links={its.links} view={view} />
          {open && <Discussion its={its.talk} view={view} />}
        </div>
      </div>
    </>
  )
}

function Actions({ its, view }: { its: Shown | ShownElsewhere; view: View }) {
  const t = initiativeWords(view.language)
  const own = its.what === 'initiative' ? its : null
  const signed = own?.mine.signed
  return (
    <div className="stack tight">
      {own && signed?.at && !own.mine.isAuthor && <div className="said"><Icon name="done" /><div>{t.sign.signed}. {signed.shown ? t.sign.signedShown : t.sign.signedHidden}</div></div>}
      <div className="actions">
        {own?.may.join && !signed && <LinkButton kind="main" icon="sign" to={view.href(`/initiatives/${its.id}/sign`)}>{t.sign.button}</LinkButton>}
        {its.what === 'elsewhere' && its.at.state === 'collecting' && <a className="btn main" href={its.at.url} rel="noopener"><Icon name="out" />{t.elsewhere.open}</a>}
        {view.me
          ? (its.follows || !own || own.may.follow) && <ActionForm does={its.follows ? 'unfollow' : 'follow'}><Button icon={its.follows ? 'bell' : 'follow'} pressed={its.follows}>{its.follows ? t.following : t.follow}</Button></ActionForm>
          : (!own || own.may.follow) && <LinkButton icon="follow" to={view.href(`/follow/${its.id}`)}>{t.follow}</LinkButton>}
        <Share title={its.title} url={its.url} language={view.language} />
        {own && signed && own.may.join && !own.mine.isAuthor && <ActionForm does="withdraw"><Button kind="quiet">{t.sign.withdraw}</Button></ActionForm>}
      </div>
      {own && own.row.collective && !own.row.sentAt && own.row.fix !== 'ok' && <p className="hint">{t.sign.paused}</p>}
    </div>
  )
}
