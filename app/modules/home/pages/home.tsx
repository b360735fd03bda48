import type { Ctx } from '#core/context/context.server.ts'
import { isId } from '#core/context/ids.server.ts'
import { page, type View } from '#core/http/page.ts'
import { ago, distance } from '#core/text/format.ts'
import { inLanguage } from '#core/text/language.ts'
import { wallClock } from '#core/time/local.ts'
import { areasOf } from '#core/trail/facets.server.ts'
import { kinds, stageSign, subjectPath } from '#core/trail/kind.ts'
import type { Line } from '#core/trail/list.server.ts'
import { disruptionsOfMine } from '#modules/disruptions/server'
import { KotiDisruptions } from '#modules/disruptions/ui'
import { NowFacts } from '#modules/directory/ui'
import { type AskedOfMe, askedOfMe } from '#modules/preparation/server'
import { ActionForm, Button } from '#ui/form.tsx'
import { Card, Empty, Fact, LinkButton, PageHead, Section } from '#ui/layout.tsx'
import { Icon } from '#ui/icons.tsx'
import { uiWords } from '#ui/texts/index.ts'
import { LateMark, StageMark } from '#ui/stage.tsx'
import { type Coming, comingHere, comingToMe } from '../coming.server.ts'
import { ComingRows } from '../coming-rows.tsx'
import { type Moved, movedHere, movedOfMine, withLast } from '../moved.server.ts'
import { nearMe } from '../near.server.ts'
import { type PlaceNow, placesNow } from '../now.server.ts'
import { oneQuestion } from '../question.server.ts'
import { readerOf } from '../reader.server.ts'
import { homeWords } from '../texts/index.ts'
import { type Waiting, waitingForMe } from '../waiting.server.ts'

/** Koti: mine and now. A guest gets the same page from the municipality's side. */
export async function showHome(ctx: Ctx, query: URLSearchParams) {
  const me = ctx.actor.kind === 'person' ? ctx.actor : null
  const passed = query.getAll('skip').filter(isId).slice(0, 20)
  const reader = await readerOf(ctx)
  const area = query.get('area')?.slice(0, 100) || null
  const [places, disruptions, waiting, near, mine, moving, touching] = await Promise.all([placesNow(ctx, reader.places), disruptionsOfMine(ctx, { home: reader.home, area: area ?? undefined }), waitingForMe(ctx, 4), nearMe(ctx, reader.home, 4), me ? movedOfMine(ctx, me.id, 4) : [], movedHere(ctx, 20), me ? comingToMe(ctx, me.id, 4) : []])
  const coming = touching.length > 0 ? touching : await comingHere(ctx, 4, 2)
  // what an official asks of whom it concerns comes before a neighbour's idea
  const asked = me && !me.as ? await askedOfMe(ctx, me.id, passed) : null
  const question = asked ? null : oneQuestion(moving, reader.known, passed)
  const ofMine = mine.length > 0
  return {
    greeted: me && { name: me.as?.name ?? me.name.split(' ')[0]!, hour: Number(wallClock(ctx.now).time.slice(0, 2)) },
    municipality: inLanguage(ctx.municipality.name, ctx.language), waiting, near, ofMine, moved: ofMine ? mine : await withLast(ctx, moving.slice(0, 4)),
    coming, touches: touching.length > 0, question, asked, passed, places, disruptions, area, areas: me || (disruptions.found.length + disruptions.others === 0 && !area) ? [] : await areasOf(ctx), maySupport: !me?.as,
  }
}
type Data = Awaited<ReturnType<typeof showHome>>

