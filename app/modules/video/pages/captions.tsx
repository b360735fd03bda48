import { z } from 'zod'
import type { Ctx } from '#core/context/context.server.ts'
import { Forbidden, isProblems } from '#core/errors/errors.ts'
import { Island } from '#core/http/island.server.tsx'
import { type Done, type FormHandler, page, type View } from '#core/http/page.ts'
import { isLanguage, type Language } from '#core/text/language.ts'
import { ActionForm, Button, ErrorSummary, TextArea, TextField } from '#ui/form.tsx'
import { Icon } from '#ui/icons.tsx'
import { Card, PageHead, Said } from '#ui/layout.tsx'
import { askSpeech, captionsFromFile, captionsFromText, changeCaptions, copyCaptions, eraseCaptions, keepCaptions, type Written } from '../captions.server.ts'
import { mostCues, timeOf, timeText, tooQuick } from '../cues.ts'
import CaptionTools from '../islands/caption-tools.tsx'
import { paths } from '../names.ts'
import { Player } from '../player.tsx'
import { showVideo, type VideoPage } from '../show.server.ts'
import { videoWords } from '../texts/index.ts'

type Its = VideoPage & { language: Language; languages: Language[]; done: string | null }
type Params = { videoId: string }

const text = (form: FormData, name: string) => { const value = form.get(name); return typeof value === 'string' ? value : '' }
const languageOf = (ctx: Ctx, form: FormData): Language => { const its = text(form, 'language'); return isLanguage(its) ? its : ctx.language }
/** A form of this page: what it does, and back to the same language. */
const does = (work: (ctx: Ctx, videoId: string, language: Language, form: FormData) => Promise<Done | string | void>): FormHandler<'/videos/:videoId/captions'> => async (ctx, { videoId }: Params, form) => {
  const language = languageOf(ctx, form)
  const done = await work(ctx, videoId, language, form)
  return isProblems(done) ? done as Done : { to: `${paths.captions(videoId, language)}${typeof done === 'string' ? done : ''}` }
}
const act = z.union([z.enum(['draft', 'ready', 'same', 'shift']), z.string().regex(/^(split|merge|remove|add):\d{1,3}$/)]).catch('same')

function linesOf(form: FormData): Written[] {
  const count = Math.min(mostCues, Number(text(form, 'count')) || 0)
  return Array.from({ length: count }, (_, i) => ({ start: text(form, `start${i}`), end: text(form, `end${i}`), text: text(form, `text${i}`) }))
}

