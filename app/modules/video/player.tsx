import { day } from '#core/text/format.ts'
import type { View } from '#core/http/page.ts'
import { Icon } from '#ui/icons.tsx'
import { Card, Fact, LinkButton, Prose } from '#ui/layout.tsx'
import type { ShownVideo } from './show.server.ts'
import { videoWords } from './texts/index.ts'

type Its = { video: ShownVideo; view: View }

/** The browser's own player: works without script, knows captions, picture in picture and the keyboard. */
export function Player({ video, view }: Its) {
  const t = videoWords(view.language)
  const [first] = video.tracks
  const preferred = video.tracks.find((each) => each.language === view.language) ?? first
  const whole = video.sources.at(-1)!
  return (
    <video className="film" controls preload="metadata" playsInline poster={view.href(video.poster)} width={video.width} height={video.height} aria-label={video.title || t.untitled}>
      {video.sources.map((source) => <source key={source.path} src={view.href(source.path)} type={source.type} media={source.upTo ? `(max-width: ${source.upTo})` : undefined} />)}
      {video.tracks.map((each) => <track key={each.language} kind={each.language === video.language ? 'captions' : 'subtitles'} src={view.href(each.path)} srcLang={each.language} label={t.inLanguages[each.language]} default={each === preferred} />)}
      <p>{t.cannotPlay} <a href={view.href(whole.path)}>{t.download}</a></p>
    </video>
  )
}

/** Who speaks, when and how long. */
export function VideoFacts({ video, view }: Its) {
  const t = videoWords(view.language)
  const seconds = Math.max(1, Math.round(video.durationMs / 1000))
  return (
    <p className="meta">
      <Fact icon={video.byOrganisation ? 'organisation' : video.unit ? 'official' : 'person'}>{video.by || t.withoutAuthor}{video.unit && `, ${video.unit}`}</Fact>
      <Fact icon="calendar"><time dateTime={video.at.toISOString()}>{day(video.at, view.language, view.now)}</time></Fact>
      <Fact icon="clock">{t.length(Math.floor(seconds / 60), seconds % 60)}</Fact>
      {video.language !== view.language && <Fact icon="language">{t.languages[video.language]}</Fact>}
    </p>
  )
}

/** What keeps a video from being an ordinary public one, said first. */
export function VideoState({ video, view }: Its) {
  const t = videoWords(view.language)
  if (video.state === 'waiting') return <Card tone="ask"><p><Icon name="clock" /> <b>{t.waiting}</b></p><p>{t.waitingHint}</p></Card>
  if (video.state === 'published') return null
  return (
    <Card tone="late"><p><Icon name="hidden" /> <b>{video.hiddenWhy ? t.hidden : t.hiddenWaits}</b></p>
      {video.hiddenWhy && <><p>{t.why} {video.hiddenWhy.explanation}</p>{video.may.edit && <p><LinkButton to={view.href(`/appeal/${video.hiddenWhy.decisionId}`)}>{t.appeal}</LinkButton></p>}</>}</Card>
  )
}

/** What is owed to those who do not hear, and what is said on the video, as text. */
export function VideoText({ video, view, open }: Its & { open?: boolean }) {
  const t = videoWords(view.language)
  const { owed } = video
  const until = owed && day(owed.dueAt, view.language, view.now)
  return (
    <>
      {until && <p className={owed.late ? 'due late' : 'due'}><Icon name="captions" /><span>{owed.late ? t.captionsLate(until) : t.captionsBy(until)}</span></p>}
      {!until && video.tracks.length === 0 && video.state === 'published' && <p className="hint">{t.noCaptions}</p>}
      {video.tracks.length > 0 && (
        <details className="fold" open={open}>
          <summary><Icon name="text" /> {t.transcript}</summary>
          <div className="stack">{video.tracks.map((each) => <div key={each.language} className="stack tight">{video.tracks.length > 1 && <b>{t.inLanguages[each.language]}</b>}<Prose text={each.text} lang={each.language === view.language ? undefined : each.language} /></div>)}</div>
        </details>
      )}
    </>
  )
}