export default page('/', {
  read: (ctx, _params, query) => showHome(ctx, query),
  head: ({ municipality }, { language }) => ({ title: municipality, description: homeWords(language).welcomeLead(municipality), place: 'home', wide: true }),
  view(data, view) {
    const t = homeWords(view.language)
    const { greeted } = data
    return (
      <>
        {greeted
          ? <PageHead title={t.greeting[greeted.hour < 4 || greeted.hour >= 17 ? 'evening' : greeted.hour < 10 ? 'morning' : 'day'](greeted.name)} />
          : (
            <section className="stack hello">
              <h1>{t.welcome}</h1>
              <p className="lead">{t.welcomeLead(data.municipality)}</p>
              <p className="actions"><LinkButton to={view.href('/ideas/new')} kind="main" icon="idea">{t.sendIdea}</LinkButton>{kinds().has('report') && <LinkButton to={view.href('/feedback/new')} icon="place">{t.sendReport}</LinkButton>}<LinkButton to={view.href('/ideas')}>{t.browse}</LinkButton></p>
            </section>
          )}
        <div className="beside home">
          <div className="stack wide">
            <KotiDisruptions mine={data.disruptions} areas={data.areas} area={data.area} view={view} />
            {greeted && <Waits waiting={data.waiting} view={view} />}
            {data.places.length > 0 && <RightNow places={data.places} view={view} />}
            {data.coming.length > 0 && <ComingUp coming={data.coming} touches={data.touches} view={view} />}
            {data.near.lines.length > 0 && <Near data={data} view={view} />}
            <Section id="moved" title={t.moved} more={data.ofMine ? <a href={view.href('/me/follows')}>{t.allFollows}</a> : data.moved.length > 0 && <a href={view.href('/ideas?sort=moving')}>{t.allMoving}</a>}>
              {data.moved.length > 0
                ? <ul className="card rows">{data.moved.map((each) => <MovedRow key={each.id} its={each} view={view} />)}</ul>
                : <Empty icon="idea" action={<p className="actions"><LinkButton to={view.href('/ideas/new')} kind="main">{t.sendIdea}</LinkButton>{view.me?.admin && <LinkButton to={view.href('/admin')} icon="settings">{uiWords(view.language).places.admin}</LinkButton>}</p>}>{t.noIdeas}</Empty>}
            </Section>
          </div>
          {data.asked && <Asked its={data.asked} data={data} view={view} />}
          {data.question && <Question its={data.question} data={data} view={view} />}
        </div>
      </>
    )
  },
})

function Waits({ waiting, view }: { waiting: Waiting; view: View }) {
  const t = homeWords(view.language)
  const { notices, more, owed } = waiting
  if (notices.length === 0 && !owed) return <p className="calm"><Icon name="done" /> {t.nothingWaits}</p>
  return (
    <Section id="waits" title={t.waits} more={<a href={view.href('/me/notices')}>{more > 0 ? t.more(more) : t.allNotices}</a>}>
      <ul className="card rows">
        {owed && (
          <li><span className="t"><a className="go" href={view.href('/desk')}>{owed.soon > 0 ? t.owedSoon(owed.soon) : t.owedLate(owed.late)}</a>
            <small>{owed.soon > 0 && owed.late > 0 ? t.owedLate(owed.late) : t.desk}</small></span>{owed.late > 0 ? <LateMark language={view.language} /> : <Icon name="next" />}</li>
        )}
        {notices.map(({ notices: [newest], ...group }) => newest && (
          <li key={group.subjectId}><span className="dot" role="img" aria-label={t.new} />
            <div className="t">
              <ActionForm does="open" className="inline" to={view.href('/me/notices')} plain><button className="opens go" name="notice" value={newest.id}>{group.title}</button></ActionForm>
              <small>{newest.what} · {ago(newest.at, view.language, view.now)}</small>
            </div><Icon name="next" /></li>
        ))}
      </ul>
    </Section>
  )
}

function RightNow({ places, view }: { places: PlaceNow[]; view: View }) {
  const t = homeWords(view.language)
  return (
    <Section id="now" title={t.rightNow} more={<a href={view.href('/places?open=1')}>{t.openPlaces}</a>}>
      <ul className="card rows">
        {places.map((each) => <li key={each.id}><div className="t"><a className="go" lang={each.lang} href={view.href(`/places/${each.id}`)}>{each.name}</a><p className="meta small"><NowFacts facts={each.facts} most={4} /></p></div></li>)}
      </ul>
    </Section>
  )
}

function ComingUp({ coming, touches, view }: { coming: Coming[]; touches: boolean; view: View }) {
  const t = homeWords(view.language)
  return <Section id="coming" title={touches ? t.comingToMe : t.comingHere} more={<a href={view.href('/coming-to-me')}>{t.allComing}</a>}><ComingRows lines={coming} view={view} /></Section>
}

