import type { Ctx } from '#core/context/context.server.ts'
import { isProblems, problems } from '#core/errors/errors.ts'
import { videoLimits } from '#core/files/media.server.ts'
import { Island } from '#core/http/island.server.tsx'
import { type Done, page, type View } from '#core/http/page.ts'
import { isLanguage, inLanguage } from '#core/text/language.ts'
import { dayAndTime } from '#core/text/format.ts'
import { subjectPath } from '#core/trail/kind.ts'
import { ActionForm, Button, ErrorSummary, Select } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, PageHead } from '#ui/layout.tsx'
import { subjectForVideo, type Unfinished, unfinishedOf } from '../begin.server.ts'
import Recorder from '../islands/recorder.tsx'
import { paths } from '../names.ts'
import { receiveVideo, takeVideo } from '../receive.server.ts'
import { videoWords } from '../texts/index.ts'

const megabytes = (bytes: number) => Math.floor(bytes / 1_000_000)
/** What an ordinary form takes (core/http): without script a video goes with it whole. */
const plainLimit = 38_000_000

export default page('/videos/new', {
  read: async (ctx, _params, query) => {
    const its = await subjectForVideo(ctx, query.get('subject') ?? '')
    return { id: its.id, title: inLanguage(its.title, ctx.language), path: subjectPath(its.kind, its.id), language: ctx.language, languages: ctx.municipality.languages, unfinished: await unfinishedOf(ctx), speech: ctx.speech !== undefined, problem: query.get('problem') }
  },
  forms: { upload },
  head: (_its, { language }) => ({ title: videoWords(language).adding.title, hidden: true, place: 'participate' }),
  view(its, view) {
    const t = videoWords(view.language)
    const { language } = view
    // what was wrong with a video that came in pieces is told after it was taken away
    const failed = view.failed ?? (its.problem && Object.hasOwn(t.problems, its.problem) ? { form: 'upload', problems: { file: its.problem }, values: {} } : undefined)
    const problem = failed?.problems.file
    return (
      <>
        <PageHead title={t.adding.title} crumbs={[{ to: view.href(its.path), name: its.title }]}><p className="lead">{t.adding.how}</p></PageHead>
        <NotPublished its={its.unfinished} view={view} />
        <ActionForm does="upload" upload className="stack" id="video-form">
          <ErrorSummary failed={failed} does="upload" labels={{ file: t.adding.file }} words={t.problems} language={language} />
          <input type="hidden" name="subject" value={its.id} />
          <div className="due"><Icon name="video" /><span>{t.adding.limits(t.megabytes(megabytes(videoLimits.bytes)))}</span></div>
          {its.languages.length > 1 && <Select does="upload" name="language" label={t.adding.language} value={its.language} failed={failed} language={language} options={its.languages.map((each) => ({ value: each, label: t.languages[each] }))} />}
          <div id="upload-file" className={problem ? 'field wrong' : 'field'}>
            {problem && <p className="problem" id="upload-file-problem"><Icon name="no" /> {t.problems[problem] ?? t.problems.notVideo}</p>}
            <Island of={Recorder} props={{
              endpoint: view.href('/video-uploads'), subjectId: its.id, seconds: videoLimits.durationMs / 1000, bytes: videoLimits.bytes,
              words: { ...t.recorder, file: t.adding.file, plainHint: t.adding.plainHint(t.megabytes(megabytes(plainLimit))), problems: { videoTooLarge: t.problems.videoTooLarge!, tooManyUnfinished: t.problems.tooManyUnfinished!, tooManyToday: t.problems.tooManyToday! } },
            }} />
          </div>
          <p className="actions" data-plain><Button kind="main" icon="sent">{t.adding.send}</Button></p>
          <p className="hint">{t.adding.next}</p>
          {its.speech && <p className="hint">{t.adding.speech}</p>}
        </ActionForm>
      </>
    )
  },
})

/** What the asker has not published yet, so that nothing is lost from sight. */
function NotPublished({ its, view }: { its: Unfinished[]; view: View }) {
  const t = videoWords(view.language)
  if (its.length === 0) return null
  return <Card tone="ask"><p>{t.unfinished}</p><ul className="bullets">{its.map((each) => <li key={each.id}><a className="touch" href={view.href(paths.video(each.id))}>{each.title || t.untitled}, {dayAndTime(each.createdAt, view.language, view.now)}</a></li>)}</ul></Card>
}

/** The video of the form: one that has come in pieces, or a file with the form itself. */
async function upload(ctx: Ctx, _params: object, form: FormData): Promise<Done> {
  const text = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value : '' }
  const bytesOf = async (name: string) => { const file = form.get(name); return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined }
  const language = isLanguage(text('language')) ? text('language') as typeof ctx.language : ctx.language
  const poster = await bytesOf('poster')
  if (text('uploadId')) {
    const done = await receiveVideo(ctx, text('uploadId'), { language, ...(poster ? { poster } : {}) })
    if (isProblems(done)) return done
    return { to: 'refused' in done ? `${paths.add(done.subjectId)}&problem=${done.refused}` : paths.video(done.id) }
  }
  const bytes = await bytesOf('file')
  await subjectForVideo(ctx, text('subject'))
  if (!bytes) return problems({ file: 'noFile' })
  const done = await takeVideo(ctx, { subjectId: text('subject'), language, bytes, ...(poster ? { poster } : {}) })
  return isProblems(done) ? done : { to: paths.video(done.id) }
}
