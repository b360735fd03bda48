import { isProblems } from '#core/errors/errors.ts'
import { type Done, fields, page, readFields, type View } from '#core/http/page.ts'
import { day } from '#core/text/format.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { subjectOf } from '#core/trail/subject.server.ts'
import { ActionForm, Button, Checkbox, ErrorSummary, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, LinkButton, PageHead, Said } from '#ui/layout.tsx'
import { Share } from '#ui/share.tsx'
import { paths } from '../names.ts'
import { Player, VideoFacts, VideoState, VideoText } from '../player.tsx'
import { editVideo, publishing, publishVideo, removeVideo } from '../publish.server.ts'
import { showVideo, type VideoPage } from '../show.server.ts'
import { videoWords } from '../texts/index.ts'

export default page('/videos/:videoId', {
  read: async (ctx, { videoId }, query) => ({ ...await showVideo(ctx, videoId), done: query.get('done') }),
  forms: {
    publish: fields(publishing, async (ctx, { videoId }: { videoId: string }, input): Promise<Done> => {
      const done = await publishVideo(ctx, videoId, { ...input, live: input.live ? 'on' : undefined })
      return isProblems(done) ? done : { to: `${paths.video(videoId)}?done=published` }
    }),
    edit: async (ctx, { videoId }, form): Promise<Done> => {
      const read = readFields(publishing.pick({ title: true }), form)
      if ('problems' in read) return read
      const file = form.get('poster')
      const done = await editVideo(ctx, videoId, { title: read.input.title, ...(file instanceof File && file.size > 0 ? { poster: new Uint8Array(await file.arrayBuffer()) } : {}) })
      return done ?? { to: `${paths.video(videoId)}?done=saved` }
    },
    remove: async (ctx, { videoId }): Promise<Done> => {
      const { subjectId } = await removeVideo(ctx, videoId)
      const { kind } = await subjectOf(ctx, subjectId)
      return { to: subjectPath(kind, subjectId) }
    },
  },
  head: ({ video, isPublic, on, url }, view) => ({
    title: video.title || videoWords(view.language).untitled, description: on.title, place: 'participate', hidden: !isPublic, image: view.href(video.poster),
    ...(isPublic ? { data: {
      '@type': 'VideoObject', name: video.title, description: on.title, uploadDate: video.at.toISOString(), duration: `PT${Math.round(video.durationMs / 1000)}S`, inLanguage: video.language, url,
      ...(video.tracks[0] ? { transcript: video.tracks[0].text } : {}),
    } } : {}),
  }),
  view: (its, view) => {
    const t = videoWords(view.language)
    const { video, on, done } = its
    return (
      <>
        <PageHead title={video.title || t.untitled} lang={video.language === view.language ? undefined : video.language} crumbs={[{ to: view.href(on.path), name: on.title }]}><VideoFacts video={video} view={view} /></PageHead>
        {done === 'published' && video.state === 'published' && <Said>{t.publishing.published} {t.publishing.told}</Said>}
        {done === 'saved' && <Said>{t.publishing.saved}</Said>}
        <VideoState video={video} view={view} />
        <div className="stack"><Player video={video} view={view} /><VideoText video={video} view={view} open /></div>
        {video.state === 'waiting' && video.may.edit && <Publish its={its} view={view} />}
        <div className="actions">
          {video.state === 'published' && <LinkButton to={view.href(on.path)} icon="arrow">{t.publishing.toSubject}</LinkButton>}
          {video.may.caption && video.state !== 'waiting' && <LinkButton to={view.href(paths.captions(video.id))} icon="captions">{t.captions}</LinkButton>}
          {its.isPublic && <Share title={video.title} url={its.url} language={view.language} />}
        </div>
        {!video.may.edit && its.isPublic && <p className="meta quiet-links"><a href={view.href(`/report?subject=${on.id}&comment=${video.id}`)}><Icon name="report" /> {t.report}</a></p>}
        {video.may.edit && <Manage its={its} view={view} />}
      </>
    )
  },
})

function Publish({ its, view }: { its: VideoPage; view: View }) {
  const t = videoWords(view.language)
  const { failed, language, now } = view
  const ready = its.drafts.some((each) => each.language === its.video.language && each.state === 'ready')
  const { recorded, live } = its.due
  return (
    <div className="stack wide">
      <Card tone={ready ? 'done' : 'ask'} label={t.publishing.law}>
        <h2><Icon name="captions" /> {t.publishing.law}</h2>
        {ready ? <p>{t.publishing.ready}</p> : recorded && live
          ? <><p>{t.publishing.lawRecorded} {t.publishing.lawLive}</p><p>{t.publishing.lawDue(day(recorded, language, now), day(live, language, now))}</p></>
          : <p>{t.publishing.lawNone}</p>}
        <p><LinkButton to={view.href(paths.captions(its.video.id))} icon="captions">{ready ? t.captions : t.publishing.write}</LinkButton></p>
      </Card>
      <ActionForm does="publish" label={t.publishing.publish}>
        <ErrorSummary failed={failed} does="publish" labels={{ title: t.publishing.title }} words={t.problems} language={language} />
        <TextField does="publish" name="title" label={t.publishing.title} hint={t.publishing.titleHint} value={its.video.title} max={120} failed={failed} words={t.problems} language={language} />
        {its.ofMunicipality && <Checkbox name="live" label={t.publishing.live} checked={failed?.values.live === 'on'} />}
        <p className="actions"><Button kind="main" icon="sent">{t.publishing.publish}</Button></p>
      </ActionForm>
    </div>
  )
}

function Manage({ its, view }: { its: VideoPage; view: View }) {
  const t = videoWords(view.language)
  const { failed, language } = view
  const problem = failed?.form === 'edit' ? failed.problems.poster : undefined
  return (
    <div className="stack">
      {its.video.state !== 'waiting' && (
        <details className="fold" open={failed?.form === 'edit'}>
          <summary><Icon name="edited" /> {t.publishing.edit}</summary>
          <ActionForm does="edit" upload label={t.publishing.edit}>
            <ErrorSummary failed={failed} does="edit" labels={{ title: t.publishing.title, poster: t.publishing.poster }} words={t.problems} language={language} />
            <TextField does="edit" name="title" label={t.publishing.title} value={its.video.title} max={120} failed={failed} words={t.problems} language={language} />
            <div className={problem ? 'field wrong' : 'field'}>
              <label htmlFor="edit-poster">{t.publishing.poster}</label><p className="hint" id="edit-poster-hint">{t.publishing.posterHint}</p>
              {problem && <p className="problem" id="edit-poster-problem"><Icon name="no" /> {t.problems[problem]}</p>}
              <input type="file" id="edit-poster" name="poster" accept="image/jpeg,image/png,image/webp" aria-describedby="edit-poster-hint" />
            </div>
            <p className="actions"><Button kind="main">{t.publishing.save}</Button></p>
          </ActionForm>
        </details>
      )}
      <details className="fold">
        <summary><Icon name="remove" /> {t.publishing.remove}</summary>
        <ActionForm does="remove" label={t.publishing.remove}><p>{t.publishing.removeSure}</p><p className="actions"><Button kind="danger" icon="remove">{t.publishing.removeNow}</Button></p></ActionForm>
      </details>
    </div>
  )
}