function Near({ data: { near }, view }: { data: Data; view: View }) {
  const t = homeWords(view.language)
  return (
    <Section id="near" title={t.near} more={<a href={view.href('/ideas?view=map')}>{t.map}</a>}>
      <div className="tiles">
        {near.lines.map((line) => (
          <a key={line.id} className="tile" href={view.href(subjectPath(line.kind, line.id))}>
            <b lang={line.lang}>{line.title}</b>
            <StageMark stage={line.stage} language={view.language} sign={stageSign(line.kind, line.stage, view.language)} />
            <small>{line.place ? `${line.place} · ` : ''}{line.metres < 300 ? (near.fromHome ? t.byHome : t.inCentre) : `${distance(line.metres, view.language)} ${near.fromHome ? t.fromHome : t.fromCentre}`}</small>
          </a>
        ))}
      </div>
      {view.me && !near.fromHome && <p className="meta"><a href={view.href('/me#profile')}><Icon name="place" /> {t.tellHome}</a></p>}
    </Section>
  )
}

function MovedRow({ its, view }: { its: Moved; view: View }) {
  return (
    <li><div className="t">
      <StageMark stage={its.stage} language={view.language} sign={stageSign(its.kind, its.stage, view.language)} />
      <a className="go" lang={its.lang} href={view.href(subjectPath(its.kind, its.id))}>{its.title}</a>
      {its.last?.sentence && <p className="brief">{its.last.sentence}</p>}
      {its.last && <small>{its.last.what} · {ago(its.last.at, view.language, view.now)}</small>}
    </div></li>
  )
}

/** What an official asks, answered with one tap. */
function Asked({ its, data, view }: { its: AskedOfMe; data: Data; view: View }) {
  const t = homeWords(view.language)
  const path = view.href(subjectPath('matter', its.id))
  const passing = new URLSearchParams([...data.passed, its.id].map((id) => ['skip', id]))
  return (
    <Card tone="ask" label={t.question}>
      <h2>{t.question}</h2>
      <p>{t.askMatter} <a lang={its.lang} href={path}>{its.title}</a></p>
      <p className="title" lang={its.language === view.language ? undefined : its.language}>{its.ask}</p>
      <ActionForm does="choose" to={path} label={t.question} plain>
        <div className="options">{its.choices.map((each) => <button key={each.id} type="submit" className="btn" name="choiceId" value={each.id} lang={its.language === view.language ? undefined : its.language}>{each.text}</button>)}</div>
      </ActionForm>
      <div className="actions">
        <LinkButton to={`${path}#discussion`} icon="comment">{t.say}</LinkButton>
        <a className="btn quiet" href={`${view.href('/')}?${passing}#question`} id="question">{t.skip}</a>
      </div>
    </Card>
  )
}

function Question({ its, data, view }: { its: Line; data: Data; view: View }) {
  const t = homeWords(view.language)
  const path = view.href(subjectPath(its.kind, its.id))
  const passing = new URLSearchParams([...data.passed, its.id].map((id) => ['skip', id]))
  return (
    <Card tone="ask" label={t.question}>
      <h2>{t.question}</h2>
      <p>{its.stage === 'experiment' ? t.askExperiment : t.askIdea}</p>
      <p><a className="title touch" lang={its.lang} href={path}>{its.title}</a></p>
      <p lang={its.lang}>{its.summary}</p>
      <p className="meta"><Fact icon="support">{t.supports(its.supports)}</Fact>{its.comments > 0 && <Fact icon="comment">{t.comments(its.comments)}</Fact>}</p>
      <div className="actions">
        {data.maySupport && <ActionForm does="support" to={path} className="inline" plain><Button icon="support">{t.support}</Button></ActionForm>}
        <LinkButton to={`${path}#discussion`} icon="comment">{t.say}</LinkButton>
        <a className="btn quiet" href={`${view.href('/')}?${passing}#question`} id="question">{t.skip}</a>
      </div>
    </Card>
  )
}
