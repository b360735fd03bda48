import { useEffect, useRef, useState } from 'react'
import type { Upload } from 'tus-js-client'
import { lookInto, recordingType } from './frame.ts'
import { forgetVideo, keepVideo, type KeptVideo, keptVideo } from './kept-video.ts'

type Words = {
  record: string; choose: string; turn: string; start: string; stop: string; again: string; use: string; back: string; preview: string; replay: string; starts: string; left: string; recording: string; stopped: string
  denied: string; sending: string; paused: string; resume: string; resumeText: string; cancel: string; sent: string; failed: string; tooLarge: string; tooLong: string; retry: string
  file: string; plainHint: string; problems: Record<string, string>
}
type Props = { endpoint: string; subjectId: string; /** longest */ seconds: number; /** largest */ bytes: number; words: Words }
type Step = 'plain' | 'choose' | 'camera' | 'counting' | 'recording' | 'replay' | 'sending' | 'stuck'

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
/** In pieces that a proxy lets through and that are not much to send again. */
const piece = 8_000_000

/** Records a video or takes a file, and sends it in pieces (tus 1.0): what breaks off goes on from where it was. Without script it is a file field. */
export default function Recorder({ endpoint, subjectId, seconds, bytes, words }: Props) {
  const root = useRef<HTMLDivElement>(null), screen = useRef<HTMLVideoElement>(null), uploadId = useRef<HTMLInputElement>(null), posterField = useRef<HTMLInputElement>(null)
  const stream = useRef<MediaStream | null>(null), recorder = useRef<MediaRecorder | null>(null), upload = useRef<Upload | null>(null)
  const [step, setStep] = useState<Step>('plain')
  const [said, setSaid] = useState(''), [problem, setProblem] = useState('')
  const [facing, setFacing] = useState<'user' | 'environment'>('user')
  const [number, setNumber] = useState(0)
  const [progress, setProgress] = useState(0)
  const [made, setMade] = useState<{ file: Blob; url: string } | null>(null)
  const [kept, setKept] = useState<KeptVideo | null>(null)

  useEffect(() => {
    setStep('choose')
    void keptVideo(subjectId).then((its) => setKept(its ?? null))
    // the form that has been taken needs its video no more
    const sent = (event: Event) => { if ((event as CustomEvent<{ success: boolean }>).detail.success && event.target === root.current?.closest('form')) void forgetVideo(subjectId) }
    document.addEventListener('turbo:submit-end', sent)
    return () => { document.removeEventListener('turbo:submit-end', sent); closeCamera(); void upload.current?.abort() }
  }, [])
  useEffect(() => {
    if (!['recording', 'replay'].includes(step)) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [step])
  // a count down to the beginning, then of what is left
  useEffect(() => {
    if (step !== 'counting' && step !== 'recording') return
    if (number <= 0) { if (step === 'counting') record(); else stop(); return }
    const timer = setTimeout(() => setNumber(number - 1), 1000)
    return () => clearTimeout(timer)
  }, [step, number])

  function closeCamera() { for (const track of stream.current?.getTracks() ?? []) track.stop(); stream.current = null }
  async function openCamera(which: 'user' | 'environment') {
    setProblem('')
    closeCamera()
    try {
      stream.current = await navigator.mediaDevices.getUserMedia({ video: { facingMode: which, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }, audio: { echoCancellation: true, noiseSuppression: true } })
      setFacing(which)
      setMade(null)
      setStep('camera')
      requestAnimationFrame(() => { if (screen.current) { screen.current.srcObject = stream.current; void screen.current.play().catch(() => {}); screen.current.scrollIntoView({ block: 'center' }) } })
    } catch { setStep('choose'); setProblem(words.denied) }
  }
  function record() {
    if (!stream.current) return
    const type = recordingType()
    const its = new MediaRecorder(stream.current, { ...(type ? { mimeType: type } : {}), videoBitsPerSecond: 2_500_000, audioBitsPerSecond: 96_000 })
    const parts: Blob[] = []
    its.ondataavailable = (event) => { if (event.data.size > 0) parts.push(event.data) }
    its.onstop = () => {
      const file = new Blob(parts, { type: its.mimeType.split(';')[0]! })
      closeCamera()
      setMade({ file, url: URL.createObjectURL(file) })
      setSaid(words.stopped)
      setStep('replay')
    }
    recorder.current = its
    its.start(1000)
    setSaid(words.recording)
    setNumber(seconds)
    setStep('recording')
  }
  function stop() { if (recorder.current?.state === 'recording') recorder.current.stop() }

  async function choose(file: File | undefined) {
    if (!file) return
    setProblem('')
    if (file.size > bytes) { setProblem(words.tooLarge); return }
    await send(file, file.name)
  }
  async function send(file: Blob, name: string, from?: KeptVideo) {
    setStep('sending')
    setProgress(0)
    setSaid(words.sending)
    const seen = from ? { seconds: null, poster: from.poster } : await lookInto(file)
    if (seen.seconds !== null && seen.seconds > seconds + 2.5) { setStep('choose'); setSaid(''); setProblem(words.tooLong); return }
    const its: KeptVideo = from ?? { subjectId, file, name, poster: seen.poster, url: null }
    setKept(its)
    await keepVideo(its)
    const { Upload } = await import('tus-js-client')
    const language = root.current?.closest('form')?.querySelector<HTMLSelectElement>('[name=language]')?.value ?? document.documentElement.lang
    upload.current = new Upload(file as File, {
      endpoint, uploadUrl: its.url, chunkSize: piece, retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000, 40_000], storeFingerprintForResuming: false,
      metadata: { subject: subjectId, language }, headers: { accept: 'application/json' },
      onUploadUrlAvailable: () => { its.url = upload.current?.url ?? null; void keepVideo(its) },
      onProgress: (sent, all) => { setSaid(words.sending); setProgress(all ? Math.floor((sent / all) * 100) : 0) },
      onShouldRetry: (error) => { const status = error.originalResponse?.getStatus() ?? 0; if (status === 0 || status >= 500) setSaid(words.paused); return status === 0 || status >= 500 || status === 409 || status === 423 },
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
        let code = ''
        try { code = (JSON.parse(answer ?? '{}') as { title?: string }).title ?? '' } catch { /* not ours */ }
        setSaid('')
        setProblem(words.problems[code] ?? words.failed)
        setStep('stuck')
      },
      onSuccess: () => arrive(its),
    })
    upload.current.start()
  }
  function arrive(its: KeptVideo) {
    setSaid(words.sent)
    setProgress(100)
    const id = its.url?.split('/').at(-1) ?? ''
    if (uploadId.current) uploadId.current.value = id
    if (its.poster && posterField.current) { const files = new DataTransfer(); files.items.add(new File([its.poster], 'poster.jpg', { type: 'image/jpeg' })); posterField.current.files = files.files }
    root.current?.closest('form')?.requestSubmit()
    setStep('stuck')
  }
  async function cancel() {
    await upload.current?.abort(true).catch(() => {})
    upload.current = null
    await forgetVideo(subjectId)
    setKept(null); setMade(null); setSaid(''); setProblem(''); setStep('choose')
  }

  if (step === 'plain') return <div className="field"><label htmlFor="video-file">{words.file}</label><p className="hint" id="video-file-hint">{words.plainHint}</p><input id="video-file" type="file" name="file" accept="video/mp4,video/webm,video/quicktime" aria-describedby="video-file-hint" /></div>
  const can = typeof MediaRecorder !== 'undefined' && !!navigator.mediaDevices?.getUserMedia
  const filming = step === 'camera' || step === 'counting' || step === 'recording'
  return (
    <div ref={root} className="stack recorder">
      <input ref={uploadId} type="hidden" name="uploadId" /><input ref={posterField} type="file" name="poster" hidden tabIndex={-1} aria-label={words.file} />
      {problem && <p className="problem" role="alert">{problem}</p>}
      {step === 'choose' && kept && (
        <div className="card ask stack tight"><p>{words.resumeText}</p><div className="actions"><button type="button" className="btn main" onClick={() => void send(kept.file, kept.name, kept)}>{words.resume}</button><button type="button" className="btn quiet" onClick={() => void cancel()}>{words.cancel}</button></div></div>
      )}
      {step === 'choose' && (
        <div className="actions big">
          {can && <button type="button" className="btn main" onClick={() => void openCamera(facing)}><svg aria-hidden="true"><use href="/icons.svg#video" /></svg>{words.record}</button>}
          <label className="btn file"><svg aria-hidden="true"><use href="/icons.svg#imported" /></svg>{words.choose}<input className="visually-hidden" type="file" accept="video/mp4,video/webm,video/quicktime" onChange={(event) => void choose(event.target.files?.[0])} /></label>
        </div>
      )}
      {filming && (
        <div className="stack tight">
          <div className="screen"><video ref={screen} className={facing === 'user' ? 'film mirrored' : 'film'} muted playsInline autoPlay aria-label={words.preview} />
            {step === 'counting' && <b className="count-in" aria-hidden="true">{number}</b>}
            {step === 'recording' && <span className="rec" aria-hidden="true"><i />{clock(number)} {words.left}</span>}</div>
          <div className="actions big">
            {step === 'camera' && <button type="button" className="btn main" onClick={() => { setSaid(words.starts); setNumber(3); setStep('counting') }}>{words.start}</button>}
            {step === 'camera' && <button type="button" className="btn" onClick={() => void openCamera(facing === 'user' ? 'environment' : 'user')}>{words.turn}</button>}
            {step === 'camera' && <button type="button" className="btn quiet" onClick={() => { closeCamera(); setSaid(''); setStep('choose') }}>{words.back}</button>}
            {step === 'recording' && <button type="button" className="btn danger" onClick={stop}>{words.stop}</button>}
          </div>
        </div>
      )}
      {step === 'replay' && made && (
        <div className="stack tight">
          <video className="film" controls playsInline src={made.url} aria-label={words.replay} />
          <div className="actions big"><button type="button" className="btn main" onClick={() => void send(made.file, 'video')}>{words.use}</button><button type="button" className="btn" onClick={() => void openCamera(facing)}>{words.again}</button></div>
        </div>
      )}
      {(step === 'sending' || (step === 'stuck' && !problem)) && (
        <div className="stack tight"><progress max={100} value={progress} aria-label={words.sending} /><p className="meta"><span>{progress} %</span></p>{step === 'sending' && <p className="actions"><button type="button" className="btn quiet" onClick={() => void cancel()}>{words.cancel}</button></p>}</div>
      )}
      {step === 'stuck' && problem && kept && <div className="actions"><button type="button" className="btn main" onClick={() => { setProblem(''); void send(kept.file, kept.name, kept) }}>{words.retry}</button><button type="button" className="btn quiet" onClick={() => void cancel()}>{words.cancel}</button></div>}
      <p role="status" className="hint">{said}</p>
    </div>
  )
}
