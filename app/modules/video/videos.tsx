import type { View } from '#core/http/page.ts'
import { Icon } from '#ui/icons.tsx'
import { LinkButton, Section } from '#ui/layout.tsx'
import { paths } from './names.ts'
import { Player, VideoFacts, VideoState, VideoText } from './player.tsx'
import type { ShownVideo, SubjectVideos } from './show.server.ts'
import { videoWords } from './texts/index.ts'

/** The videos of a subject, within its page; nothing when there are none and the reader may not add one. */
export function Videos({ its, view }: { its: SubjectVideos; view: View }) {
  const t = videoWords(view.language)
  const add = its.mayAdd && <LinkButton to={view.href(paths.add(its.subjectId))} icon="video">{t.add}</LinkButton>
  if (its.videos.length === 0) return add ? <div className="stack tight" id="videos"><p className="actions">{add}</p><p className="hint">{t.addHint}</p></div> : null
  return (
    <Section id="videos" title={its.videos.length === 1 ? t.video : t.videos}>
      <div className="stack wide">{its.videos.map((video) => <OneVideo key={video.id} video={video} subjectId={its.subjectId} view={view} />)}</div>
      {add && <p className="actions">{add}</p>}
    </Section>
  )
}

function OneVideo({ video, subjectId, view }: { video: ShownVideo; subjectId: string; view: View }) {
  const t = videoWords(view.language)
  const page = view.href(paths.video(video.id))
  return (
    <article className="stack" aria-label={video.title || t.untitled}>
      <div className="stack tight">
        <h3 lang={video.language === view.language ? undefined : video.language}><a href={page}>{video.title || t.untitled}</a></h3>
        <VideoState video={video} view={view} />
        <Player video={video} view={view} />
        <VideoFacts video={video} view={view} />
      </div>
      <VideoText video={video} view={view} />
      <p className="meta quiet-links">
        {video.may.edit && <a href={page}><Icon name="edited" /> {t.manage}</a>}
        {video.may.caption && <a href={view.href(paths.captions(video.id))}><Icon name="captions" /> {t.captions}</a>}
        {!video.may.edit && video.state === 'published' && <a href={view.href(`/report?subject=${subjectId}&comment=${video.id}`)}><Icon name="report" /> {t.report}</a>}
      </p>
    </article>
  )
}