export default page('/videos/:videoId/captions', {
  async read(ctx, { videoId }, query): Promise<Its> {
    const its = await showVideo(ctx, videoId)
    if (!its.video.may.caption) throw new Forbidden()
    const asked = query.get('language')
    return { ...its, language: isLanguage(asked) ? asked : its.video.language, languages: ctx.municipality.languages, done: query.get('done') }
  },
  forms: {
    lines: does(async (ctx, videoId, language, form) => {
      const lines = linesOf(form)
      const its = act.parse(text(form, 'act'))
      if (its === 'draft' || its === 'ready' || its === 'same') return (await keepCaptions(ctx, videoId, language, lines, its)) ?? `&done=${its === 'ready' ? 'public' : 'saved'}`
      const [what, number] = its.split(':') as ['split' | 'merge' | 'remove' | 'add' | 'shift', string | undefined]
      const at = Number(number ?? 0)
      if (what !== 'shift') return (await changeCaptions(ctx, videoId, language, lines, { does: what, at })) ?? `#line-${what === 'add' ? at + 1 : at}`
      const by = text(form, 'shift').trim(), ms = timeOf(by.replace(/^[-−+]/, ''))
      if (ms === null) return { problems: { shift: 'time' } }
      return (await changeCaptions(ctx, videoId, language, lines, { does: 'shift', ms: /^[-−]/.test(by) ? -ms : ms })) ?? '#lines'
    }),
    write: does(async (ctx, videoId, language, form) => (await captionsFromText(ctx, videoId, language, text(form, 'heard').slice(0, 20_000))) ?? '#lines'),
    take: does(async (ctx, videoId, language, form) => {
      const file = form.get('file')
      const its = file instanceof File && file.size > 0 ? await file.slice(0, 500_000).text() : text(form, 'pasted').slice(0, 500_000)
      return (await captionsFromFile(ctx, videoId, language, its.replaceAll('\0', ''))) ?? '#lines'
    }),
    copy: does(async (ctx, videoId, language, form) => { const from = text(form, 'from'); return (await copyCaptions(ctx, videoId, isLanguage(from) ? from : language, language)) ?? '#lines' }),
    erase: does((ctx, videoId, language) => eraseCaptions(ctx, videoId, language)),
    ask: does((ctx, videoId) => askSpeech(ctx, videoId)),
  },
  head: (_its, { language }) => ({ title: videoWords(language).captioning.title, hidden: true, place: 'participate' }),
  view(its: Its, view) {
    const t = videoWords(view.language)
    const { video, language, drafts } = its
    const mine = drafts.find((each) => each.language === language)!
    const others = drafts.filter((each) => each.language !== language && each.cues.length > 0)
    return (
      <>
        <PageHead title={t.captioning.title} crumbs={[{ to: view.href(its.on.path), name: its.on.title }, { to: view.href(paths.video(video.id)), name: video.title || t.untitled }]}><p className="lead">{t.captioning.lead}</p></PageHead>
        {its.done === 'saved' && <Said>{t.captioning.saved}</Said>}
        {its.done === 'public' && mine.state === 'ready' && <Said>{t.captioning.public}</Said>}
        <nav className="filters" aria-label={t.captioning.language}>
          {its.languages.map((each) => <a key={each} className="chip" href={view.href(paths.captions(video.id, each))} aria-current={each === language ? 'page' : undefined}>{t.inLanguages[each]}{drafts.find((draft) => draft.language === each)?.state === 'ready' && <Icon name="check" />}</a>)}
        </nav>
        <div className="captioning stack" id="captioning">
          <div className="stack tight"><Player video={{ ...video, tracks: [] }} view={view} />
            {mine.cues.length > 0 && <Island of={CaptionTools} props={{ words: { hear: t.captioning.hear, fromHere: t.captioning.fromHere, toHere: t.captioning.toHere } }} />}</div>
          {its.speech === 'asked' && mine.cues.length === 0 && <p className="due"><Icon name="clock" /><span>{t.captioning.asked}</span></p>}
          {its.speech === 'failed' && <Card tone="late"><p>{t.captioning.failed(its.speechError ?? '')}</p></Card>}
          {its.mayAskSpeech && mine.cues.length === 0 && its.speech !== 'asked' && <ActionForm does="ask"><Button icon="captions">{its.speech === 'failed' ? t.captioning.retry : t.captioning.ask}</Button></ActionForm>}
          {mine.heard && <Card tone="ask"><p>{t.captioning.heard}</p></Card>}
          {mine.cues.length > 0 ? <Lines its={its} cues={mine.cues} ready={mine.state === 'ready'} view={view} /> : <Write language={language} view={view} />}
        </div>
        <div className="stack">
          {mine.cues.length > 0 && <details className="fold" open={view.failed?.form === 'write'}><summary>{t.captioning.again}</summary><Write language={language} view={view} again /></details>}
          <Take language={language} view={view} replaces={mine.cues.length > 0} />
          {others.map((each) => <ActionForm key={each.language} does="copy"><input type="hidden" name="language" value={language} /><input type="hidden" name="from" value={each.language} /><Button icon="language">{t.captioning.copyFrom(t.languages[each.language])}</Button></ActionForm>)}
          {mine.cues.length > 0 && <details className="fold"><summary><Icon name="remove" /> {t.captioning.erase}</summary><ActionForm does="erase"><input type="hidden" name="language" value={language} /><p>{t.captioning.eraseSure}</p><p className="actions"><Button kind="danger" icon="remove">{t.captioning.erase}</Button></p></ActionForm></details>}
        </div>
      </>
    )
  },
})

function Write({ language, view, again }: { language: Language; view: View; again?: boolean }) {
  const t = videoWords(view.language)
  return (
    <ActionForm does="write" label={t.captioning.write}>
      <ErrorSummary failed={view.failed} does="write" labels={{ heard: t.captioning.write }} words={t.problems} language={view.language} />
      <input type="hidden" name="language" value={language} />
      <TextArea does="write" name="heard" label={t.captioning.write} hint={`${t.captioning.writeHint}${again ? ` ${t.captioning.replaces}` : ''}`} rows={7} max={20_000} failed={view.failed} words={t.problems} language={view.language} />
      <p className="actions"><Button {...(again ? {} : { kind: 'main' as const })}>{t.captioning.make}</Button></p>
    </ActionForm>
  )
}

function Take({ language, view, replaces }: { language: Language; view: View; replaces: boolean }) {
  const t = videoWords(view.language)
  const { failed } = view
  const problem = failed?.form === 'take' ? failed.problems.file : undefined
  return (
    <details className="fold" open={failed?.form === 'take'}>
      <summary>{t.captioning.upload}</summary>
      <ActionForm does="take" upload label={t.captioning.upload}>
        <ErrorSummary failed={failed} does="take" labels={{ file: t.captioning.upload }} words={t.problems} language={view.language} />
        <input type="hidden" name="language" value={language} />
        <div className={problem ? 'field wrong' : 'field'}>
          <label htmlFor="take-file">{t.captioning.upload}</label><p className="hint" id="take-file-hint">{t.captioning.uploadHint}{replaces && ` ${t.captioning.replaces}`}</p>
          <input type="file" id="take-file" name="file" accept=".vtt,.srt,text/vtt" aria-describedby="take-file-hint" />
        </div>
        <TextArea does="take" name="pasted" label={t.captioning.orPaste} optional rows={4} failed={failed} words={t.problems} language={view.language} />
        <p className="actions"><Button>{t.captioning.take}</Button></p>
      </ActionForm>
    </details>
  )
}

function Lines({ its, cues, ready, view }: { its: Its; cues: VideoPage['drafts'][number]['cues']; ready: boolean; view: View }) {
  const t = videoWords(view.language).captioning
  const { problems } = videoWords(view.language)
  const failed = view.failed?.form === 'lines' ? view.failed : undefined
  const quick = new Set(tooQuick(cues))
  const labels: Record<string, string> = { shift: t.shift }
  cues.forEach((_cue, i) => { labels[`start${i}`] = t.line(i + 1); labels[`end${i}`] = t.line(i + 1); labels[`text${i}`] = t.line(i + 1) })
  return (
    <ActionForm does="lines" label={t.lines} id="lines">
      <ErrorSummary failed={failed} does="lines" labels={labels} words={problems} language={view.language} />
      <input type="hidden" name="language" value={its.language} /><input type="hidden" name="count" value={cues.length} />
      <p><span className={ready ? 'stage is-service' : 'stage is-waiting'}><Icon name={ready ? 'done' : 'hidden'} />{ready ? t.isReady : t.isDraft}</span></p>
      {/* Enter in a field keeps what is written, whatever button stands first */}
      <button type="submit" name="act" value="same" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <ol className="stack">{cues.map((cue, i) => <Line key={i} i={i} cue={cue} last={i === cues.length - 1} quick={quick.has(i)} failed={failed} view={view} />)}</ol>
      <details className="fold" open={failed?.problems.shift !== undefined}>
        <summary><Icon name="clock" /> {t.shift}</summary>
        <div className="stack tight"><TextField does="lines" name="shift" label={t.shift} hint={t.shiftHint} optional value="0.5" failed={failed} words={problems} language={view.language} />
          <p className="actions"><Button name="act" value="shift">{t.shiftNow}</Button></p></div>
      </details>
      <p className="actions"><Button kind="main" icon="check" name="act" value="ready">{t.ready}</Button>{!ready && <Button name="act" value="draft">{t.draft}</Button>}</p>
    </ActionForm>
  )
}

function Line({ i, cue, last, quick, failed, view }: { i: number; cue: { start: number; end: number; text: string }; last: boolean; quick: boolean; failed: View['failed']; view: View }) {
  const t = videoWords(view.language).captioning
  const { problems } = videoWords(view.language)
  const of = (name: string, value: string) => ({ id: `lines-${name}${i}`, name: `${name}${i}`, defaultValue: failed?.values[`${name}${i}`] ?? value, 'aria-invalid': failed?.problems[`${name}${i}`] ? true : undefined, 'aria-label': `${t.line(i + 1)}: ${name === 'start' ? t.start : name === 'end' ? t.end : t.lines}` })
  const wrong = ['start', 'end', 'text'].map((name) => failed?.problems[`${name}${i}`]).find(Boolean)
  return (
    <li className={wrong ? 'card stack tight line field wrong' : 'card stack tight line'} id={`line-${i}`} data-line={i}>
      <div className="times"><b aria-hidden="true">{i + 1}</b>
        <label><span>{t.start}</span><input {...of('start', timeText(cue.start))} inputMode="decimal" size={6} autoComplete="off" data-start="" /></label>
        <label><span>{t.end}</span><input {...of('end', timeText(cue.end))} inputMode="decimal" size={6} autoComplete="off" data-end="" /></label>
      </div>
      <textarea {...of('text', cue.text)} rows={2} maxLength={300} />
      {wrong && <p className="problem"><Icon name="no" /> {problems[wrong] ?? problems.time}</p>}
      {quick && !wrong && <p className="hint">{t.quick}</p>}
      <details className="menu"><summary className="btn small quiet">{t.more}</summary>
        <div className="actions">
          <Button small name="act" value={`split:${i}`} icon="split">{t.split}</Button>
          {!last && <Button small name="act" value={`merge:${i}`} icon="merged">{t.merge}</Button>}
          <Button small name="act" value={`add:${i}`} icon="plus">{t.add}</Button>
          <Button small name="act" value={`remove:${i}`} icon="remove">{t.remove}</Button>
        </div>
      </details>
    </li>
  )
}
